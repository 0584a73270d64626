import { cleanLine } from '../article/text.ts'
import type { BodyTree } from './body-tree.ts'
import { BY } from './bylines.ts'
import { hasHan } from './characters.ts'
import { findDate } from './dates.ts'
import type { Line } from './lines.ts'
import { isElement, isNamedLike, lineage, nameOf } from './tree.ts'
import { isAboutLine } from './trim.ts'

/**
 * What templates call the line above a headline (肩题, 引题) or below it (副题, a deck). 方正翔宇 e-papers say "yinti" and
 * "futi", 帝国 and TRS "subtitle", English ones "subhead", "standfirst", "dek".
 */
const SUBTITLE_NAME =
  /(?:^|[\s_-])(?:sub-?(?:title|hed|head(?:line|ing)?)|second-?title|fu-?(?:ti|biaoti|title)|yin-?ti|jian-?ti|intro-?title|shoulder-?title|standfirst|dec?k|kicker-?title|sub|article__desc|story-lead|summary-art|chap(?:eau|o))(?:$|[\s_-])(?!follow)/
/** How far from the headline it stands, in blocks, and how long it is, in characters. */
const REACH = 6
const LENGTH = { least: 4, far: 20, above: 60, most: 240, described: 400, said: 12 }
const DASH = '——'
/** What people are, after their names: "Anna Lee, DVM; Tom Beck, BA". */
const DEGREE = /\p{Ll}, ?(?:Ph\.?D|M\.?D|[A-Z]{2,6})(?= ?(?:[,;&.]|$))/gu
/** With what a summary above a text begins. */
const SUMMARY = /^[[【]?(?:内容)?(?:摘要|导[读语]|核心提示|提要|我們想讓你知道的是)[\]】:：\s]*/
const CONTENTS = /^(?:(?:table of )?contents|inhalt.{0,12}|目[录錄])$/i

/**
 * The subtitle (副题) of an article, or else the line above its headline (肩题); undefined where the page shows neither.
 * @param lines those around the headline, down to the second of the text, which may turn out to begin with its subtitle
 * @param title which of them shows the headline, -1 where none does
 * @param descriptions what the head says of the page: a deck, often
 */
export function findSubtitle(
  lines: readonly Line[],
  title: number,
  headline: string,
  body: BodyTree,
  descriptions: readonly string[],
): Line | undefined {
  if (title < 0) return undefined
  const ofText = lines.flatMap(({ place, text }, at) => (place >= 0 && text !== '' ? [at] : []))
  // The only paragraph is none.
  const isOnly = [...body.blocks.values()].filter(({ text }) => text !== '').length === 1
  const [start = lines.length, next = isOnly ? start : lines.length] = ofText
  const first = lines[start]
  const above = new Set(lines.slice(0, start + 1))
  const isSubtitle = (line: Line) =>
    !line.hidden &&
    line.linked < line.text.length / 2 &&
    line.text.replace(SUMMARY, '').length >= LENGTH.least &&
    line.text.length <= (isDescribed(line) ? LENGTH.described : LENGTH.most) &&
    // One word is a badge.
    /\p{Script=Han}| /u.test(line.text) &&
    line.text !== headline &&
    !CONTENTS.test(line.text) &&
    !isAboutLine(line.text) &&
    !BY.test(line.text) &&
    (line.text.match(DEGREE) ?? []).length < 2 &&
    (SUMMARY.test(line.text) || findDate(line.text) === undefined)
  // As a heading, or what else was not taken for one of them: descriptions repeat first paragraphs, too.
  const isDescribed = (line: Line) =>
    above.has(line) &&
    (line.place < 0 || /^h\d$/.test(line.element.tag)) &&
    // 织梦 cuts the first paragraph and shows it above itself.
    (line === first || !first?.text.startsWith(line.text.slice(0, LENGTH.far))) &&
    descriptions.some(said => isSaying(said, line.text))
  // A heading right below the headline, in another box than the paragraphs, heads none of them.
  const elements = [...body.blocks.keys()]
  const paragraph = elements.find(
    (element, i) => i !== lines[start]?.place && (body.blocks.get(element)?.text.length ?? 0) > LENGTH.above,
  )
  const isHeaded = (line: Line) =>
    above.has(line) &&
    /^h[2-4]$/.test(line.element.tag) &&
    line.text.length >= LENGTH.above &&
    elements[line.place]?.parent !== paragraph?.parent
  const near = lines
    .slice(title + 1, Math.min(next, title + 1 + REACH * 2))
    // When, who, from where may be a list.
    .filter(line => line.element.tag !== 'li' || isNamed(line))
    .slice(0, REACH)
  const isDeck = (line: Line) =>
    isNamed(line) ||
    isHeaded(line) ||
    SUMMARY.test(line.text) ||
    isDescribed(line) ||
    isSummary(line) ||
    (above.has(line) && line !== lines[start] && line.text.startsWith(DASH))
  return (
    near.find(line => isDeck(line) && isSubtitle(line)) ??
    // On Chinese pages what is called a summary is one however much stands above it.
    lines
      .slice(title + 1, next)
      .find(line => hasHan(line.text) && line.text.length >= LENGTH.far && isSummary(line) && isSubtitle(line)) ??
    lines.slice(0, title).find(line => line.text.length <= LENGTH.above && isNamed(line) && isSubtitle(line))
  )
}

/** What Chinese templates call the box of a summary above a text, and those of other papers that of a deck. */
const SUMMARY_NAME = /zhaiyao|daoyu|abstract|summary|whyneedknow|(?:^|[\s_-])lead(?:$|\s)/
const DECK_NAME =
  /epigraph|bajada|(?:article|header)-?dek|(?:^|\s)a-lead(?:$|\s)|(?:story|article|post|entry|title|header)[-_]{1,2}(?:summary|excerpt|intro)|sottotitolo|catenaccio|occhiello|entradilla|(?:lead|intro)-?text|strapline|(?:^|[\s_-])(?:ingress|manchet|lede|opener|vorspann)(?:$|\s)/

/** In a box that says no more than the summary. */
function isSummary({ element, text }: Line): boolean {
  const name = hasHan(text) ? SUMMARY_NAME : DECK_NAME
  return lineage(element).some(box => name.test(nameOf(box)) && !('more' in box.attributes))
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
export const subtitleText = ({ text }: Line, title: string): string => {
  const own = text.startsWith(title) ? text.slice(title.length).replace(/^\s?[:：]/, '') : text
  return cleanLine(own.replace(SUMMARY, '').replace(/^(?:—+|[,;|])/, ''))
}

/** What a site calls the boxes of its own name, which may have a motto. */
const OF_SITE = /(?:site|blog)-?(?:sub|desc|title|brand)|logo|masthead|menu/

function isNamed({ element }: Line): boolean {
  if (isNamedLike(OF_SITE, element)) return false
  return lineage(element).some(box => {
    // Founder's e-papers name the elements themselves: founder-subtitle. The sub of H₂O is HTML's own.
    const parts = box === element ? [box, ...box.children] : [box]
    const tags = parts.map(part => (isElement(part) && part.tag.includes('-') ? part.tag : ''))
    return SUBTITLE_NAME.test([nameOf(box), ...tags].join(' '))
  })
}
