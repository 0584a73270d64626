import type { Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Blank } from '../../components/Blank.tsx'
import { useStrings } from '../../components/strings.ts'
import { ReaderPage } from '../reader/ReaderPage.tsx'
import { ReaderState } from '../reader/state.ts'

/** The reader beside the page: it shows the article it was last given, and stays while the browser goes elsewhere. */
export function Panel({ article }: { article: Signal<string | undefined> }) {
  const { t } = useStrings()
  const id = article.value
  if (id) return <PanelReader key={id} id={id} />
  return (
    <main class="reader__main">
      <Blank title={t('panelEmptyTitle')} text={t('panelEmptyText')} />
    </main>
  )
}

function PanelReader({ id }: { id: string }) {
  const state = useMemo(() => {
    const opened = new ReaderState(id)
    void opened.open()
    return opened
  }, [id])
  return <ReaderPage state={state} />
}
