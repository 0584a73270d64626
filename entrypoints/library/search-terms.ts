import type { PlaceNode } from '../../components/DistrictTree.tsx'
import { asStateWord, notUnderstood, PLACE_OPERATOR, SEARCH_OPERATORS, STATE_WORDS } from '../../utils/library/index.ts'

const MOST = 8

/** What the library has that an operator may name. */
export interface Nameable {
  places: readonly PlaceNode[]
  sources: readonly string[]
  sites: readonly string[]
  labels: readonly string[]
  /** What the shelves and buttons of this page call the states of an article. */
  states: readonly string[]
}

/** A place that a search names, with a minus one to be left out, and the rest of the search. */
interface PlaceTerm {
  code: string
  minus: boolean
  text: string
}

/**
 * `区:龙岗 地铁` is the word 地铁 in Longgang: the place with most articles whose name begins so, once the reader has
 * gone on after it or written its whole name. Undefined where the search names no place.
 */
export function placeInSearch(typed: string, places: readonly PlaceNode[]): PlaceTerm | undefined {
  for (const { whole, minus, value, after } of placesNamed(typed)) {
    const known = flat(places).filter(place => (after ? place.name.startsWith(value) : place.name === value))
    const [place] = known.sort((a, b) => b.count - a.count)
    if (place) return { code: place.code, minus, text: typed.replace(whole, '').trim() }
  }
  return undefined
}

/** `typed` without what names places: the tree keeps those that are still being named. */
export function withoutPlaces(typed: string): string {
  return placesNamed(typed).reduce((rest, { whole }) => rest.replace(whole, ''), typed)
}

/** What of `typed` looks like an operator and is none, or has no sensible value. A place that is still being typed is one. */
export function strangeIn(typed: string, places: readonly PlaceNode[]): string[] {
  const begun = placesNamed(typed).filter(({ value }) => flat(places).some(({ name }) => name.startsWith(value)))
  return notUnderstood(begun.reduce((rest, { whole }) => rest.replace(whole, ' '), typed))
}

function placesNamed(typed: string): { whole: string; minus: boolean; value: string; after: string }[] {
  const named = [...typed.matchAll(/(?<=^|\s)([-－]?)([^\s:："]+?)[:：]([^\s"]+)(\s|$)/gu)]
  return named.flatMap(([whole, minus, name = '', value = '', after = '']) =>
    PLACE_OPERATOR.includes(name.toLowerCase()) ? [{ whole, minus: minus !== '', value, after }] : [],
  )
}

/**
 * What `typed` could become: its last word completed to an operator, or the operator's value to one the library has; or
 * all of it a phrase, to be found as it stands.
 */
export function suggestionsFor(typed: string, known: Nameable): string[] {
  return [...completionsOf(typed, known), ...phrasesLike(typed)].slice(0, MOST)
}

// Closes the quotes that were opened, or puts plain words into them.
function phrasesLike(typed: string): string[] {
  if (/^[^"]*"[^"]*[^"\s]$/u.test(typed)) return [`${typed}"`]
  return /^[^\s":：]+( [^-－\s":：][^\s":：]*)+$/u.test(typed) && !/^[-－]/u.test(typed) ? [`"${typed}"`] : []
}

function completionsOf(typed: string, known: Nameable): string[] {
  const [, before = '', last = ''] = /^((?:.*\s)?[-－]?)(\S*)$/su.exec(typed) ?? []
  if (last === '') return []
  const [, name, begun = ''] = /^([^:："]+)[:：](.*)$/su.exec(last) ?? []
  const endings =
    name === undefined ? operatorsLike(last) : valuesOf(name, begun, known).map(value => `${name}:${value}`)
  return endings.filter(ending => ending !== last).map(ending => before + ending)
}

function operatorsLike(begun: string): string[] {
  const names = [...PLACE_OPERATOR, ...SEARCH_OPERATORS.flat()]
  return names.filter(name => name.startsWith(begun.toLowerCase())).map(name => `${name}:`)
}

function valuesOf(name: string, begun: string, known: Nameable): string[] {
  const lists: [names: readonly string[], values: readonly string[]][] = [
    [PLACE_OPERATOR, flat(known.places).map(place => place.name)],
    [['source', '来源', '來源'], known.sources],
    [['site', '网站', '網站'], known.sites],
    [['label', 'tag', '标签', '標籤'], known.labels],
    [['is', '是'], statesLike(begun, known.states.map(asStateWord))],
  ]
  const [, values = []] = lists.find(([names]) => names.includes(name.toLowerCase())) ?? []
  return values.filter(value => value.startsWith(begun)).map(value => (/\s/.test(value) ? `"${value}"` : value))
}

// Those of the reader's own language, unless what is begun is of another.
function statesLike(begun: string, own: readonly string[]): readonly string[] {
  return own.some(word => word.startsWith(begun)) ? own : STATE_WORDS
}

function flat(places: readonly PlaceNode[]): PlaceNode[] {
  return places.flatMap(place => [place, ...flat(place.children)])
}
