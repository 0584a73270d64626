import { cleanLine } from '../article/text.ts'
import type { BodyTree } from './body-tree.ts'
import { hasHan } from './characters.ts'
import { contentsOf, type BodyLine as Line } from './contents.ts'
import type { PageElement } from './page-tree.ts'
import { isBlank, isElement, isHeading, lineage, rawText } from './tree.ts'
import { RELATED_HEADING } from './wording.ts'

/**
 * A body without what its page's builder or its guide for readers put between the paragraphs and below them, known by its
 * wording. It needs nothing else of the page, so that it is done beside it.
 */
export function tidyBody(tree: BodyTree): BodyTree {
  const lines = [...tree.blocks].map(([element, block]): Line => ({ ...block, element }))
  const top = new Set(lines.filter(({ text }) => text !== '').slice(0, TOP))
  const contents = contentsOf(lines)
  const kept = lines.filter(
    (line, i) =>
      !isBetween(line) &&
      !contents.has(line) &&
      !(top.has(line) && BYLINE.test(line.text)) &&
      !(ANNOUNCES.test(line.text) && lines[i + 1]?.element.tag !== 'li'),
  )
  for (const [i, line] of kept.entries()) {
    joinInitial(line, kept[i + 1])
    dropPermalinks(line)
  }
  const end = kept.findLastIndex(line => line.text !== '' && !leadsElsewhere(line)) + 1
  const [link, another] = kept.slice(end).filter(leadsElsewhere)
  if (link && another) kept.length = kept.indexOf(link)
  while (isLeftOver(kept.at(-1))) kept.pop()
  const last = kept.findLast(({ text }) => text !== '')
  if (!last) return tree
  dropWayBack(last.element)
  return { ...tree, blocks: new Map(kept.map(({ element, ...block }) => [element, block])) }
}

/** What links to a heading itself say, within it. */
const PERMALINK = /^[#¶§🔗]$/u

function dropPermalinks({ element }: Line): void {
  if (isHeading(element))
    element.children = element.children.filter(
      child => !isElement(child) || child.tag !== 'a' || !PERMALINK.test(rawText(child, 9).trim()),
    )
}

/** An initial that is set large, in a box of its own before its paragraph, goes with the rest of its word. */
function joinInitial({ element, text }: Line, next: Line | undefined): void {
  if (!next || !/^\p{Lu}$/u.test(text) || !/^\p{Ll}/u.test(next.text)) return
  next.element.children = [text, ...next.element.children]
  element.children = []
}

/** What announces a list of the parts of a text, where there is none. */
const ANNOUNCES = /^in this (?:article|post|story)\W*$/i

/** No more than who wrote, below a deck and a picture: "Von Anna Lee". */
const BYLINE =
  /^(?:[Vv]on|[Bb]y|Par|Por) \p{Lu}[\p{L}.'’-]{1,20}(?: [\p{L}.'’-]{1,20}){0,2} \p{Lu}[\p{L}'’-]{1,30}(?:(?:, | und | and | et | y )\p{Lu}[\p{L}.'’ -]{3,40}){0,4}(?:, [A-Z]{2,6})?$/u
const TOP = 5

/** Longer lines are paragraphs, whatever they begin with. */
const LONGEST = 240

/** Below the text of papers of Taiwan: "※ 颱風天請避免外出" and numbers to call are said to all. */
const ADVICE = /^[※★◎].{0,40}(?:提醒|專線|請避免)/

