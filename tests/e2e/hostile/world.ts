import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The whole internet, as a proxy on this machine: whatever a browser asks of any host but this one arrives here, and is
 * written down. It answers nothing.
 */
export interface World {
  port: number
  /** "http://evil.example/x.gif", "evil.example:443" */
  asked: string[]
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  server.on('connect', (request: IncomingMessage, socket) => {
    asked.push(request.url ?? '')
    socket.end('HTTP/1.1 502 Nobody here\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
