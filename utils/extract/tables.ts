import type { PageElement } from './page-tree.ts'
import { isElement, rawText } from './tree.ts'

/** The rows of a table, through thead, tbody and tfoot, but not those of a table within it. */
export function* rowsOf(table: PageElement): Generator<PageElement> {
  for (const child of table.children) {
    if (!isElement(child)) continue
    if (child.tag === 'tr') yield child
    else if (child.tag === 'thead' || child.tag === 'tbody' || child.tag === 'tfoot') yield* rowsOf(child)
  }
}

/** A table of data has rows of several short cells; one that lays out the page has a cell with most of the text. */
export function isDataTable(table: PageElement): boolean {
  let [rows, cells, total, longest] = [0, 0, 0, 0]
  for (const row of rowsOf(table)) {
    rows++
    for (const child of row.children) {
      if (!isElement(child) || (child.tag !== 'td' && child.tag !== 'th')) continue
      const { length } = rawText(child, 5000).trim()
      cells++
      total += length
      longest = Math.max(longest, length)
    }
  }
  return rows >= 2 && cells >= rows * 1.5 && longest < 600 && (total < 400 || longest < total * 0.6)
}
