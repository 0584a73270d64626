import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useStrings } from '../../components/strings.ts'
import { ask } from '../wiring/client.ts'

interface Props {
  canonicalUrl: string
  language: string
}

/**
 * Marking words in the popup. What it takes is loaded when the reader first selects something, or marked something on
 * this page before; each mark is stored at once, as a popup may be gone at any moment.
 */
export function Marks({ canonicalUrl, language }: Props) {
  const { t } = useStrings()
  const [MarkedText, setMarkedText] = useState<ComponentType<Props>>()
  useEffect(() => {
    let gone = false
    const load = async () => {
      document.removeEventListener('selectionchange', onSelect)
      const loaded = await import('./MarkedText.tsx')
      if (!gone) setMarkedText(() => loaded.MarkedText)
    }
    const onSelect = () => {
      if (getSelection()?.isCollapsed === false) load().catch(console.error)
    }
    document.addEventListener('selectionchange', onSelect)
    const look = async () => {
      const marked = await ask('highlights', { canonicalUrl })
      if (marked.length > 0) await load()
    }
    // Where the library cannot be asked the popup says so when something is to be kept.
    look().catch(error => console.info('What was marked here before is not known:', error))
    return () => {
      gone = true
      document.removeEventListener('selectionchange', onSelect)
    }
  }, [canonicalUrl])
  if (!MarkedText) return null
  return (
    <aside aria-label={t('highlights')}>
      <MarkedText canonicalUrl={canonicalUrl} language={language} />
    </aside>
  )
}
