const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}
const ENTITY = /&(?:#(x[\da-f]{2,5}|\d{2,5})|(\w{2,6}));/gi

const decodeOnce = (text: string): string =>
  text.replace(ENTITY, (whole, code, name) =>
    code ? String.fromCharCode(Number(`0${code}`)) : (ENTITIES[name.toLowerCase()] ?? whole),
  )

/** Meta tags are often escaped twice, and data even once more. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeOnce(decodeOnce(text)) : text)

/** The combining marks of letters that HTML names so: "oacute" is "ó". */
const MARKS: Readonly<Record<string, number>> = {
  ...{ acute: 0x301, grave: 0x300, circ: 0x302, uml: 0x308, tilde: 0x303, ring: 0x30a, cedil: 0x327 },
}

/** What `decodeEntities` leaves of names: letters with marks. */
export const decodeLetters = (text: string): string =>
  text.replace(/&(\w)(acute|grave|circ|uml|tilde|ring|cedil);/g, (_, letter: string, mark: string) =>
    (letter + String.fromCharCode(MARKS[mark] as number)).normalize('NFC'),
  )
