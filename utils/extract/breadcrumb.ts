import { cleanLine } from '../article/text.ts'
import { hasHan } from './characters.ts'
import { MOST_STEPS, type TrailLine } from './trail.ts'

const LEAD_IN = /^(?:您?(?:当前|现在|目前)?(?:所在|的)?(?:的)?位置|首页位置|you are here)\s*(?:是|为)?\s*[:：]?\s*/i
// White space around a separator is trimmed from the steps: a pattern that begins with \s* is quadratic in it.
const SEPARATORS = />>|>|›|»|→|＞|\/(?!\/)|\||-{1,2}>|::/
const NOT_A_STEP =
  /^(?:正文|详情|(?:详细|新闻)?内容|文章|阅读|[首主][页頁]|home|homepage|startseite|accueil|inicio|current page)?$/i

/**
 * The page's own trail ("新岭南 > 广东 > 深圳 > 今日龙岗 > 正文"), outermost first, without "正文" and the headline.
 * @param declared what its data call it
 * @param slug the end of its address, which some data say for the page itself: "Night-market-is-back"
 */
export function findBreadcrumb(
  lines: readonly TrailLine[],
  declared: readonly string[],
  title: string,
  slug: string,
): string[] {
  const isOwn = (step: string) => sameText(step, title) || (step.includes('-') && step.toLowerCase() === slug)
  const isStep = (step: string) => !NOT_A_STEP.test(step) && step.length <= 30 && !isOwn(step)
  for (const line of lines) {
    if (!isTrail(line)) continue
    const trail = line[0].replace(LEAD_IN, '').replace(/(?:正文\s|\s(?:来源|时间|日期)\s?[:：]).*/, '')
    const steps = trail.split(SEPARATORS).map(cleanLine)
    if (steps.length >= 2 && steps.some(isStep)) return steps.filter(isStep)
  }
  const listed = listedTrail(lines)
  if (listed.length > 0) return listed.filter(isStep)
  return declared.map(cleanLine).filter(isStep)
}

function isTrail([text, linked, name]: TrailLine): boolean {
  if (LEAD_IN.test(text)) return true
  if (linked === 0) return false
  const steps = text.split(/>>|>|›|»|→|＞|-{1,2}>/).length
  if (steps >= 3) return true
  // A slash separates only what is called a trail.
  return (steps === 2 || text.split('/').length >= 3) && name > 0
}

/** A trail whose steps are list items. */
function listedTrail(lines: readonly TrailLine[]): string[] {
  const items = lines.filter(([text, linked, name]) => text.length <= 40 && linked > 0 && name > (hasHan(text) ? 0 : 1))
  return items.length >= 2 && items.length <= MOST_STEPS
    ? items.map(([text]) =>
        text
          .split(/[>›»/\s]+/)
          .filter(Boolean)
          .join(' '),
      )
    : []
}

/** Or as far as it is not cut: "The ferry is ba...". */
function sameText(step: string, title: string): boolean {
  const [own, whole] = [step, title].map(text => text.replace(/\s/g, '')) as [string, string]
  return own === whole || (/(?:\.{2,3}|…)$/.test(own) && whole.startsWith(own.replace(/(?:\.{2,3}|…)$/, '')))
}
