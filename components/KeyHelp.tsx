import { useEffect, useRef, useState } from 'preact/hooks'
import { type MessageKey, useStrings } from './strings.ts'
import { isWriting, LIST_KEYS } from './use-list-keys.ts'
import './styles/key-help.css'

export type KeyMeanings = readonly (readonly [key: string, meaning: MessageKey])[]

export const LIST_HELP: KeyMeanings = [
  [LIST_KEYS.next, 'keyNext'],
  [LIST_KEYS.previous, 'keyPrevious'],
  ['Enter', 'open'],
  [LIST_KEYS.read, 'keyRead'],
  [LIST_KEYS.star, 'keyStar'],
  [LIST_KEYS.remove, 'remove'],
  [LIST_KEYS.select, 'keySelect'],
  ['Shift J · K', 'keySelectMore'],
  ['Ctrl A', 'keySelectAll'],
  ['Ctrl Z', 'undo'],
  ['/', 'search'],
  ['?', 'keyHelp'],
]

/** Opens with "?" and lists the keys. */
export function KeyHelp({ keys }: { keys: KeyMeanings }) {
  const { t } = useStrings()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isWriting(event.target)) setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby="key-help-title" onClose={() => setOpen(false)}>
      <h2 id="key-help-title">{t('keyHelp')}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
    </dialog>
  )
}
