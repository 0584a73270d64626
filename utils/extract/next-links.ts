import type { PageElement, PageTree } from './page-tree.ts'
import { absolute } from './pictures.ts'
import { elementsOf, isNamedLike, nameOf, rawText } from './tree.ts'

/** What a link to the page that follows says, in whole. */
export const NEXT_WORDS =
  /^[\s<>«»‹›[\]【】→]*(?:下一?页|下页|后一页|next(?: page)?|continue reading|nächste(?: seite)?|weiterlesen|page suivante|siguiente)[\s<>«»‹›[\]【】→]*$/i

/** Which page a link of a pager leads to; it is the address that tells whether it is the next. */
const NUMBER = /^[\s[【]*\d{1,2}[\]】\s]*$/
const NEXT_NAME = /(?:^|[\s_-])next/

/** Links looked at, and addresses taken: enough for any pager, too few to hurt. */
const MOST = { seen: 4000, taken: 200 }

/**
 * Where the links of a page lead that may be to the next page of its article: absolute addresses, what its head declares first.
 * Which it is, if any, their addresses tell (`isNextOf`), as "下一页" may also lead to the next article.
 */
export function nextLinks({ head, body }: PageTree): string[] {
  const declared = head.links.get('next')
  const targets = new Set([declared && absolute(declared, head.base)])
  let seen = 0
  for (const element of elementsOf(body)) {
    if (element.tag !== 'a') continue
    if (++seen > MOST.seen || targets.size > MOST.taken) break
    targets.add(nextTarget(element, head.base))
  }
  return [...targets].filter(target => target !== undefined)
}

function nextTarget(link: PageElement, base: string): string | undefined {
  const { href, rel, title } = link.attributes
  if (!href) return undefined
  const says = [rawText(link, 40), title ?? ''].some(text => NEXT_WORDS.test(text.slice(0, 40)) || NUMBER.test(text))
  const leads = says || rel === 'next' || NEXT_NAME.test(nameOf(link))
  return leads && !isOfComments(link) ? absolute(href, base) : undefined
}

/** Readers' comments have pages of their own. */
const isOfComments = (link: PageElement): boolean => isNamedLike(/comment|pinglun|disqus/, link)
