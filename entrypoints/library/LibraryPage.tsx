import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { ArticleList, type ListSelection } from '../../components/ArticleList.tsx'
import { Blank } from '../../components/Blank.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DistrictTree } from '../../components/DistrictTree.tsx'
import { Icon } from '../../components/Icon.tsx'
import { KeyHelp, LIST_HELP } from '../../components/KeyHelp.tsx'
import { LibraryClosed } from '../../components/LibraryClosed.tsx'
import { Mark } from '../../components/Mark.tsx'
import { PicturesComing } from '../../components/PicturesComing.tsx'
import { PicturesMissing } from '../../components/PicturesMissing.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { useStrings } from '../../components/strings.ts'
import { TagExplanation } from '../../components/TagExplanation.tsx'
import { Toast } from '../../components/Toast.tsx'
import { NARROW, useMedia } from '../../components/use-media.ts'
import { DamageNotice } from './DamageNotice.tsx'
import { Filters } from './Filters.tsx'
import { headingsOf, startsOf } from './headings.ts'
import { ListBar } from './ListBar.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { Shelves } from './Shelves.tsx'
import { placeInSearch, strangeIn, suggestionsFor } from './search-terms.ts'
import type { LibraryState } from './state.ts'
import { TrashNote } from './TrashNote.tsx'
import { focusList, useKeptFocus } from './use-kept-focus.ts'
import { addressOfReader, addressOfView, changedView, changeToPlace, FILTERS, unfiltered } from './view.ts'

