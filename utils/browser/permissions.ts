import { browser } from './api.ts'

/** Match patterns for the origins of `addresses` (http and https only), each once. */
export function originPatterns(addresses: string[]): string[] {
  const origins = addresses.filter(address => /^https?:/i.test(address) && URL.canParse(address))
  return [...new Set(origins.map(address => `${new URL(address).protocol}//${new URL(address).hostname}/*`))]
}

/** Whether the reader has granted access to the host of `address`. */
export async function hasAccess(address: string): Promise<boolean> {
  const origins = originPatterns([address])
  return origins.length > 0 && (await browser.permissions.contains({ origins }))
}

/** Asks the reader for access to the hosts of `addresses`. Only from a click: browsers refuse it elsewhere. */
export function requestAccess(addresses: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: originPatterns(addresses) })
}

/** The match patterns of all sites that the reader granted access to. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}

export async function revokeOrigin(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [origin] })
}
