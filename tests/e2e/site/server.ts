import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fixtureAt } from './fixtures.ts'
import { generatedPage } from './generated-pages.ts'

/** A news site on this machine alone: the sample pages, pages made to be difficult, and a picture at every picture address. */
export interface Site {
  /** "http://127.0.0.1:1234" */
  origin: string
  /** Every path asked for so far. */
  requests: string[]
  /** Cuts every connection and answers no more: the portal is gone. */
  close(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://site').pathname
  const found = generatedPage(path) ?? fixtureAt(path)
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here')
    return
  }
  response.writeHead(200, { 'content-type': found.type, 'cache-control': 'max-age=600' }).end(found.body)
}
