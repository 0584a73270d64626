import { expect, it } from 'vitest'
import {
  allHighlights,
  exportBackup,
  highlightsOf,
  importBackup,
  keepHighlight,
  removeHighlight,
  saveArticle,
} from '../../../utils/library/index.ts'
import { makeHighlight, makeTagged, newLibrary } from './factory.ts'

const address = makeHighlight().canonicalUrl

it('a highlight is kept, changed, removed and brought back', async () => {
  const library = await newLibrary()
  expect(await keepHighlight(library, makeHighlight())).toEqual({ status: 'done' })
  await keepHighlight(library, makeHighlight({ note: '周六', colour: 'pink' }))
  expect(await highlightsOf(library, address)).toEqual([makeHighlight({ note: '周六', colour: 'pink' })])
  expect(await highlightsOf(library, 'https://news.example/2.html')).toEqual([])
  await removeHighlight(library, 'highlight-1')
  expect(await highlightsOf(library, address)).toEqual([])
  await keepHighlight(library, makeHighlight())
  expect(await allHighlights(library)).toEqual([makeHighlight()])
  expect(await removeHighlight(library, 'never-there')).toEqual({ status: 'done' })
})

it('a backup carries highlights, and does not bring back what was removed since', async () => {
  const [library, other] = [await newLibrary(), await newLibrary()]
  await keepHighlight(library, makeHighlight())
  const old = await backup(library)
  await importBackup(other, old)
  expect(await allHighlights(other)).toEqual([makeHighlight()])
  await removeHighlight(library, 'highlight-1')
  await importBackup(library, old)
  expect(await allHighlights(library)).toEqual([])
  await importBackup(other, await backup(library))
  expect(await allHighlights(other)).toEqual([])
})

it('a backup of some articles has their highlights only', async () => {
  const [library, other] = [await newLibrary(), await newLibrary()]
  const saved = await saveArticle(library, makeTagged(1))
  if (saved.status === 'failed') throw new Error(saved.reason)
  await keepHighlight(library, makeHighlight())
  await keepHighlight(library, makeHighlight({ id: 'highlight-2', canonicalUrl: 'https://news.example/2.html' }))
  await importBackup(other, await backup(library, { ids: [saved.id] }))
  expect(await allHighlights(other)).toEqual([makeHighlight()])
})

async function backup(...exported: Parameters<typeof exportBackup>): Promise<Blob> {
  return new Response(exportBackup(...exported) as ReadableStream<Uint8Array<ArrayBuffer>>).blob()
}
