import type { Source } from '../article/article.ts'

/** Agencies of news, as papers name them in brackets: before a text after the place it is from, or at its end. */
const AGENCIES = 'dpa|AFP|AP|Reuters|APA|epd|KNA|SID|ANSA|EFE|Bloomberg|Xinhua|TASS|CNA|Keystone-SDA|sda'
const AT_START = new RegExp(`^[^.!?]{0,60}\\((${AGENCIES})\\) ?[-–—]`)
const AT_END = new RegExp(`[(\\[]((?:${AGENCIES})(?:[/,] ?(?:${AGENCIES})){0,3})(?:[-/][a-z]{2,4})?[)\\]]\\W{0,3}$`)

/** A line that says where all of it is from, without pictures or a day: "Quelle: Deutscher Jagdverband (DJV), 2. Februar 2022". */
const LABELLED =
  /^(?:Quelle|Source|Fuente|Fonte|Bron|Źródło|Kilde|Källa) ?: ?(\p{Lu}[^:\d]{2,50}?)(?:,? (?:\p{L}+, )?(?:\d|vom |https?:).*|[.;,]?)$/u
const OF_PICTURES = /\b(?:foto|photo|bild|image|text|getty|shutterstock|unsplash|pixabay|istock|imago)/i

/** More of it stands on another line. */
const CUT = / (?:and|und|et|y|e|en)$/

/** So many lines at an end may say so. */
const REACH = 3

/**
 * Who wrote what a page in another language than Chinese has from elsewhere: an agency, or whom a line at the end names.
 * @param lines the body's, as they stand on the page
 * @param after those below it
 */
export function findAgency(lines: readonly string[], after: readonly string[]): Source | undefined {
  const ends = [...lines.slice(-REACH), ...after.slice(0, REACH)]
  const found = [
    ...ends.map(line => LABELLED.exec(line)?.[1]).filter((name = '') => !OF_PICTURES.test(name) && !CUT.test(name)),
    ...lines.slice(-REACH).map(line => AT_END.exec(line.slice(-80))?.[1]),
    ...lines.slice(0, 2).map(line => AT_START.exec(line.slice(0, 90))?.[1]),
  ]
  const name = found.find(Boolean)
  return name ? { name } : undefined
}
