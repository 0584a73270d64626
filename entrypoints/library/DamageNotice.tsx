import { Notice } from '../../components/Notice.tsx'
import { type Strings, useStrings } from '../../components/strings.ts'
import { Working } from '../../components/Working.tsx'
import type { Damage, LibraryState } from './state.ts'

/** What the browser did to the library, and what a person can do about it. */
export function DamageNotice({ state }: { state: LibraryState }) {
  const strings = useStrings()
  const { t, formatNumber } = strings
  const damage = state.damage.value
  if (!damage) return null
  const rebuilding = state.rebuilding.value
  if (rebuilding) {
    const { done, total } = rebuilding
    return (
      <Working
        text={t('rebuilding', formatNumber(done), formatNumber(total))}
        {...{ done, total }}
        onStop={state.stopRebuilding}
      />
    )
  }
  return (
    <Notice
      text={wordsFor(damage, strings)}
      action={{ label: t('restoreBackup'), onClick: () => location.assign('options.html#backups-title') }}
    >
      {damage.status === 'damaged' && (
        <button type="button" class="button" onClick={() => void state.rebuild()}>
          {t('rebuildIndex')}
        </button>
      )}
      {damage.status !== 'unreadable' && (
        <button type="button" class="button button--quiet" onClick={() => void state.acceptLoss()}>
          {t('acceptLoss')}
        </button>
      )}
    </Notice>
  )
}

function wordsFor(damage: Damage, { t, formatNumber, formatDate }: Strings): string {
  if (damage.status === 'unreadable') return t('libraryUnreadable')
  const { status, articles, expected, since } = damage
  if (status === 'damaged') return t('libraryDamaged')
  if (articles < expected) return t('articlesLost', formatNumber(expected), formatNumber(articles))
  return t('libraryOlder', formatDate(new Date(since).toISOString()))
}
