import { countCharacters, KINDS } from './characters.ts'

/** Of the letters of `text` (its beginning), the share that is Han: 0..1. */
export function hanShare(text: string): number {
  const counts = countCharacters(text.slice(0, 4000))
  const of = (kind: number) => counts[kind] as number
  return of(KINDS.han) / Math.max(1, of(KINDS.han) + of(KINDS.letter) + of(KINDS.capital))
}

// Characters that only one of the two scripts uses, among the most frequent ones of news.
const TRADITIONAL = /[們這個國說來時會對為與學過還發現開關]/g
const SIMPLIFIED = /[们这个国说来时会对为与学过还发现开关]/g

/** By the words that every English text is full of. */
const isEnglish = (text: string): boolean => (text.slice(0, 1000).match(/ (?:the|and|of|to|in|a) /g)?.length ?? 0) >= 12

/** Kana, Han, Hangul: most pages have none, which a look at their codes tells quickest. */
const EASTERN = /[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]/

/** BCP 47, from what the page declares unless its text says otherwise; "und" where nothing is known. */
export function findLanguage(declared: string, text: string): string {
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(declared.trim()) ? declared.trim().replaceAll('_', '-') : ''
  if (!EASTERN.test(text.slice(0, 4000))) return (!/^zh/i.test(tag) && tag) || (isEnglish(text) ? 'en' : 'und')
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(0, 2000))) return /^ja/i.test(tag) ? tag : tag || 'ja'
  if (/\p{Script=Hangul}{2}/u.test(text.slice(0, 200))) return tag || 'ko'
  if (hanShare(text) < 0.3) return (!/^zh/i.test(tag) && tag) || (isEnglish(text) ? 'en' : 'und')
  if (/^(?:zh|yue|ja|ko)/i.test(tag)) return tag
  const count = (pattern: RegExp) => text.slice(0, 4000).match(pattern)?.length ?? 0
  return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans'
}
