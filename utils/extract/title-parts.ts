/** In a clean line, between a headline and the names after it: "_", "|", " - ", " – ", " :: ", " » ", "·". */
const SEPARATOR = / ?(?:[|｜_»«]+|::) ?| [-–—·•:>]+ |(?<=\p{Script=Han}|[”》！？]) ?[-—–]+ ?(?=\p{Script=Han})/u

/** A text as it is compared: without spaces, dashes, bars and quotation marks, in one width and in lower case. */
export const squeeze = (text: string): string =>
  (/[^ -~]/.test(text) ? text.normalize('NFKC') : text).replace(/[-–—_|\s"'“”‘’「」]+/g, '').toLowerCase()

/** `title` without the names of site and section that portals append (or, rarely, put before it). */
export function stripSiteName(title: string, site = ''): string {
  const parts = splitTitle(title)
  if (parts.length < 2) return title
  const names = squeeze(site)
  const isName = (part: string) => names !== '' && (squeeze(part).includes(names) || names.includes(squeeze(part)))
  let [from, to] = [0, parts.length]
  while (to - from > 1 && isName((parts[to - 1] as Part).text)) to--
  while (to - from > 1 && isName((parts[from] as Part).text)) from++
  if (from === 0 && to === parts.length) to = lengthOfHeadline(parts)
  return title.slice((parts[from] as Part).start, (parts[to - 1] as Part).end)
}

interface Part {
  readonly text: string
  readonly start: number
  readonly end: number
}

function splitTitle(title: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const match of title.matchAll(new RegExp(SEPARATOR, 'gu'))) {
    parts.push({ text: title.slice(start, match.index), start, end: match.index })
    start = match.index + match[0].length
  }
  parts.push({ text: title.slice(start), start, end: title.length })
  return parts.filter(part => part.text.trim() !== '')
}

/**
 * What a head's title says, squeezed, where it ends in names: those of site and section, in parts shorter than the first, and the
 * headline, if that is all that stands before them.
 */
export function headlineAndNames(title: string): { headline?: string | undefined; names: string[] } {
  const [first, ...rest] = splitTitle(title)
  if (!first || SITE.test(first.text)) return { names: [] }
  const names = rest.filter(part => weightOf(part) < weightOf(first)).map(({ text }) => squeeze(text))
  const isHeadline = names.length > 0 && names.length === rest.length
  return { headline: isHeadline ? squeeze(first.text) : undefined, names }
}

/** How the names of papers and sites end that stand first: 晶报多媒体数字报刊平台, 边疆日报网络版. */
const SITE = /[报網网版台页社坛]$/

/** Without a known name: names are short and come last, so the headline ends where only short parts follow. */
function lengthOfHeadline(parts: readonly Part[]): number {
  let to = parts.length
  while (
    to > 1 &&
    weightOf(parts[to - 1] as Part) < 32 &&
    weightOf(parts[0] as Part) >= weightOf(parts[to - 1] as Part)
  )
    to--
  return to
}

const weightOf = ({ text }: Part): number => text.replace(/\p{Script=Han}/gu, 'xx').length
