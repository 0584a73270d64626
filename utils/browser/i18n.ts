import type english from '../../public/_locales/en/messages.json'
import { browser } from './api.ts'

type Key = keyof typeof english
/** A message that has one form per plural category: `articles_one`, `articles_other`. */
type CountedKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never
export type MessageKey = Key
export type CountedMessageKey = CountedKey

/**
 * The language that Kaifong speaks, BCP 47; what dates, numbers and plurals follow. Not the browser's own: a French
 * browser shows the English messages, and English dates belong to them.
 */
export const uiLanguage = (): string => browser.i18n.getMessage('languageTag')

/** The sentence named `key` in the reader's language, with `$1`, `$2` … replaced by `values`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String))
}

/** The sentence named `key` in the plural form that `count` takes, with `$1` the count in the reader's digits. */
export function tn(key: CountedMessageKey, count: number, ...values: (string | number)[]): string {
  const form = `${key}_${pluralRules().select(count)}`
  const written = formatNumber(count)
  const message = browser.i18n.getMessage(form, [written, ...values.map(String)])
  return message || browser.i18n.getMessage(`${key}_other`, [written, ...values.map(String)])
}

export function formatNumber(value: number): string {
  return numbers().format(value)
}

/**
 * An ISO 8601 date as a person writes it, on the clock of the place that wrote it: news from Shenzhen is of that day
 * there, wherever it is read. Empty for no date. Without a clock where there is none, and at midnight sharp, which stands
 * for that in what portals declare.
 */
export function formatDate(iso: string | undefined, style: 'day' | 'time' = 'day'): string {
  const date = iso ? new Date(iso) : undefined
  if (!date || Number.isNaN(date.getTime())) return ''
  const hasTime = /T(?!00:00(?::00)?(?:\D|$))/.test(iso ?? '')
  return dates(hasTime ? style : 'day', iso?.match(/[+-]\d\d:\d\d$/)?.[0] ?? 'UTC').format(date)
}

/** Names beside each other as a paper prints them, "A, B, C", 「A、B、C」, or in a sentence: "A, B, and C", 「A、B和C」. */
export function formatList(names: string[], where: 'line' | 'sentence' = 'line'): string {
  const style = where === 'line' ? 'narrow' : 'long'
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction', style }).format(names)
}

// Made once: making one takes longer than a row of a list may, and rows are drawn sixty times a second.
const pluralRules = once(() => new Intl.PluralRules(uiLanguage()))
const numbers = once(() => new Intl.NumberFormat(uiLanguage()))
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dates(style: 'day' | 'time', timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known
  const timeStyle = style === 'time' ? { timeStyle: 'short' as const } : {}
  const format = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeZone, ...timeStyle })
  dateFormats.set(key, format)
  return format
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
