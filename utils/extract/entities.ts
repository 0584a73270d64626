const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}
/** The combining marks of letters that HTML names so: "oacute" is "ó". */
const MARKS: Readonly<Record<string, string>> = {
  ...{
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    ring: '\u030a',
    cedil: '\u0327',
  },
}
const ENTITY = /&(?:#(x[\da-f]{2,5}|\d{2,5})|(\w{2,8}));/gi

function named(name: string): string | undefined {
  const mark = MARKS[name.slice(1)]
  return mark ? (name.charAt(0) + mark).normalize('NFC') : ENTITIES[name.toLowerCase()]
}

const decodeOnce = (text: string): string =>
  text.replace(ENTITY, (whole, code, name) => (code ? String.fromCharCode(Number(`0${code}`)) : (named(name) ?? whole)))

/** Meta tags are often escaped twice, and data even once more. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeOnce(decodeOnce(text)) : text)
