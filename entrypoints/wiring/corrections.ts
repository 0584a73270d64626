import * as v from 'valibot'
import { type Correction, learn, type SitePriors } from '../../utils/districts/index.ts'
import {
  allSiteNotes,
  getCorrection,
  getSiteNotes,
  type Library,
  setCorrection,
  setSiteNotes,
} from '../../utils/library/index.ts'

const code = v.pipe(v.string(), v.regex(/^\d{6}$/))
const page = { canonicalUrl: v.pipe(v.string(), v.maxLength(8_000)), host: v.pipe(v.string(), v.maxLength(300)) }

/** A correction as it may arrive in a message or come out of a backup. */
export const correctionSchema = v.variant('kind', [
  v.object({ ...page, kind: v.literal('reject'), code }),
  v.object({ ...page, kind: v.literal('confirm'), code }),
  v.object({ ...page, kind: v.literal('replace'), code, by: code }),
])

const stored = v.object({ corrections: v.array(correctionSchema) })
const notes = v.object({ host: v.string(), votes: v.record(code, v.number()) })

/** What the reader said about the districts of a page, oldest first. It outlives the article and wins for ever. */
export async function correctionsOf(library: Library, canonicalUrl: string): Promise<Correction[]> {
  const parsed = v.safeParse(stored, await getCorrection(library, canonicalUrl))
  return parsed.success ? parsed.output.corrections : []
}

/** What corrections taught about a site: a nudge for the tagger, never a rule. */
export async function priorsOf(library: Library, host: string): Promise<SitePriors> {
  const parsed = v.safeParse(notes, await getSiteNotes(library, host))
  return parsed.success ? parsed.output : { host, votes: {} }
}

/** The sites that corrections taught something about, by host. */
export async function taughtSites(library: Library): Promise<SitePriors[]> {
  const all = (await allSiteNotes(library)).map(({ value }) => v.safeParse(notes, value))
  return all
    .flatMap(parsed => (parsed.success ? [parsed.output] : []))
    .filter(({ votes }) => Object.values(votes).some(vote => vote !== 0))
    .sort((a, b) => (a.host < b.host ? -1 : 1))
}

/** Forgets what was taught about a site; what was said about its articles stays. A newer word than any in a backup. */
export async function forgetSite(library: Library, host: string): Promise<void> {
  await setSiteNotes(library, host, { host, votes: {} } satisfies SitePriors)
}

/** Keeps `corrections` as all that was said about the page, and lets its site learn from what is new or taken back. */
export async function keepCorrections(
  library: Library,
  { canonicalUrl, host }: { canonicalUrl: string; host: string },
  corrections: Correction[],
): Promise<void> {
  const before = await correctionsOf(library, canonicalUrl)
  const [added, takenBack] = [corrections.at(-1), before.at(-1)]
  let priors = await priorsOf(library, host)
  if (corrections.length > before.length && added) priors = learn(priors, added)
  else if (corrections.length < before.length && takenBack) priors = learn(priors, inverse(takenBack))
  await setCorrection(library, canonicalUrl, { corrections })
  await setSiteNotes(library, host, priors)
}

function inverse(correction: Correction): Correction {
  if (correction.kind === 'replace') return { ...correction, code: correction.by, by: correction.code }
  return { ...correction, kind: correction.kind === 'reject' ? 'confirm' : 'reject' }
}
