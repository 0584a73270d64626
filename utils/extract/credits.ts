import type { Credit, CreditRole } from '../article/article.ts'
import { SURNAMES } from '../article/names.ts'
import { cleanLine } from '../article/text.ts'
import { BY } from './bylines.ts'

/** The words that Chinese papers put before (and, for pictures, after) names. Longer ones first. */
const LABELS: readonly (readonly [CreditRole, string])[] = [
  ['editor', '责任编辑 本文编辑 本期编辑 值班编辑 网络编辑 编辑 责编 責任編輯 編輯'],
  ['correspondent', '特约通讯员 通讯员 通訊員'],
  ['photographer', '摄影报道 摄影记者 摄影 图片 图/ 图： 图: 攝影'],
  ['reporter', '首席记者 见习记者 实习记者 特约记者 特派记者 全媒体记者 实习生 记者 記者'],
  ['author', '文/图 文、图 图/文 图文/ 图文： 撰文 撰稿人 撰稿 作者 文/ 文： 文: 文字： 文字:'],
]
const ROLE_OF: ReadonlyMap<string, CreditRole> = /* @__PURE__ */ (() =>
  new Map(LABELS.flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const))))()
const LABEL = /* @__PURE__ */ (() =>
  new RegExp(`(?<![原该给])(${[...ROLE_OF.keys()].sort((a, b) => b.length - a.length).join('|')})`, 'u'))()

/** A Chinese personal name: 2–4 characters, or longer with the dot of transliterated ones. */
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}[·•]\p{Script=Han}{1,10})$/u
const AFTER_NAME = /(?:报道|報導|摄影报道|摄影|综合|采写|文图|供图|翻?[摄攝]|报道员)$/u
const NO_NAME =
  /^(?:我要|于[近日今昨当现]|所有|未知|投稿|原创|从|在|对|向(?!\p{Script=Han}$)|推荐|频道|[近今昨]日|[今昨前]天|日前|了解|获悉|表示|采访|发现|看到|来到|走进|手记|点评|评论|供图|均由|来源|报道|综合|消息|本报|本网|受访|网络|视觉|资料|时间|日期|字体|发布|审核|核稿|校对|监制|阅读|点击|最新|更多|其他|音视频|热门|文章|个人|赞赏|举报|收藏|本段|此页|版[面权]|介[绍紹]|[简簡]介|高清)|(?:[日晚时晨早]报(?:·.*)?|都市报|新闻|新华社|中新社|网|电视台|频道|客户端|公众号|工作室|提供|说|道|称|获悉|日[电電]|[外内]科|医院|中心|办公室|宣传[部科]|编辑部|[政校]办)$|的/u

/** A name right before 摄, as papers sign pictures: "张三 摄", "(李四/摄)", "王五摄"; or before 图 at the end. */
const SIGNED_PICTURE = /(?:^|[\s（(，,。])(\p{Script=Han}{2,4})(?:(\s?[/／ ]\s?)?(?<!翻)[摄攝](?=$|[\s）)。/／])| 图$)/u

/** Longer lines are prose, in which 记者 is a word like any other; only their beginning may hold a dateline. */
const LONGEST = 120
const DATELINE = /^.{0,24}?[（(]([^（）()]{2,60})[）)]/u

/** A line that says something, and with it 记者 may: there a name right after it begins with a surname. */
const PROSE = /[。！？]|\p{Script=Han}{5}，/u
/** The surnames, with others that are no beginning of a verb, and the traditional forms. */
const ALL_SURNAMES = `${SURNAMES}張劉陳楊趙黃吳孫馬羅鄭謝韓馮萧蕭鄧許傅呂蘇盧蔣賈葉阎閻鍾譚鄒陸康顧龍萬錢湯易常乔喬賀赖賴龔文欧歐樊兰蘭殷施洪翟安颜顏倪嚴牛温芦季俞章鲁魯葛伍韋申尤毕畢聂聶丛焦柳邢岳齐齊梅庄莊辛管祝左涂谷祁时舒耿牟卜詹苗费費纪紀靳童甄项曲游阳裴霍翁单單包司柏宁寧柯阮丘华華车車房边邊`
/** Where a Taiwanese byline says from where: "記者王小明／臺中報導". */
const FROM_WHERE = /[/／]\p{Script=Han}{2,4}報導/u

