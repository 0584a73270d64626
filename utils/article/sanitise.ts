import createDOMPurify, { type Config, type WindowLike } from 'dompurify'
import { isSafeLink } from './url.ts'

const TAGS = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'sub',
    'sup',
    'small',
    'mark',
    'code',
    'kbd',
    'samp',
    'var',
    'q',
    'cite',
  ],
  ...['abbr', 'time', 'ruby', 'rt', 'rp', 'del', 'ins'],
]
const ATTRIBUTES = [
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'lang',
  'dir',
  'datetime',
]

/** The only HTML an article is made of. Lists, so that a reviewer can read them. */
export const allowedHtml: Readonly<Config> = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
}

/**
 * Turns article HTML into nodes that are safe to insert. The single place where text becomes markup.
 * Links keep only http, https and mailto and open without a referrer; pictures keep only http(s) addresses.
 * @param html HTML from any page, message, record or file
 * @param window the window whose document will hold the nodes
 */
export function sanitise(html: string, window: WindowLike & { document: Document }): DocumentFragment {
  const purifier = createDOMPurify(window)
  const fragment = purifier.sanitize(html, { ...allowedHtml, RETURN_DOM_FRAGMENT: true })
  for (const link of fragment.querySelectorAll('a')) secureLink(link)
  for (const image of fragment.querySelectorAll('img')) {
    if (!/^https?:/i.test(image.getAttribute('src') ?? '')) image.remove()
  }
  return fragment
}

function secureLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href')
  if (href === null || !isSafeLink(href)) {
    link.replaceWith(...link.childNodes)
    return
  }
  link.setAttribute('rel', 'noopener noreferrer')
  link.setAttribute('target', '_blank')
}
