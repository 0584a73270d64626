import type { PlaceNode } from '../../components/DistrictTree.tsx'
import { type Gazetteer, loadGazetteer, placeName, placePath } from '../../utils/districts/index.ts'

/** The tree of places that have articles, in the order of their codes: north to south, as the national list has it. */
export async function placeTree(counts: ReadonlyMap<string, number>): Promise<PlaceNode[]> {
  const gazetteer = await loadGazetteer()
  const nodes = new Map<string, PlaceNode>()
  for (const code of [...counts.keys()].sort()) {
    if (isSameAsProvince(code, gazetteer)) continue
    nodes.set(code, { code, name: placeName(code, gazetteer) ?? code, count: counts.get(code) ?? 0, children: [] })
  }
  const roots: PlaceNode[] = []
  for (const node of nodes.values()) {
    const parent = ancestors(node.code).find(code => nodes.has(code))
    const siblings = parent ? nodes.get(parent)?.children : roots
    siblings?.push(node)
  }
  return roots
}

/** What a place is called, whether anything is there or not; its code where nobody knows. */
export async function nameOfPlace(code: string): Promise<string> {
  return placeName(code, await loadGazetteer()) ?? code
}

/** A district as it is written in full: 广东省 深圳市 龙岗区. */
export interface NamedDistrict {
  code: string
  label: string
}

/** Every district there is, in the order of the national list. */
export async function namedDistricts(): Promise<NamedDistrict[]> {
  const gazetteer = await loadGazetteer()
  return [...gazetteer.places.values()]
    .filter(({ level }) => level === 'district')
    .map(({ code }) => ({ code, label: placePath(code, gazetteer).join(' ') }))
}

// 110100 stands between 北京市 and its districts in codes, but it is no other place.
function isSameAsProvince(code: string, gazetteer: Gazetteer): boolean {
  if (!/^\d{4}00$/.test(code) || code.endsWith('0000')) return false
  const name = placeName(code, gazetteer)
  return name === undefined || name === placeName(`${code.slice(0, 2)}0000`, gazetteer)
}

// GB/T 2260: two digits a level; nine digits a subdistrict of the six-digit district.
function ancestors(code: string): string[] {
  const levels = [code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  return levels.filter(level => level !== code)
}
