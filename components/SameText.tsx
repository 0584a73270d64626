import { siteAsRead } from '../utils/article/site-name.ts'

/** A saved article with much the same text. */
export interface SameTextArticle {
  id: string
  url: string
  site?: string
}

interface Props {
  lead: string
  articles: readonly SameTextArticle[]
  href: (id: string) => string
  /** Undefined where the browser follows the link. */
  onOpen?: (id: string) => void
}

/** The portals that an article is saved from as well, each leading to its version. */
export function SameText({ lead, articles, href, onOpen }: Props) {
  return (
    <>
      {lead}
      {articles.map(({ id, url, site }) => (
        <a
          key={id}
          href={href(id)}
          onClick={event => {
            if (!onOpen) return
            event.preventDefault()
            onOpen(id)
          }}
        >
          <bdi>{siteAsRead({ url, ...(site !== undefined && { site }) })}</bdi>
        </a>
      ))}
    </>
  )
}
