import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
// @ts-expect-error jsdom ships no types, and those of DefinitelyTyped are written for older releases
import { JSDOM } from 'jsdom'

/** Thousands of pieces that lie beside a checkout where there are any; the project is whole without them. */
const CORPUS = resolve('../shared/corpus/hostile/payloads.jsonl')

/** The ways in which markup runs, loads or leads away, one of each. */
const OWN = [
  '<script>alert(1)</script>',
  '<script src="http://evil.example/own.js"></script>',
  '<img src=x onerror=alert(1)>',
  '<img src="http://evil.example/own.gif" srcset="http://evil.example/own2.gif 2x">',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text y="9">x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><iframe src="javascript:alert(1)"></iframe>',
  '<object data="http://evil.example/own.swf"></object><embed src="http://evil.example/own.swf">',
  '<details open ontoggle=alert(1)>x</details><video autoplay onloadstart=alert(1) src="http://evil.example/own.mp4"></video>',
  '<input autofocus onfocus=alert(1)><select autofocus onfocus=alert(1)></select><body onload=alert(1)>',
  '<a href="javascript:alert(1)">a</a><a href=" java&#9;script:alert(1)">b</a><a href="data:text/html,<script>alert(1)</script>">c</a>',
  '<a href="blob:http://evil.example/1">d</a><a href="file:///etc/passwd">e</a><a href="vbscript:alert(1)">f</a>',
  '<form action="http://evil.example/own"><button formaction="javascript:alert(1)">x</button></form>',
  '<style>@import "http://evil.example/own.css"; *{background:url(http://evil.example/own.png)}</style>',
  '<p style="background:url(http://evil.example/own2.png)" onmouseover=alert(1) id=title class=article name=body>x</p>',
  '<meta http-equiv="refresh" content="0;url=http://evil.example/own"><base href="http://evil.example/">',
  '<link rel=stylesheet href="http://evil.example/own3.css"><template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<form id=x><input name=attributes><input name=parentNode></form><img name=cookie src="http://evil.example/own4.gif">',
  '<table background="http://evil.example/own5.gif"><td background="http://evil.example/own6.gif">x</table>',
  '<marquee onstart=alert(1)>x</marquee><isindex type=image src=1 onerror=alert(1)>',
]

export interface Payload {
  from: string
  html: string
}

/** Our own pieces, and after them, where the corpus is there, every `each`th of its thousands. */
export function payloads(each: number): Payload[] {
  const own = OWN.map(html => ({ from: 'own', html }))
  if (!existsSync(CORPUS)) return own
  const corpus = readFileSync(CORPUS, 'utf8').trim().split('\n')
  return [...own, ...corpus.filter((_, index) => index % each === 0).map(line => JSON.parse(line) as Payload)]
}

const BATCH = 200
const MARK = '<b id="after">'

/**
 * The pieces in as few documents as will do. One that swallows what follows it, such as an open comment or quote, comes
 * last in its document, so that each of them is seen by the parser as it was written.
 */
export function batches(all: readonly Payload[]): string[] {
  const { window } = new JSDOM('') as { window: Window & typeof globalThis }
  const holder = window.document.implementation.createHTMLDocument('').body
  const swallows = ({ html }: Payload) => {
    holder.innerHTML = `<div>${html}</div>${MARK}`
    return holder.querySelector('#after') === null
  }
  const greedy = all.filter(swallows).map(({ html }) => html)
  const tame = all.filter(payload => !swallows(payload)).map(({ html }) => `<div>${html}</div>`)
  const count = Math.max(greedy.length, Math.ceil(tame.length / BATCH))
  return Array.from({ length: count }, (_, index) => {
    const part = tame.filter((_, at) => at % count === index)
    return `<p>开头</p>${part.join('\n')}${greedy[index] ?? ''}`
  })
}
