import { useSignal } from '@preact/signals'
import { Icon } from '../../components/Icon.tsx'
import { LabelDialog } from '../../components/LabelDialog.tsx'
import { useStrings } from '../../components/strings.ts'
import type { ReaderState } from './state.ts'

/** The reader's own tags of the article, each leading to all that have it, and the way to change them. */
export function OwnTags({ state, labels }: { state: ReaderState; labels: readonly string[] }) {
  const { t } = useStrings()
  const known = useSignal<string[] | undefined>(undefined)
  const names = [...new Set([...labels, ...(known.value ?? [])])]
  return (
    <div class="reader__own">
      {labels.map(label => (
        <a key={label} class="own-tag" href={`library.html?${new URLSearchParams({ tag: label })}`}>
          <bdi>{label}</bdi>
        </a>
      ))}
      <button
        type="button"
        class="button button--quiet"
        onClick={() =>
          void state.attempt(async () => {
            known.value = await state.knownLabels()
          })
        }
      >
        <Icon name="tag" />
        {t('labelsTitle')}
      </button>
      {known.value && (
        <LabelDialog
          labels={names.map(name => ({ name, count: labels.includes(name) ? 1 : 0 }))}
          total={1}
          onApply={(add, remove) => void state.attempt(() => state.label(add, remove))}
          onClose={() => {
            known.value = undefined
          }}
        />
      )}
    </div>
  )
}
