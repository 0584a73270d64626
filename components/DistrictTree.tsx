import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { useStrings } from './strings.ts'
import './styles/district-tree.css'

export interface PlaceNode {
  code: string
  name: string
  count: number
  children: PlaceNode[]
}

interface Props {
  places: PlaceNode[]
  /** All articles, whatever their place; undefined until they are counted. */
  total: number | undefined
  selected: string | undefined
  href: (code: string | undefined) => string
  onSelect: (code: string | undefined) => void
}

/** Province › city › district › subdistrict, each with the number of its articles; only places that have any. */
export function DistrictTree({ places, total, selected, href, onSelect }: Props) {
  const { t } = useStrings()
  const latest = useRef({ href, onSelect })
  latest.current = { href, onSelect }
  // Where links lead changes with all else that is asked for, which the link to all places tells.
  const linkTo = useCallback((code: string) => latest.current.href(code), [href(undefined)])
  const select = useCallback((code: string) => latest.current.onSelect(code), [])
  return (
    <nav class="district-tree" aria-label={t('districts')}>
      <ul>
        <li>
          <PlaceLink
            name={t('allPlaces')}
            count={total}
            current={selected === undefined}
            href={href(undefined)}
            onSelect={() => onSelect(undefined)}
          />
        </li>
        {places.map(place => (
          <Branch key={place.code} depth={0} href={linkTo} onSelect={select} {...{ place, selected }} />
        ))}
      </ul>
    </nav>
  )
}

interface BranchProps {
  place: PlaceNode
  depth: number
  selected: string | undefined
  href: (code: string) => string
  onSelect: (code: string) => void
}

/** Drawn anew only where it holds the place that is chosen, or held it: a large library has thousands of them. */
function Branch({ place, depth, selected, href, onSelect }: BranchProps) {
  const own = useMemo(
    () => (selected && (selected === place.code || holds(place, selected)) ? selected : undefined),
    [place, selected],
  )
  return useMemo(
    () => <OpenBranch {...{ place, depth, href, onSelect }} selected={own} />,
    [place, depth, own, href, onSelect],
  )
}

function OpenBranch({ place, depth, selected, href, onSelect }: BranchProps) {
  const { t } = useStrings()
  const [chosen, setChosen] = useState<boolean>()
  const open = chosen ?? (selected !== undefined || depth < 2)
  return (
    <li>
      <div class="district-tree__row" style={{ '--depth': depth }}>
        {place.children.length > 0 && (
          <button
            type="button"
            class="district-tree__toggle"
            aria-expanded={open}
            aria-label={t(open ? 'collapse' : 'expand', place.name)}
            onClick={() => setChosen(!open)}
          >
            <Icon name="chevron" />
          </button>
        )}
        <PlaceLink
          name={place.name}
          count={place.count}
          current={selected === place.code}
          href={href(place.code)}
          onSelect={() => onSelect(place.code)}
        />
      </div>
      {open && place.children.length > 0 && (
        <ul>
          {place.children.map(child => (
            <Branch key={child.code} place={child} depth={depth + 1} {...{ selected, href, onSelect }} />
          ))}
        </ul>
      )}
    </li>
  )
}

function holds(place: PlaceNode, code: string): boolean {
  return place.children.some(child => child.code === code || holds(child, code))
}

interface LinkProps {
  name: string
  count: number | undefined
  current: boolean
  href: string
  onSelect: () => void
}

function PlaceLink({ name, count, current, href, onSelect }: LinkProps) {
  const { formatNumber } = useStrings()
  return (
    <a
      class="district-tree__link"
      href={href}
      aria-current={current ? 'page' : undefined}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onSelect()
      }}
    >
      <span class="district-tree__name">{name}</span>{' '}
      {count !== undefined && <span class="district-tree__count">{formatNumber(count)}</span>}
    </a>
  )
}
