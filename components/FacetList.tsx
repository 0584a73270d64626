import { useState } from 'preact/hooks'
import { useStrings } from './strings.ts'
import './styles/facet-list.css'

interface Props {
  title: string
  /** In the order to show them. */
  values: readonly FacetValue[]
  selected: string | undefined
  /** Of the view with this value chosen; undefined takes the choice away. */
  href: (key: string | undefined) => string
  onSelect: (key: string | undefined) => void
}

export interface FacetValue {
  key: string
  name: string
  count: number
}

const FEW = 6

/** The values of one facet, each with the number of articles it would leave; the chosen one is let go with a click. */
export function FacetList({ title, values, selected, href, onSelect }: Props) {
  const { t, formatNumber } = useStrings()
  const [all, setAll] = useState(false)
  const few = values.slice(0, FEW)
  const chosen = values.find(({ key }) => key === selected)
  const shown = all ? values : chosen && !few.includes(chosen) ? [...few.slice(0, -1), chosen] : few
  return (
    <section class="facet">
      <h2 class="facet__title">{title}</h2>
      <ul>
        {shown.map(({ key, name, count }) => {
          const target = key === selected ? undefined : key
          return (
            <li key={key}>
              <a
                class="facet__value"
                href={href(target)}
                aria-current={key === selected ? 'true' : undefined}
                onClick={event => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  onSelect(target)
                }}
              >
                <bdi class="facet__name">{name}</bdi> <span class="facet__count">{formatNumber(count)}</span>
              </a>
            </li>
          )
        })}
      </ul>
      {values.length > FEW && (
        <button type="button" class="facet__more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerValues') : t('moreValues', formatNumber(values.length))}
        </button>
      )}
    </section>
  )
}
