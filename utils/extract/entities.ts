const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', rsquo: '’' }

/** Meta tags are often escaped twice. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(x[\da-f]{2,5}|\d{2,5})|(\w{2,5}));/gi, (whole, code, name) =>
    code ? String.fromCharCode(Number(`0${code}`)) : (ENTITIES[name.toLowerCase()] ?? whole),
  )
}
