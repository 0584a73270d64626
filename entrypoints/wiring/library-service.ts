import * as v from 'valibot'
import type { Article, DistrictTag } from '../../utils/article/article.ts'
import { showOutcome } from '../../utils/browser/badge.ts'
import type { Service } from '../../utils/browser/messages.ts'
import {
  type ArticleId,
  type ArticleRecord,
  type ChangeResult,
  changeLabels,
  countDistricts,
  countFacets,
  findByAddress,
  findReprints,
  type Library,
  listArticles,
  listIds,
  listSpans,
  type PastChange,
  readArticle,
  recordsOfIds,
  removeArticles,
  reprintsOf,
  restoreArticles,
  saveArticle,
  searchHits,
  type UpdateResult,
  updateArticles,
} from '../../utils/library/index.ts'
import { noteChanges } from './change-journal.ts'
import type { KaifongContract, Reprint, SaveResult } from './contract.ts'
import { correctionsOf, keepCorrections, priorsOf } from './corrections.ts'
import { dropHighlight, highlightsOfPage, listHighlights, storeHighlight } from './highlights.ts'
import { afterSaving, deleteForGood } from './housekeeping.ts'
import { writeDown } from './journal.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'
import {
  fetchPictures,
  nextPictureWork,
  nextPictureWorks,
  resumePictures,
  retryPictures,
  stopPictures,
} from './picture-jobs.ts'
import { requests } from './schemas.ts'
import { keepRule } from './site-rules.ts'

type Request<Name extends keyof KaifongContract> = KaifongContract[Name]['request']

/** What the background answers: the contract, each request checked before anything is done with it. */
export const libraryService: Service<KaifongContract> = {
  save: { check: value => v.parse(requests.save, value), answer: save },
  remove: {
    check: value => v.parse(requests.remove, value),
    answer: async ({ ids }) => changing(ids, async library => done(await removeArticles(library, ids as ArticleId[]))),
  },
  restore: {
    check: value => v.parse(requests.restore, value),
    answer: async ({ ids }) => changing(ids, async library => done(await restoreArticles(library, ids as ArticleId[]))),
  },
  deleteForGood: {
    check: value => v.parse(requests.deleteForGood, value),
    answer: ({ ids }) => deleteForGood(ids as ArticleId[]),
  },
  update: {
    check: value => v.parse(requests.update, value),
    answer: async ({ ids, change }) =>
      changing(ids, async library => past(await updateArticles(library, ids as ArticleId[], change))),
  },
  label: {
    check: value => v.parse(requests.label, value),
    answer: async ({ ids, ...labels }) =>
      changing(ids, async library => past(await changeLabels(library, ids as ArticleId[], labels))),
  },
  retryPictures: {
    check: value => v.parse(requests.retryPictures, value),
    answer: async ({ ids }) => {
      await retryPictures(ids as ArticleId[])
      return null
    },
  },
  resumePictures: {
    check: value => v.parse(requests.resumePictures, value),
    answer: async ({ id, tabId }) => {
      await resumePictures(await libraryOrThrow(), id as ArticleId, tabId)
      return null
    },
  },
  stopPictures: {
    check: value => v.parse(requests.stopPictures, value),
    answer: ({ id }) => stopPictures((id as ArticleId | null) ?? undefined),
  },
  pictureWork: {
    check: value => v.parse(requests.pictureWork, value),
    answer: async ({ id, left }) => (await nextPictureWork(id as ArticleId, left)) ?? null,
  },
  pictureWorks: {
    check: value => v.parse(requests.pictureWorks, value),
    answer: ({ known, left }) => nextPictureWorks(known as ArticleId[], left),
  },
  find: { check: value => v.parse(requests.find, value), answer: find },
  findReprints: {
    check: value => v.parse(requests.findReprints, value),
    answer: async page => (await findReprints(await libraryOrThrow(), page)).map(reprintOf),
  },
  correct: { check: value => v.parse(requests.correct, value), answer: correct },
  keepRule: {
    check: value => v.parse(requests.keepRule, value),
    answer: async (chosen, host) => {
      if (host === undefined) throw new Error('Only a page can say what its text is')
      await keepRule({ host, ...chosen })
      return null
    },
  },
  highlights: {
    check: value => v.parse(requests.highlights, value),
    answer: ({ canonicalUrl }) => highlightsOfPage(canonicalUrl),
  },
  listHighlights: { check: value => v.parse(requests.listHighlights, value), answer: listHighlights },
  keepHighlight: {
    check: value => v.parse(requests.keepHighlight, value),
    answer: ({ highlight }) => storeHighlight(highlight),
  },
  removeHighlight: {
    check: value => v.parse(requests.removeHighlight, value),
    answer: ({ id }) => dropHighlight(id),
  },
  list: {
    check: value => v.parse(requests.list, value),
    answer: async ({ query, window }) => listArticles(await libraryOrThrow(), query, window),
  },
  countDistricts: {
    check: value => v.parse(requests.countDistricts, value),
    answer: async ({ query }) => [...(await countDistricts(await libraryOrThrow(), query))],
  },
  countFacets: { check: value => v.parse(requests.countFacets, value), answer: facets },
  searchHits: {
    check: value => v.parse(requests.searchHits, value),
    answer: async ({ ids, text }) => searchHits(await libraryOrThrow(), ids as ArticleId[], text),
  },
  reprints: {
    check: value => v.parse(requests.reprints, value),
    answer: async ({ ids }) => {
      const found = await reprintsOf(await libraryOrThrow(), ids as ArticleId[])
      return Array.from(found, ([id, others]) => [id, others.map(reprintOf)])
    },
  },
  listIds: {
    check: value => v.parse(requests.listIds, value),
    answer: async ({ query }) => listIds(await libraryOrThrow(), query),
  },
  records: {
    check: value => v.parse(requests.records, value),
    answer: async ({ ids }) => recordsOfIds(await libraryOrThrow(), ids as ArticleId[]),
  },
  listSpans: {
    check: value => v.parse(requests.listSpans, value),
    answer: async ({ query }) => listSpans(await libraryOrThrow(), query),
  },
  read: { check: value => v.parse(requests.read, value), answer: read },
}

