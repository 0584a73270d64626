import { FileButton } from '../../components/FileButton.tsx'
import { Notice } from '../../components/Notice.tsx'
import { type MessageKey, type Strings, useStrings } from '../../components/strings.ts'
import { Working } from '../../components/Working.tsx'
import type { BackupOutcome, BackupsState, Progress } from './backups.ts'
import { megabytes } from './megabytes.ts'

/** Backups: by hand, the copies kept in this browser, and where else they should go. */
export function Backups({ state }: { state: BackupsState }) {
  const strings = useStrings()
  const { t } = strings
  const progress = state.progress.value
  const waits = state.settings.value?.to !== 'browser' && state.settings.value?.waiting !== undefined
  return (
    <section aria-labelledby="backups-title">
      <h2 id="backups-title">{t('backups')}</h2>
      <p>{t('backupsText')}</p>
      <ByHand state={state} />
      {progress && (
        <Working
          text={wordsFor(progress, strings)}
          done={progress.done}
          total={progress.phase === 'checking' ? undefined : progress.total}
          onStop={state.stop}
        />
      )}
      <p role="status">{state.outcome.value && describe(state.outcome.value, strings)}</p>
      {waits && (
        <Notice text={t('backupWaits')} action={{ label: t('writeNow'), onClick: () => void state.deliver() }} />
      )}
      {state.copies.value && <Copies state={state} copies={state.copies.value} />}
      {state.copies.value && <Places state={state} />}
    </section>
  )
}

function ByHand({ state }: { state: BackupsState }) {
  const { t } = useStrings()
  const working = state.progress.value !== undefined
  return (
    <div class="options__actions">
      <button type="button" class="button" disabled={working} onClick={() => void state.backUp()}>
        {t('backUp')}
      </button>
      <FileButton
        label={t('restoreBackup')}
        accept=".gz,application/gzip"
        disabled={working}
        onFile={file => void state.restore(file)}
      />
    </div>
  )
}

function Copies({ state, copies }: { state: BackupsState; copies: File[] }) {
  const { t, formatDate } = useStrings()
  return (
    <>
      <h3 class="options__minor" id="copies-title">
        {t('keptCopies')}
      </h3>
      {copies.length === 0 && <p class="options__figures">{t('keptCopiesNone')}</p>}
      <ul class="options__origins" aria-labelledby="copies-title">
        {copies.map(copy => {
          const made = formatDate(localIso(copy.lastModified), 'time')
          return (
            <li key={copy.name}>
              <span>
                {made} · {megabytes(copy.size)}
              </span>
              <button
                type="button"
                class="button"
                disabled={state.progress.value !== undefined}
                aria-label={t('restoreCopy', made)}
                onClick={() => void state.restore(copy)}
              >
                {t('restoreThisCopy')}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Places({ state }: { state: BackupsState }) {
  const { t } = useStrings()
  const to = state.settings.value?.to
  return (
    <>
      <h3 class="options__minor">{t('backupPlace')}</h3>
      <p>
        {to === 'folder' && t('backupInFolder', state.folderName.value ?? '')}
        {to === 'downloads' && t('backupInDownloads')}
        {to === 'browser' && t('backupInBrowser')}
      </p>
      <div class="options__actions">
        {state.canChooseFolder && (
          <button type="button" class="button" onClick={() => void state.useFolder()}>
            {t('chooseFolder')}
          </button>
        )}
        {to !== 'downloads' && (
          <button type="button" class="button" onClick={() => void state.useDownloads()}>
            {t('useDownloads')}
          </button>
        )}
        {to !== 'browser' && (
          <button type="button" class="button button--quiet" onClick={() => void state.useBrowserOnly()}>
            {t('useBrowserOnly')}
          </button>
        )}
      </div>
      {to !== 'downloads' && <p class="options__figures">{t('downloadsReason')}</p>}
    </>
  )
}

const REFUSALS: Record<(BackupOutcome & { status: 'refused' })['reason'], MessageKey> = {
  'not-a-backup': 'backupNotOne',
  torn: 'backupTorn',
  altered: 'backupAltered',
  'newer-version': 'backupNewer',
  'too-large': 'backupTooLarge',
  quota: 'backupQuota',
  unavailable: 'libraryUnavailableText',
  unknown: 'changeFailed',
  stopped: 'workStopped',
}

const OUTCOMES: Record<Exclude<BackupOutcome['status'], 'refused' | 'restored'>, MessageKey> = {
  'backed-up': 'backedUp',
  delivered: 'backupDelivered',
  'refused-place': 'backupPlaceRefused',
  stopped: 'workStopped',
  failed: 'changeFailed',
}

function describe(outcome: BackupOutcome, { t, tn }: Strings): string {
  if (outcome.status === 'refused') return t(REFUSALS[outcome.reason])
  if (outcome.status === 'restored') {
    const restored = outcome.result.added + outcome.result.changed
    return restored > 0 ? tn('restoredBackup', restored) : t('restoredNothing')
  }
  return t(OUTCOMES[outcome.status])
}

function wordsFor({ phase, done, total }: Progress, { t, formatNumber }: Strings): string {
  if (phase === 'checking') return t('backupChecking', formatNumber(done))
  return t(phase === 'restoring' ? 'backupRestoring' : 'backupMaking', formatNumber(done), formatNumber(total ?? 0))
}

// Dates are shown on the clock of the place that wrote them: of a copy, this device's.
function localIso(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset()
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
  return new Date(at + minutes * 60_000).toISOString().replace('Z', offset)
}
