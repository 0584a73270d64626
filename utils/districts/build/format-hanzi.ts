import * as OpenCC from 'opencc-js'
import { pinyin } from 'pinyin-pro'

/** Characters of several readings, as names of places read them (番禺, 成都, 长沙, 重庆, 厦门, 单县). Source: 现代汉语词典. */
const PLACE_READING: Readonly<Record<string, string>> = {
  番: 'pan',
  都: 'du',
  长: 'chang',
  重: 'chong',
  厦: 'xia',
  单: 'shan',
}

/** The block of common characters, U+4E00…U+9FFF. */
const [FIRST, LAST] = [0x4e00, 0x9fff]

/**
 * The text of hanzi.txt. First line: the traditional characters of our names, second: their simplified forms at the same places.
 * Then one syllable a line, `syllable characters`, for the characters that the names of places use.
 */
export function formatHanzi(places: string): string {
  const used = new Set(places)
  const simplify = OpenCC.Converter({ from: 't', to: 'cn' })
  const traditional: string[] = []
  const simplified: string[] = []
  for (let code = FIRST; code <= LAST; code++) {
    const from = String.fromCharCode(code)
    const to = simplify(from)
    if (to !== from && to.length === 1 && used.has(to) && !used.has(from)) {
      traditional.push(from)
      simplified.push(to)
    }
  }
  const syllables = new Map<string, string>()
  for (const char of used) {
    if (!/\p{Script=Han}/u.test(char)) continue
    const syllable = PLACE_READING[char] ?? pinyin(char, { toneType: 'none', v: true }).replace('ü', 'v')
    syllables.set(syllable, (syllables.get(syllable) ?? '') + char)
  }
  const lines = [...syllables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([s, chars]) => `${s} ${chars}`)
  return [traditional.join(''), simplified.join(''), ...lines].join('\n')
}
