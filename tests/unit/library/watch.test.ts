// Live queries look for a global indexedDB before they run.
import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { findByAddress, openLibrary, saveArticle, watch } from '../../../utils/library/index.ts'
import { makeTagged } from './factory.ts'
import { PATIENT } from './patience.ts'

async function openedLibrary() {
  const opened = await openLibrary()
  if (opened.status !== 'open') throw new Error(opened.detail)
  return opened.library
}

it('watch tells of changes until stopped', { timeout: PATIENT }, async () => {
  const library = await openedLibrary()
  const seen: boolean[] = []
  const stop = watch(() => findByAddress(library, 'https://news.example/1.html')).subscribe(found =>
    seen.push(found !== undefined),
  )
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([false])
  await saveArticle(library, makeTagged(1))
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([false, true])
  stop()
})
