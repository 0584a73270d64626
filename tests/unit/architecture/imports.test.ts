import { expect, test } from 'vitest'
import { importsOf, offence } from './imports.ts'
import { shippedSources } from './sources.ts'

test.each([
  ['utils/extract/index.ts', "import { db } from '../library/index.ts'"],
  ['utils/article/text.ts', "import { t } from '../browser/i18n.ts'"],
  ['components/ArticleView.tsx', "import { browser } from '../utils/browser/api.ts'"],
  ['utils/browser/tabs.ts', "import { save } from '../../entrypoints/wiring/save-tab.ts'"],
  ['utils/districts/index.ts', "import {\n  Dexie,\n} from 'dexie'"],
  ['entrypoints/popup/state.ts', "import { Dexie } from 'dexie'"],
  ['entrypoints/background.ts', "import browser from 'webextension-polyfill'"],
  ['components/ArticleBody.tsx', "const { read } = await import('../utils/library/read.ts')"],
  ['utils/library/index.ts', "export { t } from '../browser/i18n.ts'"],
  ['utils/library/index.ts', "import '../extract/index.ts'"],
  ['components/Icon.tsx', "import type { Library } from '../utils/library/index.ts'"],
])('%s may not say: %s', (path, text) => {
  expect(importsOf(path, text).map(found => offence(path, found))).toEqual([expect.any(String)])
})

test('imports point one way: entrypoints, then the rooms side by side, then utils/article', () => {
  const sources = shippedSources()
  expect(sources.length).toBeGreaterThan(100)
  const offences = sources.flatMap(({ path, text }) =>
    importsOf(path, text).flatMap(found => {
      const why = offence(path, found)
      return why ? [`${path} imports ${found.target}: ${why}`] : []
    }),
  )
  expect(offences).toEqual([])
})
