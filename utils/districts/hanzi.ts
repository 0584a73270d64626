import type { Gazetteer } from './gazetteer.ts'

/** Reads hanzi.txt (its form: build/format-hanzi.ts). Syllables are made when an English text first asks for them. */
export function parseHanzi(text: string): Pick<Gazetteer, 'simplified' | 'syllables'> {
  const [from = '', to = '', starts = '', ...others] = text.split('\n')
  const simplified = new Map<string, string>()
  for (let i = 0; i < from.length; i++) simplified.set(from.charAt(i), to.charAt(i))
  let syllables: Map<string, string> | undefined
  const readSyllables = () => {
    syllables ??= parseSyllables(starts, others)
    return syllables
  }
  return { simplified, syllables: readSyllables }
}

/** From where each syllable starts in the order of GB 2312, then the characters that are read otherwise or not in it. */
function parseSyllables(starts: string, others: readonly string[]): Map<string, string> {
  const syllables = new Map<string, string>()
  const startOf = new Map([...starts.matchAll(/([a-z]+)(.)/g)].map(([, syllable = '', char = '']) => [char, syllable]))
  let current = ''
  for (const char of startOf.size > 0 ? charactersInOrder() : []) {
    current = startOf.get(char) ?? current
    syllables.set(char, current)
  }
  for (const line of others) {
    const space = line.indexOf(' ')
    for (const char of line.slice(space + 1)) syllables.set(char, line.slice(0, space))
  }
  return syllables
}

/** Rows and columns of the first level of GB 2312: 3,755 common characters, which the standard has in order of pinyin. */
const [FIRST_ROW, LAST_ROW, FIRST_COLUMN, LAST_COLUMN] = [0xb0, 0xd7, 0xa1, 0xfe]

export function charactersInOrder(): string[] {
  const bytes: number[] = []
  for (let row = FIRST_ROW; row <= LAST_ROW; row++)
    for (let column = FIRST_COLUMN; column <= LAST_COLUMN; column++) bytes.push(row, column)
  // The last row has five places to spare.
  const spare = 5 * 2
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes.slice(0, -spare)))]
}
