import createDOMPurify, { type Config, type WindowLike } from 'dompurify'
import { PHRASE_ELEMENTS } from './elements.ts'
import { isSafeLink } from './url.ts'

const TAGS = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', ...PHRASE_ELEMENTS],
]
const ATTRIBUTES = [
  ...['href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'scope', 'start', 'lang', 'dir', 'datetime'],
]

/** The only HTML an article is made of. Lists, so that a reviewer can read them. */
const allowedHtml: Readonly<Config> = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
}

/** Holds a picture's address after `sanitise`, which leaves no `src`: a page fills that in with bytes it has. */
export const PICTURE_ADDRESS = 'data-picture'

/**
 * Turns article HTML into nodes that are safe to insert. The single place where text becomes markup.
 * Links keep only http, https and mailto, and open without a referrer. Pictures lose their `src` to `PICTURE_ADDRESS`
 * while they are still in an inert document, so that showing an article never causes a request.
 * @param html HTML from any page, message, record or file
 * @param window the window whose document will hold the nodes
 */
export function sanitise(html: string, window: WindowLike & { document: Document }): DocumentFragment {
  const purifier = createDOMPurify(window)
  purifier.addHook('afterSanitizeAttributes', node => {
    if (node.nodeName === 'IMG') detachPicture(node)
    if (node.nodeName === 'A') secureLink(node)
  })
  return purifier.sanitize(html, { ...allowedHtml, RETURN_DOM_FRAGMENT: true })
}

function detachPicture(image: Element): void {
  const address = image.getAttribute('src') ?? ''
  image.removeAttribute('src')
  if (/^https?:/i.test(address)) image.setAttribute(PICTURE_ADDRESS, address)
  else image.remove()
}

function secureLink(link: Element): void {
  const href = link.getAttribute('href')
  if (href === null || !isSafeLink(href)) {
    link.removeAttribute('href')
    return
  }
  link.setAttribute('rel', 'noopener noreferrer')
  link.setAttribute('target', '_blank')
}
