/** How places.txt writes a subdistrict's kind (build/format-places.ts): the suffix that the name leaves out. */
const SUFFIX = { A: '街道', B: '镇', C: '乡', D: '' } as const
const FIRST_NUMBER = { A: 1, B: 100, C: 200, D: 400 } as const
type Kind = keyof typeof SUFFIX

export interface Listed {
  /** Nine digits, or '' where the list has none. */
  code: string
  name: string
}

/**
 * Finds subdistricts by full name in the text of places.txt itself: forty thousand strings and objects would take
 * longer to make than a popup may take to open, so that only those asked for are made.
 */
export interface SubdistrictIndex {
  /** District codes of the subdistricts that have this full name. */
  districtsWith(name: string): string[]
  /** The subdistricts of a district, in the list's order. */
  list(district: string): Listed[]
}

/** Slots of the hash table: a power of two, three times the names of the national list. */
const SLOTS = 1 << 17
const COMMA = 44
const NEWLINE = 10
const TAB = 9

export function indexSubdistricts(text: string): SubdistrictIndex {
  let table: Table | undefined
  const districtsWith = (name: string): string[] => {
    // Not before an article names one: many name none.
    table ??= scan(text)
    const { heads, nexts, starts, ends, kinds } = table
    const found = new Set<string>()
    for (const kind of ['A', 'B', 'C', 'D'] as const) {
      if (!name.endsWith(SUFFIX[kind])) continue
      const bare = name.slice(0, name.length - SUFFIX[kind].length)
      let hash = kind.charCodeAt(0)
      for (let i = 0; i < bare.length; i++) hash = mix(hash, bare.charCodeAt(i))
      for (let at = heads[hash & (SLOTS - 1)] ?? 0; at; at = nexts[at] ?? 0) {
        const start = starts[at] ?? 0
        if (kinds[at] === kind.charCodeAt(0) && ends[at] === start + bare.length && text.startsWith(bare, start)) {
          found.add(districtAt(text, start))
        }
      }
    }
    return [...found]
  }
  return { districtsWith, list: district => listSubdistricts(text, district) }
}

function mix(hash: number, char: number): number {
  return (Math.imul(hash, 31) + char) | 0
}

/** A hash table with chains: the first entry of a slot, the next of the same slot, and where each name stands. */
interface Table {
  heads: Int32Array
  nexts: Int32Array
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
}

/** One pass over the characters: names are what stands between a tab or comma and the next comma or line's end. */
function scan(text: string): Table {
  // Every name takes a separator and a character at least, which bounds their number.
  const most = (text.length >> 1) + 1
  const heads = new Int32Array(SLOTS)
  const nexts = new Int32Array(most)
  const starts = new Int32Array(most)
  const ends = new Int32Array(most)
  const kinds = new Uint8Array(most)
  let entry = 0
  let tabs = 0
  let kind = 0
  let hash = 0
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const char = i < text.length ? text.charCodeAt(i) : NEWLINE
    if (tabs === 2 && start >= 0 && (char === COMMA || char === NEWLINE)) {
      const slot = hash & (SLOTS - 1)
      nexts[++entry] = heads[slot] ?? 0
      heads[slot] = entry
      starts[entry] = start
      ends[entry] = i
      kinds[entry] = kind
      start = -1
    }
    if (char === NEWLINE) tabs = 0
    else if (char === TAB) tabs++
    else if (tabs === 2 && char > 127) {
      if (start < 0) {
        start = i
        hash = kind
      }
      hash = mix(hash, char)
    } else if (tabs === 2 && char >= 65) kind = char
  }
  return { heads, nexts, starts, ends, kinds }
}

/** The code at the head of the line that holds this offset. */
function districtAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset) + 1
  return text.slice(line, line + 6)
}

function listSubdistricts(text: string, district: string): Listed[] {
  const line = text.indexOf(`\n${district}\t`)
  if (line < 0) return []
  const end = text.indexOf('\n', line + 1)
  const subs = text.slice(line + 1, end < 0 ? undefined : end).split('\t')[2]
  if (!subs) return []
  let kind: Kind = 'D'
  let number = 0
  return subs.split(',').map(entry => {
    const [, letter = '', digits = '', bare = ''] = /^([A-D]?)(\d*)(.*)/.exec(entry) ?? []
    if (letter) {
      kind = letter as Kind
      number = FIRST_NUMBER[kind] - 1
    }
    const last = number
    number = digits ? Number(digits) : last + 1
    const code = digits === '0' ? '' : number > 999 ? String(number) : district + String(number).padStart(3, '0')
    return { code, name: bare + SUFFIX[kind] }
  })
}
