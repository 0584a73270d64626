import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PlaceNode } from '../../components/DistrictTree.tsx'
import type { ArticleQuery, ArticleRecord, ArticleSpan, FacetCounts, SearchHits } from '../../utils/library/index.ts'
import type { Reprint } from '../wiring/contract.ts'
import type { LibraryAccess } from '../wiring/library-access.ts'
import { nameOfPlace, placeTree } from './place-tree.ts'
import { withoutPlaces } from './search-terms.ts'
import { codesWithout, FILTERS, queryOfView, type View } from './view.ts'

const PAGE = 60
/** Rows that are read before they come into being: so none is ever seen without its article. */
const AHEAD = 20
/** Articles that are counted by facet without being asked: more take a second, and memory, that few visits need. */
const COUNTED_UNASKED = 5000

// The same every time: a list that is scrolled would be drawn again for another nothing.
const NO_HITS: ReadonlyMap<string, SearchHits> = new Map()
const NO_REPRINTS: ReadonlyMap<string, readonly Reprint[]> = new Map()

/** What the page shows of the library for a view, kept up to date. */
export class Shown {
  /** Undefined until first read. */
  readonly total = signal<number | undefined>(undefined)
  /** Articles of the shelf in all places: the tree's "all". Undefined until counted. */
  readonly shelfTotal = signal<number | undefined>(undefined)
  readonly places = signal<PlaceNode[]>([])
  /** By code, of the places that are chosen or left out, which the tree has not where they have no article. */
  readonly placeNames = signal<ReadonlyMap<string, string>>(new Map())
  /** Rows by index; pages come and go with scrolling. */
  readonly rows = signal<ReadonlyMap<number, ArticleRecord>>(new Map())
  /** Undefined until counted, which a large library is only when asked for (`countFacets`) or filtered. */
  readonly facets = signal<FacetCounts | undefined>(undefined)
  readonly #asked = signal(false)
  /** Of the rows, by id, while something is searched for. */
  readonly hits = signal(NO_HITS)
  /** Of the rows, by id: the others with much the same text. */
  readonly reprints = signal(NO_REPRINTS)
  readonly spans = signal<readonly ArticleSpan[]>([])
  #settle: (() => void) | undefined
  /** Settles when the first rows are on screen, or cannot be had: what can wait should not stand in their way. */
  readonly settled = new Promise<void>(resolve => {
    this.#settle = () => requestAnimationFrame(() => setTimeout(resolve))
  })
  readonly #isRead = computed(() => this.total.value !== undefined)
  /** Pages from `start` up to `end`. */
  readonly #range = signal({ start: 0, end: 1 })
  readonly #view: ReadonlySignal<View>

  constructor(view: ReadonlySignal<View>) {
    this.#view = view
  }

