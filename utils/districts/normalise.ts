import type { Gazetteer } from './gazetteer.ts'

/** Full-width digits and Latin are one code point below their plain forms. */
const FULL_WIDTH = /[！-～]/g
const FULL_WIDTH_OFFSET = 0xfee0
/** Punctuation whose full-width form the patterns know. */
const KEEP = '，：；！？（）'

/**
 * The text as the recogniser reads it: simplified, half-width letters and digits. One UTF-16 unit stays one unit, so
 * that offsets into it are offsets into the article.
 */
export function normalise(text: string, gazetteer: Gazetteer): string {
  const plain = text.replace(FULL_WIDTH, char =>
    KEEP.includes(char) ? char : String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET),
  )
  const { simplified } = gazetteer
  let result = ''
  let copied = 0
  for (let i = 0; i < plain.length; i++) {
    const to = simplified.get(plain.charAt(i))
    if (to === undefined) continue
    result += plain.slice(copied, i) + to
    copied = i + 1
  }
  return copied === 0 ? plain : result + plain.slice(copied)
}
