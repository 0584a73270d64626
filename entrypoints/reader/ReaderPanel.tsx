import type { ComponentChildren, Ref, TargetedKeyboardEvent } from 'preact'
import { Icon, type IconName } from '../../components/Icon.tsx'

interface Props {
  icon: IconName
  label: string
  /** What it is for, for style sheets and tests. */
  class: string
  holder?: Ref<HTMLDetailsElement>
  children: ComponentChildren
}

/** A button of the bar that opens what belongs to it; one is open at a time, and Escape leads back to its button. */
export function ReaderPanel({ icon, label, class: name, holder, children }: Props) {
  return (
    <details ref={holder ?? null} name="reader-panel" class={`reader__type ${name}`} onKeyDown={closeOnEscape}>
      <summary class="button button--icon" aria-label={label} title={label}>
        <Icon name={icon} />
      </summary>
      <div class="reader__panel">{children}</div>
    </details>
  )
}

function closeOnEscape(event: TargetedKeyboardEvent<HTMLDetailsElement>): void {
  const panel = event.currentTarget
  if (event.key !== 'Escape' || event.isComposing || !panel.open) return
  event.stopPropagation()
  panel.open = false
  panel.querySelector('summary')?.focus()
}
