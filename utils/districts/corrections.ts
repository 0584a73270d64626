import type { DistrictTag } from '../article/article.ts'
import type { Gazetteer } from './gazetteer.ts'
import { findPlace, pathOf, tagCode } from './places.ts'
import type { Priors } from './resolve/resolve.ts'

/**
 * What a reader said about an article's tags. It wins for ever, also when the article is read again: it is kept by the
 * article's canonical address, not with the tags.
 */
export type Correction = { canonicalUrl: string /** Host of the article's site, lower case. */; host: string } & (
  | { kind: 'reject'; code: string }
  | { kind: 'confirm'; code: string }
  | { kind: 'replace'; code: string; by: string }
)

/** What corrections on one site taught: district code → net votes. Plain, so that it can be stored and forgotten. */
export interface SitePriors {
  host: string
  votes: Record<string, number>
}

/** One correction is worth this much of a city's weight (context.ts), and many no more than `MOST`: a nudge. */
const VOTE = 0.6
const MOST = 3

/** The tags with the reader's corrections applied, in order; the newest word on a code counts. Pure. */
export function applyCorrections(
  tags: readonly DistrictTag[],
  corrections: readonly Correction[],
  gazetteer: Gazetteer,
): DistrictTag[] {
  let result = [...tags]
  for (const correction of corrections) {
    const at = result.findIndex(tag => tag.code === correction.code)
    const tag = result[at]
    switch (correction.kind) {
      case 'reject':
        result = result.filter(({ code }) => code !== correction.code)
        break
      case 'confirm':
        if (tag) result[at] = { ...tag, role: 'main', confidence: 1 }
        else result.push(...givenTag(correction.code, [], gazetteer))
        break
      case 'replace':
        result = result.filter(({ code }) => code !== correction.code && code !== correction.by)
        result.push(...givenTag(correction.by, tag?.evidence ?? [], gazetteer))
        break
    }
  }
  return result.sort((a, b) => Number(b.role === 'main') - Number(a.role === 'main'))
}

/** What the site teaches after one more correction. Pure: gives a new value. */
export function learn(priors: SitePriors, correction: Correction): SitePriors {
  const votes = { ...priors.votes }
  const vote = (code: string, by: number) => {
    votes[code] = (votes[code] ?? 0) + by
  }
  if (correction.kind === 'confirm') vote(correction.code, 1)
  else vote(correction.code, -1)
  if (correction.kind === 'replace') vote(correction.by, 1)
  return { ...priors, votes }
}

/** What `tagDistricts` takes: votes as weights, none of which decides alone. */
export function asPriors({ votes }: SitePriors): Priors {
  const weights = Object.entries(votes).map(([code, count]): [string, number] => {
    return [code, Math.max(-MOST, Math.min(MOST, count * VOTE))]
  })
  return { weights: new Map(weights) }
}

/** A tag by the reader's own word; none where the gazetteer has no such code. */
function givenTag(code: string, evidence: DistrictTag['evidence'], gazetteer: Gazetteer): DistrictTag[] {
  const place = findPlace(code, gazetteer)
  if (!place) return []
  return [
    {
      code: tagCode(place),
      name: place.name,
      path: pathOf(place),
      role: 'main',
      confidence: 1,
      subdistricts: [],
      evidence,
    },
  ]
}
