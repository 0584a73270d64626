import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type english from '../public/_locales/en/messages.json'

export type MessageKey = keyof typeof english
export type CountedMessageKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never

/** What components need to speak to a person; a page hands in the browser's own. */
export interface Strings {
  t(key: MessageKey, ...values: (string | number)[]): string
  tn(key: CountedMessageKey, count: number, ...values: (string | number)[]): string
  formatNumber(value: number): string
  formatDate(iso: string | undefined, style?: 'day' | 'time'): string
  formatList(names: string[], where?: 'line' | 'sentence'): string
}

export const StringsContext = createContext<Strings | undefined>(undefined)

export function useStrings(): Strings {
  const strings = useContext(StringsContext)
  if (!strings) throw new Error('A component was rendered outside StringsContext.Provider')
  return strings
}
