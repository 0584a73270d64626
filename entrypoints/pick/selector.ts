import { finder } from '@medv/finder'

/**
 * A CSS selector that finds this element alone, by names where it has some, which the site's other pages share.
 * @throws where none is found
 */
export function selectorOf(element: Element): string {
  return finder(element, { root: element.ownerDocument.documentElement, attr: () => false })
}
