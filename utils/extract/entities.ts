const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}
/** The combining marks of letters that HTML names so: "oacute" is "ó". */
const MARKS = new Map(
  Object.entries({ acute: 0x301, grave: 0x300, circ: 0x302, uml: 0x308, tilde: 0x303, ring: 0x30a, cedil: 0x327 }),
)
const ENTITY = /&(?:#(x[\da-f]{2,5}|\d{2,5})|(\w{2,8}));/gi

function named(name: string): string | undefined {
  const mark = MARKS.get(name.slice(1))
  return mark ? (name.charAt(0) + String.fromCharCode(mark)).normalize('NFC') : ENTITIES[name.toLowerCase()]
}

const decodeOnce = (text: string): string =>
  text.replace(ENTITY, (whole, code, name) => (code ? String.fromCharCode(Number(`0${code}`)) : (named(name) ?? whole)))

/** Meta tags are often escaped twice, and data even once more. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeOnce(decodeOnce(text)) : text)
