import { useEffect, useRef } from 'preact/hooks'
import type { DistrictTag } from '../utils/article/article.ts'
import { Icon } from './Icon.tsx'
import { type Quote, quotesOf } from './quotes.ts'
import { type MessageKey, useStrings } from './strings.ts'
import { written } from './written.ts'
import './styles/tag-explanation.css'

const REASONS = {
  'parent-before': 'reasonParentBefore',
  'child-after': 'reasonChildAfter',
  'full-name': 'reasonFullName',
  'named-in-full': 'reasonNamedInFull',
  frame: 'reasonFrame',
  city: 'reasonCity',
  list: 'reasonList',
  unique: 'reasonUnique',
  known: 'reasonKnown',
  prior: 'reasonPrior',
} as const satisfies Record<string, MessageKey>
type Reason = keyof typeof REASONS

interface Props {
  tag: DistrictTag
  /** What the evidence points into. */
  article: { title: string; text: string; language: string }
  /** What the names behind the tag could mean, the chosen place first. */
  candidates: readonly { code: string; path: string[]; chosen: boolean }[]
  /** Why the chosen place and not another of that name, the surest first. */
  reasons: readonly Reason[]
  /** The tag is of the place `by`, or, without it, of none. */
  onCorrect: (by?: string) => void
  onClose: () => void
  /** Filters the library by this place. */
  onShowAll: () => void
}

/** Why an article carries a tag: the sentences that made it, and the way to say that it is wrong. */
export function TagExplanation({ tag, article, candidates, reasons, onCorrect, onClose, onShowAll }: Props) {
  const { t } = useStrings()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const quotes = quotesOf(tag, article)
  return (
    <dialog ref={dialog} class="explanation" aria-labelledby="explanation-title" onClose={onClose}>
      <div class="explanation__head">
        <div>
          <h2 id="explanation-title">{tag.name}</h2>
          <p class="explanation__path">{tag.path.join(' › ')}</p>
        </div>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="explanation__why">{t(tag.role === 'main' ? 'whyMain' : 'whyMentioned')}</p>
      <ul class="explanation__quotes">
        {quotes.map(quote => (
          <li key={`${quote.where}${quote.offset}`}>
            <QuoteLine quote={quote} language={article.language} />
          </li>
        ))}
      </ul>
      {candidates.length > 1 && <Others tag={tag} candidates={candidates} reasons={reasons} onCorrect={onCorrect} />}
      <div class="explanation__actions">
        <button type="button" class="button" onClick={onShowAll}>
          <Icon name="library" />
          {t('showAllOf', tag.name)}
        </button>
        <button type="button" class="button button--quiet" onClick={() => onCorrect()}>
          <Icon name="close" />
          {t('rejectTag')}
        </button>
      </div>
    </dialog>
  )
}

function QuoteLine({ quote, language }: { quote: Quote; language: string }) {
  const { t } = useStrings()
  const names = { title: t('inTitle'), lead: t('inText'), body: t('inText') }
  const labels = { ...names, breadcrumb: t('inBreadcrumb'), source: t('inSource'), url: t('inAddress') }
  return (
    <>
      <span class="explanation__where">{labels[quote.where]}</span>
      <q class="explanation__quote" {...written(language)}>
        {quote.before}
        <mark>{quote.name}</mark>
        {quote.after}
      </q>
    </>
  )
}

const MOST_OTHERS = 8
const MOST_REASONS = 2

// 鼓楼区 is in Nanjing, Fuzhou, Xuzhou and Kaifeng: the reader picks another with one click.
function Others({ tag, candidates, reasons, onCorrect }: Pick<Props, 'tag' | 'candidates' | 'reasons' | 'onCorrect'>) {
  const { t, formatList } = useStrings()
  const place = tag.path.slice(-2).join(' ')
  return (
    <div class="explanation__others">
      {reasons.length > 0 && (
        <p class="explanation__why">
          {t(
            'sharedName',
            place,
            formatList(
              reasons.slice(0, MOST_REASONS).map(reason => t(REASONS[reason])),
              'sentence',
            ),
          )}
        </p>
      )}
      <p class="explanation__why">{t('otherPlaces', tag.name)}</p>
      <ul>
        {candidates
          .filter(({ chosen }) => !chosen)
          .slice(0, MOST_OTHERS)
          .map(({ code, path }) => (
            <li key={code}>
              <button type="button" class="button" title={t('itIsThisOne')} onClick={() => onCorrect(code)}>
                {path.slice(-2).join(' ')}
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}
