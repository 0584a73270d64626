const DAY = 24 * 60 * 60 * 1000
const NAME = /^kaifong-(\d{4}-\d{2}-\d{2})\.backup\.gz$/

/** How many backups stay: the last of each of so many days, and of each of so many weeks, that have one. */
export interface Rotation {
  daily: number
  weekly: number
}

/** The name of a backup made at `at`, milliseconds since 1970: one a day, by the calendar of this device. */
export function backupName(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `kaifong-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.backup.gz`
}

/** Those of `names` that the rotation no longer keeps. Files of other names are nobody's to remove. */
export function outdatedBackups(names: readonly string[], { daily, weekly }: Rotation): string[] {
  const dated = names
    .flatMap(name => {
      const day = Date.parse(NAME.exec(name)?.[1] ?? '') / DAY
      return Number.isInteger(day) ? { name, day } : []
    })
    .sort((a, b) => b.day - a.day)
  const kept = new Set(dated.slice(0, daily).map(({ name }) => name))
  const weeks = new Set<number>()
  for (const { name, day } of dated) {
    const week = Math.floor(day / 7)
    if (weeks.has(week) || weeks.size >= weekly) continue
    weeks.add(week)
    kept.add(name)
  }
  return dated.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
