import { Icon } from '../../components/Icon.tsx'
import { useStrings } from '../../components/strings.ts'
import { written } from '../../components/written.ts'
import type { ArticleRecord } from '../../utils/library/index.ts'
import { addressOfReader } from '../library/view.ts'
import type { Walk } from './walk.ts'

/** After the last line: the article is put away as read, or left for one of its neighbours. */
export function NextArticles({ walk }: { walk: Walk }) {
  const { t } = useStrings()
  const { previous, next } = walk.neighbours.value
  return (
    <nav class="reader__neighbours" aria-label={t('articles')}>
      <button type="button" class="button button--primary" aria-keyshortcuts="e" onClick={() => void walk.finish()}>
        <Icon name="check" />
        {next ? t('markReadNext') : t('markRead')}
      </button>
      <Neighbour walk={walk} article={previous} which="previous" />
      <Neighbour walk={walk} article={next} which="next" />
    </nav>
  )
}

function Neighbour({
  walk,
  article,
  which,
}: {
  walk: Walk
  article: ArticleRecord | undefined
  which: 'previous' | 'next'
}) {
  const { t } = useStrings()
  if (!article) return null
  const onClick = (event: MouseEvent) => {
    // In a tab of its own it is opened by the browser.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    walk.go(article.id)
  }
  return (
    <a
      class={`reader__neighbour reader__neighbour--${which}`}
      href={addressOfReader(article.id, walk.view)}
      onClick={onClick}
    >
      <small>{which === 'next' ? t('keyNext') : t('keyPrevious')}</small>
      {/* The whole of a headline that is cut off. */}
      <bdi {...written(article.language)} title={article.title}>
        {article.title}
      </bdi>
    </a>
  )
}