/**
 * Saves durably, answers, and only then goes for the pictures, which the library has written down as still to do. The
 * toolbar button says how it went, since the popup may be gone by then: a browser that finds its disk full closes it.
 */
export async function save(request: Request<'save'>): Promise<SaveResult> {
  return (await saveAndFollow(request)).result
}

/** As `save`; `followed` settles when the pictures are fetched too, as far as they can be had. */
export async function saveAndFollow({
  article,
  tags,
  tabId,
}: Request<'save'>): Promise<{ result: SaveResult; followed: Promise<void> }> {
  const stored = await store(article, tags, tabId)
  if (tabId !== undefined) await showOutcome(tabId, stored.result.status === 'failed' ? 'failed' : 'saved')
  return stored
}

async function store(article: Article, tags: DistrictTag[], tabId?: number) {
  const opened = await ownLibrary()
  const done = Promise.resolve()
  if (opened.status === 'failed') {
    return { result: { status: 'failed', reason: NOT_OPEN[opened.reason] } satisfies SaveResult, followed: done }
  }
  const result = await saveArticle(opened.library, { article, tags })
  if (result.status === 'failed') return { result, followed: done }
  if (result.status === 'already-saved') {
    return { result, followed: tabId === undefined ? done : resume(opened.library, result.id, tabId) }
  }
  await writeDown(opened.library, result.id)
  return { result, followed: follow(opened.library, result.id, article.images.length > 0, tabId) }
}

const NOT_OPEN = {
  'disk-full': 'quota',
  unavailable: 'unavailable',
  'newer-version': 'unknown',
  blocked: 'unknown',
  failed: 'unknown',
} as const

// Nobody waits for this: it is told to nobody but the log when it fails, and taken up again at the next start.
async function follow(library: Library, id: ArticleId, hasPictures: boolean, tabId?: number): Promise<void> {
  try {
    await Promise.all([fetchPictures(library, id, tabId), afterSaving(library)])
    if (hasPictures) await writeDown(library, id)
  } catch (error) {
    console.error('What follows a save broke off:', error)
  }
}

async function resume(library: Library, id: ArticleId, tabId: number): Promise<void> {
  await resumePictures(library, id, tabId).catch(error =>
    console.error('The pictures could not be gone on with:', error),
  )
}

/** What the library knows of a page, whether it is saved or not. */
export async function find({ canonicalUrl, host }: Request<'find'>): Promise<KaifongContract['find']['response']> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') return { id: null, corrections: [], priors: null }
  const { library } = opened
  const [saved, corrections, priors] = await Promise.all([
    findByAddress(library, canonicalUrl),
    correctionsOf(library, canonicalUrl),
    priorsOf(library, host),
  ])
  return { id: saved?.id ?? null, corrections, priors: Object.keys(priors.votes).length > 0 ? priors : null }
}

/** What is told of a reprint. */
export function reprintOf({ id, url, site }: ArticleRecord): Reprint {
  return { id, url, ...(site !== undefined && { site }) }
}

async function correct({ canonicalUrl, host, corrections, tags }: Request<'correct'>): Promise<null> {
  const library = await libraryOrThrow()
  await keepCorrections(library, { canonicalUrl, host }, corrections)
  const saved = await findByAddress(library, canonicalUrl)
  if (saved) done(await updateArticles(library, [saved.id], { tags }))
  noteChanges(library, { articles: saved ? [saved.id] : [], pages: [canonicalUrl], sites: [host] })
  return null
}

/** Makes a change to articles, and has it written down. */
async function changing<T>(ids: readonly string[], change: (library: Library) => Promise<T>): Promise<T> {
  const library = await libraryOrThrow()
  const changed = await change(library)
  noteChanges(library, { articles: ids as ArticleId[] })
  return changed
}

async function facets({ query }: Request<'countFacets'>): Promise<KaifongContract['countFacets']['response']> {
  const counts = Object.entries(await countFacets(await libraryOrThrow(), query))
  return Object.fromEntries(counts.map(([facet, values]) => [facet, [...values]])) as never
}

async function read({ id }: Request<'read'>): Promise<KaifongContract['read']['response']> {
  const article = await readArticle(await libraryOrThrow(), id as ArticleId)
  if (!article) return null
  const pictures = article.images.map(({ url, type, bytes }) => ({
    url,
    dataUrl: `data:${type};base64,${base64(bytes)}`,
  }))
  const { record, html, text, missing, damaged } = article
  return { record, html, text, pictures, missing, damaged }
}

function base64(bytes: Uint8Array): string {
  const CHUNK = 8192
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}

function past(result: UpdateResult): PastChange[] {
  done(result)
  return result.status === 'done' ? result.before : []
}

function done(result: ChangeResult | UpdateResult): null {
  if (result.status === 'failed') throw new Error(`The library could not be changed: ${result.reason}`)
  return null
}