/** The same in other languages: what a page's builder or its readers' guide put between the paragraphs. */
const BETWEEN: readonly RegExp[] = [
  /^(?:sources?|quellen?|fuente|fonte|bron)\s?:.{2,70}$/i,
  /^[^\p{L}\p{N}]*(?:广告|END|廣告|推广|advertisements?(?: - .{0,40})?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|reklama|loading|continue reading.{0,20}|(?:article|story) continue[sd] below)[^\p{L}\p{N}]*$/iu,
  /^(?:[^a-z]*(?:share|connect|tweet|comments?|e-?mail|more|print|facebook|twitter|google|linkedin|pinterest|reddit|save|like)){3,}[^a-z]*$/i,
  /^[（(]?請繼續往下閱讀.{0,8}$/,
  /^(?:to contact the (?:report|edit)|\((?:additional )?(?:report|writ|edit)ing by |copyright .{0,30}associated press|(?:follow .{2,60}|like us) (?:on|at) (?:twit|face|inst))/i,
  /\bnewsletter\b.{0,200}\bsign up\b|\bsign up (?:for|to)\b.{0,90}\b(?:newsletter|our biggest stories)/i,
  /^(?:PHOTOS?|VIDEOS?|GALLERY|WATCH|SLIDESHOW|MORE|READ(?: MORE)?|RELATED) ?[:|]|^__/,
  /^(?:copyright|©)\b.{0,90}\ball rights reserved/i,
  /^first (?:posted|published):? .{0,20}\d.{0,30}$|^published in .{2,30}, [a-z]{3,9} \d{1,2}[a-z]{0,2}, \d{4}$|^if you (?:liked|enjoyed) (?:this|it)\b.{0,160}(?:clap|follow)/i,
  // The BBC, around what it quotes large.
  /^.?start quote$|^end quote\b.{0,60}/i,
  /^this is an archived (?:article|story)\b|^this (?:story|article|post) (?:was|has been) (?:originally|first) (?:published|posted) .{0,40}$/i,
  /^for more,? read\b.{0,140}$|^get\b.{0,60}\bnewsletter$/i,
  /^press enter or click to view\b.{0,50}$|^(?:table of contents|on this page|jump to|share (?:this|on))\W*$/i,
  // What a seller pays: "We may earn a commission when you buy through our links."
  /\b(?:(?:we|i)\b.{0,60}\b(?:earn|receive|make)|(?:earn|make) (?:us|me))\b.{0,40}\bcommissions?\b|^we independently /i,
  /^by (?:submitting|signing up|subscribing|entering|clicking)\b.{0,160}\b(?:agree|consent|terms|privacy)/i,
  /^(?:lea (?:aquí|más|también|además)|[lt]e puede interesar|también puedes? (?:leer|ver)|vea también|à lire aussi|leggi anche|lesen sie auch|lees ook|czytaj też|zobacz też)\s?:/i,
  // What a system should have put something else for.
  /^[Nn]ota relacionada:|^\[[A-Z]{2,}_[A-Z_]+\]$|^\{\{[^{}]*\}\}$|^https?:\S+ \d{2,4} \d{2,4} /,
  /^(?:estimated )?(?:reading time|lesezeit)\s?:? .{0,20}$|^(?:~ ?)?\d+[ -]min(?:ute)?s? read$/i,
  /browser (?:does not|doesn.t) support|javascript.{0,30}(?:enabled|disabled|required)|enable javascript/i,
]

/** Who took the pictures of a text, in a line of its own. */
const PICTURES_OF =
  /^(?:crédits? photos?|(?:photo|image) credits?|photocredits? .{2,20}|fotos?|bild(?:nachweis|quelle)|header image|(?:titel|beitrags)bild)(?:\s?:\s| via ).{2,90}$|^\((?:credits?|foto|photo|bild): .{2,60}\)$/i

/** How a teaser of another article ends, in a link to it. */
const TEASER_END = /(?:详[细情]|全文)[\]】)）>»]{1,3}$/

/** How a card ends that leads to another page: its title, and where it is (知乎). */
const LINK_CARD = /\p{Script=Han}[a-z\d.-]+\.(?:com|cn|net|org)$/u

/** What buttons say that are links: to an offer, a form, a shop. */
const BUTTON =
  /^(?:get started|sign up|log in|try (?:it|now|for free|free)|start (?:now|free)|subscribe|book (?:now|a (?:demo|call))|(?:buy|shop|order|download|apply|register|donate|join) (?:now|today)|request a (?:demo|quote)|contact us|jetzt (?:kaufen|bestellen|anmelden|testen|spenden))\b.{0,20}$/i

/** What blogs say below a text, with all of its categories, and forms below them. */
const POSTED =
  /^by (?:signing up|submitting|subscribing),? you (?:agree|consent)\b|^(?:(?:der|dieser) (?:beitrag|artikel|eintrag) wurde (?:am|unter)|this (?:entry|post) was (?:posted|written)) .{0,60}\d/i

