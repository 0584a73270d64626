// Parameters that say where a reader came from, never what they read. From the lists of ClearURLs and Firefox's query
// stripping, and the share links of 微信, 微博, 今日头条 and 腾讯新闻.
const TRACKER =
  /^(utm_.*|spm.*|scm|from|isappinstalled|share_(token|source|from|medium|plat|tag|session_id)|wxshare.*|nsukey|chksm|weixin.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi)|mkt_tok|oly_(anon|enc)_id|vero_(id|conv)|tt_from|timestamp|use_new_style|app|req_id.*|group_id_.*)$/i

/**
 * The one address for an article, however it was reached: no fragment, no trackers, no default port, parameters in
 * order.
 * @param url absolute address as visited
 * @param declared what the page itself says in `<link rel=canonical>` or `og:url`; used only when it is on the same
 *   registrable host and not the bare front page, since many portals declare their front page on every article
 * @returns a canonical http(s) address, or `url` unchanged where it is no http(s) address
 */
export function canonicalAddress(url: string, declared?: string): string {
  const visited = parseHttp(url)
  if (!visited) return url
  const candidate = declared ? parseHttp(declared, url) : undefined
  return normalise(candidate && isTrustworthy(candidate, visited) ? candidate : visited)
}

/** Whether `href` may be followed from an article: http, https or mailto, nothing that runs or embeds. */
export function isSafeLink(href: string): boolean {
  return /^(https?|mailto):/i.test(href)
}

/**
 * The host of `url` as a person should see it: without "www.", in its own script where that is one script, in punycode
 * where letters of several scripts are mixed (as URL gives it). Empty for what is no address.
 */
export function displayHost(url: string): string {
  return parseAddress(url)?.hostname.replace(/^www\./, '') ?? ''
}

/** `address`, absolute or against `base`; undefined where it is no address. */
export function parseAddress(address: string, base?: string): URL | undefined {
  return URL.parse(address, base) ?? undefined
}

/** The same, http(s) only. */
export function parseHttp(address: string, base?: string): URL | undefined {
  const parsed = parseAddress(address, base)
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : undefined
}

function isTrustworthy(declared: URL, visited: URL): boolean {
  const isFrontPage = declared.pathname === '/' && declared.search === ''
  return sameSite(declared.hostname, visited.hostname) && !(isFrontPage && visited.pathname !== '/')
}

// m.example.com, www.example.com and example.com are one site; a.github.io and b.github.io are not.
function sameSite(a: string, b: string): boolean {
  const bare = (host: string) => host.replace(/^(www|m|wap|mobile|3g)\./, '')
  return bare(a) === bare(b)
}

function normalise(url: URL): string {
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKER.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const clean = new URL(url)
  clean.hash = ''
  clean.search = new URLSearchParams(kept).toString()
  return clean.href
}
