import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const PICTURE = readFileSync('tests/fixtures/portal/pictures/market.png')
export const SLOW_HEADLINE = '阅览室的相册'
const LINE = '坂田街道的阅览室昨天换上了新书架，街坊们下班以后也能进来坐一坐，看完的书放回原处就好。'

/** A server that gives some pictures at once and lets the others wait. */
export interface SlowPictures {
  /** A page with an article that has `count` of them, none of which it loads by itself. */
  pageOf(count: number): string
  /** Addresses of `count` pictures that nobody asked for before. */
  addresses(count: number): string[]
  /** Every picture asked for so far, by path. */
  asked: string[]
  /** Requests that wait for their picture. */
  waiting(): number
  /** Gives so many more, those that wait first. Without a number all. */
  give(count?: number): void
  close(): Promise<void>
}

export async function serveSlowPictures(): Promise<SlowPictures> {
  const asked: string[] = []
  const waiting = new Set<ServerResponse>()
  let [left, made] = [0, 0]
  const give = (response: ServerResponse) => {
    left--
    response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE)
  }
  const server = createServer(({ url = '' }, response) => {
    const count = /^\/page\/(\d+)/.exec(url)?.[1]
    if (count !== undefined) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page(+count))
    if (!url.endsWith('.png')) return void response.writeHead(404).end()
    asked.push(url)
    if (left > 0) return give(response)
    waiting.add(response)
    response.on('close', () => waiting.delete(response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    asked,
    pageOf: count => `${origin}/page/${count}`,
    addresses: count => Array.from({ length: count }, () => `${origin}/${made++}.png`),
    waiting: () => waiting.size,
    give(count = Number.POSITIVE_INFINITY) {
      left += count
      for (const response of [...waiting].slice(0, left)) give(response)
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function page(count: number): string {
  const picture = (index: number) =>
    `<p>${LINE}</p><p><img data-src="/of-page/${index}.png" width="640" height="400"></p>`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>阅览室的相册_岭南晚报</title></head>
<body><div class="main"><h1>阅览室的相册</h1><div class="info">来源：岭南晚报 2025-04-02 09:15</div>
<div class="content">${Array.from({ length: count }, (_, index) => picture(index)).join('')}<p>${LINE}</p></div></div></body></html>`
}
