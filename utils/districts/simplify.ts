import { TRADITIONAL } from './tables/traditional.ts'

const PAIRS = new Map<string, string>()
for (let index = 0; index < TRADITIONAL.length; index += 2)
  PAIRS.set(TRADITIONAL[index] ?? '', TRADITIONAL[index + 1] ?? '')

/** Traditional characters of place names and their surroundings as simplified ones, each for one, so offsets stay. */
export function simplify(text: string): string {
  let out = ''
  let copied = 0
  for (let index = 0; index < text.length; index++) {
    const simple = PAIRS.get(text[index] ?? '')
    if (!simple) continue
    out += text.slice(copied, index) + simple
    copied = index + 1
  }
  return copied === 0 ? text : out + text.slice(copied)
}
