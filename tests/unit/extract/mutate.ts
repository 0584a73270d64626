/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ODD = [
  ...['<', '>', '"', "'", '&', '<!--', '-->', '<![CDATA[', '</p>', '</body>', '</html>', '<plaintext>', '<noscript>'],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<template>',
    '<svg>',
    '<math>',
    '<table><td>',
    '<select>',
    '<frameset>',
    '\0',
  ],
  ...[
    '\u202e',
    '\ud800',
    '&#x110000;',
    '&amp;amp;',
    '<base href="javascript:alert(1)">',
    '<p onclick=alert(1)>',
    '記者',
  ],
  ...[
    '<a href="javascript:alert(1)">读</a>',
    '<img src=x onerror=alert(1)>',
    '<iframe srcdoc="<script>x</script>">',
    '来源：',
  ],
]
const HEAPS = ['<div>', '<b><p>', '<table>', '<a href="/x">链接</a>', '2021-', '記者 ', '<p>文</p>', '<span>']

/** A page as a broken server, a broken author or an enemy would send it: one to eight things done to its bytes. */
export function mutate(html: string, next: () => number): string {
  const at = (length: number) => Math.floor(next() * length)
  let page = html
  for (let left = 1 + at(8); left > 0; left--) {
    const [from, length] = [at(page.length + 1), at(Math.min(4_000, page.length) + 1)]
    const [before, piece, after] = [page.slice(0, from), page.slice(from, from + length), page.slice(from + length)]
    const pick = (list: readonly string[]) => list[at(list.length)] ?? ''
    page =
      [
        () => before + after,
        () => before + piece + piece + after,
        () => before + after + piece,
        () => before + pick(ODD) + piece + after,
        () => before + pick(ODD) + pick(ODD) + pick(ODD) + piece + after,
        () => before + pick(HEAPS).repeat(at(3_000)) + piece + after,
        () => before + piece.split('').reverse().join('') + after,
        () => (from > page.length / 2 ? before : page),
        () => before + piece.replace(/[aeiou"=]/g, '') + after,
      ][at(9)]?.() ?? page
  }
  return page
}
