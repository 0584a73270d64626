import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

interface Props {
  text: string
  action?: { label: string; onClick: () => void }
  /** Further buttons. */
  children?: ComponentChildren
}

/** Something that went otherwise than a person would expect, and what they can do. */
export function Notice({ text, action, children }: Props) {
  return (
    <div class="notice" role="alert">
      <Icon name="warning" />
      <p class="notice__text">{text}</p>
      {action && (
        <button type="button" class="button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
      {children}
    </div>
  )
}
