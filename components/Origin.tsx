import { knownSiteName } from '../utils/article/site-name.ts'
import { displayHost } from '../utils/article/url.ts'

interface Props {
  article: { source?: { name: string }; site?: string; url: string }
  /** For a name; a bare host is no publication and must not look like one. */
  class: string
}

/** Who an article is from, as a person would say it: its source, the name of its site, or just where it stands. */
export function Origin({ article: { source, site, url }, class: named }: Props) {
  const name = source?.name ?? site ?? knownSiteName(url)
  return name === undefined ? <bdi>{displayHost(url)}</bdi> : <bdi class={named}>{name}</bdi>
}
