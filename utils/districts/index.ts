import type { DistrictTag, TaggableArticle } from '../article/article.ts'
import { citiesInPlay, resolveCommunities } from './communities.ts'
import { type Field, fieldsOf } from './fields.ts'
import { cityOf, type Gazetteer } from './gazetteer.ts'
import { loadCommunities } from './load.ts'
import { resolveOwnDistrict } from './own-district.ts'
import { type Resolved, resolve, sceneOf } from './resolve.ts'
import { isRoundup, mainDistricts, type Standing, standingsOf } from './roles.ts'
import { regionNamed, type Setting, settingOf } from './setting.ts'
import { districtTag, regionTag } from './tags.ts'

export { type Gazetteer, placeName, placePath } from './gazetteer.ts'
export { loadGazetteer } from './load.ts'

/**
 * The districts that an article is about (main) and those that it names (mentioned), main ones first, each with the
 * words that made it. Where nothing finer is meant, the city or province. Pure: the same article and gazetteer give the
 * same tags; communities count for the cities whose shards are loaded (see `tagArticle`).
 */
export function tagDistricts(article: TaggableArticle, gazetteer: Gazetteer): DistrictTag[] {
  const fields = fieldsOf(article, gazetteer)
  const setting = settingOf(fields, gazetteer)
  const standings = standingsOf(resolveAll(fields, setting, gazetteer))
  const mains = mainDistricts(standings)
  const tags = standings.map(standing =>
    districtTag(standing, mains.has(standing.code) ? 'main' : 'mentioned', gazetteer),
  )
  const inOrder = [...tags.filter(({ role }) => role === 'main'), ...tags.filter(({ role }) => role === 'mentioned')]
  return mains.size > 0 ? inOrder : [...regionTags(fields, standings, gazetteer), ...inOrder]
}

/** `tagDistricts` with the communities of the cities in play, which are loaded where they are not yet. */
export async function tagArticle(article: TaggableArticle, gazetteer: Gazetteer): Promise<DistrictTag[]> {
  const fields = fieldsOf(article, gazetteer)
  await loadCommunities(gazetteer, citiesInPlay(settingOf(fields, gazetteer), gazetteer))
  return tagDistricts(article, gazetteer)
}

function resolveAll(fields: readonly Field[], setting: Setting, gazetteer: Gazetteer): Resolved[] {
  const scene = sceneOf(fields, setting, gazetteer)
  const spoken = fields.filter(({ where }) => where === 'title' || where === 'text')
  const columns = fields.filter(({ where }) => where === 'breadcrumb')
  const named = [...spoken, ...columns].flatMap(field => resolve(field, scene))
  const known = new Set(named.flatMap(({ district, subdistrict }) => [district, ...(subdistrict ? [subdistrict] : [])]))
  const cities = citiesInPlay(setting, gazetteer)
  const communities = spoken.flatMap(field => resolveCommunities(field, cities, known, gazetteer))
  const taken = new Set(named.map(({ field, offset }) => `${field.where}${offset}`))
  const fresh = communities.filter(({ field, offset }) => !taken.has(`${field.where}${offset}`))
  return [...named, ...fresh, ...resolveOwnDistrict(fields, setting, gazetteer)]
}

const ENOUGH_NAMINGS = 2

// The city or province that an article is about when it is about no district: in its headline, or named again and again.
function regionTags(fields: readonly Field[], standings: readonly Standing[], gazetteer: Gazetteer): DistrictTag[] {
  const namings = new Map<string, { field: Field; offset: number; name: string }[]>()
  for (const field of fields.filter(({ where }) => where === 'title' || where === 'text')) {
    for (const mention of field.mentions) {
      const code = regionNamed(field, mention)
      if (code) namings.set(code, [...(namings.get(code) ?? []), { field, offset: mention.offset, name: mention.name }])
    }
  }
  if (isRoundup(standings)) {
    const city = commonCity(standings, gazetteer)
    if (city) return [regionTag(city, namings.get(city) ?? [], gazetteer)]
  }
  const weighty = [...namings]
    .map(([code, list]) => ({ code, list, inTitle: list.some(({ field }) => field.where === 'title') }))
    .filter(({ list, inTitle }) => inTitle || list.length >= ENOUGH_NAMINGS)
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.list.length - a.list.length)
  const [best] = weighty
  return best ? [regionTag(best.code, best.list, gazetteer)] : []
}

function commonCity(standings: readonly Standing[], gazetteer: Gazetteer): string | undefined {
  const counts = new Map<string, number>()
  for (const { code } of standings) counts.set(cityOf(code, gazetteer), (counts.get(cityOf(code, gazetteer)) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most && most[1] >= standings.length * 0.6 ? most[0] : undefined
}
