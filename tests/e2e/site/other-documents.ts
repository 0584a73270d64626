import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`

const DOCUMENTS: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/notes.txt': ['text/plain; charset=utf-8', '街坊邻里，守望相助。'],
  '/news.json': ['application/json', '{"title":"夜市开张"}'],
  '/feed.xml': ['text/xml', '<rss version="2.0"><channel><title>岭南晚报</title></channel></rss>'],
  '/paper.pdf': ['application/pdf', PDF],
  '/map.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'],
}

/** A server of what browsers show and is no web page. */
export async function serveOtherDocuments(): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = DOCUMENTS[url] ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
