import type { ComponentChildren } from 'preact'
import { Mark } from './Mark.tsx'

interface Props {
  title: string
  text: string
  children?: ComponentChildren
}

/** What a page shows when it has nothing to show: what is the case, and what to do. */
export function Blank({ title, text, children }: Props) {
  return (
    <div class="blank">
      <Mark class="blank__mark" />
      {/* Where the keyboard is led when what it was at is gone. */}
      <h1 class="blank__title" tabIndex={-1}>
        {title}
      </h1>
      <p class="blank__text">{text}</p>
      {children && <div class="blank__actions">{children}</div>}
    </div>
  )
}
