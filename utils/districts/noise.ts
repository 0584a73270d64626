import type { Gazetteer } from './gazetteer.ts'

/** What a portal writes over lists of other news that slipped into a text. */
const LIST_HEADING =
  /^[\s【[(（]*(热点|热门|相关|推荐|更多|延伸|猜你|大家都在|精彩|往期|今日|本周|最新|编辑)?(排行|推荐|阅读|新闻|文章|资讯|链接|看点|回顾|导读|喜欢|在看|头条)(榜|排行)?\s*[】\])）:：]?/u
const SEPARATOR = /[\s|｜·、,，/>›»—-]+/u
/** Words that stand between names in a navigation bar. */
const NAVIGATION_WORD = /^(今日|首页|新闻|要闻|资讯|频道|政务|更多|登录|注册|全部|其他|各区|区县|导航|站群)$/u
const MIN_NAVIGATION_NAMES = 4

/**
 * The text with left-over navigation ("今日福田 今日罗湖 …") and lists of other headlines blanked out, position by
 * position, so that offsets stay true. Such lines name many places and are about none.
 */
export function withoutNoise(text: string, gazetteer: Gazetteer): string {
  const lines = text.split('\n')
  let inList = false
  return lines
    .map((line, index) => {
      const late = index > 0 && index >= lines.length / 2
      inList ||= late && isListHeading(line)
      return inList || isNavigation(line, gazetteer) ? ' '.repeat(line.length) : line
    })
    .join('\n')
}

// "热点排行 罗湖口岸客流回升 坪山新能源车展开幕": a heading, then headlines without a full stop among them.
function isListHeading(line: string): boolean {
  const heading = LIST_HEADING.exec(line)
  if (!heading || heading[0].trim().length < 4) return false
  return !/[。！？!?]/u.test(line.slice(heading[0].length))
}

function isNavigation(line: string, { names }: Gazetteer): boolean {
  const words = line.split(SEPARATOR).filter(Boolean)
  if (words.length < MIN_NAVIGATION_NAMES || /[。！？；]/u.test(line)) return false
  const places = words.filter(word => names.has(word.replace(/^今日|^走进|(新闻|频道|在线|要闻)$/gu, '')))
  const others = words.filter(word => NAVIGATION_WORD.test(word))
  return places.length >= MIN_NAVIGATION_NAMES && places.length + others.length >= words.length * 0.8
}
