/** What a tab shows where there is no page to be read. */
export type Unreadable =
  /** A page that the browser keeps to itself: its own, its gallery's, a page's source. */
  | 'own'
  /** The browser's word that the page could not be had. */
  | 'error'
  /** The same, and the whole network is gone. */
  | 'offline'
  /** The browser's own reader, which has taken the page's place. */
  | 'reader-view'
  | 'text'
  | 'data'
  | 'pdf'
  | 'media'
  /** A page all the same, in which the reading broke off. */
  | 'page'

/** @param type of a document, undefined where a page of the browser's own gave nothing back */
export function kindOfType(type: string | null | undefined): Unreadable {
  if (!type) return 'own'
  if (type.includes('html')) return 'page'
  if (type === 'application/pdf') return 'pdf'
  if (/^(?:image|video|audio)\//.test(type)) return 'media'
  return /json|xml/.test(type) ? 'data' : 'text'
}

/**
 * @param message of the error, which is English whatever the browser speaks
 * @param address and icon of the tab, where they may be known
 */
export function kindOfRefusal(
  message: string,
  { address = '', icon = '', online }: { address?: string | undefined; icon?: string | undefined; online: boolean },
): Unreadable {
  const error = online ? 'error' : 'offline'
  // Chromium says it.
  if (/error page/.test(message)) return error
  if (/^about:reader/.test(address)) return 'reader-view'
  // Firefox has the same words for whatever it keeps from extensions. Once the reader has clicked, among the addresses of
  // the web that is its error pages, its PDF viewer and the hosts of its own.
  if (!/Missing host permission/.test(message) || !/^https?:/.test(address)) return 'own'
  if (FIREFOX_HOSTS.includes(new URL(address).hostname)) return 'own'
  return /\/pdf\.svg$/.test(icon) || /\.pdf$/i.test(new URL(address).pathname) ? 'pdf' : error
}

// Firefox's preference extensions.webextensions.restrictedDomains, which extensions cannot read.
const FIREFOX_HOSTS = [
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]
