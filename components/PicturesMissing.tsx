import { displayHost, isSafeLink } from '../utils/article/url.ts'
import { Icon } from './Icon.tsx'
import { type CountedMessageKey, type Strings, useStrings } from './strings.ts'

/** A picture that is not stored, and why, where that is known. */
export interface MissingPicture {
  url: string
  reason?: string
}

interface Props {
  stored: number
  wanted: number
  missing: readonly MissingPicture[]
  /** The article's own page. */
  page: string
  onRetry: () => void
}

/** How many pictures of an article are stored, why not all of them are, and what helps. */
export function PicturesMissing({ stored, wanted, missing, page, onRetry }: Props) {
  const strings = useStrings()
  const { t, formatNumber } = strings
  const isClosed = failedBy(missing, CLOSED).length > 0
  const needsAccess = isClosed || failedBy(missing, BLOCKED).length > 0
  return (
    <>
      <div class="notice__text">
        <p>{t('picturesStored', formatNumber(stored), formatNumber(wanted))}</p>
        {reasonsFor(missing, strings).map(reason => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
      <div class="notice__actions">
        <button type="button" class="button" onClick={onRetry}>
          {t(needsAccess ? 'picturesAllowFetch' : 'retry')}
        </button>
        {isClosed && isSafeLink(page) && (
          <a class="button button--quiet" href={page} rel="noopener noreferrer" target="_blank">
            <Icon name="external" />
            {t('openPage')}
          </a>
        )}
      </div>
    </>
  )
}

/** The same as a word of warning. */
export function PicturesMissingNotice(props: Props) {
  return (
    <div class="notice" role="alert">
      <Icon name="warning" />
      <PicturesMissing {...props} />
    </div>
  )
}

const CLOSED = /^closed$/
const BLOCKED = /^blocked$/
const SILENT = /^unreachable$/
const STOPPED = /^stopped$/

/** What is no one's fault for good, by how many it happened to. */
const COUNTED: readonly (readonly [RegExp, CountedMessageKey])[] = [
  [/^not-found$/, 'picturesGone'],
  [/^too-large$/, 'picturesTooLarge'],
  [/^wrong-type$/, 'picturesWrongType'],
  [/^(?:timeout|threw)/, 'picturesSlow'],
]

function reasonsFor(missing: readonly MissingPicture[], { t, tn, formatList }: Strings): string[] {
  const ofHosts = (kind: RegExp, say: (hosts: string) => string) => {
    const hosts = [...new Set(failedBy(missing, kind).map(({ url }) => displayHost(url)))]
    return hosts.length > 0 ? [say(formatList(hosts, 'sentence'))] : []
  }
  const counted = COUNTED.flatMap(([kind, key]) => {
    const { length } = failedBy(missing, kind)
    return length > 0 ? [tn(key, length)] : []
  })
  return [
    ...ofHosts(CLOSED, hosts => t('picturesNeedAccess', hosts)),
    ...ofHosts(BLOCKED, hosts => t('picturesElsewhere', hosts)),
    ...ofHosts(SILENT, hosts => t('picturesUnreachable', hosts)),
    ...counted,
    ...(failedBy(missing, STOPPED).length > 0 ? [t('picturesHalted')] : []),
  ]
}

function failedBy(missing: readonly MissingPicture[], kind: RegExp): MissingPicture[] {
  return missing.filter(({ reason = '' }) => kind.test(reason))
}