function isBetween({ text, linked, element, images }: Line): boolean {
  if (POSTED.test(text)) return true
  if (text.length > LONGEST) return false
  return (
    ADVICE.test(text) ||
    BETWEEN.some(pattern => pattern.test(text)) ||
    (images.length === 0 && PICTURES_OF.test(text)) ||
    (linked > 0 && TEASER_END.test(text)) ||
    (linked > text.length * 0.9 && /^\(.{30,}\)$/.test(text)) ||
    (linked > text.length * 0.9 && LINK_CARD.test(text)) ||
    (linked > text.length * 0.9 && !isHeading(element) && BUTTON.test(text)) ||
    (linked > text.length / 2 &&
      (RELATED_HEADING.test(text) ||
        /^[►▶]/.test(text) ||
        (element.tag !== 'li' && /^[[(]?[A-Z][A-Z\d' -]{2,}:/.test(text))))
  )
}

/** Below Chinese texts, lines that are links as a whole are other articles; a single one may be where it is from. */
const leadsElsewhere = ({ text, linked, element }: Line): boolean =>
  linked > text.length * 0.9 && hasHan(text) && element.tag !== 'li'

/** "Tags:", "Others found these pages helpful:" or a heading, of which what follows was left out already, and how many like it. */
const isLeftOver = (line: Line | undefined): boolean =>
  line !== undefined &&
  (/^.{1,40}:$|^\d{1,4}$/.test(line.text) ||
    (line.text.length <= LONGEST_TAIL && OTHERS.test(line.text)) ||
    (line.text.length <= LONGEST_TAIL && (BYLINE.test(line.text) || TAIL.some(pattern => pattern.test(line.text)))) ||
    (/^h\d$/.test(line.element.tag) && /^.{1,80}(?<![.。”])$/u.test(line.text))) &&
  !isInTable(line)

const LONGEST_TAIL = 90
/** What announces other pages. */
const OTHERS = /\b(?:articles|pages|posts|guides|resources|Artikel|Galerie|Fotostrecke)\b.*:$/
/** What may be said anywhere, and at the end is not of the text: who helped, where else to look, buttons, rights. */
const TAIL: readonly RegExp[] = /* @__PURE__ */ (() => [
  /^(?:autoren|words: .{4,60} photos:) [^.?!]{4,60}$/i,
  /^(?:[^\p{L}\p{N}]+|\S{1,30}@[\w. /-]{1,40})$/iu,
  // Who wrote for 8视界: - CH8/SY(yl).
  /^- [A-Z\d]{2,5}\/[A-Z]{1,4}(?:\(\w{1,4}\))?$/,
  /^[（(【]?[^，。：]{0,14}(?:统筹|视频|主编|撰文|[编編][辑輯])\s?[:：|｜丨/][^，。？！]{2,30}$/,
  /^(?:text|autor(?:in)?|mitarbeit|redaktion)\s?: \p{Lu}.{2,50}$|^.{4,90} contributed (?:reporting|to this (?:report|story|article))/iu,
  /^[【★]?(?:返回搜狐|展开阅读|进入专题|打印|关键[词字]|标签|更多.{0,6}[報报新][道導聞闻]).{0,30}(?<![。！？”])$/,
  /^[^。]{0,12}(?:请点赞|阅读原文|欢迎.{0,8}留言|侵[权删]|版权归|授權轉載).{0,20}(?<![。！？”])$|点[个亮].?在看/,
  /^.{0,60}(?:不得|禁止|谢绝)转[载載].{0,20}$/,
  // Movable Type, where a text has no headline of its own.
  /^posted (?:by|on|at) .{0,60}\d{4}\b.{0,12}$/i,
  /^(?:(?:to )?(?:contact|reach|e-?mail)\b.{0,60}\S@\S|follow .{2,40} on x\b|(?:have|got) a (?:news )?(?:tip|story)|©)/i,
  /^(?:(?:article|story) continues|share|watch(?=:)|(?:last )?updated)\b.{0,50}(?<![.?!])$/i,
  // More on this, comments, tags, in many languages.
  new RegExp(`${RELATED_HEADING.source}.*(?<![.?!。！？”…])$`, 'i'),
])()

/** Of data, where a line is one like the others. */
const isInTable = ({ element }: Line): boolean => lineage(element, 6).some(({ tag }) => tag === 'table')

/** What a link at the end of the last paragraph says that leads away: "返回首页>>". */
const WAY_BACK = /^(?:返回|回到|进入|更多).{2,16}$|[>»]$/

function dropWayBack(paragraph: PageElement): void {
  const { children } = paragraph
  const at = children.findLastIndex(child => isElement(child) || !isBlank(child))
  const last = children[at]
  const isLink = at > 0 && isElement(last) && last.tag === 'a'
  if (isLink && WAY_BACK.test(cleanLine(rawText(last, 40)))) paragraph.children = children.slice(0, at)
}
