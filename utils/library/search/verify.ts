import { unpackBody } from '../body.ts'
import type { ArticleRow, LibraryDatabase } from '../database.ts'
import type { Library } from '../open.ts'
import type { ArticleId } from '../record.ts'
import { unwatched } from '../watch.ts'
import { type Found, findText, withWaiting } from './find.ts'
import { phrasesOf, saysAll } from './phrases.ts'
import { searchableOf } from './searchable.ts'

/** Texts unpacked at once. */
const BATCH = 64

interface Candidate {
  slot: number
  id: ArticleId
}

type Verdict = 'title' | 'text' | 'neither'

/**
 * The articles that have everything `query` names, its phrases as they stand: the index tells which have the words, and
 * their texts the rest. Reads those texts once for as long as the phrases stay the same.
 */
export function withPhrases(library: Library, query: string): Promise<Found> {
  const { db } = library
  // Whoever watches is told of changes by what is read here: all that is saved, changed or removed passes through it.
  const tables = [db.catalogue, db.meta, db.segments, db.postings, db.unindexed]
  const asked = withWaiting(db, mayMiss =>
    db.transaction('r', tables, async () => candidatesOf(library, query, mayMiss)),
  )
  return asked.then(({ candidates, inTitle }) =>
    unwatched(async () => {
      const verdicts = await verdictsOn(db, candidates, phrasesOf(query))
      const slotsOf = (...wanted: Verdict[]) =>
        candidates.flatMap(each => (wanted.some(verdict => verdict === verdicts.get(keyOf(each))) ? [each.slot] : []))
      return { slots: new Set(slotsOf('title', 'text')), inTitle: inTitle.intersection(new Set(slotsOf('title'))) }
    }),
  )
}

async function candidatesOf({ db, catalogue }: Library, query: string, mayMiss: boolean) {
  const found = await findText(db, query, mayMiss)
  const entries = await catalogue.newestFirst(db)
  const having = entries.filter(({ slot }) => found?.slots.has(slot))
  const candidates = having.map(({ slot, id }): Candidate => ({ slot, id }))
  return { candidates, inTitle: found?.inTitle ?? new Set<number>() }
}

interface Verified {
  phrases: string
  verdicts: Map<string, Verdict>
  /** Lists, counts and groups ask for the same thing at the same time: one reads, the others find it read. */
  last: Promise<unknown>
}

// The words of a slot never change; in a library that was cleared slots are given again, with another id.
const keyOf = ({ slot, id }: Candidate): string => `${slot} ${id}`

/** Searches whose verdicts are kept: what is looked for, and what is left out of it. */
const KEPT = 4
const verified = new WeakMap<LibraryDatabase, readonly Verified[]>()

async function verdictsOn(
  db: LibraryDatabase,
  candidates: readonly Candidate[],
  phrases: readonly RegExp[],
): Promise<ReadonlyMap<string, Verdict>> {
  const name = phrases.map(({ source }) => source).join('\n')
  const known = verified.get(db) ?? []
  const own: Verified = known.find(each => each.phrases === name) ?? {
    phrases: name,
    verdicts: new Map(),
    last: Promise.resolve(),
  }
  verified.set(db, [own, ...known.filter(each => each !== own)].slice(0, KEPT))
  const turn = own.last.catch(() => {}).then(() => addVerdicts(db, own.verdicts, candidates, phrases))
  own.last = turn
  await turn
  return own.verdicts
}

async function addVerdicts(
  db: LibraryDatabase,
  verdicts: Map<string, Verdict>,
  candidates: readonly Candidate[],
  phrases: readonly RegExp[],
): Promise<void> {
  const unread = candidates.filter(candidate => !verdicts.has(keyOf(candidate)))
  for (let start = 0; start < unread.length; start += BATCH) {
    const batch = unread.slice(start, start + BATCH)
    const ids = batch.map(({ id }) => id)
    const [rows, bodies] = await db.transaction('r', [db.articles, db.bodies], async () =>
      Promise.all([db.articles.bulkGet(ids), db.bodies.bulkGet(ids)]),
    )
    const read = batch.map(async (candidate, at) => {
      const verdict = await verdictOn(rows[at], bodies[at]?.bytes, phrases)
      if (verdict) verdicts.set(keyOf(candidate), verdict)
    })
    await Promise.all(read)
  }
}

async function verdictOn(
  row: ArticleRow | undefined,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  phrases: readonly RegExp[],
): Promise<Verdict | undefined> {
  if (!row) return undefined
  if (saysAll(row.title, phrases)) return 'title'
  const { title, text } = searchableOf(row, (bytes && (await unpackBody(bytes))?.text) ?? row.excerpt)
  return saysAll(`${title}\n${text}`, phrases) ? 'text' : 'neither'
}
