import { createContext, type JSX, type RefObject } from 'preact'
import { useContext, useMemo, useRef } from 'preact/hooks'
import { type CustomContainerComponentProps, type CustomItemComponentProps, Virtualizer } from 'virtua'
import type { DistrictTag } from '../utils/article/article.ts'
import { ArticleRow, type ListedArticle, type ListedHits } from './ArticleRow.tsx'
import type { SameTextArticle } from './SameText.tsx'
import { useStrings } from './strings.ts'
import { type RowActions, useListKeys } from './use-list-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'
import './styles/article-list.css'

/** Articles picked out of the list, to do something with all of them. */
export interface ListSelection {
  /** Rows show boxes to tick. */
  active: boolean
  has: (id: string) => boolean
  /** `extend`: with all from the one that was touched last. */
  toggle: (index: number, extend: boolean) => void
  all: () => void
  clear: () => void
}

interface Props {
  total: number
  /** Undefined while that row is not loaded yet. */
  rowAt: (index: number) => ListedArticle | undefined
  hitsOf: (id: string) => ListedHits | undefined
  othersOf: (id: string) => readonly SameTextArticle[] | undefined
  /** What stands above the row at an index, where a group begins with it. */
  headingAt: (index: number) => string | undefined
  /** Rows from `start` up to `end` come into view. */
  onRange: (start: number, end: number) => void
  scroller: RefObject<HTMLElement | null>
  /** What lies on the top of what the scroller shows. */
  cover: RefObject<HTMLElement | null>
  href: (id: string) => string
  inTrash: boolean
  selection: ListSelection
  onPickTag: (article: ListedArticle, tag: DistrictTag) => void
  onPickPictures: (article: ListedArticle) => void
  onStar: (article: ListedArticle, starred: boolean) => void
  onMarkRead: (article: ListedArticle, read: boolean) => void
  onRemove: (article: ListedArticle) => void
  onRestore: (article: ListedArticle) => void
}

/** Any number of articles; screen readers hear how many there are although only those in view exist. */
export function ArticleList(props: Props) {
  const { total, rowAt, onRange, scroller, cover } = props
  const list = useRef<HTMLUListElement>(null)
  const { options, scrollTo } = useVirtualRows(scroller, list, total, cover, onRange)
  useListKeys(list, total, scrollTo, index => actionsOf(rowAt(index), props), props.selection)
  // The virtualiser draws itself with every row that comes into view: those that are there stay the same elements.
  const made = useMemo(() => new Map<number, JSX.Element>(), [props])
  const rowOf = (_: unknown, index: number) => {
    const known = made.get(index)
    if (known) return known
    const article = rowAt(index)
    const heading = props.headingAt(index)
    const row = (
      <>
        {heading !== undefined && <p class="article-list__heading">{heading}</p>}
        {article ? <Row article={article} index={index} list={props} /> : <div class="row row--loading" />}
      </>
    )
    made.set(index, row)
    return row
  }
  return (
    <Whole.Provider value={{ list, total }}>
      <Virtualizer {...options} as={List} item={Item}>
        {rowOf}
      </Virtualizer>
    </Whole.Provider>
  )
}

/** What the list's element and its rows need of it besides what the virtualiser gives them. */
const Whole = createContext<{ list: RefObject<HTMLUListElement | null>; total: number }>({
  list: { current: null },
  total: 0,
})

// What virtua sets while it scrolls or has not measured would take clicks and focus away from rows that are in view.
function List({ style, children, ref }: CustomContainerComponentProps) {
  const { t } = useStrings()
  const { list } = useContext(Whole)
  const both = (element: HTMLUListElement | null) => {
    list.current = element
    ref.current = element
  }
  return (
    <ul ref={both} class="article-list" aria-label={t('articles')} style={{ ...style, pointerEvents: undefined }}>
      {children}
    </ul>
  )
}

function Item({ style, index, children, ref }: CustomItemComponentProps) {
  const { total } = useContext(Whole)
  return (
    <li
      ref={ref}
      data-index={index}
      class="article-list__item"
      style={{ ...style, visibility: undefined }}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      {children}
    </li>
  )
}

/** Drawn anew only where something of it changed: a list that scrolls has thirty of them to draw sixty times a second. */
function Row({ article, index, list }: { article: ListedArticle; index: number; list: Props }) {
  const latest = useRef(list)
  latest.current = list
  const { inTrash } = list
  const hits = list.hitsOf(article.id)
  const others = list.othersOf(article.id)
  const selected = list.selection.active ? list.selection.has(article.id) : undefined
  return useMemo(
    () => (
      <ArticleRow
        article={article}
        hits={hits}
        others={others}
        href={id => latest.current.href(id)}
        inTrash={inTrash}
        selected={selected}
        onSelect={extend => latest.current.selection.toggle(index, extend)}
        onPickTag={tag => latest.current.onPickTag(article, tag)}
        onPickPictures={() => latest.current.onPickPictures(article)}
        onStar={starred => latest.current.onStar(article, starred)}
        onMarkRead={read => latest.current.onMarkRead(article, read)}
        onRemove={() => latest.current.onRemove(article)}
        onRestore={() => latest.current.onRestore(article)}
      />
    ),
    [article, hits, others, selected, inTrash, index],
  )
}

function actionsOf(article: ListedArticle | undefined, props: Props): RowActions | undefined {
  if (!article) return undefined
  return {
    toggleRead: () => props.onMarkRead(article, article.state !== 'read'),
    toggleStar: () => props.onStar(article, article.starred === 0),
    remove: () => (props.inTrash ? props.onRestore(article) : props.onRemove(article)),
  }
}
