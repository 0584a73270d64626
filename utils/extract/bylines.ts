import { cleanLine } from '../article/text.ts'
import type { Line } from './lines.ts'
import type { PageElement } from './page-tree.ts'
import { elementsOf, isNamedLike, lineage, nameOf, rawText } from './tree.ts'

/** What blocks say that may name people: menus say 图片 and 财经, and mean neither. */
export const creditLines = (blocks: readonly Line[]): string[] =>
  blocks
    .filter(({ text, linked }) => {
      const { length } = text.replace(/[\s|｜·>-]/g, '')
      return linked < length * 0.75 || (text.length < 20 && !(linked === length && /[|｜>]/.test(text)))
    })
    .map(({ text }) => text)

/** 微信公众号 and 百家号 show their author without a label, in an element of this name. */
const AUTHOR_NAME =
  /rich_media_meta_text|author(?:info)?[-_]*name|(?:follow-nick|user)-?name|poster|(?:^|[\s_-])(?:author|autor)(?:$|\s)/

/** Where all is that somebody wrote for the site. */
const AUTHOR_PAGE = /\/author\/[\w%-]+\/?$/

const isAuthorPage = ({ attributes }: PageElement): boolean => AUTHOR_PAGE.test(attributes.href ?? '')

/** The authors that the lines around the headline of a Chinese page show without a label. */
export const shownAuthors = (lines: readonly Line[]): string[] =>
  namesIn(lines, element => AUTHOR_NAME.test(nameOf(element)) || isAuthorPage(element))

/** Those whom the lines below it link to. */
export const linkedAuthors = (lines: readonly Line[]): string[] => namesIn(lines, isAuthorPage)

function namesIn(lines: readonly Line[], isNamed: (element: PageElement) => boolean): string[] {
  const named = lines.flatMap(({ text, element }) =>
    text.length > 200 ? [] : [...elementsOf(element)].filter(isNamed),
  )
  const texts = innermost(named).map(element => cleanLine(rawText(element, 100)))
  return texts.filter(text => /^(?!发表于|文字|[攝摄]影|[責责])[\p{L} ·_-]{2,20}$/u.test(text))
}

/** What pages in other languages call the element that says who wrote them, and the words with which such a line begins. */
const BYLINE_NAME = /(?:^|[\s_-])(?:author|autore?s?|auteurs?|byline|firma|writer|vcard)(?:[\s_-]?name)?(?=$|[\s_-])/
export const BY =
  /^(?:(?:Written|WRITTEN|Posted|Published|Article|Story|Words|Text|Authored) )?(?:[Bb]y|BY)(?:[: ]+|(?=\p{Lu}\p{Ll}))|^(?:Von|VON|Par|Por|POR|Di|Door|Text|Autor(?:en|in)?)[: ]+|^Authors?: ?/u

/**
 * What each line near the headline of a page in another language says that is, or looks like, a byline: the innermost elements
 * named so, or the line itself.
 */
export function findBylines(lines: readonly Line[]): string[][] {
  return lines.flatMap(({ text, element }, i) => {
    // Who took a picture signs below it.
    if (text.length > 240 || element.tag === 'figcaption' || isNamedLike(/crumb/, element, 2)) return []
    const says = innermost([...elementsOf(element)].filter(isByline)).map(part => cleanLine(rawText(part, 160)))
    const labelled = afterLabel(text)
    const above = lines.slice(0, i).findLast(line => line.text !== '')?.text ?? ''
    if (says.length === 0 && labelled) says.push(labelled)
    if (says.length === 0 && above.length <= LONGEST_DAY && DAY_BEFORE.test(above) && text.length <= LONGEST_SIGNATURE)
      says.push(text)
    if (says.length === 0 && (BY.test(text) || boxesOf(element).some(isByline))) says.push(text)
    return says.length > 0 ? [says] : []
  })
}

/** The box around a line, and those further out that say no more than it. */
const boxesOf = (line: PageElement): PageElement[] =>
  lineage(line)
    .slice(1)
    .filter((box, i) => i === 0 || !('more' in box.attributes))

/** A day after which, in another box, who wrote it stands: "2025-12-17 ·". */
const DAY_BEFORE = /^.{0,20}\d{2,4}.{0,12}[·•|]$/
const LONGEST_DAY = 40

/** In a line that says when, too: "12.3.2024 Autor: Anna Lee". */
const LABELLED = /(?<=\d.{0,12} )(?:Autor(?:en|in)?|Author|Auteur|Text): /

function afterLabel(text: string): string | undefined {
  const label = LABELLED.exec(text)
  return label ? text.slice(label.index + label[0].length).split(/ \p{L}+:/u)[0] : undefined
}

/** Of elements within each other only the innermost. */
function innermost(elements: readonly PageElement[]): PageElement[] {
  const outer = new Set(elements.flatMap(part => lineage(part).slice(1)))
  return elements.filter(part => !outer.has(part))
}

const isByline = (element: PageElement): boolean =>
  element.attributes.rel === 'author' || BYLINE_NAME.test(nameOf(element))

/** What tells of who wrote, whose name heads it. */
const ABOUT_AUTHOR = /author-?_?(?:bio|box|info|card|name|about|details)/

/** A signature is no longer. */
export const LONGEST_SIGNATURE = 60

/**
 * What lines below such a text say that sign it: "Text: Anna Lee", or whom the page's data call its author, but not that of a
 * comment.
 */
export function signaturesIn(lines: readonly Line[]): string[][] {
  const signed = lines.filter(
    ({ text, element }) => text.length <= LONGEST_SIGNATURE && !isNamedLike(/comment/, element, 2),
  )
  return signed.map(({ text, element }) => {
    const author = [...elementsOf(element)].find(
      ({ attributes: { itemprop, rel } }) => itemprop === 'author' || rel === 'author',
    )
    if (author) return [cleanLine(rawText(author))]
    if (/^h\d$/.test(element.tag) && isNamedLike(ABOUT_AUTHOR, element, 2)) return [text]
    const labelled = afterLabel(text)
    if (labelled) return [labelled]
    return BY.test(text) ? [text] : []
  })
}
