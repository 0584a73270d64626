import * as OpenCC from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { charactersInOrder } from '../hanzi.ts'

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
 * Third: each syllable with the character that it starts at in the order of GB 2312. Then one syllable a line, `syllable
 * characters`, for what the names of places use and is read otherwise than that order says, or is not in it.
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
  const ordered = charactersInOrder()
  const runs = runsOf(ordered)
  const starts = ordered.flatMap((char, i) => (runs[i] === runs[i - 1] ? [] : [`${runs[i]}${char}`]))
  const inOrder = new Map(ordered.map((char, i) => [char, runs[i]]))
  const others = new Map<string, string>()
  for (const char of used) {
    if (!/\p{Script=Han}/u.test(char)) continue
    const syllable = PLACE_READING[char] ?? plain(pinyin(char, { toneType: 'none', v: true }))
    if (inOrder.get(char) !== syllable) others.set(syllable, (others.get(syllable) ?? '') + char)
  }
  const lines = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([s, chars]) => `${s} ${chars}`)
  return [traditional.join(''), simplified.join(''), starts.join(''), ...lines].join('\n')
}

function plain(syllable: string): string {
  return syllable.replace('ü', 'v')
}

/**
 * The syllable of each character as its place in alphabetical order says: of all rising sequences the one that disagrees
 * with the fewest readings. Many characters have several.
 */
function runsOf(characters: readonly string[]): string[] {
  const readings = characters.map(char => {
    const all = pinyin(char, { toneType: 'none', v: true, multiple: true, type: 'array' })
    return new Set(all.map(plain))
  })
  const syllables = [...new Set(readings.flatMap(set => [...set]))].sort()
  // By syllable: the fewest disagreements of a sequence that ends in it or before, and where it took its last step.
  let costs = syllables.map(() => 0)
  const steps = readings.map(set => {
    const step: number[] = []
    let cheapest = 0
    costs = costs.map((cost, s) => {
      if (cost < (costs[cheapest] ?? 0)) cheapest = s
      step.push(cheapest)
      return (costs[cheapest] ?? 0) + (set.has(syllables[s] ?? '') ? 0 : 1)
    })
    return step
  })
  let last = costs.indexOf(Math.min(...costs))
  const runs: string[] = []
  for (let i = characters.length - 1; i >= 0; i--) {
    runs.unshift(syllables[last] ?? '')
    last = steps[i]?.[last] ?? 0
  }
  return runs
}
