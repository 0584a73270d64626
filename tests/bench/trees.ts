import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type PageElement, type PageNode, type PageTree, readPage } from '../../utils/extract/page-tree.ts'
import { addressOf, type GoldPage, openPage, readHtml } from './corpus.ts'

/** Parsing 1,725 pages takes minutes, so what `readPage` gives is kept here. Delete after a change to page-tree.ts. */
const CACHE = new URL('../../.output/bench/trees/', import.meta.url)

type Packed = string | [string, Record<string, string>, 0 | 1, Packed[]]

/** The tree of a corpus page, from the cache where it is. */
export function loadTree(corpus: string, page: GoldPage): PageTree | null {
  const file = new URL(`${corpus}/${encodeURIComponent(page.id)}.json.gz`, CACHE)
  if (!existsSync(file)) {
    const url = addressOf(page)
    const document = openPage(readHtml(corpus, page.id), url)
    const tree = readPage(document, url)
    document.defaultView?.close()
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, gzipSync(JSON.stringify(tree && pack(tree)), { level: 1 }))
  }
  const stored = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as ReturnType<typeof pack> | null
  return stored && unpack(stored)
}

function pack(tree: PageTree) {
  const { meta, links, ...head } = tree.head
  return { ...head, meta: [...meta], links: [...links], body: packNode(tree.body), truncated: tree.truncated }
}

function packNode(node: PageNode): Packed {
  if (typeof node === 'string') return node
  return [node.tag, node.attributes, node.hidden ? 1 : 0, node.children.map(packNode)]
}

function unpack({ body, truncated, meta, links, ...head }: ReturnType<typeof pack>): PageTree {
  return {
    body: unpackNode(body, null) as PageElement,
    truncated,
    head: { ...head, meta: new Map(meta), links: new Map(links) },
  }
}

function unpackNode(node: Packed, parent: PageElement | null): PageNode {
  if (typeof node === 'string') return node
  const [tag, attributes, hidden, children] = node
  const element: PageElement = { tag, attributes, parent, hidden: hidden === 1, children: [] }
  element.children = children.map(child => unpackNode(child, element))
  return element
}
