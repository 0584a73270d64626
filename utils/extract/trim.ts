import type { Block } from './blocks.ts'
import { BY } from './bylines.ts'
import { hasHan } from './characters.ts'
import { findDate } from './dates.ts'
import { isDataTable } from './tables.ts'
import { isNamedLike, lineage } from './tree.ts'
import { RELATED_HEADING, SIGN_OFF } from './wording.ts'

/** Lines of Chinese portals that are about the article, wherever they stand. Anchored, so that prose is never meant. */
const ABOUT_LINES: readonly RegExp[] = [
  /^[您你]?(?:现在|当前|目前)?(?:所在)?的?位置是?\s?[:：].{1,80}$/,
  /^(?:原题为|(?:原标题|原题|原文标题|标题|新闻标题)\s*[:：])/,
  /^(?:本文|文章|信息|新闻|稿件|内容|[封题头]?面?[图圖][片像]?|资料|素材)?(?:[来來稿]\s*源|转载?自|摘自).{0,45}$/,
  /^(?:采写|[撰供]稿|(?:责任|本[文期]|值班|网络|总)?编\s?辑|責任編輯|[责美]\s?编|编审|审[核校]|(?:责任)?校\s?对|监制|[初复终二三]审|版式设计|值班主任)】?\s*[:：丨|｜/].{0,60}$/,
  /^责(?:任编辑|编)\s.{0,30}$/,
  /^(?:[编校美]\s?[辑对编]|审[核校]) \p{Script=Han}{2,4}）?$/u,
  /^(?:最[后後新]更新|(?:更新|建立|发[布表稿])[时日時][间期間]|[时日][间期](?=.{0,2}\d{2,4}[-/.年])(?!.*[至到，。])|发布[者人]|浏览[次量]|阅读|点击(?!看)|字[号体]|分享|打印本页|关闭窗口).{0,45}$/,
  /^(?:(?:如果?)?您有.{0,4}线索|点个.?在看|扫[一码]|扫描.{0,6}码|长按|微信扫|欢迎关注|关注我们|更多(?:精彩|.{2,6}，请?扫)|点击(?:[上下]方|关注)|阅读原文|点赞|(?:展开|阅读|查看)(?:全文|剩余|余下)|返回(?:首页|顶部|列表)|查看更多|我要(?:纠错|评论|反馈)|举报|投诉|下[载載].{2,10}(?:[报報]料|版[，,])|(?:立即)?(?:下[载載]|打[开開]).{0,12}(?:APP|客户端)).{0,50}$|^.{0,6}点个?赞.{0,8}在看.{0,12}$/i,
  /^.{0,40}(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?.{0,20}(?:来源|作者|编辑|字号|浏览|打印).{0,60}$/,
  /^(?:\p{L}{2,12}[\s·|]{1,4})?(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?[\sT]*(?:星期.)?(?:\d\d?[:：]\d\d(?:[:：]\d\d)?)?(?:.{0,12}(?:来源|字号|作者|浏览|阅读|评论).{0,60})?$/u,
  // "1999年10月21日 柳河晚报 记者 孟祥林".
  /^(?:19|20)\d\d年\d\d?月\d\d?日 [^，。]{0,12} ?[记記]者 ?[^，。]{2,8}$/,
  // 聯合報: "2024-03-11 08:45 聯合報／ 記者丘明哲／台北即時報導". 新浪 of old: "http://www.example.com.cn 1999年12月21日 08:02 江淮晚报".
  /^(?:https?:\S{5,40} )?(?:19|20)\d\d[-年]\d\d?[-月]\d\d?日? \d\d:\d\d(?::\d\d)?[^，。]{0,20}(?:(?:记者|記者|人[气氣])[^，。]{0,40})?$/,
  /^(?:[^。]{0,32}(?:作者|来源|时间|字数|点击|阅读|浏览|编辑|图片)\s?[:：]){2}/,
  // 人民网: 《人民日报》（2002年12月06日第二版）.
  /^《.{2,12}》\s?[（(]?.{6,14}日[^。]{0,8}版?[）)]?$/,
  /^(?:通讯员|文字|图片|[记記]者)\s?[|｜丨].{0,30}$/,
  /^(?:(?:作者|[文图圖]|摄影|編輯|美術|出品)\s?[:：|｜丨]|(?:文|图|视频)[/／].{0,14}记者：|(?:作者|[职職][位衔銜])[,，]|文[/／].{2,20}\s图[/／])[^，。？！：]{1,40}$/,
  /^[^，。：]{0,8}[记記]者[^，。：]{2,24}(?:[报報][道導]|[编編][辑輯].{2,8})$/,
  // 三立: "生活中心／柯小彤報導".
  /^[^，。：]{2,8}[/／][^，。：]{2,16}報導$/,
  /^.{0,8}(?:新闻热线\s?[:：]|[报報]料[热熱][线線])/,
  /^[发發]自 .{2,20}$/,
  /^发于[\d.年月日]{6,12}总第\d{1,5}期.{0,20}$/,
  /^(?:本文(?:首发|来自)|感谢.{2,20}线索|微信(?:公众)?号\s?[:：]).{0,60}$/,
  /^(?:讚|复制代码|放大[圖图]片.{0,12}|分享|留言|顶一下.{0,8}|列印|A[-+]|共\s?\d+\s?[页頁].{0,12}|[<«\s]*上一[页頁章篇首].{0,30}|(?:选择背景|投推荐票).{0,60})$/,
]

/** Above the first paragraph: how long it takes to read, and how long ago it was written. */
const READING_TIME =
  /^(?:\d\d? ?min(?:ute)?s?(?: (?:read|lesezeit))?|(?:estimated )?(?:reading time|lesezeit|read time).{0,20}|.{0,40}\d (?:min|hour|day)\w* ago)$/i

/** Who may use what a paper writes: some say so above an article. */
const RIGHTS_ABOVE = /^凡本[网報报刊社]/
/** Who may use an article, and whom it speaks for. */
const RIGHTS =
  /^(?:1[、.．]\s?|注[:：]\s?)?(?:凡本[网報报刊社]|本网注明|凡注明|未经.{0,6}(?:授权|许可)|本文(?:仅代表|(?:为|属于).{0,4}原创|由.{0,20}(?:原创|发布)|系.{0,20}(?:原创|独家))|以上内容(?:仅|为)|特别提示|转载(?:请|须)注明)/

/** Lines with which the article is over: what follows is the portal's, or its readers'. */
const END_LINES: readonly RegExp[] = [
  /^(?:责任编辑|责\s?编|本文来源|責任編輯)\s*[:：\s]/,
  /^(?:(?:.{0,12}版权与)?(?:免责|版权|特别|郑重|法律)?声明|风险提示)\s*[:：】]/,
  /^the associated press receives /i,
  RIGHTS,
]

/** What ends a text must have something before it: so many characters of it. */
const LEAST_BEFORE = 80
/** No line about an article is longer; a disclaimer is, but there its beginning tells. */
const LONGEST_LINE = 120
/** A list of other articles is dropped with all that follows, if that is no more than this share of the text. */
const MOST_AFTER = 0.4

/** Takes off the lines that are about the article, and what stands above and below it. What else is not of it, `tidyBody` does. */
export function trimBlocks(chosen: readonly Block[]): Block[] {
  const ended = cutEnd(chosen)
  const first = ended.findIndex(block => block.text.length >= LEAST_BEFORE && !isAbove(block))
  const kept = ended.filter(
    (block, i) =>
      !(isAboutLine(block.text) && !isSignOff(block, ended[i - 1]) && !isCell(block)) &&
      !(i === 0 && RIGHTS_ABOVE.test(block.text)) &&
      !((i < first || (i === first + 1 && isNamedLike(/author|byline/, block.element, 1))) && isAbove(block)),
  )
  return kept.some(({ text }) => text !== '') ? kept : [...chosen]
}

/** Of a table of data, where a day is one like the others. */
const isCell = ({ element }: Block): boolean => lineage(element, 6).some(box => box.tag === 'table' && isDataTable(box))

/** After a paragraph of the same box, a day is not that of the page. */
export const isSignOff = ({ text, element }: Block, before: Block | undefined): boolean =>
  SIGN_OFF.test(text) && before?.element.parent === element.parent

/** A byline or a day by itself is no longer, and no sentence. */
const LONGEST_STAMP = 72

/** Above the first paragraph: who wrote it, when, and how long it takes to read. */
const isAbove = ({ text, element }: Block): boolean =>
  text.length <= (BY.test(text) ? LONGEST_LINE : LONGEST_STAMP) &&
  element.tag !== 'li' &&
  !/[.!?:]$|\p{Script=Han}/u.test(text) &&
  (BY.test(text) || READING_TIME.test(text) || findDate(text) !== undefined)

export function isAboutLine(text: string): boolean {
  return text.length <= LONGEST_LINE && beginsLike(ABOUT_LINES, text)
}

/** In brackets, or not. */
function beginsLike(patterns: readonly RegExp[], text: string): boolean {
  const line = text.replace(/^[（(【[>*＊▽※★◎]\s*/, '').replace(/[︰︱]/, '：')
  return patterns.some(pattern => pattern.test(line))
}

function cutEnd(chosen: readonly Block[]): readonly Block[] {
  const total = chosen.reduce((sum, block) => sum + block.text.length, 0)
  let before = 0
  for (const [i, block] of chosen.entries()) {
    const rest = total - before
    const isEnd = beginsLike(END_LINES, block.text.slice(0, 40))
    const isRelated =
      hasHan(block.text) &&
      (!/[，。]/.test(block.text) || block.linked > block.text.length / 2) &&
      block.text.length <= 30 &&
      RELATED_HEADING.test(block.text)
    if (before >= LEAST_BEFORE && ((isEnd && rest < total * 0.7) || (isRelated && rest < total * MOST_AFTER))) {
      return chosen.slice(0, i)
    }
    before += block.text.length
  }
  return chosen
}
