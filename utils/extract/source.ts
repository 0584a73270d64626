import type { Source } from '../article/article.ts'
import { cleanLine } from '../article/text.ts'
import { linkAddress } from './inline.ts'
import type { Line } from './lines.ts'
import type { PageNode } from './page-tree.ts'
import { elementsOf, isElement, nameOf } from './tree.ts'

const SOURCE_LABEL =
  /(?<![图片面])(?:来\s*源|稿\s*源|來\s*源|来自|文章来源|信息来源|新闻来源|Source|摘自|转自|(?<!注明)出处)\s*[:：]\s*/i
/** In a line of such things the colon may be missing. */
const BARE_LABEL = /来源于?\s*(?=\p{L})/u
/** Papers say their day and page so: 《山城晚报》（2017年11月20日 05 版）, 山城晚报 (2017-11-20 第05版). */
const PAGE_OF = /(?=(?:《[^》]{2,12}》|(?<!\p{L})\p{Script=Han}{1,8}[报報刊])\s*[（(]\s*(?:19|20)\d\d[年-])/u
const DATE = /(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?(?:\s*\d\d?[:：時时点]\d\d分?(?:[:：]\d\d)?)?/u
/** What ends a name after 来源: white space, a bar, or the next label. */
const SOURCE_END =
  /[\s|｜丨,，;；()（）【】[\]]|作者|记者|编辑|责编|责任|时间|日期|发布(?=[时日于])|浏览|点击|字体|字号|阅读|评论|打印|分享|(?<=\p{L}{2})(?:新浪微博|QQ空间)|\d{4}[-年/.]/u
/** What pages call the element with the name. */
const SOURCE_NAME =
  /(?:^|[\s_-])(?:source(?:title)?(?:text|name)?|from|laiyuan|ly|media_?name|origin|source_baidu|ep-source|provider|where)(?=$|[\s_-])/i
/** 微信 shows the account's so, which may have the article from others, as it says at the end. */
const ACCOUNT_NAME = /(?:meta|profile)_nickname/

/**
 * 来源: from the lines around the headline, the element that the page calls so, the name beside the date, the lines after the
 * end, or the head, in this order.
 * @param page its base address, and what its head calls the source
 * @param shown names that the page shows as its authors': none of these
 * @param declared those of its head and its data, which may be papers (新浪), so that only a name without a label is none of these
 */
export function findSource(
  { base, sources }: { readonly base: string; readonly sources: readonly string[] },
  before: readonly Line[],
  after: readonly Line[],
  shown: readonly string[],
  declared: readonly string[],
): Source | undefined {
  const unless = (names: readonly string[], source: Source | undefined) =>
    source && names.includes(source.name) ? undefined : source
  return (
    firstOf(before, block => labelledSource(block, base)) ??
    firstOf(before, block => unless(shown, namedSource(block, base, SOURCE_NAME))) ??
    firstOf(before, block => unless([...shown, ...declared], nameBesideDate(block))) ??
    firstOf(after, block => labelledSource(block, base)) ??
    firstOf(before, block => namedSource(block, base, ACCOUNT_NAME)) ??
    nameAlone(sources[0])
  )
}

function firstOf(blocks: readonly Line[], read: (block: Line) => Source | undefined): Source | undefined {
  for (const block of blocks) {
    const source = read(block)
    if (source) return source
  }
  return undefined
}

function nameAlone(declared = ''): Source | undefined {
  const name = cleanSource(declared)
  return name ? { name } : undefined
}

function labelledSource(block: Line, base: string): Source | undefined {
  if (block.text.length > 400) return undefined
  const match =
    SOURCE_LABEL.exec(block.text) ??
    (block.text.length < 120 ? (BARE_LABEL.exec(block.text) ?? PAGE_OF.exec(block.text)) : null)
  if (!match) return undefined
  const rest = block.text.slice(match.index + match[0].length)
  const link = linkWithin(block, block.text.slice(0, match.index), rest)
  const end = SOURCE_END.exec(rest)
  const name = cleanSource(link?.text ?? (end ? rest.slice(0, end.index) : rest))
  if (!name) return undefined
  const url = link && linkAddress(link.href, base)
  return { name, ...(url && /^https?:/.test(url) && { url }) }
}

/** The one name in a line that else only tells when: "原创 南方都市报 2019-09-09 16:01". */
function nameBesideDate({ text: whole, element }: Line): Source | undefined {
  if (whole.length > 60 || !DATE.test(whole)) return undefined
  const parts = element.children.map(textOf)
  // Tags stand beside days too, each a link.
  const links = [...elementsOf(element)].filter(({ tag }) => tag === 'a')
  if (links.length > 1) return undefined
  const text = parts.join(' ')
  const rest = text
    .replace(DATE, ' ')
    .replace(/版次[:：].*/, '')
    .replace(/[[（(【](?:整理|原创|编译|转载|综合)[\]）)】]/gu, ' ')
  const names = rest.split(/[\s|｜·•,，]+/u).filter(part => /\p{L}/u.test(part) && !NOT_A_NAME.test(part))
  // Of two, the other is who wrote it: 2017-07-24 <a>证券日报</a> 何思远.
  const paper = links.map(textOf).find(text => names.length === 2 && names.includes(text) && PAPER_END.test(text))
  const name = cleanSource(paper ?? (names.length === 1 ? (names[0] as string) : ''))
  return name && !SECTION.test(name) ? { name } : undefined
}

/** How papers, sites and agencies are called. */
const PAPER_END = /[报報网網社刊]$/

/** Sections of papers, which stand beside days too. */
const SECTION =
  /^(?:香港|港[闻聞]|台[湾灣]|[大两兩][陆陸岸]|[国國][内內际際]|社[会會]|要[闻聞]|[财財][经經]|[经經][济濟]|[娱娛][乐樂]|[体體]育|科技|生活|政治|文化|教育|健康|即[时時]|本地|城市|[时時]政|ET)$/

const NOT_A_NAME =
  /^[记記]者|^来自|^(?:[AP]M|原创|转载|发布|发表|(?:最[后後])?更新|于|(?:更新|发布)?时间|日期|字号|字体|大|中|小|评论|阅读|浏览|分享|收藏|举报|星期.|周.|(?:北京|[台臺]北)[时時][间間])$|^[发發][布表佈]|^阅读|[:：©]|\d{3}|(?:评论|阅读|次|[条條]|[万萬]\+?|看新闻|跟[贴帖]|参与|\d日[电電])$/u

/** The link right after the label, whose text may hold spaces that would else end the name: none of a trail before it. */
function linkWithin(block: Line, before: string, rest: string): { text: string; href: string | undefined } | undefined {
  for (const element of elementsOf(block.element)) {
    if (element.tag !== 'a') continue
    const text = cleanLine(element.children.filter(child => !isElement(child)).join(''))
    // Links to letters of other sizes, 大 中 小, are one character.
    if (text.length > 1 && rest.startsWith(text) && !before.includes(text))
      return { text, href: element.attributes.href }
  }
  return undefined
}

function namedSource(block: Line, base: string, pattern: RegExp): Source | undefined {
  if (block.text.length > 200) return undefined
  for (const element of elementsOf(block.element)) {
    if (!pattern.test(nameOf(element))) continue
    const text = cleanLine(textOf(element))
    const name = /\d{4}[-年/]/.test(text) ? undefined : cleanSource(text)
    const url = linkAddress(element.attributes.href, base)
    if (name) return { name, ...(url && { url }) }
  }
  return undefined
}

const textOf = (node: PageNode): string => (isElement(node) ? node.children.map(textOf).join('') : node)

function cleanSource(raw: string): string | undefined {
  const name = cleanLine(raw)
    .replace(SOURCE_LABEL, '')
    .replace(/^来自 ?[/／] ?|^\[ ?| ?(?:原创)? ?\]$/g, '')
    .replace(/^[《“"<【]{1,2}([^《》“”"<>【】]*)[》”">】]{1,2}$/, '$1')
    .replace(/[／/]$| ?微博$/, '')
    .replace(/官方(?:百家号|账号)$/, '')
  return name.length >= 2 &&
    name.length <= 30 &&
    !/^(?:本站|未知|网络|互联网|原创|[编編][辑輯]于|更新.?|HKT|只看.*|来自.{2,4}|.*(?:通过|公布))$|^https?:|[:：]\d|\d-\d/.test(
      name,
    )
    ? name
    : undefined
}
