/**
 * The elements that may mark words within a paragraph of an article, but for links: what extraction writes and what the
 * sanitiser lets pass.
 */
export const PHRASE_ELEMENTS: readonly string[] =
  'b strong i em u s sub sup small mark code kbd samp var q cite abbr time ruby rt rp del ins'.split(' ')
