import { Icon } from './Icon.tsx'
import { useStrings } from './strings.ts'

export interface ToastMessage {
  text: string
  /** Takes back what the message tells of. */
  undo?: () => void
}

/** A passing word on what was just done, read out politely, with the way back where there is one. */
export function Toast({ message, onClose }: { message: ToastMessage | undefined; onClose: () => void }) {
  const { t } = useStrings()
  return (
    <div class="toast-region" role="status" aria-live="polite">
      {message && (
        <div class="toast">
          <span>{message.text}</span>
          {message.undo && (
            <button type="button" class="button" onClick={message.undo}>
              <Icon name="undo" />
              {t('undo')}
            </button>
          )}
          <button type="button" class="button button--quiet button--icon" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
