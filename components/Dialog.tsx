import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { useStrings } from './strings.ts'
import './styles/dialog.css'

interface Props {
  title: string
  children: ComponentChildren
  onClose: () => void
}

/** Opens as soon as it is rendered; Escape and the cross close it. The focus goes back to where it was before. */
export function Dialog({ title, children, onClose }: Props) {
  const { t } = useStrings()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const leaving = useRef(false)
  // In the frame in which it goes: closed, it gives the focus back; merely taken away, it takes that with it.
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => {
      leaving.current = true
      opened?.close()
    }
  }, [])
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} onClose={() => leaving.current || onClose()}>
      <div class="dialog__head">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
