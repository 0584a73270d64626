import { useState } from 'preact/hooks'
import { Dialog } from './Dialog.tsx'
import { useStrings } from './strings.ts'

const LONGEST = 40

interface Props {
  /** Every tag that the reader ever gave, with how many of the articles at hand have it. */
  labels: readonly { name: string; count: number }[]
  /** Articles at hand. */
  total: number
  onApply: (add: string[], remove: string[]) => void
  onClose: () => void
}

/** The reader's own tags of one article or many: all have a ticked one, some a half ticked one. */
export function LabelDialog({ labels, total, onApply, onClose }: Props) {
  const { t } = useStrings()
  // What the reader chose; tags left alone stay as they are.
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [typed, setTyped] = useState('')
  const choose = (name: string, on: boolean) => setChosen(new Map(chosen).set(name, on))
  const names = [...new Set([...labels.map(({ name }) => name), ...chosen.keys()])]
  const countOf = (name: string) => labels.find(label => label.name === name)?.count ?? 0
  const written = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const apply = () => {
    const all = written ? new Map(chosen).set(written, true) : chosen
    const those = (on: boolean) => [...all].flatMap(([name, value]) => (value === on ? name : []))
    onApply(those(true), those(false))
    onClose()
  }
  return (
    <Dialog title={t('labelsTitle')} onClose={onClose}>
      {names.length === 0 && <p class="dialog__text">{t('labelsNone')}</p>}
      <ul class="dialog__list">
        {names.map(name => {
          const on = chosen.get(name)
          return (
            <li key={name}>
              <label class="dialog__item">
                <input
                  type="checkbox"
                  checked={on ?? countOf(name) === total}
                  indeterminate={on === undefined && countOf(name) > 0 && countOf(name) < total}
                  onChange={event => choose(name, event.currentTarget.checked)}
                />
                <bdi>{name}</bdi>
              </label>
            </li>
          )
        })}
      </ul>
      <form
        class="dialog__form"
        onSubmit={event => {
          event.preventDefault()
          if (!written) return apply()
          choose(written, true)
          setTyped('')
        }}
      >
        <label>
          {t('labelNew')}
          {/* Else the cross has the focus, and Enter would close what was just written. */}
          <input autofocus value={typed} maxLength={LONGEST} onInput={event => setTyped(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button" disabled={!written}>
          {t('labelAdd')}
        </button>
      </form>
      <div class="dialog__actions">
        <button type="button" class="button button--primary" onClick={apply}>
          {t('apply')}
        </button>
      </div>
    </Dialog>
  )
}
