import { useState } from 'preact/hooks'
import { Dialog } from '../../components/Dialog.tsx'
import { useStrings } from '../../components/strings.ts'
import type { LibraryState } from './state.ts'

/** What becomes of what is in the trash, and the way to have it gone at once. */
export function TrashNote({ state }: { state: LibraryState }) {
  const { t, tn } = useStrings()
  // Those that are there when it is asked; what is removed meanwhile stays.
  const [asked, setAsked] = useState<string[]>()
  const close = () => setAsked(undefined)
  const total = state.shown.shelfTotal.value
  if (state.view.value.shelf !== 'trash' || !total) return null
  return (
    <div class="library__note">
      <p>{t('trashEmptyText')}</p>
      <button
        type="button"
        class="button"
        onClick={() => void state.changes.attempt(async () => setAsked(await state.trashIds()))}
      >
        {t('emptyTrash')}
      </button>
      {asked && (
        <Dialog title={t('emptyTrash')} onClose={close}>
          <p class="dialog__text">{tn('emptyTrashAsk', asked.length)}</p>
          <form
            method="dialog"
            class="dialog__form"
            onSubmit={event => {
              if (event.submitter?.getAttribute('value') === 'yes') void state.deleteForGood(asked)
            }}
          >
            <button type="submit" class="button button--primary" value="yes">
              {t('emptyTrashYes')}
            </button>
            <button type="submit" class="button" value="no">
              {t('cancel')}
            </button>
          </form>
        </Dialog>
      )}
    </div>
  )
}
