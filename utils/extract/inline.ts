import { INVISIBLE } from '../article/text.ts'
import { isSafeLink } from '../article/url.ts'
import { OUTPUT_INLINE } from './html-words.ts'
import type { PageElement, PageNode } from './page-tree.ts'

/** The same words twice: as HTML of the allow-list, and without any. */
export interface Inline {
  readonly html: string
  readonly text: string
}

const HAN = /[\p{Script=Han}\u3001-\u303f\uff01-\uff60“”‘’…—]/u

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
  #pending: '' | ' ' | '\n' | 'br' = ''

  readonly #base: string
  readonly #keepSpace: boolean

  constructor(base: string, keepSpace: boolean) {
    this.#base = base
    this.#keepSpace = keepSpace
  }

  write(node: PageNode): void {
    if (typeof node === 'string') this.#writeText(node)
    else if (node.tag === 'br') this.#pending = 'br'
    else if (!node.hidden) this.#writeElement(node)
  }

  finish(): Inline {
    return { html: this.#html, text: this.#text }
  }

  #writeElement(element: PageElement): void {
    const [open, close] = this.#tagsOf(element)
    // Space before an element belongs outside of it; an element that stays empty leaves no trace.
    const before = { html: this.#html, length: this.#text.length, pending: this.#pending }
    let opened = ''
    if (open) {
      this.#settle(firstCharacter(element))
      opened = this.#html
      this.#html += open
    }
    for (const child of element.children) this.write(child)
    if (!open) return
    if (this.#html === opened + open) {
      this.#html = before.html
      this.#text = this.#text.slice(0, before.length)
      // What it held may have been a space: a<b> </b>c.
      if (before.pending !== '') this.#pending = before.pending
    } else this.#html += close
  }

  #writeText(raw: string): void {
    const text = raw.replace(INVISIBLE, '')
    if (this.#keepSpace) {
      this.#settle('x')
      this.#text += text
      this.#html += escapeHtml(text)
      return
    }
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        if (this.#pending === '') this.#pending = part.includes('\n') ? '\n' : ' '
        continue
      }
      this.#settle(part)
      this.#text += part
      this.#html += escapeHtml(part)
    }
  }

  /** Writes the space that is due before `next`: none at the start, none where the source wraps between Han. */
  #settle(next: string): void {
    if (next === '') return
    const pending = this.#pending
    this.#pending = ''
    if (pending === '' || this.#text === '' || /\s$/.test(this.#text)) return
    if (pending === 'br') {
      this.#text += '\n'
      this.#html += '<br>'
    } else if (pending === ' ' || !(HAN.test(this.#text.slice(-1)) && HAN.test(next.slice(0, 1)))) {
      this.#text += ' '
      this.#html += ' '
    }
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

/** A link that may be followed, absolute, or undefined. Links within the page lead nowhere once it is saved. */
export function linkAddress(href: string | undefined, base: string): string | undefined {
  if (!href || href.startsWith('#') || !URL.canParse(href.trim(), base)) return undefined
  const url = new URL(href.trim(), base).href
  return isSafeLink(url) ? url : undefined
}

function firstCharacter(element: PageElement): string {
  for (const child of element.children) {
    if (typeof child !== 'string') {
      const found = firstCharacter(child)
      if (found) return found
      continue
    }
    if (/^\s/.test(child)) return ''
    if (child !== '') return child.slice(0, 1)
  }
  return ''
}
