export interface Village {
  code: string
  name: string
  streetCode: string
  cityCode: string
}

const OFFICE = /(居民|村民|牧民)?(委员会|委会|委员|居委)$/

/** 上木古社区居委会 → 上木古社区, 大望村村民委员会 → 大望村. */
export function communityName(name: string): string {
  const bare = name.replace(/[（(].*/, '').replace(OFFICE, '')
  const once = bare
    .replace(/村村$/, '村')
    .replace(/社区(居|村)$/, '社区')
    .replace(/居居$/, '居')
  if (/(社区|村|嘎查|居|屯|寨|庄|连|队)$/.test(once)) return once
  return /村/.test(name.slice(once.length)) ? `${once}村` : `${once}社区`
}

/**
 * The text of each city's shard, by four-digit code: one subdistrict a line, `code TAB names`, the names
 * comma-separated and without 社区 (written +) or 村 (written nothing).
 */
export function formatCommunities(villages: Village[]): Map<string, string> {
  const cities = new Map<string, Map<string, Set<string>>>()
  for (const { name, streetCode } of villages) {
    const city = shardOf(streetCode)
    const streets = cities.get(city) ?? new Map<string, Set<string>>()
    cities.set(city, streets)
    const names = streets.get(streetCode) ?? new Set<string>()
    streets.set(streetCode, names)
    const full = communityName(name)
    if (full.length > 2 && full.length <= 10) names.add(full.replace(/社区$/, '+').replace(/村$/, '-'))
  }
  return new Map(
    [...cities].map(([city, streets]) => [
      city,
      [...streets].map(([code, names]) => `${code}\t${[...names].join(',')}`).join('\n'),
    ]),
  )
}

/** Chongqing's counties (5002) are in play with the city (5001). */
function shardOf(code: string): string {
  const city = code.slice(0, 4)
  return city === '5002' ? '5001' : city
}