/** The credits that one line gives: "晶报记者 李海若 通讯员 陈俊超 彭玫妃/文、图", "本报讯 (记者 张三)". */
export function creditsIn(line: string): Credit[] {
  const text = (line.length <= LONGEST ? line : (DATELINE.exec(line.slice(0, 100))?.[1] ?? ''))
    .replace(FROM_WHERE, '')
    .replaceAll('／', '/')
  const isName = (after: string) =>
    !PROSE.test(line) || !/^\p{L}/u.test(after) || ALL_SURNAMES.includes(after.charAt(0))
  const parts = text.split(LABEL)
  const credits: Credit[] = []
  for (let i = 1; i < parts.length; i += 2) {
    const [label = '', between = ''] = parts.slice(i - 2, i)
    // 图/本报记者 孙金标: of two labels with no more than a paper's name between them, the first counts.
    const isOfPicture = i > 1 && /^图[/：:]$/.test(label) && /^[\p{Script=Han}·]{0,12}$/u.test(between)
    const role = isOfPicture ? 'photographer' : ROLE_OF.get(parts[i] ?? '')
    const after = parts[i + 1] ?? ''
    if (role && isName(after)) for (const name of leadingNames(after)) credits.push({ role, name })
  }
  if (credits.length === 0) credits.push(...bracketedIn(text))
  const photographer = signedBy(text)
  if (!photographer) return credits
  // 新华社记者 张龙 摄 says who took the picture, and not who wrote.
  const at = credits.findLastIndex(({ name }) => name === photographer)
  return [...credits.filter((_, i) => i !== at), { role: 'photographer', name: photographer }]
}

/** Papers of Macau and others sign a text with no more than names in brackets: （方嘉欣 林子俊）. */
function bracketedIn(text: string): Credit[] {
  const [, list = ''] = /^[（(]((?:\p{Script=Han}{2,4}[ 、]?){1,3})[）)]$/u.exec(text) ?? []
  const names = list.split(/[ 、]/).filter(Boolean)
  const isName = (name: string) => ALL_SURNAMES.includes(name.charAt(0)) && name.length < 4 && !NO_NAME.test(name)
  return names.every(isName) ? names.map(name => ({ role: 'author', name })) : []
}

/** Who took the picture that `text` is about, as it is signed. */
function signedBy(text: string): string | undefined {
  const [whole = '', name = ''] = SIGNED_PICTURE.exec(text.replace(/(?:[记記]者|通[讯訊][员員])\s?/gu, ' ')) ?? []
  if (name === '' || NO_NAME.test(name) || ROLE_OF.has(name)) return undefined
  return /[ /／]/.test(whole.trim()) || ALL_SURNAMES.includes(name.charAt(0)) ? name : undefined
}

/** The names with which `text` begins, as far as they go. */
function leadingNames(text: string): string[] {
  const names: string[] = []
  const list = text.replace(/^[\s:：/丨|、]{0,4}/u, '').split(/[\s、,，/／|｜;；&]+/u)
  for (const raw of list) {
    // A bracket or full stop ends the list with the name before it.
    const [token = '', rest] = raw.split(/(?=[（()）。\]】〔〕])/u)
    const name = token.replace(AFTER_NAME, '')
    if (!NAME.test(name) || NO_NAME.test(name)) break
    // 记者 张三 佛山报道: from where.
    if (names.length > 0 && /报道$/.test(token) && !ALL_SURNAMES.includes(name.charAt(0))) break
    names.push(name)
    if (rest !== undefined || name !== token) break
  }
  return names
}

/**
 * People with their roles.
 * @param lines the lines around headline and end
 * @param captions of the pictures: of them only who took them
 * @param declared lists of authors, what the page shows, its data and its head say: the first with a person in it is used where
 *   no line names anyone, and of the first list also where lines only name editors or photographers
 * @param others names of the site and the source, which portals declare as authors of all they have
 */
export function findCredits(
  lines: readonly string[],
  captions: readonly string[],
  declared: readonly (readonly string[])[],
  others: readonly string[] = [],
): Credit[] {
  const credits: Credit[] = []
  const add = (credit: Credit) => {
    if (!credits.some(({ role, name }) => role === credit.role && name === credit.name)) credits.push(credit)
  }
  for (const line of lines) for (const credit of creditsIn(line)) add(credit)
  const lists = credits.length === 0 ? declared : declared.slice(0, credits.some(isWriter) ? 0 : 1)
  for (const list of lists) {
    if (credits.some(isWriter)) break
    for (const name of list.flatMap(splitAuthors)) {
      const isPaper = PAPER.test(name) || others.some(other => other.startsWith(name))
      const isKnown = credits.some(credit => credit.name === name)
      if (!NO_NAME.test(name) && !isPaper && !isKnown)
        add({ role: 'author', name: / /.test(name) ? inTitleCase(name) : name })
    }
  }
  for (const credit of captions.flatMap(creditsIn)) if (credit.role === 'photographer') add(credit)
  // 作者：张三, and 晶报记者 张三 below: the second says more.
  const reporters = new Set(credits.filter(({ role }) => role === 'reporter').map(({ name }) => name))
  return credits.filter(({ role, name }) => role !== 'author' || !reporters.has(name))
}

const isWriter = ({ role }: Credit): boolean => role !== 'editor' && role !== 'photographer'

/** What heads declare as authors and is nobody: an agency, a site, a template: "AP", "lefigaro.fr", "No Author". */
const PAPER =
  /^(?:[A-Z]{2,4}|dpa|[Aa]dmin.*|[Rr]ed(?:aktion|acción|azione|ak[ct]ie)?\.?|[Tt]eam|Newsdesk|Staff.*|[Aa]uthor|[Pp]ublisher|Posts?|[Uu]n(?:known|defined)|[Aa]n[oó]nym(?:ous|e)?|[Aa]n[oó]nimo|No Author|ADMIN|\w{0,12}admin\w?|\d+|Discuz!.*|Comsenz.*|.* (?:Times|Tribune|Herald)|\S+\.[A-Za-z]{2,4})$/

