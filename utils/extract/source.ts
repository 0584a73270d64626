import type { Source } from '../article/article.ts'
import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import { linkAddress } from './inline.ts'
import type { PageHead } from './page-tree.ts'
import { elementsOf, nameOf } from './tree.ts'

const SOURCE_LABEL = /(?:来\s*源|稿\s*源|來\s*源|文章来源|信息来源|新闻来源|Source|摘自|转自)\s*[:：]\s*/i
/** What ends a name after 来源: white space, a bar, or the next label. */
const SOURCE_END =
  /[\s|｜丨,，;；()（）【】[\]]|作者|记者|编辑|责编|责任|时间|日期|发布|浏览|点击|字体|字号|阅读|评论|打印|分享|\d{4}[-年/.]/
const SOURCE_NAME = /(?:^|[\s_-])(?:source|laiyuan|ly|from|media|mediaName|origin|source_baidu|ep-source)(?=$|[\s_-])/i

/** 来源 from the lines around headline and end, or from the element that its page calls so. */
export function findSource(head: PageHead, lines: readonly Block[], base: string): Source | undefined {
  for (const block of lines) {
    const source = labelledSource(block, base)
    if (source) return source
  }
  for (const block of lines) {
    const source = namedSource(block, base)
    if (source) return source
  }
  const meta = head.meta.get('source')?.[0] ?? head.meta.get('mediaid')?.[0] ?? head.meta.get('contentsource')?.[0]
  const name = meta && cleanSource(meta)
  return name ? { name } : undefined
}

function labelledSource(block: Block, base: string): Source | undefined {
  if (block.text.length > 400) return undefined
  const match = SOURCE_LABEL.exec(block.text)
  if (!match) return undefined
  const rest = block.text.slice(match.index + match[0].length)
  const link = linkWithin(block, rest)
  const end = SOURCE_END.exec(rest)
  const name = cleanSource(link?.text ?? (end ? rest.slice(0, end.index) : rest))
  if (!name) return undefined
  const url = link && linkAddress(link.href, base)
  return { name, ...(url && /^https?:/.test(url) && { url }) }
}

/** The link right after the label, whose text may hold spaces that would else end the name. */
function linkWithin(block: Block, rest: string): { text: string; href: string | undefined } | undefined {
  for (const element of elementsOf(block.element)) {
    if (element.tag !== 'a') continue
    const text = cleanLine(element.children.filter(child => typeof child === 'string').join(''))
    if (text && rest.startsWith(text)) return { text, href: element.attributes.href }
  }
  return undefined
}

function namedSource(block: Block, base: string): Source | undefined {
  if (block.text.length > 200) return undefined
  for (const element of elementsOf(block.element)) {
    if (!SOURCE_NAME.test(nameOf(element))) continue
    const text = cleanLine(textOf(element))
    const name = /\d{4}[-年/]/.test(text) ? undefined : cleanSource(text)
    const url = linkAddress(element.attributes.href, base)
    if (name) return { name, ...(url && { url }) }
  }
  return undefined
}

function textOf(element: Block['element']): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

function cleanSource(raw: string): string | undefined {
  const name = cleanLine(raw)
    .replace(SOURCE_LABEL, '')
    .replace(/^[《“"<]+|[》”">]+$/g, '')
  return name.length >= 2 &&
    name.length <= 30 &&
    !/^(?:本站|未知|网络|互联网|原创)$/.test(name) &&
    !/^https?:/.test(name)
    ? name
    : undefined
}
