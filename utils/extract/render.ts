import type { ArticleImage } from '../article/article.ts'
import { cleanLine } from '../article/text.ts'
import type { BodyBlock, BodyTree } from './body-tree.ts'
import { EMBED_TAGS, MENU_TAGS, words } from './html-words.ts'
import { escapeHtml, linkAddress, renderInline } from './inline.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { type Picture, readPicture, SCAN_ME } from './pictures.ts'
import { rowsOf } from './tables.ts'
import { isBlank, isElement, rawText } from './tree.ts'

export interface Body {
  readonly html: string
  readonly text: string
  readonly images: readonly ArticleImage[]
}

/** Builds the article's HTML from an allow-list, and its text from the same words, in one walk. */
export function renderBody(tree: BodyTree, base: string): Body {
  const renderer = new Renderer(tree, base)
  const html = renderer.render(tree.root)
  return { html, text: renderer.paragraphs.join('\n'), images: renderer.images }
}

/** What a block becomes, where that is no paragraph. */
const FRAMES: Readonly<Record<string, string>> = {
  ...{ h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' },
  ...{ li: 'li', dt: 'dt', dd: 'dd', pre: 'pre' },
}
const WRAPPERS = words('ul ol blockquote dl')

class Renderer {
  readonly paragraphs: string[] = []
  readonly images: ArticleImage[] = []
  readonly #seen = new Set<string>()

  /** To the file of a picture its caption, be it that of the picture for readers without scripts. */
  readonly #captions = new Map<string, readonly PageElement[]>()

  readonly #tree: BodyTree
  readonly #base: string

  constructor(tree: BodyTree, base: string) {
    this.#tree = tree
    this.#base = base
    for (const [element, said] of tree.captions) {
      const picture = readPicture(element, base)
      if (picture && !this.#captions.has(fileOf(picture))) this.#captions.set(fileOf(picture), said)
    }
  }

  render(element: PageElement): string {
    const block = this.#tree.blocks.get(element)
    if (block) return this.#renderBlock(element, block)
    const inner = this.#renderChildren(element)
    if (inner === '') return ''
    // A list of one item that holds paragraphs is a box like any other.
    if (inner.startsWith('<li>') && inner.lastIndexOf('<li>') === 0 && inner.split('<p>').length > 2)
      return inner.slice(4, -5)
    if (isGallery(inner)) return inner.replace(/<\/?li>/g, '')
    if (WRAPPERS.has(element.tag)) {
      return wrapIn(element.tag, looseItems(element.tag, inner), numbersOf(element, ['start']))
    }
    if (element.tag === 'li' || element.tag === 'dd') return wrapIn(element.tag, inner)
    if (element.tag === 'table') return wrapIn('table', wrapIn('tbody', inner))
    return inner
  }

  #renderChildren(element: PageElement): string {
    if (element.tag === 'table') return this.#renderRows(element)
    let html = ''
    for (const child of element.children) if (this.#isTaken(child)) html += this.render(child)
    return html
  }

  #isTaken(node: PageNode): node is PageElement {
    return isElement(node) && this.#tree.taken.has(node)
  }

  #renderRows(table: PageElement): string {
    let html = ''
    for (const row of rowsOf(table)) {
      if (!this.#isTaken(row)) continue
      const start = this.paragraphs.length
      let cells = ''
      for (const cell of row.children) {
        if (!this.#isTaken(cell) || (cell.tag !== 'td' && cell.tag !== 'th')) continue
        cells += wrapIn(cell.tag, this.#renderCell(cell), numbersOf(cell, ['colspan', 'rowspan']))
      }
      const texts = this.paragraphs.splice(start)
      if (texts.length === 0 && !cells.includes('<img')) continue
      if (texts.length > 0) this.paragraphs.push(texts.join('\t'))
      html += wrapIn('tr', cells)
    }
    return html
  }

  #renderCell(cell: PageElement): string {
    const block = this.#tree.blocks.get(cell)
    if (!block) return this.#renderChildren(cell)
    const inline = renderInline(cell.children, this.#base)
    if (inline.text !== '') this.paragraphs.push(inline.text)
    if (block.images.length === 0) return inline.html
    const [before, after] = aroundWords(cell, block.images)
    return this.#renderPictures(before) + inline.html + this.#renderPictures(after)
  }

  #renderBlock(element: PageElement, { images, text }: BodyBlock): string {
    if (text === '') return this.#renderPictures(images)
    const lines = linesOfMenu(element)
    if (lines.length > 0) {
      this.paragraphs.push(...lines)
      return wrapIn('ul', lines.map(line => wrapIn('li', escapeHtml(line))).join(''))
    }
    const inline = renderInline(element.children, this.#base, element.tag === 'pre')
    if (inline.text.trim() === '') return this.#renderPictures(images)
    this.paragraphs.push(inline.text)
    const [before, after] =
      images.length === 0 ? ['', ''] : aroundWords(element, images).map(pictures => this.#renderPictures(pictures))
    // A list has nothing between its items.
    if (/^(?:li|d[dt])$/.test(element.tag)) return wrapIn(element.tag, before + inline.html + after)
    return before + frame(element.tag, inline.html) + after
  }

  #renderPictures(elements: readonly PageElement[]): string {
    return elements
      .map(element => (EMBED_TAGS.has(element.tag) ? this.#renderEmbed(element) : this.#renderPicture(element)))
      .join('')
  }

  #renderPicture(element: PageElement): string {
    const picture = readPicture(element, this.#base)
    if (!picture) return ''
    const file = fileOf(picture)
    if (this.#seen.has(file)) return ''
    const said = this.#captions.get(file) ?? []
    if (said.some(caption => SCAN_ME.test(cleanLine(rawText(caption))))) return ''
    this.#seen.add(file)
    const captions = said.map(({ children }) => renderInline(children, this.#base))
    const words = withoutOffers(captions.map(({ text }) => text).join(' '))
    const caption = /[\p{L}\p{N}]/u.test(words) ? words : ''
    this.images.push({ ...picture, ...(caption && { caption }) })
    const figcaption = caption ? wrapIn('figcaption', withoutOffers(captions.map(({ html }) => html).join(' '))) : ''
    return wrapIn('figure', `<img${pictureAttributes(picture)}>${figcaption}`)
  }

  /** A video or frame as a link with a title: nothing of another site runs in an article. */
  #renderEmbed(element: PageElement): string {
    const source = element.children.find(child => isElement(child) && child.tag === 'source') as PageElement | undefined
    const address = element.attributes.src ?? element.attributes['data-src'] ?? source?.attributes.src
    const url = linkAddress(address, this.#base)
    if (!url || !isWatchable(element, url) || this.#seen.has(url)) return ''
    this.#seen.add(url)
    const said = element.attributes.title ?? element.attributes['aria-label'] ?? ''
    const title = UNTITLED.test(said) ? new URL(url).hostname : said
    return wrapIn('p', `<a href="${escapeHtml(url)}">▶ ${escapeHtml(title)}</a>`)
  }
}

/** Of the pictures of a block those that stand before or among its words, and those after the last. */
function aroundWords(block: PageElement, images: readonly PageElement[]): [PageElement[], PageElement[]] {
  const [pictures, last] = [new Set<PageNode>(images), new Set<PageNode>()]
  const isOver = (element: PageElement): boolean => {
    for (const child of element.children.toReversed()) {
      if (pictures.has(child)) last.add(child)
      else if (isElement(child) ? isOver(child) : !isBlank(child)) return true
    }
    return false
  }
  isOver(block)
  return [images.filter(image => !last.has(image)), images.filter(image => last.has(image))]
}

/** Of two sizes of one the first is shown. */
const fileOf = ({ url }: Picture): string => url.replace(/(\.(?:jpe?g|png|webp))\?.*/i, '$1')

/** A caption, in words or in HTML, without which of how many pictures it is of, and where to buy it, as Reuters says. */
const withoutOffers = (caption: string): string =>
  caption.replace(/^\[\d+\/\d+\] ?/, '').replace(/ ?(?:<a [^>]*>)?Acquire Licensing Rights[^<]*(?:<\/a>)?$/, '')

/** What players call themselves, whatever they show. */
const UNTITLED = /^(?:youtube|vimeo|embedded|html5)?[\s-]?(?:video|media|audio)?[\s-]?(?:player|embed|iframe)?$/i
const PLAYERS =
  /(?:youtube(?:-nocookie)?|vimeo|dailymotion|bilibili|v\.qq|youku|ixigua|soundcloud|spotify)\.com|youtu\.be|twitch\.tv|facebook\.com\/plugins\/video/i

function isWatchable(element: PageElement, url: string): boolean {
  return element.tag === 'video' || (element.tag === 'audio' && !/\btts\b/.test(url)) || PLAYERS.test(url.slice(0, 200))
}

const wrapIn = (tag: string, html: string, attributes = ''): string => `<${tag}${attributes}>${html}</${tag}>`

function frame(tag: string, html: string): string {
  const framed = wrapIn(FRAMES[tag] ?? 'p', html)
  return tag === 'blockquote' ? wrapIn(tag, framed) : framed
}

/** A list of links within a text, as `readPage` has it: no more than what they say. */
function linesOfMenu({ tag, children: [link, ...others] }: PageElement): string[] {
  const isMenu =
    MENU_TAGS.has(tag) && others.length === 0 && isElement(link) && link.tag === 'a' && !link.attributes.href
  return isMenu ? rawText(link).split('\n') : []
}

/** A list of pictures only, as WordPress has galleries. */
const isGallery = (inner: string): boolean =>
  inner.startsWith('<li>') &&
  inner
    .split('<li>')
    .slice(1)
    .every(item => item.split('</figure>').every(part => part.startsWith('<figure>') || part === '</li>'))

/** Lists hold items only: what stands loose in one becomes an item. */
function looseItems(tag: string, inner: string): string {
  return (tag === 'ul' || tag === 'ol') && !inner.startsWith('<li>') ? wrapIn('li', inner) : inner
}

function pictureAttributes(picture: Picture): string {
  const { url, alt, width, height } = picture
  return [
    ` src="${escapeHtml(url)}"`,
    alt ? ` alt="${escapeHtml(alt)}"` : '',
    width ? ` width="${width}"` : '',
    height ? ` height="${height}"` : '',
  ].join('')
}

/** Those attributes that are more than the one of every element: over how many columns, or that a list goes on at 4. */
function numbersOf({ attributes }: PageElement, names: readonly string[]): string {
  return names
    .map(name => {
      const value = Number.parseInt(attributes[name] ?? '', 10)
      return value > 1 && value <= 50 ? ` ${name}="${value}"` : ''
    })
    .join('')
}
