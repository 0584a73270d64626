import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import { findDate } from './dates.ts'
import type { PageElement } from './page-tree.ts'
import { squeeze, stripSiteName } from './title-parts.ts'
import { elementsOf, isElement, nameOf, rawText } from './tree.ts'

/** What is left beside a kicker is a headline from so many characters on. */
const LEAST = 4

/** What templates name the line above a headline, or below it, where both are one heading. */
const KICKER_NAME =
  /kicker|dachzeile|(?:over|top|roof)line|(?:top|super|sub)-?title|sub-?head|title-?header|eyebrow|spitzmarke|\blabel\b|descriptor|(?:yin|jian|fu)-?ti/

/** The headline of a heading that has its kicker in an element so named; undefined where it has none. */
export function apartFromKicker({ element }: Block): { title: string; kicker: string } | undefined {
  for (const part of elementsOf(element)) {
    if (part === element || !KICKER_NAME.test(nameOf(part)) || !part.parent) continue
    const kicker = cleanLine(rawText(part))
    const rest = part.parent.children.filter(child => child !== part)
    const title = cleanLine(rest.map(child => rawText(child)).join(' '))
    const headline = title.replace(LOOSE_MARK, '')
    if (kicker !== '' && headline.length >= LEAST) return { title: headline, kicker }
  }
  return undefined
}

/** What stands between a kicker and its headline, and is left where the kicker goes. */
const LOOSE_MARK = /^[:：|｜·•–—-]{1,3} ?| ?[|｜·•–—-]{1,3}$/g

/** The headline of a heading that holds a kicker, a date or the site's name beside it, each in an element of its own. */
export function withoutKicker(block: Block, known: readonly string[], site: string): string {
  const whole = squeeze(block.text)
  const wanted = known.map(squeeze).filter(text => text.length >= 10 && text !== whole && whole.includes(text))
  if (wanted.length > 0) {
    for (const element of elementsOf(block.element)) {
      const text = cleanLine(ownText(element, block))
      if (text !== '' && wanted.includes(squeeze(text))) return text
    }
  }
  // PHPCMS: the day and the source in the heading, below the headline.
  const own = cleanLine(ownText(block.element, block))
  const isDated = block.text.startsWith(own) && findDate(block.text.slice(own.length)) !== undefined
  const begins = (text: string) => known.some(each => squeeze(each).startsWith(squeeze(text)))
  if (own.length >= LEAST && isDated && begins(own) && !begins(block.text)) return own
  const stripped = stripSiteName(block.text, site)
  return stripped !== block.text && known.some(text => squeeze(text) === squeeze(stripped)) ? stripped : block.text
}

/** What stands in an element, or, for the block's own, in it beside its elements. */
function ownText(element: PageElement, block: Block): string {
  if (element !== block.element) return rawText(element)
  return element.children.filter(child => !isElement(child)).join(' ')
}
