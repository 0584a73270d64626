/** Kinds of characters that tell prose from the rest of a page. */
export const KINDS = { other: 0, space: 1, digit: 2, capital: 3, mark: 4, bar: 5, exclamation: 6 } as const

const BEYOND: Readonly<Record<string, readonly string[]>> = {
  mark: ['…', '。', '？', '；'],
  bar: ['›', '•', '｜'],
  exclamation: ['！'],
}

/** Latin, Greek, Cyrillic and Armenian; of what lies beyond, only BEYOND counts. */
const TABLE = 1424
const table = new Uint8Array(TABLE)
for (let code = 192; code < TABLE; code++) if (/\p{Lu}/u.test(String.fromCharCode(code))) table[code] = KINDS.capital
for (let code = 65; code <= 90; code++) table[code] = KINDS.capital
for (let code = 48; code <= 57; code++) table[code] = KINDS.digit
const mark = (characters: string, kind: number) => {
  for (const character of characters) table[character.charCodeAt(0)] = kind
}
mark(' ', KINDS.space)
mark('.?;', KINDS.mark)
mark('|»>/·', KINDS.bar)
mark('!', KINDS.exclamation)
const beyond = new Map(
  Object.entries(BEYOND).flatMap(([kind, characters]) =>
    characters.map(character => [character.charCodeAt(0), KINDS[kind as keyof typeof KINDS]] as const),
  ),
)

/** How many characters of each of KINDS are in `text`, in one pass: pages are long, and this is asked of all they say. */
export function countCharacters(text: string): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = code < TABLE ? (table[code] as number) : (beyond.get(code) ?? 0)
    counts[kind] = (counts[kind] as number) + 1
  }
  return counts
}