export function LibraryPage({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  useUndoKey(() => state.changes.undo())
  useKeptFocus()
  const scroller = useRef<HTMLElement>(null)
  const tools = useRef<HTMLDivElement>(null)
  const status = state.status.value
  return (
    <div class="library">
      {/* A large library has a place at every step of the tab key. */}
      <button type="button" class="button library__skip" onClick={() => focusList()}>
        {t('skipToArticles')}
      </button>
      <aside class="library__side">
        <a class="library__brand" href="library.html">
          <Mark class="library__mark" />
          <span>{t('shortName')}</span>
        </a>
        <Shelves state={state} />
        <Places state={state} />
        <Filters state={state} />
        <a class="library__highlights button button--quiet" href="highlights.html" title={t('highlights')}>
          <Icon name="highlight" />
          <span class="library__label">{t('highlights')}</span>
        </a>
        <a class="library__settings button button--quiet" href="options.html" title={t('settings')}>
          <Icon name="settings" />
          <span class="library__label">{t('settings')}</span>
        </a>
      </aside>
      <main class="library__main" ref={scroller}>
        <h1 class="visually-hidden">{t('library')}</h1>
        <div class="library__tools" ref={tools}>
          <Search state={state} />
          <SelectionBar state={state} />
        </div>
        {status === 'open' && <ListBar state={state} />}
        <DamageNotice state={state} />
        {status === 'open' && <TrashNote state={state} />}
        <Pictures state={state} />
        {status === 'open' && <Articles state={state} scroller={scroller} cover={tools} />}
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
      <Explanation state={state} />
      <Missing state={state} />
      <KeyHelp keys={LIST_HELP} />
      <Toast
        message={state.toast.value}
        onClose={() => {
          state.toast.value = undefined
        }}
      />
    </div>
  )
}

const STATE_NAMES = ['stateUnread', 'shelfToRead', 'shelfReading', 'shelfRead', 'shelfStarred'] as const

function Search({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const text = state.view.value.text ?? ''
  const { places, facets } = state.shown
  const namesOf = (facet: 'source' | 'site' | 'label') => [...(facets.value?.[facet].keys() ?? [])]
  const showPlace = (typed: string): boolean => {
    const place = placeInSearch(typed, places.value)
    if (place) state.show(changeToPlace(state.view.value, place))
    return place !== undefined
  }
  // A place may have been typed before its list was read.
  useEffect(() => {
    showPlace(text)
  }, [places.value])
  const states = STATE_NAMES.map(name => t(name))
  const known = { sources: namesOf('source'), sites: namesOf('site'), labels: namesOf('label'), states }
  return (
    <SearchBox
      label={t('search')}
      value={text}
      suggestions={suggestionsFor(text, { ...known, places: places.value })}
      onInput={typed => showPlace(typed) || state.show({ text: typed })}
      onEnter={() => showPlace(`${text} `)}
    />
  )
}

// On a narrow screen the tree folds away, so that the articles come first.
function Places({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const view = state.view.value
  const narrow = useMedia(NARROW)
  return (
    <details class="library__places" open={!narrow}>
      <summary>{t('places')}</summary>
      <DistrictTree
        places={state.shown.places.value}
        total={state.shown.shelfTotal.value}
        selected={view.district}
        href={district => addressOfView(changedView(view, { district }))}
        onSelect={district => state.show({ district })}
      />
    </details>
  )
}

interface ArticlesProps {
  state: LibraryState
  scroller: RefObject<HTMLElement | null>
  cover: RefObject<HTMLElement | null>
}

function Articles({ state, scroller, cover }: ArticlesProps) {
  const strings = useStrings()
  const spans = state.shown.spans.value
  const starts = useMemo(() => startsOf(spans), [spans])
  const total = state.shown.total.value
  if (total === undefined) return null
  if (total === 0) return <Nothing state={state} />
  const rows = state.shown.rows.value
  const view = state.view.value
  const { changes, selection } = state
  const hits = state.shown.hits.value
  const reprints = state.shown.reprints.value
  // What is done to one that is picked is done to all that are.
  const meant = (id: string) => (selection.ids.value.has(id) ? [...selection.ids.value] : [id])
  const headingAt = headingsOf(starts, view, index => rows.get(index), strings)
  return (
    <ArticleList
      key={addressOfView(view)}
      total={total}
      rowAt={index => rows.get(index)}
      hitsOf={id => hits.get(id)}
      othersOf={id => reprints.get(id)}
      headingAt={headingAt}
      onRange={state.shown.showRange}
      scroller={scroller}
      cover={cover}
      href={id => addressOfReader(id, view)}
      inTrash={view.shelf === 'trash'}
      onPickTag={({ id }, tag) => {
        const article = [...rows.values()].find(row => row.id === id)
        if (article) void state.explain(article, tag)
      }}
      onPickPictures={({ id }) => void state.explainPictures(id)}
      selection={selectionOf(state)}
      onStar={(article, starred) => void changes.update(meant(article.id), { starred: starred ? 1 : 0 })}
      onMarkRead={(article, read) => void changes.update(meant(article.id), { state: read ? 'read' : 'to-read' })}
      onRemove={article => void state.remove(meant(article.id))}
      onRestore={article => void state.restore(meant(article.id))}
    />
  )
}

function Pictures({ state }: { state: LibraryState }) {
  const shown = state.pictures.shown.value
  return shown ? <PicturesComing {...shown} onStop={() => void state.changes.stopPictures(shown)} /> : null
}

function Explanation({ state }: { state: LibraryState }) {
  const explained = state.explained.value
  if (!explained) return null
  const { tag, article, text, candidates, reasons } = explained
  const close = () => {
    state.explained.value = undefined
  }
  return (
    <TagExplanation
      tag={tag}
      candidates={candidates}
      reasons={reasons}
      article={{ ...article, text }}
      onClose={close}
      onShowAll={() => {
        close()
        state.show({ district: tag.code })
      }}
      onCorrect={by => {
        close()
        void state.correct(explained, by)
      }}
    />
  )
}

function Missing({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const article = state.lacking.value
  if (!article) return null
  const close = () => {
    state.lacking.value = undefined
  }
  return (
    <Dialog title={t('pictures')} onClose={close}>
      <PicturesMissing
        {...article.pictures}
        missing={article.missing}
        page={article.url}
        onRetry={() => {
          close()
          void state.retryPictures(article)
        }}
      />
    </Dialog>
  )
}

function selectionOf({ selection, shown }: LibraryState): ListSelection {
  return {
    active: selection.active.value,
    has: id => selection.ids.value.has(id),
    toggle: (index, extend) => {
      const id = shown.rows.value.get(index)?.id
      if (id) void selection.toggle(id, index, extend)
    },
    all: () => void selection.all(),
    clear: () => selection.clear(),
  }
}

function Nothing({ state }: { state: LibraryState }) {
  const { t, formatList } = useStrings()
  const view = state.view.value
  const strange = strangeIn(view.text ?? '', state.shown.places.value)
  const isFiltered = FILTERS.some(filter => view[filter] !== undefined)
  if (view.text || isFiltered) {
    return (
      <Blank
        title={t('nothingFoundTitle')}
        text={strange.length > 0 ? t('notUnderstood', formatList(strange, 'sentence')) : t('nothingFoundText')}
      >
        {view.text && (
          <button type="button" class="button" onClick={() => state.show({ text: undefined })}>
            {t('clearSearch')}
          </button>
        )}
        {isFiltered && (
          <button type="button" class="button" onClick={() => state.showAll(unfiltered(view))}>
            {t('clearFilters')}
          </button>
        )}
      </Blank>
    )
  }
  if (view.shelf === 'trash') return <Blank title={t('trashEmptyTitle')} text={t('trashEmptyText')} />
  if (view.shelf !== 'all') return <Blank title={t('shelfEmptyTitle')} text={t('shelfEmptyText')} />
  return <Blank title={t('libraryEmptyTitle')} text={t('libraryEmptyText')} />
}

function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return
      event.preventDefault()
      undo()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
