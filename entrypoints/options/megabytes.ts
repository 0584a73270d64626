/** Bytes as a person reads them, in the page's language. */
export function megabytes(bytes: number): string {
  const language = document.documentElement.lang
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    bytes / 1e6,
  )
}
