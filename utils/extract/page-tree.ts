import { cleanLine } from '../article/text.ts'
import { copyElement, imagesInMarkup, isText } from './copy-element.ts'
import { MENU_TAGS, words } from './html-words.ts'
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
export const LIMITS = { nodes: 60_000, depth: 160, characters: 4_000_000 }

const DROPPED = words(
  'script style svg math canvas button select input textarea option datalist object applet map ' +
    'dialog link meta title head menu frameset progress noembed noframes rt rp',
)

/** What a page says that shows the beginning of a text and the rest on a click. */
const UNFOLD = /(?:展开|阅读|查看|余下)(?:全文|剩余|余下)/
const LONGEST_BUTTON = 80
/** Hidden for another reason than to be unfolded. */
const BOX_OF_ITS_OWN = /pop|modal|dialog|login|share|mask|layer|tip|qr|code|comment|nav|menu/i
/** When a page was changed, for search engines only, which stands beside its day (WordPress). */
const UPDATED_NAME = /^updated\b/
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

  /** What was sent later and is read already, and where reading goes on for a while. */
  readonly #sent = new Set<Node>()
  #detour: { readonly sent: Node; readonly end: Node } | undefined

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
      const detour = this.#detour
      if (detour) {
        this.#detour = undefined
        next = detour.sent.firstChild
        if (next) source = detour.end
      }
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
    if (this.#sent.size > 0 && this.#sent.has(element)) return null
    if (tag === 'template') return this.#takeSent(element, target)
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

  /**
   * What React sent later for the place of a template (https://react.dev/reference/react/Suspense), once; without what fills
   * it until then, up to a comment.
   */
  #takeSent(template: Element, target: PageElement): PageElement | null {
    const [, kind, number] = /^([BP])(:\w+)$/.exec(template.id) ?? []
    const sent = kind ? template.ownerDocument.getElementById(`S${number}`) : null
    if (!sent || this.#sent.has(sent)) return null
    this.#sent.add(sent)
    let end: Node | null = template
    for (let i = 0; end && end.nodeValue !== '/$'; i++) end = kind === 'B' && i < MOST_LOOKS ? end.nextSibling : null
    this.#detour = { sent, end: end ?? template }
    const copy = copyElement(sent, 'div', target)
    target.children.push(copy)
    return copy
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
