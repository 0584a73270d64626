import type { PlaceNode } from '../../components/DistrictTree.tsx'
import { Icon } from '../../components/Icon.tsx'
import { type MessageKey, type Strings, useStrings } from '../../components/strings.ts'
import type { ArticleGroup, ArticleSort } from '../../utils/library/index.ts'
import { strangeIn } from './search-terms.ts'
import type { Shown } from './shown.ts'
import type { LibraryState } from './state.ts'
import { changedView, codesWithout, FILTERS, type Filter, GROUPS, SORTS, unfiltered, type View } from './view.ts'

const SORT_NAME: Record<ArticleSort, MessageKey> = {
  saved: 'sortSaved',
  published: 'sortPublished',
  title: 'sortTitle',
  length: 'sortLength',
  district: 'sortDistrict',
}
const GROUP_NAME: Record<ArticleGroup, MessageKey> = { day: 'groupDay', district: 'groupDistrict', story: 'groupStory' }

/** Above the list: what narrows it down, how many articles are left, and their order. */
export function ListBar({ state }: { state: LibraryState }) {
  const { t, tn, formatList } = useStrings()
  const total = state.shown.total.value
  const { sort, group, text } = state.view.value
  // The last part of a search is still being typed. Where nothing is found the page says it in the list's place.
  const finished = /^.*\s/su.exec(text ?? '')?.[0] ?? ''
  const strange = total ? strangeIn(finished, state.shown.places.value) : []
  return (
    <div class="list-bar">
      <Chips state={state} />
      {strange.length > 0 && <p class="list-bar__strange">{t('notUnderstood', formatList(strange, 'sentence'))}</p>}
      <div class="list-bar__line">
        <p class="list-bar__count" role="status">
          {total !== undefined && tn('articleCount', total)}
        </p>
        <button
          type="button"
          class="button button--quiet list-bar__select"
          aria-label={t('selectMany')}
          aria-pressed={state.selection.active.value}
          disabled={!total}
          onClick={() => (state.selection.active.value ? state.selection.clear() : state.selection.start())}
        >
          <Icon name="select" />
          <span>{t('selectMany')}</span>
        </button>
        <span class="list-bar__order">
          <Choice
            label={t('sortBy')}
            value={sort ?? ''}
            options={[
              ...(text ? [['', t('sortRelevance')] as const] : []),
              ...SORTS.map(each => [each === 'saved' && !text ? '' : each, t(SORT_NAME[each])] as const),
            ]}
            onChange={value => state.show({ sort: SORTS.find(each => each === value) })}
          />
          <Choice
            label={t('groupBy')}
            value={group ?? ''}
            options={[['', t('groupNone')], ...GROUPS.map(each => [each, t(GROUP_NAME[each])] as const)]}
            onChange={value => state.show({ group: GROUPS.find(each => each === value) })}
          />
        </span>
      </div>
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly [value: string, name: string])[]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select class="list-bar__choice" aria-label={label} onChange={event => onChange(event.currentTarget.value)}>
      {options.map(([each, name]) => (
        <option key={each} value={each} selected={each === value}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Chips({ state }: { state: LibraryState }) {
  const strings = useStrings()
  const { t } = strings
  const view = state.view.value
  const chosen = FILTERS.flatMap(filter => chipsOf(filter, view, state.shown, strings))
  if (chosen.length === 0) return null
  return (
    <ul class="list-bar__chips" aria-label={t('chosenFilters')}>
      {chosen.map(({ key, name, rest }) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            aria-label={t('takeFilterAway', name)}
            onClick={() => state.showAll(changedView(view, rest))}
          >
            {name}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <button type="button" class="chip chip--clear" onClick={() => state.showAll(unfiltered(view))}>
            {t('clearFilters')}
          </button>
        </li>
      )}
    </ul>
  )
}

interface Chip {
  key: string
  name: string
  /** What stays of the filter without it. */
  rest: { [Part in Filter]?: View[Part] | undefined }
}

function chipsOf(filter: Filter, view: View, shown: Shown, strings: Strings): Chip[] {
  if (view[filter] === undefined) return []
  if (filter !== 'without') {
    return [{ key: filter, name: nameOf(filter, view, shown, strings), rest: { [filter]: undefined } }]
  }
  const codes = codesWithout(view.without)
  return codes.map(code => ({
    key: `without ${code}`,
    name: strings.t('filterWithout', nameOfPlace(code, shown)),
    rest: { without: codes.filter(each => each !== code).join() },
  }))
}

function nameOf(filter: Filter, view: View, shown: Shown, { t, formatDate }: Strings): string {
  const value = view[filter] ?? ''
  if (filter === 'district') return nameOfPlace(value, shown)
  if (filter === 'pictures') return t(value === 'with' ? 'withPictures' : 'withoutPictures')
  if (filter === 'from') return t('datesSince', formatDate(`${value}T00:00:00Z`))
  if (filter === 'to') return t('datesUntil', formatDate(`${value}T00:00:00Z`))
  return value
}

function nameOfPlace(code: string, { places, placeNames }: Shown): string {
  return placeNamed(code, places.value) ?? placeNames.value.get(code) ?? ''
}

function placeNamed(code: string, places: readonly PlaceNode[]): string | undefined {
  for (const place of places) {
    const name = place.code === code ? place.name : placeNamed(code, place.children)
    if (name !== undefined) return name
  }
  return undefined
}
