import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import { BY } from './bylines.ts'
import { hasHan } from './characters.ts'
import { findDate } from './dates.ts'
import { isElement, isNamedLike, lineage, nameOf, rawText } from './tree.ts'
import { isAboutLine } from './trim.ts'

/**
 * What templates call the line above a headline (肩题, 引题) or below it (副题, a deck). 方正翔宇 e-papers say "yinti" and
 * "futi", 帝国 and TRS "subtitle", English ones "subhead", "standfirst", "dek".
 */
const SUBTITLE_NAME =
  /(?:^|[\s_-])(?:sub-?(?:title|head(?:line|ing)?)|second-?title|fu-?(?:ti|biaoti|title)|yin-?ti|jian-?ti|intro-?title|shoulder-?title|standfirst|dec?k|kicker-?title|sub|article__desc|story-lead|summary-art|chap(?:eau|o))(?:$|[\s_-])(?!follow)/
/** How far from the headline it stands, in blocks, and how long it is, in characters. */
const REACH = 6
const LENGTH = { least: 4, far: 20, above: 60, most: 240, described: 400, said: 12 }
const DASH = '——'
/** With what a summary above a text begins. */
const SUMMARY = /^[[【]?(?:内容)?(?:摘要|导[读语]|核心提示|提要|我們想讓你知道的是)[\]】:：\s]*/
const CONTENTS = /^(?:(?:table of )?contents|inhalt.{0,12}|目[录錄])$/i
/** How many boxes up one may be named so. */
const LEVELS = 2

/**
 * The subtitle (副题) of an article, or else the line above its headline (肩题); undefined where the page shows neither.
 * @param title position of the block that shows the headline, -1 where none does
 * @param body the blocks of the text: only the first of them may turn out to be the subtitle
 * @param descriptions what the head says of the page: a deck, often
 */
export function findSubtitle(
  blocks: readonly Block[],
  title: number,
  headline: string,
  body: readonly Block[],
  descriptions: readonly string[],
): Block | undefined {
  if (title < 0) return undefined
  const [start = Number.POSITIVE_INFINITY, next = start] = body
    .filter(({ text }) => text !== '')
    .map(({ position }) => position)
  const isSubtitle = (block: Block) =>
    block.position < next &&
    !block.hidden &&
    block.linked < block.text.length / 2 &&
    block.text.replace(SUMMARY, '').length >= LENGTH.least &&
    block.text.length <= (isDescribed(block) ? LENGTH.described : LENGTH.most) &&
    // One word is a badge.
    /\p{Script=Han}| /u.test(block.text) &&
    block.text !== headline &&
    !CONTENTS.test(block.text) &&
    !isAboutLine(block.text) &&
    !BY.test(block.text) &&
    (SUMMARY.test(block.text) || findDate(block.text) === undefined)
  // As a heading: descriptions repeat first paragraphs, too.
  const isDescribed = ({ position, text, element }: Block) =>
    position <= start && /^h\d$/.test(element.tag) && descriptions.some(said => isSaying(said, text))
  // A heading right below the headline, in another box than the paragraphs, heads none of them.
  const holder = body.find(({ position, text }) => position > start && text.length > LENGTH.above)?.element.parent
  const isHeaded = ({ element, position, text }: Block) =>
    position <= start && /^h[2-4]$/.test(element.tag) && text.length >= LENGTH.above && element.parent !== holder
  const near = blocks
    .slice(title + 1, title + 1 + REACH * 2)
    // When, who, from where may be a list.
    .filter(block => block.element.tag !== 'li' || isNamed(block))
    .slice(0, REACH)
  const isDeck = (block: Block) =>
    isNamed(block) ||
    isHeaded(block) ||
    SUMMARY.test(block.text) ||
    isDescribed(block) ||
    isSummary(block) ||
    (block.position < start && block.text.startsWith(DASH))
  const below =
    near.find(block => isDeck(block) && isSubtitle(block)) ??
    // On Chinese pages what is called a summary is one however much stands above it.
    blocks
      .slice(title + 1, Math.min(next, blocks.length))
      .find(block => hasHan(block.text) && block.text.length >= LENGTH.far && isSummary(block) && isSubtitle(block))
  const above = blocks
    .slice(Math.max(0, title - REACH), title)
    .find(block => block.text.length <= LENGTH.above && isNamed(block) && isSubtitle(block))
  return below ?? above
}

/** What Chinese templates call the box of a summary above a text, and those of other papers that of a deck. */
const SUMMARY_NAME = /zhaiyao|daoyu|abstract|summary|whyneedknow|(?:^|[\s_-])lead(?:$|\s)/
const DECK_NAME =
  /epigraph|bajada|(?:article|header)-?dek|(?:^|\s)a-lead(?:$|\s)|(?:story|article|post|entry|title|header)[-_]{1,2}(?:summary|excerpt|intro)|sottotitolo|catenaccio|occhiello|entradilla|(?:lead|intro)-?text|strapline|(?:^|[\s_-])(?:ingress|manchet|lede|opener|vorspann)(?:$|\s)/

/** It says no more than the summary. */
function isSummary({ element, text }: Block): boolean {
  const name = hasHan(text) ? SUMMARY_NAME : DECK_NAME
  return lineage(element, 3).some(
    box => name.test(nameOf(box)) && cleanLine(rawText(box)).replace(SUMMARY, '') === text.replace(SUMMARY, ''),
  )
}

/** Whether a description is `text`, as far as it goes: many are cut. */
function isSaying(said: string, text: string): boolean {
  const [own, other] = [squeeze(said).slice(0, -SLACK), squeeze(text)]
  return own.length >= LENGTH.said && (other.startsWith(own) || own === other.slice(0, -SLACK))
}
/** What ends a description that is cut: dots, half a word. */
const SLACK = 8

const squeeze = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** What a reader sees of it: without the dash that Chinese subtitles begin with. */
export const subtitleText = ({ text }: Block): string => cleanLine(text.replace(SUMMARY, '').replace(/^—+/, ''))

/** What a site calls the boxes of its own name, which may have a motto. */
const OF_SITE = /(?:site|blog)-?(?:sub|desc|title|brand)|logo|masthead|menu/

function isNamed({ element }: Block): boolean {
  if (isNamedLike(OF_SITE, element, 3)) return false
  return lineage(element, LEVELS + 1).some(box => {
    // Founder's e-papers name the elements themselves: founder-subtitle. The sub of H₂O is HTML's own.
    const parts = box === element ? [box, ...box.children] : [box]
    const tags = parts.map(part => (isElement(part) && part.tag.includes('-') ? part.tag : ''))
    return SUBTITLE_NAME.test([nameOf(box), ...tags].join(' '))
  })
}
