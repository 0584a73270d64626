/** Text as it is compared: compatibility forms, case and white space folded. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
