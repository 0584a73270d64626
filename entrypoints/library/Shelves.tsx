import { type MessageKey, useStrings } from '../../components/strings.ts'
import type { LibraryState } from './state.ts'
import { addressOfView, changedView, SHELVES, type Shelf } from './view.ts'

const SHELF_NAME: Record<Shelf, MessageKey> = {
  all: 'shelfAll',
  'to-read': 'shelfToRead',
  reading: 'shelfReading',
  read: 'shelfRead',
  starred: 'shelfStarred',
  trash: 'shelfTrash',
}

/** Where articles stand, with how many would be there under the same filters. */
export function Shelves({ state }: { state: LibraryState }) {
  const { t, formatNumber } = useStrings()
  const counts = state.shown.facets.value?.shelf
  return (
    <nav class="shelves" aria-label={t('shelves')}>
      {SHELVES.map(shelf => (
        <a
          key={shelf}
          href={addressOfView(changedView(state.view.value, { shelf }))}
          aria-current={state.view.value.shelf === shelf ? 'page' : undefined}
          onClick={event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            state.show({ shelf })
          }}
        >
          <span class="shelves__name">{t(SHELF_NAME[shelf])}</span>{' '}
          {counts && <span class="shelves__count">{formatNumber(counts.get(shelf) ?? 0)}</span>}
        </a>
      ))}
    </nav>
  )
}
