export type Role =
  | 'article'
  | 'alert'
  | 'button'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'navigation'
  | 'searchbox'
  | 'status'

/** Something to be found as a screen reader finds it. */
export interface Wanted {
  role: Role
  /** Its accessible name, whole. */
  name?: string
  within?: Wanted
}

/** One thing found: what it says, and where its middle is. */
export interface Seen {
  name: string
  text: string
  x: number
  y: number
  disabled: boolean
}

/**
 * Finds by role and accessible name what is not hidden, in the order of the page. Runs inside pages, so it uses nothing
 * from outside its own body, and knows no more of the rules for names than Kaifong's pages need.
 */
export function seenOnPage(wanted: Wanted): Seen[] {
  const TAGS: Record<string, string> = {
    article: 'article',
    alert: '[role=alert]',
    button: 'button',
    dialog: 'dialog[open]',
    heading: 'h1, h2, h3',
    link: 'a[href]',
    list: 'ul, ol',
    listitem: 'li',
    navigation: 'nav',
    searchbox: 'input[type=search]',
    status: '[role=status]',
  }
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const labelOf = (element: Element) => {
    const label = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
    return element.getAttribute('aria-label') ?? label?.textContent
  }
  const nameOf = (element: Element) => plain(labelOf(element) ?? element.textContent ?? '')
  // A box that is not there (`display: contents`) is seen by what is in it.
  const shown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) ||
    (getComputedStyle(element).display === 'contents' && [...element.children].some(shown))
  const findAll = ({ role, name, within }: Wanted): Element[] => {
    const roots: ParentNode[] = within ? findAll(within) : [document]
    const found = roots.flatMap(root => [...root.querySelectorAll(TAGS[role] ?? '')])
    return found.filter(element => shown(element) && (name === undefined || nameOf(element) === name))
  }
  return findAll(wanted).map((element, index) => {
    // Only the first is ever clicked: bring that one into view before its place is measured.
    if (index === 0 && ['button', 'link', 'searchbox'].includes(wanted.role)) {
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    }
    const { x, y, width, height } = element.getBoundingClientRect()
    return {
      name: nameOf(element),
      // biome-ignore lint/performance/useDomNodeTextContent: what a person sees has no hidden text, and has line ends
      text: element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
      x: x + width / 2,
      y: y + height / 2,
      disabled: element.matches(':disabled'),
    }
  })
}
