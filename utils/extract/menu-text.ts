import { cleanLine } from '../article/text.ts'
import { NEXT_WORDS } from './next-links.ts'
import type { PageElement } from './page-tree.ts'
import { hasTrailName, MOST_STEPS } from './trail.ts'

/** What a box that says it is a menu has none of. */
const NO_NAV = 'table,blockquote,pre,iframe,video,audio,[rel=next]'
/** What a menu has none of: what is read or seen, and what leads on. */
const NO_MENU = `p,h1,h2,h3,h4,h5,h6,img,time,${NO_NAV}`
/** A menu has so many links, which say so much of all that it says, or leave a count for each, and say so many characters each. */
const MENU = { links: 3, share: 0.8, rest: 6, least: 3, most: 40 }

/** What the links of a menu say, each in a line; empty where the box is none, but a text, a pager or a breadcrumb. */
export function menuText(box: Element, copy: PageElement): string {
  const links = box.getElementsByTagName('a')
  const count = links.length
  if (
    count < MENU.links ||
    (count <= MOST_STEPS && hasTrailName(copy)) ||
    box.querySelector(copy.tag === 'nav' ? NO_NAV : NO_MENU)
  )
    return ''
  let text = ''
  for (let i = 0; i < count && text.length <= count * MENU.most * 2; i++) {
    const says = cleanLine(links[i]?.textContent ?? '')
    if (NEXT_WORDS.test(says.slice(0, 40))) return ''
    if (says !== '') text += `${says}\n`
  }
  text = text.trimEnd()
  const isMenu = text.length >= count * MENU.least && text.length <= count * MENU.most
  const all = isMenu ? cleanLine(box.textContent ?? '').length : 0
  return isMenu && (text.length >= all * MENU.share || all - text.length <= count * MENU.rest) ? text : ''
}
