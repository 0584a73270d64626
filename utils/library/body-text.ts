/**
 * A body's text as a way to find it in its HTML: how many of the HTML's lines follow each other in it, as a negative
 * number how many are passed over, and the words of what is none of them.
 */
export type TextPlan = readonly (number | string)[]

/** How far ahead a paragraph is looked for among the lines of the HTML: past the lines of a picture or two. */
const AHEAD = 8

export function planText(text: string, html: string): TextPlan {
  const lines = linesOf(html)
  const plan: (number | string)[] = []
  let next = 0
  for (const paragraph of text.split('\n')) {
    const passed = lines.slice(next, next + AHEAD).indexOf(paragraph)
    if (passed < 0) {
      plan.push(paragraph)
      continue
    }
    const last = plan.at(-1)
    if (passed > 0) plan.push(-passed, 1)
    else if (typeof last === 'number' && last > 0) plan[plan.length - 1] = last + 1
    else plan.push(1)
    next += passed + 1
  }
  return plan
}

/** The text that `planText` took, or undefined where `plan` is none for this HTML. */
export function followPlan(plan: readonly unknown[], html: string): string | undefined {
  const lines = linesOf(html)
  const text: (string | string[])[] = []
  let next = 0
  for (const step of plan) {
    if (typeof step === 'string') text.push(step)
    else if (typeof step === 'number' && Number.isInteger(step) && next + Math.abs(step) <= lines.length) {
      if (step > 0) text.push(lines.slice(next, next + step))
      next += Math.abs(step)
    } else return undefined
  }
  return text.flat().join('\n')
}

// Stored bodies are read by these: they never change. A line may hold any of the elements that mark words.
const MARKING =
  /<\/?(?:a|b|strong|i|em|u|s|sub|sup|small|mark|code|kbd|samp|var|q|cite|abbr|time|ruby|rt|rp|del|ins)(?:\s[^<>]*)?>/g
const BREAK = /<[^<>]*>|\n/
const ENTITY = /&(?:amp|lt|gt|quot|nbsp);/g
const LETTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
}

function linesOf(html: string): string[] {
  const pieces = html.replace(MARKING, '').split(BREAK)
  return pieces.filter(Boolean).map(piece => piece.replace(ENTITY, entity => LETTERS[entity] ?? entity))
}
