import type { Block } from './blocks.ts'
import type { PageElement } from './page-tree.ts'
import { isNamedLike } from './tree.ts'

const TRAIL_NAME = /crumb|position|location|path|dqwz|weizhi|nav_?bar|daohang|mbx|where/

/** Longer lists of links are menus. */
export const MOST_STEPS = 8

/** Whether `element`, or a box close around it, is named like a trail. */
export const hasTrailName = (element: PageElement): boolean => isNamedLike(TRAIL_NAME, element, 4)

/**
 * A line that may be a trail, or a step of one, as it is sent: with how many of its characters lead elsewhere, and how it is
 * named, 2 like breadcrumbs, 1 like another trail, 0 like neither.
 */
export type TrailLine = readonly [text: string, linked: number, name: number]

/** Longer lines are none. */
const LONGEST = 200

/** The lines before the body that may be the page's trail. */
export const trailLines = (blocks: readonly Block[], firstBody: number): TrailLine[] =>
  blocks.slice(0, firstBody).flatMap(({ text, linked, element }): TrailLine[] => {
    if (text.length > LONGEST) return []
    const name = hasTrailName(element) ? 1 + Number(isNamedLike(/crumb/, element, 4)) : 0
    return name > 0 || /[>›»→＞]|位置|you are here/i.test(text) ? [[text, linked, name]] : []
  })
