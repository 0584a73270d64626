import { INVISIBLE } from '../article/text.ts'
import { isSafeLink, parseAddress } from '../article/url.ts'
import { OUTPUT_INLINE } from './html-words.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { isBlank, isElement } from './tree.ts'

/** The same words twice: as HTML of the allow-list, and without any. */
export interface Inline {
  readonly html: string
  readonly text: string
}

const HAN = /[\p{Script=Han}\u3001-\u303f\uff01-\uff60“”‘’…—]/u

/** What has its own space after it, being as wide as a Han character. */
const STOP = /[、。，：；！？]$/

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Renders inline content: white space folded across elements, line breaks kept, everything not allowed unwrapped. */
export function renderInline(nodes: readonly PageNode[], base: string, keepSpace = false): Inline {
  const writer = new InlineWriter(base, keepSpace)
  for (const node of nodes) writer.write(node)
  return writer.finish()
}

class InlineWriter {
  #html = ''
  #text = ''
  /** The end of `#text`, which is many pieces: to look at it would put them together each time. */
  #last = ''
  #pending: '' | ' ' | '\n' | 'br' = ''

  #isCut = false

  readonly #base: string
  readonly #keepSpace: boolean

  constructor(base: string, keepSpace: boolean) {
    this.#base = base
    this.#keepSpace = keepSpace
  }

  write(node: PageNode): void {
    if (!isElement(node)) this.#writeText(node)
    else if (node.tag === 'br') this.#pending = 'br'
    else if (isWayBack(node)) this.#isCut = true
    else if (!node.hidden) this.#writeElement(node)
  }

  finish(): Inline {
    const [html, text] = [this.#html, this.#text]
    // The brackets of a link that was left out.
    return this.#isCut ? { html: html.replace(/ ?\[\]$/, ''), text: text.replace(/ ?\[\]$/, '') } : { html, text }
  }

  #writeElement(element: PageElement): void {
    const [open, close] = this.#tagsOf(element)
    // Space before an element belongs outside of it; an element that stays empty leaves no trace.
    const before = { html: this.#html, text: this.#text, last: this.#last, pending: this.#pending }
    if (open) {
      this.#settle(firstCharacter(element))
      this.#html += open
    }
    const { length } = this.#html
    for (const child of element.children) this.write(child)
    if (!open) return
    if (this.#html.length === length) {
      this.#html = before.html
      this.#text = before.text
      this.#last = before.last
      // What it held may have been a space: a<b> </b>c.
      if (before.pending !== '') this.#pending = before.pending
    } else this.#html += close
  }

  #writeText(raw: string): void {
    const text = raw.replace(INVISIBLE, '')
    if (this.#keepSpace) {
      this.#settle('x')
      this.#add(text)
      return
    }
    const words = text.trim()
    const start = text.indexOf(words)
    this.#await(text.slice(0, start))
    if (words !== '') {
      this.#settle(words)
      this.#add(foldLines(words))
    }
    this.#await(text.slice(start + words.length))
  }

  #add(text: string, html = escapeHtml(text)): void {
    this.#text += text
    this.#html += html
    if (text !== '') this.#last = text.slice(-1)
  }

  #await(space: string): void {
    if (space !== '' && this.#pending === '') this.#pending = space.includes('\n') ? '\n' : ' '
  }

  /** Writes the space that is due before `next`: none at the start, after a full-width mark, and where the source wraps between Han. */
  #settle(next: string): void {
    if (next === '') return
    const pending = this.#pending
    this.#pending = ''
    if (pending === '' || isBlank(this.#last)) return
    if (pending === 'br') this.#add('\n', '<br>')
    else if (!STOP.test(this.#last) && (pending === ' ' || !isBetweenHan(this.#last, next))) this.#add(' ')
  }

  #tagsOf(element: PageElement): [string, string] {
    if (element.tag === 'a') {
      const href = linkAddress(element.attributes.href, this.#base)
      return href ? [`<a href="${escapeHtml(href)}">`, '</a>'] : ['', '']
    }
    const tag = element.tag === 'strike' ? 's' : element.tag
    return OUTPUT_INLINE.has(tag) ? [`<${tag}>`, `</${tag}>`] : ['', '']
  }
}

/** From a note back to where it is of. */
const isWayBack = ({ tag, attributes, children: [says] }: PageElement): boolean =>
  tag === 'a' && typeof says === 'string' && /^\W{0,2}[↩⤴↑]\W{0,3}$/.test(says) && (attributes.href ?? '').includes('#')

/** Whether the source may wrap between two texts without meaning a space. */
const isBetweenHan = (before: string, after: string): boolean =>
  HAN.test(before.slice(-1)) && HAN.test(after.slice(0, 1))

/** `text` with every run of white space as one space, or none after a full-width mark and where the source wraps between Han. */
const foldLines = (text: string): string =>
  text
    // Single spaces, which are most white space, stay untouched.
    .replace(/[^\S ]\s*| \s+/g, (run, at: number) =>
      run.includes('\n') && isBetweenHan(text.slice(0, at), text.slice(at + run.length)) ? '' : ' ',
    )
    .replace(/([、。，：；！？]) /g, '$1')

/** A link that may be followed, absolute, or undefined. Links within the page lead nowhere once it is saved. */
export function linkAddress(href: string | undefined, base: string): string | undefined {
  const url = href && !href.startsWith('#') ? parseAddress(href.trim(), base)?.href : undefined
  return url && isSafeLink(url) ? url : undefined
}

function firstCharacter(element: PageElement): string {
  for (const child of element.children) {
    if (isElement(child)) {
      const found = firstCharacter(child)
      if (found) return found
      continue
    }
    if (/^\s/.test(child)) return ''
    if (child !== '') return child.slice(0, 1)
  }
  return ''
}
