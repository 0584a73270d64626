import { useState } from 'preact/hooks'
import { Dialog } from './Dialog.tsx'
import { useStrings } from './strings.ts'

interface Props {
  /** The districts that articles at hand are tagged with, and how many are. */
  districts: readonly { code: string; name: string; path: readonly string[]; count: number }[]
  /** Every district there is, as it is written in full. */
  all: readonly { code: string; label: string }[]
  onReject: (code: string) => void
  onConfirm: (code: string) => void
  onClose: () => void
}

/** Takes a district away from many articles, or gives them one. */
export function DistrictDialog({ districts, all, onReject, onConfirm, onClose }: Props) {
  const { t, tn } = useStrings()
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState(false)
  const confirm = () => {
    const found = all.filter(({ label }) => label === typed.trim() || label.endsWith(` ${typed.trim()}`))
    if (found.length !== 1 || !found[0]) return setUnknown(true)
    onConfirm(found[0].code)
    onClose()
  }
  return (
    <Dialog title={t('correctDistricts')} onClose={onClose}>
      <p class="dialog__text">{t('correctDistrictsText')}</p>
      <ul class="dialog__list">
        {districts.map(({ code, name, path, count }) => (
          <li key={code} class="dialog__item">
            <span>
              {path.slice(-2).join(' ')}
              <small>{tn('articleCount', count)}</small>
            </span>
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                onReject(code)
                onClose()
              }}
            >
              {t('notAbout', name)}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="dialog__form"
        onSubmit={event => {
          event.preventDefault()
          confirm()
        }}
      >
        <label>
          {t('aboutPlace')}
          <input
            list="all-districts"
            value={typed}
            aria-invalid={unknown}
            aria-describedby={unknown ? 'district-unknown' : undefined}
            onInput={event => {
              setUnknown(false)
              setTyped(event.currentTarget.value)
            }}
          />
        </label>
        <button type="submit" class="button button--primary" disabled={typed.trim() === ''}>
          {t('apply')}
        </button>
      </form>
      {unknown && (
        <p class="dialog__wrong" id="district-unknown" role="alert">
          {t('aboutPlaceUnknown')}
        </p>
      )}
      <datalist id="all-districts">
        {all.map(({ code, label }) => (
          <option key={code} value={label} />
        ))}
      </datalist>
    </Dialog>
  )
}
