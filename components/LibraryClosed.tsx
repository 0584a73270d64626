import type { ComponentChildren } from 'preact'
import { Blank } from './Blank.tsx'
import { useStrings } from './strings.ts'

const REASONS = {
  unavailable: ['libraryUnavailableTitle', 'libraryUnavailableText'],
  'newer-version': ['libraryNewerTitle', 'libraryNewerText'],
  blocked: ['libraryBlockedTitle', 'libraryBlockedText'],
  'disk-full': ['libraryFullTitle', 'libraryFullText'],
  failed: ['libraryFailedTitle', 'libraryFailedText'],
  'not-found': ['articleGoneTitle', 'articleGoneText'],
} as const

interface Props {
  reason: keyof typeof REASONS
  /** What a person can do about it here. */
  children: ComponentChildren
}

/** Why the library, or an article in it, cannot be shown. */
export function LibraryClosed({ reason, children }: Props) {
  const { t } = useStrings()
  const [title, text] = REASONS[reason]
  return (
    <Blank title={t(title)} text={t(text)}>
      {children}
    </Blank>
  )
}
