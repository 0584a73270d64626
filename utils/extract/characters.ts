/** Kinds of characters that tell prose from the rest of a page, by their place in `countCharacters`. */
export const KINDS = { space: 1, digit: 2, capital: 3, mark: 4, call: 5, han: 6, letter: 7 } as const

const SAMPLES = ['', ' ', '0123456789', '', '.?;…。？；', '!！']

/** The kind of every UTF-16 code unit. */
const kindOf = new Uint8Array(65_536)
// Small Latin ones; those from Latin-1 to the extended Greek ones, few of which are none; kana and what is between them and Han.
kindOf.fill(KINDS.letter, 97, 123).fill(KINDS.letter, 0xc0, 0x2000).fill(KINDS.letter, 0x3041, 0x3400)
// CJK with extension A, and the compatibility ones; Hangul.
kindOf.fill(KINDS.han, 0x3400, 0xa000).fill(KINDS.han, 0xf900, 0xfb00).fill(KINDS.letter, 0xac00, 0xd7a4)
// Latin, Greek, Cyrillic and Armenian capitals.
for (let code = 65; code < 1424; code++) if (/\p{Lu}/u.test(String.fromCharCode(code))) kindOf[code] = KINDS.capital
for (const [kind, sample] of SAMPLES.entries()) for (const one of sample) kindOf[one.charCodeAt(0)] = kind

/** How many characters of each of KINDS are in `text`, in one pass: pages are long, and this is asked of all they say. */
export function countCharacters(text: string): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf[text.charCodeAt(i)] as number
    counts[kind] = (counts[kind] as number) + 1
  }
  return counts
}

/** Whether there is a Han character in `text`. */
export const hasHan = (text: string): boolean => HAN.test(text)

const HAN = /\p{Script=Han}/u
