import { useEffect, useState } from 'preact/hooks'
import { Blank } from '../../components/Blank.tsx'
import { LibraryClosed } from '../../components/LibraryClosed.tsx'
import { PageBar } from '../../components/PageBar.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { useStrings } from '../../components/strings.ts'
import { written } from '../../components/written.ts'
import { displayHost } from '../../utils/article/url.ts'
import { simplifiedLetter } from '../../utils/library/index.ts'
import { addressOfMark } from '../reader/mark-address.ts'
import { ask } from '../wiring/client.ts'
import { findHighlights, type Group, type Listed } from './find-highlights.ts'
import '../../components/styles/highlights.css'

// Far more than a person marks in years, and few enough to be searched as they type.
const MOST = 20_000

/** All that the reader ever marked, by article. */
export function HighlightsPage() {
  const { t } = useStrings()
  const [typed, setTyped] = useState('')
  const all = useHighlights()
  if (all === 'failed') {
    return (
      <main class="marks">
        <LibraryClosed reason="failed">
          <button type="button" class="button button--primary" onClick={() => location.reload()}>
            {t('reload')}
          </button>
        </LibraryClosed>
      </main>
    )
  }
  const groups = all && findHighlights(all, typed, simplifiedLetter)
  return (
    <>
      <PageBar>
        <div class="marks__search">
          <SearchBox label={t('searchHighlights')} value={typed} onInput={setTyped} />
        </div>
      </PageBar>
      <main class="marks">
        {all?.length === 0 && <Blank title={t('highlightsAllNone')} text={t('highlightsAllNoneText')} />}
        {all && all.length > 0 && (
          <>
            <h1 class="marks__title">{t('highlights')}</h1>
            {groups?.length === 0 && <p class="highlights__none">{t('highlightsNotFound')}</p>}
            {groups?.map(group => (
              <HighlightGroup key={group.canonicalUrl} group={group} />
            ))}
          </>
        )}
      </main>
    </>
  )
}

function HighlightGroup({ group: { article, canonicalUrl, highlights } }: { group: Group }) {
  return (
    <section class="marks__group">
      <h2 class="marks__article" {...written(article?.language)}>
        {article ? <a href={`reader.html?id=${article.id}`}>{article.title}</a> : displayHost(canonicalUrl)}
      </h2>
      <ul class="highlights">
        {highlights.map(({ id, quote, colour, note }) => (
          <li key={id} class={`highlights__item highlights__item--${colour}`}>
            <q class="marks__quote" {...written(article?.language)}>
              {article ? <a href={addressOfMark(article.id, id)}>{quote.exact}</a> : quote.exact}
            </q>
            {note && <p class="marks__note">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

// Marks are made on other pages: what is there is looked at again when the reader comes back to this one.
function useHighlights(): Listed[] | 'failed' | undefined {
  const [all, setAll] = useState<Listed[] | 'failed'>()
  useEffect(() => {
    const load = () =>
      ask('listHighlights', { most: MOST }).then(setAll, error => {
        console.error(error)
        setAll('failed')
      })
    void load()
    addEventListener('focus', load)
    return () => removeEventListener('focus', load)
  }, [])
  return all
}
