import type { ComponentChildren } from 'preact'
import { Mark } from './Mark.tsx'
import { useStrings } from './strings.ts'

/** The top of a page: the way to the library, and beside it what the page has to hand. */
export function PageBar({ children }: { children?: ComponentChildren }) {
  const { t } = useStrings()
  return (
    <header class="page-bar">
      <a class="button button--quiet page-bar__home" href="library.html">
        <Mark class="page-bar__mark" />
        {t('library')}
      </a>
      {children}
    </header>
  )
}
