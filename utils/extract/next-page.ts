import { parseAddress } from '../article/url.ts'
import type { PageElement, PageTree } from './page-tree.ts'
import { absolute } from './pictures.ts'
import { elementsOf, isNamedLike, nameOf, rawText } from './tree.ts'

/** What a link to the page that follows says, in whole. */
export const NEXT_WORDS =
  /^[\s<>«»‹›[\]【】→]*(?:下一?页|下页|后一页|next(?: page)?|continue reading|nächste(?: seite)?|weiterlesen|page suivante|siguiente)[\s<>«»‹›[\]【】→]*$/i

/** Which page a link of a pager leads to; it is the address that tells whether it is the next. */
const NUMBER = /^[\s[【]*\d{1,2}[\]】\s]*$/
const NEXT_NAME = /(?:^|[\s_-])next/

/** Pages looked at for a link: enough for any pager, too few to hurt. */
const MOST_LINKS = 4000

/**
 * Where an article goes on when its portal cut it into pages, or undefined.
 * Only an address of the same family counts ("a.html" → "a_2.htm", "?page=2", "/2"), since "下一页" may also lead to
 * the next article.
 */
export function findNextPage(page: PageTree, url: string): string | undefined {
  const declared = page.head.links.get('next')
  const wanted = declared && absolute(declared, page.head.base)
  if (wanted && isNextOf(url, wanted)) return wanted
  let seen = 0
  for (const element of elementsOf(page.body)) {
    if (element.tag !== 'a') continue
    if (++seen > MOST_LINKS) break
    const target = nextTarget(element, page.head.base)
    if (target && isNextOf(url, target) && !isOfComments(element)) return target
  }
  return undefined
}

/** Readers' comments have pages of their own. */
const isOfComments = (link: PageElement): boolean => isNamedLike(/comment|pinglun|disqus/, link)

function nextTarget(link: PageElement, base: string): string | undefined {
  const { href, rel, title } = link.attributes
  if (!href) return undefined
  const says = [rawText(link, 40), title ?? ''].some(text => NEXT_WORDS.test(text.slice(0, 40)) || NUMBER.test(text))
  return says || rel === 'next' || NEXT_NAME.test(nameOf(link)) ? absolute(href, base) : undefined
}

/** Whether `target` is the page after `url` of the same article, by their addresses alone. */
export function isNextOf(url: string, target: string): boolean {
  const [from, to] = [pageOf(url), pageOf(target)]
  if (!from || !to || from.host !== to.host || from.stem !== to.stem || from.stem === '') return false
  // Portals count from the second page, as "_2" or, TRS, as "_1".
  return to.number === (from.number || 1) + 1 || (from.number === 0 && to.number === 1)
}

interface PageAddress {
  readonly host: string
  readonly stem: string
  /** 0 where the address has none, as those of first pages. */
  readonly number: number
}

/** "?page=2", "&p=3". */
const PAGE_PARAMETER = /([?&])(?:page|p|pn|paged|page_?no|currentpage)=(\d{1,3})(?=&|$)/i

/** The address without its page number: 织梦 and 帝国 "_2.html", TRS "_1.html" for the second, "?page=2", "/2/". */
function pageOf(address: string): PageAddress | undefined {
  const url = parseAddress(address)
  if (!url) return undefined
  let number = 0
  // As text: in Firefox's content scripts the iterators of URLSearchParams cannot be iterated.
  const search = url.search.replace(PAGE_PARAMETER, (_, first: string, digits: string) => {
    number = Number(digits)
    return first === '?' ? '?' : ''
  })
  let path = url.pathname.replace(/\/(?:index|page)(?=[._/])/, '/')
  const inName = /[_-](?:page[_-]?|p)?(\d{1,2})(\.[a-z]{3,5})$/i.exec(path)
  const inPath = /\/(?:page\/|p)?(\d{1,2})\/?$/.exec(path)
  if (number === 0 && inName) {
    number = Number(inName[1])
    path = path.slice(0, inName.index) + inName[2]
  } else if (number === 0 && inPath) {
    number = Number(inPath[1])
    path = path.slice(0, inPath.index)
  }
  return { host: url.host, stem: path.replace(/\/$/, '') + search.replace(/^\?$/, ''), number }
}
