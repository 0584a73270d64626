import type { DistrictTag } from '../utils/article/article.ts'
import { DistrictTags } from './DistrictTags.tsx'
import { Icon } from './Icon.tsx'
import { Marked } from './Marked.tsx'
import { Origin } from './Origin.tsx'
import { SameText, type SameTextArticle } from './SameText.tsx'
import { useStrings } from './strings.ts'
import { written } from './written.ts'

/** What a row shows of a saved article. */
export interface ListedArticle {
  id: string
  title: string
  url: string
  source?: { name: string }
  site?: string
  publishedAt?: string
  language: string
  excerpt: string
  minutes: number
  tags: DistrictTag[]
  /** The reader's own tags. */
  labels: string[]
  state: 'to-read' | 'reading' | 'read'
  starred: 0 | 1
  pictures: { wanted: number; stored: number; failed: number }
}

/** Where an article says what was searched for. */
export interface ListedHits {
  title: [start: number, end: number][]
  snippet?: { text: string; hits: [start: number, end: number][] }
}

interface Props {
  article: ListedArticle
  hits: ListedHits | undefined
  /** The same text from elsewhere. */
  others: readonly SameTextArticle[] | undefined
  href: (id: string) => string
  inTrash: boolean
  /** Undefined while nothing is being picked out of the list. */
  selected: boolean | undefined
  onSelect: (extend: boolean) => void
  onPickTag: (tag: DistrictTag) => void
  /** Some pictures are not stored: the reader wants to know why. */
  onPickPictures: () => void
  onStar: (starred: boolean) => void
  onMarkRead: (read: boolean) => void
  onRemove: () => void
  onRestore: () => void
}

/** Characters: longer headlines are none, and are cut off in the list. */
const LONG = 150

export function ArticleRow(props: Props) {
  const {
    article,
    hits,
    others,
    href,
    inTrash,
    selected,
    onSelect,
    onPickTag,
    onPickPictures,
    onStar,
    onMarkRead,
    onRemove,
    onRestore,
  } = props
  const { t, tn, formatDate, formatNumber } = useStrings()
  const { wanted, stored, failed } = article.pictures
  const read = article.state === 'read'
  return (
    <div class={`row${read ? ' row--read' : ''}${selected ? ' row--selected' : ''}`}>
      {selected !== undefined && (
        <label class="row__select">
          <input
            type="checkbox"
            checked={selected}
            aria-label={t('selectArticle', article.title)}
            onClick={event => onSelect(event.shiftKey)}
          />
        </label>
      )}
      <div class="row__main">
        <h2
          class={article.title.length > LONG ? 'row__title row__title--long' : 'row__title'}
          {...written(article.language)}
        >
          <a href={href(article.id)}>
            <bdi>
              <Marked text={article.title} hits={hits?.title} />
            </bdi>
          </a>
          {read && <span class="visually-hidden"> ({t('stateRead')})</span>}
        </h2>
        <p class="row__excerpt" {...written(article.language)}>
          <Marked text={hits?.snippet?.text ?? article.excerpt} hits={hits?.snippet?.hits} />
        </p>
        <div class="row__foot">
          <Origin article={article} class="row__source" />
          {article.publishedAt && <time dateTime={article.publishedAt}>{formatDate(article.publishedAt)}</time>}
          <span>{tn('minutes', article.minutes)}</span>
          {failed > 0 && (
            <button type="button" class="row__pictures" onClick={onPickPictures}>
              {t('picturesOf', formatNumber(stored), formatNumber(wanted))}
            </button>
          )}
          {article.labels.map(label => (
            <bdi key={label} class="own-tag">
              {label}
            </bdi>
          ))}
          <DistrictTags tags={article.tags} onPick={onPickTag} />
        </div>
        {others && others.length > 0 && (
          <p class="row__others">
            <SameText lead={t('sameTextAlso')} articles={others} href={href} />
          </p>
        )}
      </div>
      <div class="row__actions">
        {inTrash ? (
          <RowButton icon="restore" label={t('restore')} onClick={onRestore} />
        ) : (
          <>
            <RowButton
              icon="star"
              label={article.starred ? t('unstar') : t('star')}
              pressed={article.starred === 1}
              onClick={() => onStar(!article.starred)}
            />
            <RowButton
              icon={read ? 'toRead' : 'check'}
              label={read ? t('markUnread') : t('markRead')}
              onClick={() => onMarkRead(!read)}
            />
            <RowButton icon="trash" label={t('remove')} onClick={onRemove} />
          </>
        )}
      </div>
    </div>
  )
}

interface ButtonProps {
  icon: Parameters<typeof Icon>[0]['name']
  label: string
  /** For a button that stays on. */
  pressed?: boolean
  onClick: () => void
}

function RowButton({ icon, label, pressed, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      class="button button--quiet button--icon"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
