import { parseAddress } from '../article/url.ts'

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