/** Who owns a paper, and where it is: "Harbour Media GmbH, Munich, Germany"; and offices, of which some have commas in their names. */
const COMPANY =
  / (?:(?:GmbH|AG|Inc|Ltd|LLC|Oyj?)\b|a\. ?s\.|s\. ?r\. ?o\.|S\.p\.A)|\b(?:Department|Departement|Ministry|Ministerium|University|Universit[äé]t?|Institut|Verband|Bundesamt|Hospital|Redaktion|Redacción|Newsroom|Council|Fraktion)\b/

/** What somebody is, and no name. */
const ROLE =
  /\b(?:(?:Direct|Edit|Educat|Administrat|Coordinat|Creat|Instruct|Contribut)or|Journalist|Columnist|Horticulturalist|Nutritionist|Dietitian|Strategist|Specialist|Manager|Engineer|Designer|Developer|Consultant|Analyst|Expert|Founder|Officer|President|CEO|CTO|Professor|Writer|Researcher|Chief|Redakteur(?:in)?|Head of .+)$|\b(?:Director|Head|Chief|Professor|President) of\b/

function splitAuthors(text: string): string[] {
  if (COMPANY.test(text)) return []
  const names = cleanLine(text)
    // Shown beside a picture of the same name.
    .replace(/^(.{4,40}) \1$/, '$1')
    .replace(/^(?:by|von|par|por)\s+/i, '')
    // And for whom: "Anna Lee - Courier Editorial Team".
    .replace(/^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}) [-–|] .*\b(?:Team|Staff|Editor\w*|https?:.*)$/u, '$1')
    // What they are goes, and is no name of another: "Anna Lee, Ph.D., and Tom Beck, Jr."
    .replace(/, ?(?:Ph\.?D|M\.?D|PharmD|Esq|(?!AP\b|UK\b)[A-Z]{2,6})\b\.?(?= ?(?:[,;.&]|$|and ))/g, '')
    .replace(/, ?([JS]r\.?)(?=,|$| and )/g, ' $1')
    .split(/,|;|\b(?:and|und|et)\b|&|、/i)
    .map(name => name.trim())
  // What they are, and what follows that: "Anna Lee, Master Gardener & Garden Educator".
  const end = names.findIndex((name, i) => i > 0 && ROLE.test(name))
  return names
    .slice(0, end < 0 ? names.length : end)
    .filter(name => name.length >= 2 && name.length <= 60 && !/^https?:|@/.test(name))
    .slice(0, 10)
}

/** Where the names of a byline end: a day, a role, an address, the paper. */
const BYLINE_END =
  /[\d|·•/@(:]| [-–—] |\b(?:on|in|for|of|under|updated|published|released|reviewed|editors?|reporter|writer|correspondent|staff|contributor|founder|senior|am|um|vom|publié|publicado|veröffentlicht|redakt\w*|redacción|news|follow|share)\b/i
/** A day before a name: "Dec. 19, 2025 · Anna Lee". */
const DAY_BEFORE = /^[^·|•]{4,24}\d{4}\s?[·|•]\s/
/** What is left of a day, where a name was cut at its number. */
const DAY = / (?:\p{Lu}\p{Ll}+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,6}\.? ?$/u
/** Two to five words, the first and last with a capital. */
const PERSON = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3} \p{Lu}[\p{L}\p{M}.'’-]*$/u
const NO_PERSON =
  /\b(?:By|Bio|Checked|Team|Top|Our|The|Web|Authors?|Executive|Agencia|Media|Sports|U[Ss][Aa]|Creating|Building|Making|Writing|Working)\b|\p{Ll}{4}\p{Lu}/u

/**
 * The people that the first byline with any names: see `findBylines`.
 * @param declared authors that the head names: a byline with one of them is not that of a column
 */
export function peopleOf(bylines: readonly (readonly string[])[], declared: readonly string[] = []): string[] {
  const lists = bylines.map(says => [...new Set(says.flatMap(peopleIn))]).filter(people => people.length > 0)
  return lists.find(people => people.some(name => declared.includes(name))) ?? lists[0] ?? []
}

/** The names with which a byline begins; an agency only where it is the first. */
function peopleIn(line: string): string[] {
  const names = splitAuthors(line.replace(DAY_BEFORE, '').replace(BY, '').split(BYLINE_END)[0] ?? '').map(name =>
    name.replace(DAY, ''),
  )
  const end = names.findIndex(
    (name, i) => !PERSON.test(name) || NO_PERSON.test(name) || (i > 0 && / Press$/.test(name)),
  )
  return names.slice(0, end < 0 ? names.length : end).map(inTitleCase)
}

/** "ROSE O'BRIEN" as names are written: "Rose O'Brien". */
const inTitleCase = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, first => first.toUpperCase()) : name
