import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const PICTURE = readFileSync('tests/fixtures/portal/pictures/market.png')
const MEGABYTE = 1024 * 1024

const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/forbidden.png': response => response.writeHead(403).end('no'),
  '/missing.png': response => response.writeHead(404).end('no'),
  '/hang.png': () => undefined,
  '/50-megabytes.png': response => response.writeHead(200).end(Buffer.concat([PICTURE, Buffer.alloc(50 * MEGABYTE)])),
  '/page.png': response => response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><p>a page'),
  '/endless.png': response => {
    response.writeHead(200, { 'content-type': 'image/png' }).write(PICTURE)
    const timer = setInterval(() => response.write(Buffer.alloc(1000)), 100)
    response.on('close', () => clearInterval(timer))
  },
}

/** A server of pictures that go wrong, each in its own way, until it is mended. */
export interface PictureFaults {
  /** Addresses: a good one first. */
  addresses: string[]
  /** From now on every address gives a picture. */
  mend(): void
  close(): Promise<void>
}

export async function servePictureFaults(): Promise<PictureFaults> {
  let mended = false
  const server = createServer(({ url }, response) => {
    const fault = mended ? undefined : FAULTS[url ?? '']
    if (fault) fault(response)
    else response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    addresses: ['/good.png', ...Object.keys(FAULTS)].map(path => origin + path),
    mend: () => {
      mended = true
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
