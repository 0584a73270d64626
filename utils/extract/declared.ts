import { cleanLine } from '../article/text.ts'
import { type Block, wrap } from './blocks.ts'
import { decodeEntities } from './entities.ts'
import type { PageTree } from './page-tree.ts'

/** A shorter body in a page's data is a teaser. */
const LEAST = 400
/** The data are believed where they say so many times more than was found on the page. */
const TIMES_MORE = 3

/**
 * The article as the page's data (JSON-LD) give it, for pages that show theirs by a script or to subscribers only. It is put
 * at the end of the tree; undefined where what was found on the page will do.
 * @param found how many characters were found on the page
 * @param count how many blocks the page has: those made here come after them
 */
export function declaredBlocks(page: PageTree, body: string, found: number, count: number): Block[] | undefined {
  const least = Math.max(LEAST, found * TIMES_MORE)
  if (body.length < least) return undefined
  // Some have their markup escaped.
  const markup = /&lt;\/?(?:p|br|div|h\d)\b/i.test(body) ? decodeEntities(body) : body
  const lines = markup
    .replace(/<\/(?:p|div|li|h\d)>|<br[^<>]{0,20}>/gi, '\n')
    .replace(/<[^<>]{0,500}>/g, ' ')
    .split('\n')
    .map(line => cleanLine(decodeEntities(line)))
    .filter(line => line !== '')
  // Without its markup it may be no longer.
  if (lines.join('').length < least) return undefined
  const box = wrap('div', [], page.body)
  page.body.children.push(box)
  return lines.map((text, i) => {
    const element = wrap('p', [text], box)
    box.children.push(element)
    return { position: count + i, element, text, linked: 0, images: [], hidden: false }
  })
}
