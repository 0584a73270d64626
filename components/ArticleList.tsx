import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
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
  onStar: (article: ListedArticle, starred: boolean) => void
  onMarkRead: (article: ListedArticle, read: boolean) => void
  onRemove: (article: ListedArticle) => void
  onRestore: (article: ListedArticle) => void
}

/** Any number of articles; screen readers hear how many there are although only those in view exist. */
export function ArticleList(props: Props) {
  const { t } = useStrings()
  const { total, rowAt, onRange, scroller, cover } = props
  const list = useRef<HTMLUListElement>(null)
  const { first, end, height, startOf, measure, scrollTo } = useVirtualRows(scroller, list, total, cover)
  useEffect(() => {
    if (end > first) onRange(first, end)
  }, [first, end, onRange])
  useListKeys(list, total, scrollTo, index => actionsOf(rowAt(index), props), props.selection)
  return (
    <ul ref={list} class="article-list" aria-label={t('articles')} style={{ blockSize: `${height}px` }}>
      {Array.from({ length: end - first }, (_, at) => {
        const index = first + at
        const article = rowAt(index)
        const heading = props.headingAt(index)
        return (
          <li
            key={index}
            ref={measure}
            data-index={index}
            class="article-list__item"
            style={{ insetBlockStart: `${startOf(index)}px` }}
            aria-setsize={total}
            aria-posinset={index + 1}
          >
            {heading !== undefined && <p class="article-list__heading">{heading}</p>}
            {article ? <Row article={article} index={index} list={props} /> : <div class="row row--loading" />}
          </li>
        )
      })}
    </ul>
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
