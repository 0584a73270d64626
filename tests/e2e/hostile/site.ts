import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vectorsAt } from './vectors.ts'

/** Pages that do harm, and where everything they ask for arrives. Each request is a connection of its own. */
export interface HostileSite {
  origin: string
  /** TCP connections so far. */
  connections(): number
  /** Paths asked for. */
  asked: string[]
  close(): Promise<void>
}

const PARAGRAPH =
  '<p>阅览室昨天换上了新书架，坂田街道的街坊们下班以后也能进来坐一坐，书可以借走，看完放回原处就好。</p>'
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * @param pieces by number, what /page/N holds as an article and /control/N runs with nothing to stop it
 */
export async function openHostileSite(pieces: readonly string[]): Promise<HostileSite> {
  const asked: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    asked.push(path)
    const [, kind, number] = path.split('/')
    const page = pageOf(kind ?? '', pieces[Number(number)] ?? '', `http://${request.headers.host}`)
    // Nothing in /page runs in the page itself: its harm is meant for whoever copies from it.
    const policy = kind === 'page' ? { 'content-security-policy': "default-src 'none'; script-src 'nonce-own'" } : {}
    const type = page === undefined ? 'image/gif' : 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type, connection: 'close', 'cache-control': 'max-age=600', ...policy })
    response.end(page ?? GIF)
  })
  server.on('connection', () => connections++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function pageOf(kind: string, piece: string, origin: string): string | undefined {
  if (kind === 'page')
    return around('<div id="hole"></div>', `${json(piece)}<script nonce="own">(${insert})()</script>`)
  if (kind === 'control') return around('<div id="hole"></div>', `${json(piece)}<script>(${insertAndCount})()</script>`)
  if (kind === 'vectors') return around(vectorsAt(origin), '')
  return undefined
}

const around = (inner: string, after: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>阅览室换了新书架</title></head><body><div class="main"><h1>阅览室换了新书架</h1>
<div class="content">${PARAGRAPH.repeat(4)}${inner}${PARAGRAPH.repeat(4)}</div></div>${after}</body></html>`

const json = (text: string) =>
  `<script type="application/json" id="piece">${JSON.stringify(text).replaceAll('<', '\\u003c')}</script>`

// Runs in pages. What would lead the page itself away is left to the other roads into Kaifong.
function insert(): void {
  const text = JSON.parse(document.getElementById('piece')?.textContent ?? '')
  const parsed = new DOMParser().parseFromString(text, 'text/html')
  for (const element of parsed.querySelectorAll('meta, base')) element.remove()
  document.getElementById('hole')?.append(...parsed.body.childNodes)
}

// As `insert`, in the way of a careless page: no policy, no sanitising.
function insertAndCount(): void {
  const text = JSON.parse(document.getElementById('piece')?.textContent ?? '')
  const hole = document.getElementById('hole') as HTMLElement
  const ran = () => {
    document.documentElement.dataset.ran = String(Number(document.documentElement.dataset.ran ?? 0) + 1)
  }
  Object.assign(window, { alert: ran, confirm: ran, prompt: ran, print: ran })
  hole.innerHTML = text
}
