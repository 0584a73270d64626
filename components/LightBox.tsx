import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { useStrings } from './strings.ts'
import { written } from './written.ts'
import './styles/light-box.css'

export interface LargePicture {
  src: string
  alt: string
  caption: string
  /** BCP 47, of the caption. */
  language: string
}

interface Props {
  pictures: readonly LargePicture[]
  /** Index of the first one to be shown. */
  start: number
  onClose: () => void
}

/** The pictures of an article, one at a time, as large as the window; arrow keys lead on, Escape leads back. */
export function LightBox({ pictures, start, onClose }: Props) {
  const { t, formatNumber } = useStrings()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(start)
  // Before it is painted: keys may come at once.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const go = (to: number) => setAt(Math.max(0, Math.min(pictures.length - 1, to)))
  const onKey = ({ key }: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: pictures.length - 1 }[key]
    if (to !== undefined) go(to)
  }
  const picture = pictures[at]
  if (!picture) return null
  return (
    <dialog
      ref={dialog}
      class="light-box"
      aria-label={t('pictures')}
      onClose={onClose}
      onKeyDown={onKey}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('button, img, figcaption')) dialog.current?.close()
      }}
    >
      <figure class="light-box__figure">
        <img src={picture.src} alt={picture.alt} />
        {picture.caption && <figcaption {...written(picture.language)}>{picture.caption}</figcaption>}
      </figure>
      <div class="light-box__tools">
        {pictures.length > 1 && (
          <>
            <Tool icon="previous" label={t('picturePrevious')} disabled={at === 0} onClick={() => go(at - 1)} />
            <span role="status">{t('numberOf', formatNumber(at + 1), formatNumber(pictures.length))}</span>
            <Tool
              icon="next"
              label={t('pictureNext')}
              disabled={at === pictures.length - 1}
              onClick={() => go(at + 1)}
            />
          </>
        )}
        <Tool icon="close" label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
    </dialog>
  )
}

interface ToolProps {
  icon: 'previous' | 'next' | 'close'
  label: string
  disabled?: boolean
  onClick: () => void
}

// At either end the button stays, and keeps the focus: it only does nothing.
function Tool({ icon, label, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="light-box__tool"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
