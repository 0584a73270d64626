/** HTML's own vocabulary, as the steps need it. */

/** Elements that stay inside a paragraph. */
export const INLINE_TAGS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'bdi',
    'bdo',
    'big',
    'br',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'img',
  ],
  ...['ins', 'kbd', 'label', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong'],
  ...[
    'sub',
    'sup',
    'time',
    'tt',
    'u',
    'var',
    'wbr',
    'o:p',
    'st1:chsdate',
    'picture',
    'source',
    'amp-img',
    'mark',
    'wbr',
  ],
])

/** Elements of which the output is made, within a paragraph. A subset of what utils/article/sanitise.ts allows. */
export const OUTPUT_INLINE: ReadonlySet<string> = new Set([
  ...[
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'sub',
    'sup',
    'small',
    'mark',
    'code',
    'kbd',
    'samp',
    'var',
    'q',
    'cite',
    'abbr',
  ],
  ...['time', 'ruby', 'rt', 'rp', 'del', 'ins'],
])

/** Elements that show something else than text. */
export const EMBED_TAGS: ReadonlySet<string> = new Set(['video', 'audio', 'iframe', 'embed'])
