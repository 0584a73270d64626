/** Han characters a person reads in a minute: the lower end of what studies of Chinese silent reading report (255–305). */
const HAN_PER_MINUTE = 255
/** Words a minute for scripts with spaces: Brysbaert 2019, "How many words do we read per minute?", 238 for non-fiction. */
const WORDS_PER_MINUTE = 238

const HAN = /\p{Script=Han}/gu
const SPACED_WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu

/** Minutes (at least 1) that a person needs to read `text`, Han characters and spaced words each at their own pace. */
export function readingMinutes(text: string): number {
  const han = text.match(HAN)?.length ?? 0
  const words = text.replace(HAN, ' ').match(SPACED_WORD)?.length ?? 0
  return Math.max(1, Math.round(han / HAN_PER_MINUTE + words / WORDS_PER_MINUTE))
}

/**
 * The beginning of `text` in one line: `length` Han characters, or twice as many of other scripts, which are half as wide. Cut
 * between words, with an ellipsis where something was cut.
 */
export function excerpt(text: string, length = 120): string {
  const line = foldSpace(text)
  let [room, end] = [length * 2, 0]
  for (const character of line.slice(0, length * 4)) {
    room -= character < '\u2e80' ? 1 : 2
    if (room < 0) break
    end += character.length
  }
  if (end === line.length) return line
  const isCutWord = /^[\p{L}\p{N}]/u.test(line.slice(end)) && !/^\p{Script=Han}/u.test(line.slice(end))
  const cut = line.slice(0, end)
  return `${(isCutWord ? cut.replace(/ [^ ]{1,30}$/, '') : cut).trimEnd()}…`
}

/** `text` with every run of white space (U+3000 too) as one plain space, and none at the ends. */
export function foldSpace(text: string): string {
  // Single spaces, which are most white space, stay untouched.
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}

// C0 and C1 controls but for tab and line ends, soft hyphens, zero-width characters, and the bidi overrides and isolates
// with which a page could make a title read otherwise than it is written (Unicode TR36, section 2.9).
export const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /[\x00-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** A name or title safe to show beside other text: one line, without control, zero-width and bidi characters. */
export function cleanLine(text: string): string {
  const line = text.trim()
  // Most are clean, and one look is quicker than two changes.
  return UNCLEAN.test(line) ? foldSpace(line.replace(INVISIBLE, '')) : line
}

const UNCLEAN = new RegExp(`[^\\S ]|  |${INVISIBLE.source}`)
