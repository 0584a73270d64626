import { type Signal, useSignal } from '@preact/signals'
import { DistrictDialog } from '../../components/DistrictDialog.tsx'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { LabelDialog } from '../../components/LabelDialog.tsx'
import { useStrings } from '../../components/strings.ts'
import type { ArticleRecord } from '../../utils/library/index.ts'
import { offerFile } from '../wiring/offer-file.ts'
import { type NamedDistrict, namedDistricts } from './place-tree.ts'
import type { LibraryState } from './state.ts'

type Asking =
  | { what: 'labels'; articles: ArticleRecord[]; known: string[] }
  | { what: 'districts'; articles: ArticleRecord[]; all: NamedDistrict[] }

/** What can be done with the articles that were picked out of the list. */
export function SelectionBar({ state }: { state: LibraryState }) {
  const { t, tn, formatNumber } = useStrings()
  const asking = useSignal<Asking | undefined>(undefined)
  if (!state.selection.active.value) return null
  const ids = [...state.selection.ids.value]
  const total = state.shown.total.value ?? 0
  return (
    <div class="selection" role="toolbar" aria-label={t('selectMany')}>
      <span class="selection__count" role="status">
        {tn('selected', ids.length)}
      </span>
      {ids.length < total && (
        <button type="button" class="button button--quiet" onClick={() => void state.selection.all()}>
          {t('selectAll', formatNumber(total))}
        </button>
      )}
      <span class="selection__actions">
        <Actions state={state} ids={ids} asking={asking} />
        <Action name={t('selectNone')} icon="close" onClick={() => state.selection.clear()} />
      </span>
      <Asked state={state} ids={ids} asking={asking} />
    </div>
  )
}

interface PartProps {
  state: LibraryState
  ids: string[]
  asking: Signal<Asking | undefined>
}

function Actions({ state, ids, asking }: PartProps) {
  const { t } = useStrings()
  const { changes } = state
  const disabled = ids.length === 0
  const act = (name: string, icon: IconName, onClick: () => unknown) => (
    <Action {...{ name, icon, disabled }} onClick={() => void onClick()} />
  )
  const ask = (find: () => Promise<Asking>) =>
    changes.attempt(async () => {
      asking.value = await find()
    })
  if (state.view.value.shelf === 'trash') return act(t('restore'), 'restore', () => state.restore(ids))
  return (
    <>
      {act(t('markRead'), 'check', () => changes.update(ids, { state: 'read' }))}
      {act(t('markUnread'), 'toRead', () => changes.update(ids, { state: 'to-read' }))}
      {act(t('star'), 'star', () => changes.update(ids, { starred: 1 }))}
      {act(t('labels'), 'tag', () =>
        ask(async () => ({ what: 'labels', articles: await state.records(ids), known: await state.labels() })),
      )}
      {act(t('correctDistricts'), 'place', () =>
        ask(async () => ({ what: 'districts', articles: await state.records(ids), all: await namedDistricts() })),
      )}
      {state.canExport.value &&
        act(t('exportSelected'), 'download', () =>
          changes.attempt(async () => offerFile(await state.backupOf(ids), 'kaifong-selected.backup.gz')),
        )}
      {act(t('remove'), 'trash', () => state.remove(ids))}
    </>
  )
}

interface ActionProps {
  name: string
  icon: IconName
  disabled?: boolean
  onClick: () => void
}

function Action({ name, icon, disabled, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class="button button--quiet button--icon"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}

function Asked({ state, ids, asking }: PartProps) {
  const close = () => {
    asking.value = undefined
  }
  const asked = asking.value
  if (asked?.what === 'labels') {
    const counts = countBy(asked.articles, ({ labels }) => labels)
    const names = [...new Set([...counts.keys(), ...asked.known])]
    return (
      <LabelDialog
        labels={names.map(name => ({ name, count: counts.get(name) ?? 0 }))}
        total={asked.articles.length}
        onApply={(add, remove) => void state.changes.label(ids, add, remove)}
        onClose={close}
      />
    )
  }
  if (asked?.what === 'districts') {
    const counts = countBy(asked.articles, ({ tags }) => tags.map(({ code }) => code))
    const tags = new Map(asked.articles.flatMap(article => article.tags.map(tag => [tag.code, tag] as const)))
    return (
      <DistrictDialog
        districts={[...tags.values()]
          .map(({ code, name, path }) => ({ code, name, path, count: counts.get(code) ?? 0 }))
          .sort((a, b) => b.count - a.count)}
        all={asked.all}
        onReject={code => void state.correctMany(asked.articles, 'reject', code)}
        onConfirm={code => void state.correctMany(asked.articles, 'confirm', code)}
        onClose={close}
      />
    )
  }
  return null
}

function countBy(articles: readonly ArticleRecord[], keysOf: (article: ArticleRecord) => readonly string[]) {
  const counts = new Map<string, number>()
  for (const article of articles) for (const key of keysOf(article)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
