// Writes the database of this version, with a little of everything in it, for the tests of later ones. To be run once,
// before a version of the schema is released: `npx tsx tests/unit/library/make-fixture.ts`.
import { existsSync, writeFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { SCHEMA_VERSION } from '../../../utils/library/database.ts'
import {
  keepHighlight,
  removeArticles,
  runPictureJob,
  saveArticle,
  updateArticles,
  updateSearch,
} from '../../../utils/library/index.ts'
import { LIBRARY_NAME } from '../../../utils/library/open.ts'
import { makeArticle, makeHighlight, makeTag, openWith, PNG } from './factory.ts'
import { dumpDatabase } from './stored.ts'

const file = new URL(`fixtures/library-${SCHEMA_VERSION}.json`, import.meta.url)
if (existsSync(file)) throw new Error(`${file.pathname} is there: a released version does not change`)

const factory = new IDBFactory()
const { library, clock } = await openWith(factory)
const ids = []
for (const number of [1, 2, 3]) {
  clock.time += 1000
  const images = [{ url: `https://p.example/${number}.png`, caption: '图' }]
  const saved = await saveArticle(library, { article: makeArticle(number, { images }), tags: [makeTag('440307')] })
  if (saved.status === 'failed') throw new Error(saved.reason)
  ids.push(saved.id)
  // The first is in the search index, the others wait for it.
  if (number === 1) await updateSearch(library, { atLeast: 1 })
}
await runPictureJob(library, `pictures:${ids[0]}`, async () => ({ bytes: PNG, type: 'image/png' }))
await runPictureJob(library, `pictures:${ids[2]}`, async () => ({ failed: 'http-404' }))
await updateArticles(library, ids.slice(0, 1), { state: 'read', starred: 1, labels: ['家'] })
await removeArticles(library, ids.slice(2))
await keepHighlight(library, makeHighlight())
library.db.close()
writeFileSync(file, `${JSON.stringify(await dumpDatabase(factory, LIBRARY_NAME), null, 2)}\n`)