  /** @param onTrouble `places`: the names could not be had, all else is shown; `library`: nothing more can be read */
  follow(access: LibraryAccess, onTrouble: (what: 'places' | 'library', error: unknown) => void): void {
    const onError = (error: unknown) => {
      this.#settle?.()
      onTrouble('library', error)
    }
    effect(() => this.#followRows(access, onError))
    effect(() => this.#followPlaces(access, onTrouble))
    effect(() => this.#namePlaces())
    effect(() => this.#showHits(access))
    effect(() => this.#followReprints(access))
    effect(() => this.#followSpans(access, onError))
    effect(() => this.#followFacets(access))
  }

  countFacets(): void {
    this.#asked.value = true
  }

  /** To be called with every new view: it is shown from its top. */
  fromTop(): void {
    this.#range.value = { start: 0, end: 1 }
  }

  readonly showRange = (start: number, end: number): void => {
    const [from, to] = [Math.max(0, Math.floor((start - AHEAD) / PAGE)), Math.ceil((end + AHEAD) / PAGE)]
    const shown = this.#range.value
    if (from !== shown.start || to !== shown.end) this.#range.value = { start: from, end: to }
  }

  // Page by page: a list that is scrolled reads what comes and not again what it has.
  #followRows(access: LibraryAccess, onError: (error: unknown) => void): () => void {
    const query = queryOfView(this.#view.value)
    const pages = new Map<number, () => void>()
    const stop = effect(() => {
      const { start, end } = this.#range.value
      for (const [page, stopPage] of pages) {
        if (page >= start && page < end) continue
        stopPage()
        pages.delete(page)
      }
      for (let page = start; page < end; page++) {
        if (pages.has(page)) continue
        const take = ({ total, rows }: { total: number; rows: ArticleRecord[] }) => this.#take(query, page, total, rows)
        const window = { offset: page * PAGE, limit: PAGE }
        pages.set(
          page,
          access.live(() => access.list(query, window), take, onError),
        )
      }
    })
    return () => {
      stop()
      for (const stopPage of pages.values()) stopPage()
    }
  }

  #rowsOf: ArticleQuery | undefined

  #take(query: ArticleQuery, page: number, total: number, read: readonly ArticleRecord[]): void {
    const { start, end } = this.#range.peek()
    const known = new Map([...this.rows.peek().values()].map(row => [row.id, row]))
    // The rows of another view stay until there are some of this.
    const kept = this.#rowsOf === query ? [...this.rows.peek()] : []
    const others = kept.filter(([index]) => {
      const of = Math.floor(index / PAGE)
      return of !== page && of >= start && of < end
    })
    const own = read.map((row, index) => [page * PAGE + index, sameOf(known.get(row.id), row)] as const)
    this.#rowsOf = query
    batch(() => {
      this.total.value = total
      this.rows.value = new Map([...others, ...own])
    })
    this.#settle?.()
  }

  /** What the tree counts: choosing or naming a place in it, or another order of the list, leaves it as it is. */
  readonly #counted = computed(() => {
    const { district: _, sort: _sort, group: _group, text, ...query } = queryOfView(this.#view.value)
    return JSON.stringify({ ...query, ...(text && { text: withoutPlaces(text) }) })
  })

  // The rows first: thousands of places have to be read, named and drawn.
  #followPlaces(
    access: LibraryAccess,
    onTrouble: (what: 'places' | 'library', error: unknown) => void,
  ): (() => void) | undefined {
    const query = JSON.parse(this.#counted.value) as ArticleQuery
    if (!this.#isRead.value) return undefined
    // The list is worth showing without the names of the places.
    const withoutPlaces = (error: unknown): PlaceNode[] => {
      onTrouble('places', error)
      return []
    }
    return access.live(
      async () => {
        const [counts, { total }] = await Promise.all([
          access.countDistricts(query),
          access.list(query, { offset: 0, limit: 1 }),
        ])
        return { total, places: await placeTree(counts).catch(withoutPlaces) }
      },
      ({ total, places }) => {
        this.shelfTotal.value = total
        this.places.value = places
      },
      error => onTrouble('library', error),
    )
  }

  #namePlaces(): void {
    const { district, without } = this.#view.value
    if (!this.#isRead.value) return
    for (const code of [...(district ? [district] : []), ...codesWithout(without)]) {
      if (this.placeNames.peek().has(code)) continue
      const show = (name: string) => {
        this.placeNames.value = new Map([...this.placeNames.peek(), [code, name]])
      }
      nameOfPlace(code).then(show, error => console.error('The place has no name:', error))
    }
  }

  // The list is worth reading without marks: where they cannot be had, there are none.
  #showHits(access: LibraryAccess): () => void {
    const [text, ids] = [this.#view.value.text, [...this.rows.value.values()].map(({ id }) => id)]
    let stopped = false
    const show = (hits: readonly SearchHits[]) => {
      if (!stopped) this.hits.value = new Map(hits.map(each => [each.id, each]))
    }
    if (!text) this.hits.value = NO_HITS
    else access.searchHits(ids, text).then(show, error => console.error('No hits can be marked:', error))
    return () => {
      stopped = true
    }
  }

  // As with hits: the list is worth reading without. Followed, since removing one changes what its others say.
  #followReprints(access: LibraryAccess): (() => void) | undefined {
    const ids = [...this.rows.value.values()].filter(({ story }) => story !== undefined).map(({ id }) => id)
    if (ids.length === 0) {
      this.reprints.value = NO_REPRINTS
      return undefined
    }
    return access.live(
      () => access.reprints(ids),
      reprints => {
        this.reprints.value = reprints
      },
      error => console.error('No reprints can be shown:', error),
    )
  }

  #followSpans(access: LibraryAccess, onError: (error: unknown) => void): (() => void) | undefined {
    const query = queryOfView(this.#view.value)
    if (!query.group) {
      this.spans.value = []
      return undefined
    }
    return access.live(
      () => access.listSpans(query),
      spans => {
        this.spans.value = spans
      },
      onError,
    )
  }

  // Counting looks at every article, so it waits until the rows are there and the browser has time. The list is worth reading
  // without counts.
  #followFacets(access: LibraryAccess): (() => void) | undefined {
    const query = queryOfView(this.#view.value)
    if (!this.#isRead.value) return undefined
    const asked = this.#asked.value || FILTERS.some(filter => filter !== 'district' && this.#view.value[filter])
    let stop: (() => void) | undefined
    const waiting = requestIdleCallback(
      () => {
        stop = access.live(
          async () => {
            const { total } = asked ? { total: 0 } : await access.list({}, { offset: 0, limit: 1 })
            return total <= COUNTED_UNASKED ? access.countFacets(query) : undefined
          },
          counts => {
            this.facets.value = counts
          },
          error => {
            console.error('The filters cannot be counted:', error)
            this.facets.value = undefined
          },
        )
      },
      { timeout: 1000 },
    )
    return () => {
      cancelIdleCallback(waiting)
      stop?.()
    }
  }
}

/** The record that is on screen where it is the same: its row need not be drawn again. */
function sameOf(known: ArticleRecord | undefined, read: ArticleRecord): ArticleRecord {
  return known?.updatedAt === read.updatedAt && JSON.stringify(known) === JSON.stringify(read) ? known : read
}
