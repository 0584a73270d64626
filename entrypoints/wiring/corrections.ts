import * as v from 'valibot'
import { getCorrection, type Library, setCorrection } from '../../utils/library/index.ts'

// What the library keeps for a page: it outlives the article, and wins over the tagger whenever the page is read again.
const correction = v.object({ rejected: v.array(v.pipe(v.string(), v.regex(/^\d{6}$/))) })

/** The codes of the places that the reader said this page is not about. */
export async function rejectedPlaces(library: Library, canonicalUrl: string): Promise<string[]> {
  const parsed = v.safeParse(correction, await getCorrection(library, canonicalUrl))
  return parsed.success ? parsed.output.rejected : []
}

export async function setRejected(
  library: Library,
  canonicalUrl: string,
  code: string,
  rejected: boolean,
): Promise<void> {
  const others = (await rejectedPlaces(library, canonicalUrl)).filter(other => other !== code)
  await setCorrection(library, canonicalUrl, { rejected: rejected ? [...others, code] : others })
}
