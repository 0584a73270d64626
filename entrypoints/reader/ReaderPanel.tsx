import type { ComponentChildren, Ref, TargetedKeyboardEvent } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon, type IconName } from '../../components/Icon.tsx'

interface Props {
  icon: IconName
  label: string
  /** What it is for, for style sheets and tests. */
  class: string
  holder?: Ref<HTMLDetailsElement>
  children: ComponentChildren
}

/**
 * A button of the bar that opens what belongs to it; one is open at a time. A press anywhere else closes it, and Escape
 * leads back to its button.
 */
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

/** Closes the panel that is open when the reader turns to something else on the page; a word in passing is nothing else. */
export function useClosingPanels(): void {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      const open = document.querySelector<HTMLDetailsElement>('details[name="reader-panel"][open]')
      if (!open || !(target instanceof Element) || target.closest('.toast-region')) return
      if (!open.contains(target)) open.open = false
    }
    addEventListener('pointerdown', onPress)
    return () => removeEventListener('pointerdown', onPress)
  }, [])
}

function closeOnEscape(event: TargetedKeyboardEvent<HTMLDetailsElement>): void {
  const panel = event.currentTarget
  if (event.key !== 'Escape' || event.isComposing || !panel.open) return
  event.stopPropagation()
  panel.open = false
  panel.querySelector('summary')?.focus()
}
