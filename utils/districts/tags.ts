import type { DistrictTag, Evidence } from '../article/article.ts'
import { type Field, whereOf } from './fields.ts'
import { type Gazetteer, placeName, placePath } from './gazetteer.ts'
import type { Resolved } from './resolve.ts'
import type { Standing } from './roles.ts'

const MOST_EVIDENCE = 12

export function districtTag(standing: Standing, role: DistrictTag['role'], gazetteer: Gazetteer): DistrictTag {
  return {
    code: standing.code,
    name: placeName(standing.code, gazetteer) ?? standing.code,
    path: placePath(standing.code, gazetteer),
    role,
    confidence: confidenceOf(standing, role),
    subdistricts: subdistrictsOf(standing.mentions, gazetteer),
    evidence: standing.mentions.slice(0, MOST_EVIDENCE).map(evidenceOf),
  }
}

export function regionTag(
  code: string,
  mentions: { field: Field; offset: number; name: string }[],
  gazetteer: Gazetteer,
): DistrictTag {
  return {
    code,
    name: placeName(code, gazetteer) ?? code,
    path: placePath(code, gazetteer),
    role: 'main',
    confidence: 0.8,
    subdistricts: [],
    evidence: mentions.slice(0, MOST_EVIDENCE).map(evidenceOf),
  }
}

function evidenceOf({ field, offset, name }: { field: Field; offset: number; name: string }): Evidence {
  return { text: field.original.slice(offset, offset + name.length), where: whereOf(field, offset), offset }
}

function subdistrictsOf(mentions: readonly Resolved[], gazetteer: Gazetteer): DistrictTag['subdistricts'] {
  const codes = new Set(mentions.flatMap(({ subdistrict }) => subdistrict ?? []))
  return [...codes].map(code => ({ code, name: placeName(code, gazetteer) ?? code }))
}

// Fitted by hand to the reliability table that `npm run bench -- districts` prints.
function confidenceOf({ support, weight }: Standing, role: DistrictTag['role']): number {
  const sure = 0.72 + 0.05 * Math.min(4, support - 1.5) + (role === 'main' ? 0.02 * Math.min(4, weight) : 0)
  return Math.round(Math.min(0.98, Math.max(0.5, sure)) * 100) / 100
}
