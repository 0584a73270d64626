import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import { hasHan } from './characters.ts'
import type { LinkedData } from './json-ld.ts'
import type { PageElement } from './page-tree.ts'
import { isNamedLike } from './tree.ts'

const TRAIL_NAME = /crumb|position|location|path|dqwz|weizhi|nav_?bar|daohang|mbx|where/
const LEAD_IN = /^(?:您?(?:当前|现在|目前)?(?:所在|的)?(?:的)?位置|首页位置|you are here)\s*(?:是|为)?\s*[:：]?\s*/i
// White space around a separator is trimmed from the steps: a pattern that begins with \s* is quadratic in it.
const SEPARATORS = />>|>|›|»|→|＞|\/(?!\/)|\||-{1,2}>|::/
const NOT_A_STEP = /^(?:正文|详情|(?:详细|新闻)?内容|文章|阅读|[首主][页頁]|home|homepage|startseite|accueil)?$/i

/** The page's own trail ("新岭南 > 广东 > 深圳 > 今日龙岗 > 正文"), outermost first, without "正文" and the headline. */
export function findBreadcrumb(
  blocks: readonly Block[],
  firstBody: number,
  linked: LinkedData,
  title: string,
): string[] {
  const isStep = (step: string) => !NOT_A_STEP.test(step) && step.length <= 30 && !sameText(step, title)
  for (const block of blocks.slice(0, firstBody)) {
    if (block.text.length > 200 || !isTrail(block)) continue
    const trail = block.text.replace(LEAD_IN, '').replace(/(?:正文\s|\s(?:来源|时间|日期)\s?[:：]).*/, '')
    const steps = trail.split(SEPARATORS).map(cleanLine)
    if (steps.length >= 2 && steps.some(isStep)) return steps.filter(isStep)
  }
  const listed = listedTrail(blocks.slice(0, firstBody))
  if (listed.length > 0) return listed.filter(isStep)
  return linked.breadcrumb.map(cleanLine).filter(isStep)
}

function isTrail(block: Block): boolean {
  if (LEAD_IN.test(block.text)) return true
  if (block.linked === 0) return false
  const steps = block.text.split(/>>|>|›|»|→|＞|-{1,2}>/).length
  if (steps >= 3) return true
  // A slash separates only what is called a trail.
  return (steps === 2 || block.text.split('/').length >= 3) && hasTrailName(block.element)
}

/** Longer lists of links are menus. */
export const MOST_STEPS = 8

/** A trail whose steps are list items. */
function listedTrail(blocks: readonly Block[]): string[] {
  const items = blocks.filter(
    ({ text, linked, element }) =>
      text.length <= 40 && linked > 0 && (hasHan(text) ? hasTrailName(element) : isNamedLike(/crumb/, element, 4)),
  )
  return items.length >= 2 && items.length <= MOST_STEPS
    ? items.map(block =>
        block.text
          .split(/[>›»/\s]+/)
          .filter(Boolean)
          .join(' '),
      )
    : []
}

/** Whether `element`, or a box close around it, is named like a trail. */
export const hasTrailName = (element: PageElement): boolean => isNamedLike(TRAIL_NAME, element, 4)

const sameText = (a: string, b: string): boolean => a.replace(/\s/g, '') === b.replace(/\s/g, '')
