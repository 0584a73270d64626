import { FacetList, type FacetValue } from '../../components/FacetList.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useStrings } from '../../components/strings.ts'
import { NARROW, useMedia } from '../../components/use-media.ts'
import type { Facet } from '../../utils/library/index.ts'
import type { LibraryState } from './state.ts'
import { addressOfView, changedView, type View } from './view.ts'

const BY_NAME = [
  { facet: 'label', title: 'filterLabel' },
  { facet: 'source', title: 'filterSource' },
  { facet: 'site', title: 'filterSite' },
] as const

/** What the list can be narrowed down by beside shelf and place, each with what it would leave. */
export function Filters({ state }: { state: LibraryState }) {
  const { t } = useStrings()
  const counts = state.shown.facets.value
  const view = state.view.value
  const narrow = useMedia(NARROW)
  if (!counts) {
    if (state.shown.total.value === undefined) return null
    return (
      <button type="button" class="library__count button button--quiet" onClick={() => state.shown.countFacets()}>
        <Icon name="filter" />
        {t('filters')}
      </button>
    )
  }
  return (
    <details class="library__filters" open={!narrow}>
      <summary>{t('filters')}</summary>
      {BY_NAME.map(({ facet, title }) => {
        const values = valuesOf(counts[facet], view[facet])
        if (values.length === 0) return null
        return <Choice key={facet} {...{ state, values }} title={t(title)} part={facet} />
      })}
      <Choice
        state={state}
        title={t('filterPictures')}
        part="pictures"
        values={[
          { key: 'with', name: t('withPictures'), count: counts.pictures.get('with') ?? 0 },
          { key: 'without', name: t('withoutPictures'), count: counts.pictures.get('without') ?? 0 },
        ]}
      />
      <Dates state={state} years={counts.year} />
    </details>
  )
}

interface ChoiceProps {
  state: LibraryState
  title: string
  part: Extract<Facet, keyof View>
  values: FacetValue[]
}

function Choice({ state, title, part, values }: ChoiceProps) {
  return (
    <FacetList
      title={title}
      values={values}
      selected={state.view.value[part]}
      href={key => addressOfView(changedView(state.view.value, { [part]: key }))}
      onSelect={key => state.show({ [part]: key })}
    />
  )
}

function Dates({ state, years }: { state: LibraryState; years: ReadonlyMap<string, number> }) {
  const { t } = useStrings()
  const { from, to } = state.view.value
  const rangeOf = (year: string | undefined) => ({
    from: year && `${year}-01-01`,
    to: year && `${year}-12-31`,
  })
  const chosen = [...years.keys()].find(year => rangeOf(year).from === from && rangeOf(year).to === to)
  return (
    <>
      <FacetList
        title={t('filterDates')}
        values={[...years]
          .sort(([a], [b]) => Number(b) - Number(a))
          .map(([year, count]) => ({ key: year, name: year, count }))}
        selected={chosen}
        href={year => addressOfView(changedView(state.view.value, rangeOf(year)))}
        onSelect={year => state.show(rangeOf(year))}
      />
      <div class="library__dates">
        {(['from', 'to'] as const).map(end => (
          <label key={end}>
            {t(end === 'from' ? 'dateFrom' : 'dateTo')}
            <input
              type="date"
              value={state.view.value[end] ?? ''}
              min={end === 'to' ? from : undefined}
              max={end === 'from' ? to : undefined}
              onChangeCapture={event => state.show({ [end]: event.currentTarget.value || undefined })}
            />
          </label>
        ))}
      </div>
    </>
  )
}

/** Most articles first; what is chosen stays in sight when it has none. */
function valuesOf(counts: ReadonlyMap<string, number>, chosen: string | undefined): FacetValue[] {
  const all = new Map(counts)
  if (chosen !== undefined && !all.has(chosen)) all.set(chosen, 0)
  return [...all]
    .map(([key, count]) => ({ key, name: key, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
