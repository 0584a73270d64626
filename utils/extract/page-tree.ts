import { cleanLine } from '../article/text.ts'
import { LAZY_ATTRIBUTES, MENU_TAGS, SRCSET_ATTRIBUTES, words } from './html-words.ts'
import { menuText } from './menu-text.ts'
import { type PageHead, readHead } from './page-head.ts'
import { lineage, nameOf } from './tree.ts'

/**
 * The page as plain values. Everything after `readPage` works on this copy, so the page itself is never touched, any DOM
 * will do, and the work is bounded whatever a page does.
 */
export interface PageElement {
  tag: string
  readonly attributes: Record<string, string>
  parent: PageElement | null
  /**
   * Not shown: by the `hidden` attribute or an inline style. Style sheets are not consulted. What a click on 展开全文 would
   * show counts as shown.
   */
  hidden: boolean
  children: PageNode[]
  /** See `nameOf`: set when it is first asked for. */
  name?: string | undefined
}

export type PageNode = PageElement | string

export interface PageTree {
  readonly body: PageElement
  readonly head: PageHead
  /** The page went past one of LIMITS and only its beginning was read. */
  readonly truncated: boolean
}

/** Where reading stops. A long newspaper page has 5,000 nodes, 40 levels and 100,000 characters. */
export const LIMITS = { nodes: 60_000, depth: 160, attributes: 48, characters: 4_000_000 }

// What the later steps ask for. An allow-list, so that an element with thousands of attributes costs nothing.
const ATTRIBUTES = new Set([
  ...words(
    'id class href src alt title width height colspan rowspan role rel itemprop datetime content align size start ' +
      'aria-label',
  ),
  ...LAZY_ATTRIBUTES,
  ...SRCSET_ATTRIBUTES,
])

const DROPPED = words(
  'script style template svg math canvas button select input textarea option datalist object applet map ' +
    'dialog link meta title head menu frameset progress noembed noframes rt rp',
)

// Not `visibility: hidden`: 微信 and others hide the whole text with it until a script has run.
const HIDING_STYLE = /display\s*:\s*none/i
/** What a page says that shows the beginning of a text and the rest on a click. */
const UNFOLD = /(?:展开|阅读|查看|余下)(?:全文|剩余|余下)/
const LONGEST_BUTTON = 80
/** What React sends later for a place on the page, hidden until a script has put it there. */
const STREAMED = /^S:/
/** Hidden for another reason than to be unfolded. */
const BOX_OF_ITS_OWN = /pop|modal|dialog|login|share|mask|layer|tip|qr|code|comment|nav|menu/i
/**
 * What style sheets hide, and what shows where one points only: letters that Discuz puts between those of a text against
 * copying, words for screen readers, links to headings and to editing them.
 */
const UNSEEN =
  /^jammer$|mw-editsection|\bsr-only\b|visually-?hidden|screen-reader-text|element-invisible|rich-snippet-hidden|w-condition-invisible|\bd-none d-print-/
