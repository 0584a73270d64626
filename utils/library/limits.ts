const MB = 1_000_000
const DAY = 24 * 60 * 60 * 1000

/** Characters of HTML. The longest real articles seen have some 300,000; more is a page gone wrong or an attack. */
export const MAX_HTML = 8 * MB
export const MAX_TEXT = 4 * MB
/** Bytes that a stored body may unfold to: html and text at three bytes a Han character, with room to spare. */
export const MAX_BODY_BYTES = 40 * MB
/** Pieces of evidence kept with each tag in the record: enough to explain it, not enough to swell the list. */
export const MAX_EVIDENCE = 4
/** Pictures of one article that are stored; photo series of portals end well below. */
export const MAX_PICTURES = 200
/** How long a removed article can be brought back. */
export const TRASH_KEPT = 30 * DAY
