import type { Omnibox } from 'webextension-polyfill'
import { browser } from '../../utils/browser/api.ts'
import { formatList, t } from '../../utils/browser/i18n.ts'
import { countDistricts, type Library, listArticles } from '../../utils/library/index.ts'
import { addressOfView } from '../library/view.ts'
import { type KnownPlace, omniboxQuery, plainSuggestion } from './omnibox-query.ts'
import { ownLibrary } from './open-library.ts'

const MOST_SUGGESTIONS = 6
const READER = /^reader\.html\?id=[\w-]{8,64}$/

/** The address bar's keyword. Firefox for Android has none. */
export function startOmnibox(): void {
  browser.omnibox.setDefaultSuggestion({ description: plainSuggestion(t('omniboxDefault')) })
}

export async function onOmniboxTyped(
  typed: string,
  suggest: (suggestions: Omnibox.SuggestResult[]) => void,
): Promise<void> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') return suggest([])
  const query = omniboxQuery(typed, await knownPlaces(opened.library))
  const { rows } = await listArticles(opened.library, query, { offset: 0, limit: MOST_SUGGESTIONS })
  suggest(
    rows.map(({ id, title, source, tags }) => {
      const about = formatList(tags.filter(({ role }) => role === 'main').map(({ name }) => name))
      return {
        content: `reader.html?id=${id}`,
        description: plainSuggestion([title, source?.name, about].filter(Boolean).join(' · ')),
      }
    }),
  )
}

/** Opens the article that was picked, else the library with what was typed. */
export async function onOmniboxEntered(typed: string, where: Omnibox.OnInputEnteredDisposition): Promise<void> {
  const url = browser.runtime.getURL(READER.test(typed) ? typed : await libraryAddress(typed))
  if (where === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' })
}

async function libraryAddress(typed: string): Promise<string> {
  const opened = await ownLibrary()
  const places = opened.status === 'open' ? await knownPlaces(opened.library) : []
  const { without, ...asked } = omniboxQuery(typed, places)
  return addressOfView({ shelf: 'all', ...asked, ...(without && { without: without.join() }) })
}

async function knownPlaces(library: Library): Promise<KnownPlace[]> {
  const counts = await countDistricts(library, {})
  if (counts.size === 0) return []
  const { loadGazetteer, placeName } = await import('../../utils/districts/index.ts')
  const gazetteer = await loadGazetteer()
  return [...counts].flatMap(([code, count]) => {
    const name = placeName(code, gazetteer)
    return name === undefined ? [] : { code, name, count }
  })
}