/** When a page was changed, for search engines only, which stands beside its day (WordPress). */
const UPDATED_NAME = /^updated\b/
/** NPR, where captions are short on small screens. */
const TO_CAPTION = /^(?:hide|toggle)-caption$/
const TO_HEADING = /header-?(?:anchor|link)$/
const BACKGROUND_STYLE = /background(?:-image)?\s*:[^;]{0,40}?url\(\s*['"]?([^'")\s]{4,1000})/i
const CENTRING_STYLE = /text-align\s*:\s*center/i
/** As large as `<font size=5>`, or bold, which headlines are. */
const LARGE_STYLE = /font-size\s*:\s*(?:1[89]|[2-9]\d)px|font-weight\s*:\s*(?:bold|[6-9]00)/i

/** What stands beside and below texts: not read after so many characters of one, in pieces too long for a menu. */
const BELOW = {
  name: /(?:^|\s)(?:[\w-]*comments?-?(?:area|body|container|form|list|section|wrap\w*)|comments|(?:(?:page|site|main)-?)?footer|related-posts|(?:(?!has-|no-|with-)\w+-){0,3}(?:sidebar|widget-area))(?:\s|$)/,
  least: 500,
}

/** So many boxes are looked at: a look counts all that is in one, and they can stand in each other. */
const MOST_LOOKS = 200

/**
 * Copies what matters of `document` into plain values, in one bounded walk. Null where the document has no body.
 * @param whole also menus, which are read as lines of text otherwise, and what stands beside and below a text, which is not
 *   read: they are half of what pages consist of
 */
export function readPage(document: Document, url: string, whole = false): PageTree | null {
  if (!document.body) return null
  const reader = new BodyReader(document.body, whole ? 0 : MOST_LOOKS)
  const body = reader.read()
  return { body, head: readHead(document, url, reader.jsonLd), truncated: reader.truncated }
}

class BodyReader {
  readonly jsonLd: string[] = []
  truncated = false
  #nodes = 0
  #characters = 0
  /** Of them, in pieces that menus have none of. */
  #prose = 0
  /** What may be a button. */
  readonly #short: string[] = []
  readonly #covered: PageElement[] = []

  readonly #root: Element
  #looks: number

  constructor(root: Element, looks: number) {
    this.#root = root
    this.#looks = looks
  }

  /** Depth first without recursion: pages nest deeper than the stack. */
  read(): PageElement {
    const root = copyElement(this.#root, 'body', null)
    this.#walk(root)
    // Without its names, which say that it is hidden.
    if (this.#covered.length > 0 && UNFOLD.test(this.#short.join('\n')))
      for (const element of this.#covered) Object.assign(element, { hidden: false, attributes: {}, name: '' })
    return root
  }

  #walk(root: PageElement): void {
    let source: Node | null = this.#root.firstChild
    let target = root
    // The boxes around `source`: quicker asked of a list than of the page.
    const around: Node[] = []
    // Elements below the depth limit are read into the last allowed ancestor; `depth` counts the source.
    let depth = 1
    while (source) {
      if (++this.#nodes > LIMITS.nodes || this.#characters > LIMITS.characters) {
        this.truncated = true
        break
      }
      const entered = this.#take(source, target, depth)
      let next: Node | null = entered && source.firstChild
      if (entered && next) {
        if (depth < LIMITS.depth) target = entered
        around.push(source)
        source = next
        depth++
        continue
      }
      for (next = source.nextSibling; !next; next = source.nextSibling) {
        source = around.pop() ?? null
        depth--
        if (!source) return
        if (depth < LIMITS.depth && target.parent) target = target.parent
      }
      source = next
    }
  }

  #take(source: Node, target: PageElement, depth: number): PageElement | null {
    const type = source.nodeType
    if (type === 3) {
      const text = source.nodeValue ?? ''
      this.#characters += text.length
      target.children.push(text)
      if (text.length < LONGEST_BUTTON) this.#short.push(text)
      else if (target.tag !== 'a') this.#prose += text.trim().length
      return null
    }
    if (type !== 1) return null
    const element = source as Element
    const tag = element.localName
    if (DROPPED.has(tag)) {
      if (tag === 'script') this.#takeJsonLd(element)
      // A heading that unfolds what is below it, or a question that does.
      const says = tag === 'button' ? unfolding(element, target) : ''
      if (says !== '') {
        const label = copyElement(element, /^h/.test(target.tag) ? 'span' : 'div', target)
        label.children.push(says)
        target.children.push(label)
        return null
      }
      // Of a figure that shows its picture large on a click.
      const image =
        tag === 'button' && isAloneInFigure(element, target, 'img:not(button img)') && element.querySelector('img')
      if (image) target.children.push(copyElement(image, 'img', target))
      return null
    }
    if (tag === 'noscript' && !isText(element)) {
      for (const image of imagesInMarkup(element, target)) target.children.push(image)
      return null
    }
    const copy = copyElement(element, tag, target)
    if (copy.hidden && UPDATED_NAME.test(copy.attributes.class ?? '')) return null
    const isFooter = tag === 'footer'
    const isNamed = this.#prose > BELOW.least && tag !== 'main' && (isFooter || BELOW.name.test(nameOf(copy)))
    // An article has its own footer.
    const isBelow = isNamed && this.#looks-- > 0 && !(isFooter && element.closest('article,main,section'))
    if (isBelow && !element.querySelector('h1,main')) return null
    if (copy.attributes.background && isAloneInFigure(element, target, 'img') && !element.textContent?.trim()) {
      copy.tag = 'img'
      copy.attributes.src = copy.attributes.background
    }
    if (copy.hidden && !BOX_OF_ITS_OWN.test(`${copy.attributes.class} ${copy.attributes.id}`)) this.#covered.push(copy)
    if (depth <= LIMITS.depth) target.children.push(copy)
    const menu = MENU_TAGS.has(tag) && this.#looks-- > 0 ? menuText(element, copy) : ''
    if (menu !== '') {
      copy.children.push({ tag: 'a', attributes: {}, parent: copy, hidden: false, children: [menu] })
      return null
    }
    // What an iframe holds is for browsers that know none.
    if (tag === 'iframe') return null
    return depth < LIMITS.depth ? copy : target
  }

  #takeJsonLd(element: Element): void {
    if (/ld\+json/i.test(element.getAttribute('type') ?? '')) this.jsonLd.push(element.textContent ?? '')
  }
}

/** What a button says that unfolds what is below it: all of a heading, or a question; empty where it does not. */
function unfolding(button: Element, { tag }: PageElement): string {
  const [text, box] = [cleanLine((button.textContent ?? '').slice(0, 200)), button.parentElement]
  const isHeading =
    /^h[2-6]$/.test(tag) &&
    box?.childElementCount === 1 &&
    /\p{L}{3}/u.test(text) &&
    cleanLine(box.textContent ?? '') === text
  return isHeading || (button.hasAttribute('aria-expanded') && /[^?？]{8}[?？]$/.test(text)) ? text : ''
}

/** Whether `element` stands in a figure in which nothing is that `other` finds. */
function isAloneInFigure(element: Element, copy: PageElement, other: string): boolean {
  // Quicker asked of the copies, as most stand in none.
  if (!lineage(copy, 4).some(({ tag }) => tag === 'figure')) return false
  return element.closest('figure')?.querySelector(other) === null
}

function copyElement(element: Element, tag: string, parent: PageElement | null): PageElement {
  const attributes: Record<string, string> = {}
  let hidden = false
  // Names first: `attributes` would make an object of every one.
  const names = element.getAttributeNames()
  const count = Math.min(names.length, LIMITS.attributes)
  for (let i = 0; i < count; i++) {
    const name = names[i] as string
    if (ATTRIBUTES.has(name)) attributes[name] = (element.getAttribute(name) ?? '').slice(0, 4000)
    else if (name === 'style') {
      const style = (element.getAttribute(name) ?? '').slice(0, 1000)
      hidden ||= HIDING_STYLE.test(style)
      const background = style.includes('url(') && BACKGROUND_STYLE.exec(style)?.[1]
      if (background) attributes.background = background
      if (CENTRING_STYLE.test(style)) attributes.align = 'center'
      if (LARGE_STYLE.test(style)) attributes.size = '5'
    } else if (name === 'hidden') hidden = !STREAMED.test(element.id)
  }
  const name = attributes.class
  hidden ||=
    name !== undefined &&
    (UNSEEN.test(name) || (tag === 'a' && TO_HEADING.test(name)) || (tag === 'b' && TO_CAPTION.test(name)))
  return { tag, attributes, parent, hidden, children: [], name: undefined }
}

/** Whether a page keeps its text in `<noscript>`. Where scripts run, they show it, and here it is markup, not elements. */
const isText = (noscript: Element): boolean =>
  noscript.querySelector('p') !== null && (noscript.textContent ?? '').length > LEAST_TEXT

/** Shorter ones ask to turn scripts on, or show a picture. */
const LEAST_TEXT = 400

/** Pictures that a page keeps in `<noscript>` for readers without scripts; where scripts run, that is text, not elements. */
function imagesInMarkup(noscript: Element, parent: PageElement): PageElement[] {
  const markup = noscript.innerHTML.slice(0, 4000)
  const images: PageElement[] = []
  for (const match of markup.matchAll(/(?:<|&lt;)img\s[^<>]{0,2000}?\ssrc=["']([^"'<>\s]{1,2000})["']/gi)) {
    const src = (match[1] ?? '').replaceAll('&amp;', '&')
    images.push({ tag: 'img', attributes: { src, 'data-noscript': '1' }, parent, hidden: false, children: [] })
  }
  return images
}
