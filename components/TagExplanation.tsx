import { useEffect, useRef } from 'preact/hooks'
import type { DistrictTag } from '../utils/article/article.ts'
import { Icon } from './Icon.tsx'
import { type Quote, quotesOf } from './quotes.ts'
import { useStrings } from './strings.ts'
import './styles/tag-explanation.css'

interface Props {
  tag: DistrictTag
  /** What the evidence points into. */
  article: { title: string; text: string }
  onReject: () => void
  onClose: () => void
  /** Filters the library by this place. */
  onShowAll: () => void
}

/** Why an article carries a tag: the sentences that made it, and the way to say that it is wrong. */
export function TagExplanation({ tag, article, onReject, onClose, onShowAll }: Props) {
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
            <QuoteLine quote={quote} />
          </li>
        ))}
      </ul>
      <div class="explanation__actions">
        <button type="button" class="button" onClick={onShowAll}>
          <Icon name="library" />
          {t('showAllOf', tag.name)}
        </button>
        <button type="button" class="button button--quiet" onClick={onReject}>
          <Icon name="close" />
          {t('rejectTag')}
        </button>
      </div>
    </dialog>
  )
}

function QuoteLine({ quote }: { quote: Quote }) {
  const { t } = useStrings()
  const names = { title: t('inTitle'), lead: t('inText'), body: t('inText') }
  const labels = { ...names, breadcrumb: t('inBreadcrumb'), source: t('inSource'), url: t('inAddress') }
  return (
    <>
      <span class="explanation__where">{labels[quote.where]}</span>
      <q class="explanation__quote">
        {quote.before}
        <mark>{quote.name}</mark>
        {quote.after}
      </q>
    </>
  )
}
