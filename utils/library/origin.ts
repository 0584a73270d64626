/** What tells which of several articles with much the same text was first. */
interface Origin {
  source?: string | undefined
  site?: string | undefined
  /** Milliseconds since 1970; `savedAt` where unknown. */
  published: number
  savedAt: number
}

/** Compares two: whoever names itself as the source comes first, then who published first, then what was saved first. */
export function inOrderOfOrigin(a: Origin, b: Origin): number {
  if (isOriginal(a) !== isOriginal(b)) return isOriginal(a) ? -1 : 1
  return a.published - b.published || a.savedAt - b.savedAt
}

// 晶报 prints on 晶报网, 深圳特区报 on 深圳特区报数字报.
function isOriginal({ source, site }: Origin): boolean {
  return source !== undefined && site !== undefined && (site.includes(source) || source.includes(site))
}
