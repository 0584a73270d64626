// Those of the scripts in use that run from right to left (Unicode CLDR, scriptMetadata).
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/**
 * The attributes of an element that holds text of a language: fonts, hyphens and the direction of its lines follow them.
 * @param language BCP 47; undefined, or no such tag: as the page around it
 */
export function written(language: string | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (!language) return {}
  return { lang: language, dir: RIGHT_TO_LEFT.has(scriptOf(language)) ? 'rtl' : 'ltr' }
}

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? ''
  } catch {
    return ''
  }
}
