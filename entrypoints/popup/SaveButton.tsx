import { Icon } from '../../components/Icon.tsx'
import { useStrings } from '../../components/strings.ts'
import type { PopupState } from './state.ts'

interface Props {
  state: PopupState
  onOpen: (id: string) => void
}

/** "Save", then "Saved" with the ways to open or remove what was saved. It says Saved only once that is durable. */
export function SaveButton({ state, onOpen }: Props) {
  const { t } = useStrings()
  const keeping = state.keeping.value
  if (keeping.status === 'saved') {
    return (
      <div class="bar__group">
        <button type="button" class="button button--done" disabled>
          <Icon name="saved" />
          {t('saved')}
        </button>
        <button type="button" class="button" onClick={() => onOpen(keeping.id)}>
          <Icon name="read" />
          {t('open')}
        </button>
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('remove')}
          title={t('remove')}
          onClick={() => void state.attempt(() => state.remove())}
        >
          <Icon name="trash" />
        </button>
      </div>
    )
  }
  return (
    <button
      type="button"
      class="button button--primary"
      disabled={keeping.status === 'saving' || keeping.status === 'unknown'}
      aria-keyshortcuts="s"
      title={t('saveHint')}
      onClick={() => {
        state.forgetRemoved()
        void state.save()
      }}
    >
      <Icon name="save" />
      {keeping.status === 'saving' ? t('saving') : t('save')}
    </button>
  )
}
