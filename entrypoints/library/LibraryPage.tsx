import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { ArticleList } from '../../components/ArticleList.tsx'
import { Blank } from '../../components/Blank.tsx'
import { DistrictTree } from '../../components/DistrictTree.tsx'
import { Icon } from '../../components/Icon.tsx'
import { KeyHelp } from '../../components/KeyHelp.tsx'
import { LibraryClosed } from '../../components/LibraryClosed.tsx'
import { Mark } from '../../components/Mark.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { type MessageKey, useStrings } from '../../components/strings.ts'
import { Toast } from '../../components/Toast.tsx'
import { DamageNotice } from './DamageNotice.tsx'
import type { LibraryState } from './state.ts'
import { addressOfView, queryOfView, SHELVES, type Shelf } from './view.ts'

const SHELF_NAME: Record<Shelf, MessageKey> = {
  all: 'shelfAll',
  'to-read': 'shelfToRead',
  reading: 'shelfReading',
  read: 'shelfRead',
  starred: 'shelfStarred',
  trash: 'shelfTrash',
}

export function LibraryPage({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const scroller = useRef<HTMLElement>(null)
  const status = state.status.value
  return (
    <div class="library">
      <aside class="library__side">
        <a class="library__brand" href="library.html">
          <Mark class="library__mark" />
          <span>{t('shortName')}</span>
        </a>
        <Shelves state={state} />
        <Places state={state} />
        <a class="library__highlights button button--quiet" href="highlights.html">
          <Icon name="highlight" />
          {t('highlights')}
        </a>
        <a class="library__settings button button--quiet" href="options.html">
          <Icon name="settings" />
          {t('settings')}
        </a>
      </aside>
      <main class="library__main" ref={scroller}>
        <h1 class="visually-hidden">{t('library')}</h1>
        <div class="library__tools">
          <SearchBox label={t('search')} value={state.view.value.text ?? ''} onInput={text => state.show({ text })} />
        </div>
        {state.damage.value && <DamageNotice damage={state.damage.value} onRepair={how => void state.repair(how)} />}
        {status === 'open' && <Articles state={state} scroller={scroller} />}
        {status !== 'open' && status !== 'opening' && (
          <LibraryClosed reason={status}>
            <button type="button" class="button button--primary" onClick={() => location.reload()}>
              {t('reload')}
            </button>
            {status === 'failed' && state.canStartAfresh && (
              <button type="button" class="button" onClick={() => void state.startAfresh()}>
                {t('startAfresh')}
              </button>
            )}
          </LibraryClosed>
        )}
      </main>
      <KeyHelp />
      <Toast
        message={state.toast.value}
        onClose={() => {
          state.toast.value = undefined
        }}
      />
    </div>
  )
}

// On a narrow screen the tree folds away, so that the articles come first.
function Places({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const { district, ...view } = state.view.value
  return (
    <details class="library__places" open={!matchMedia('(max-width: 44rem)').matches}>
      <summary>{t('places')}</summary>
      <DistrictTree
        places={state.places.value}
        total={state.shelfTotal.value}
        selected={district}
        href={code => addressOfView({ ...view, ...(code && { district: code }) })}
        onSelect={code => state.showDistrict(code)}
      />
    </details>
  )
}

function Shelves({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  return (
    <nav class="shelves" aria-label={t('shelves')}>
      {SHELVES.map(shelf => (
        <a
          key={shelf}
          href={addressOfView({ ...state.view.value, shelf })}
          aria-current={state.view.value.shelf === shelf ? 'page' : undefined}
          onClick={event => {
            event.preventDefault()
            state.show({ shelf })
          }}
        >
          {t(SHELF_NAME[shelf])}
        </a>
      ))}
    </nav>
  )
}

function Articles({ state, scroller }: { state: LibraryState; scroller: RefObject<HTMLElement | null> }) {
  const total = state.total.value
  if (total === undefined) return null
  if (total === 0) return <Nothing state={state} />
  const rows = state.rows.value
  return (
    <ArticleList
      key={addressOfView(state.view.value)}
      total={total}
      rowAt={index => rows.get(index)}
      onRange={state.showRange}
      scroller={scroller}
      href={id => `reader.html?id=${id}`}
      inTrash={queryOfView(state.view.value).trash === true}
      onPickTag={tag => state.showDistrict(tag.code)}
      onStar={(article, starred) => void state.update([article.id], { starred: starred ? 1 : 0 })}
      onMarkRead={(article, read) => void state.update([article.id], { state: read ? 'read' : 'to-read' })}
      onRemove={article => void state.remove([article.id])}
      onRestore={article => void state.restore([article.id])}
    />
  )
}

function Nothing({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const { shelf, text, district } = state.view.value
  if (text || district) return <Blank title={t('nothingFoundTitle')} text={t('nothingFoundText')} />
  if (shelf === 'trash') return <Blank title={t('trashEmptyTitle')} text={t('trashEmptyText')} />
  if (shelf !== 'all') return <Blank title={t('shelfEmptyTitle')} text={t('shelfEmptyText')} />
  return <Blank title={t('libraryEmptyTitle')} text={t('libraryEmptyText')} />
}
