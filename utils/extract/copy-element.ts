import { LAZY_ATTRIBUTES, SRCSET_ATTRIBUTES, words } from './html-words.ts'
import type { PageElement } from './page-tree.ts'

/** No element of a page has more attributes that matter. */
const MOST_ATTRIBUTES = 48

// What the later steps ask for. An allow-list, so that an element with thousands of attributes costs nothing.
const ATTRIBUTES = new Set([
  ...words(
    'id class href src alt title width height colspan rowspan role rel itemprop datetime content align size start ' +
      'aria-label',
  ),
  ...LAZY_ATTRIBUTES,
  ...SRCSET_ATTRIBUTES,
])

// Not `visibility: hidden`: 微信 and others hide the whole text with it until a script has run.
const HIDING_STYLE = /display\s*:\s*none/i
/** What React sends later for a place on the page, hidden until a script has put it there. */
const STREAMED = /^S:/
/**
 * What style sheets hide, and what shows where one points only: letters that Discuz puts between those of a text against
 * copying, words for screen readers, links to headings and to editing them.
 */
const UNSEEN =
  /^jammer$|mw-editsection|\bsr-only\b|visually-?hidden|screen-reader-text|element-invisible|rich-snippet-hidden|w-condition-invisible|\bd-none d-print-/
/** NPR, where captions are short on small screens. */
const TO_CAPTION = /^(?:hide|toggle)-caption$/
const TO_HEADING = /header-?(?:anchor|link)$/
const BACKGROUND_STYLE = /background(?:-image)?\s*:[^;]{0,40}?url\(\s*['"]?([^'")\s]{4,1000})/i
const CENTRING_STYLE = /text-align\s*:\s*center/i
/** As large as `<font size=5>`, or bold, which headlines are. */
const LARGE_STYLE = /font-size\s*:\s*(?:1[89]|[2-9]\d)px|font-weight\s*:\s*(?:bold|[6-9]00)/i

/** What matters of `element` by itself, as plain values. */
export function copyElement(element: Element, tag: string, parent: PageElement | null): PageElement {
  const attributes: Record<string, string> = {}
  let hidden = false
  // Names first: `attributes` would make an object of every one.
  const names = element.hasAttributes() ? element.getAttributeNames() : []
  const count = Math.min(names.length, MOST_ATTRIBUTES)
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
export const isText = (noscript: Element): boolean =>
  noscript.querySelector('p') !== null && (noscript.textContent ?? '').length > LEAST_TEXT

/** Shorter ones ask to turn scripts on, or show a picture. */
const LEAST_TEXT = 400

/** Pictures that a page keeps in `<noscript>` for readers without scripts; where scripts run, that is text, not elements. */
export function imagesInMarkup(noscript: Element, parent: PageElement): PageElement[] {
  const markup = noscript.innerHTML.slice(0, 4000)
  const images: PageElement[] = []
  for (const match of markup.matchAll(/(?:<|&lt;)img\s[^<>]{0,2000}?\ssrc=["']([^"'<>\s]{1,2000})["']/gi)) {
    const src = (match[1] ?? '').replaceAll('&amp;', '&')
    images.push({ tag: 'img', attributes: { src, 'data-noscript': '1' }, parent, hidden: false, children: [] })
  }
  return images
}
