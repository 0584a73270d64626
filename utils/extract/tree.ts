import type { PageElement, PageNode } from './page-tree.ts'

/** Every element below and including `root`, in document order. Without recursion, as pages nest deeply. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (isElement(child)) stack.push(child)
    }
  }
}

/** `element` and its ancestors, innermost first, no more than `most` in all. */
export function lineage(element: PageElement, most = Number.POSITIVE_INFINITY): PageElement[] {
  const elements: PageElement[] = []
  for (let next: PageElement | null = element; next && elements.length < most; next = next.parent) elements.push(next)
  return elements
}

export const isElement = (node: PageNode | undefined): node is PageElement => typeof node === 'object'

export const isImage = ({ tag }: PageElement): boolean => tag === 'img' || tag === 'amp-img' || tag === 'amp-anim'

export const isHeading = ({ tag }: PageElement): boolean => /^h\d$/.test(tag)

/** All the text of `root`, as it stands; `limit` characters at most, more or less. */
export function rawText(root: PageNode, limit = 100_000): string {
  if (!isElement(root)) return root
  const [only = ''] = root.children
  if (root.children.length === 1 && !isElement(only)) return only
  const parts: string[] = []
  let length = 0
  const stack: PageNode[] = [root]
  for (let node = stack.pop(); node !== undefined && length < limit; node = stack.pop()) {
    if (!isElement(node)) {
      parts.push(node)
      length += node.length
      continue
    }
    if (node.tag === 'br') parts.push('\n')
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as PageNode)
  }
  return parts.join('')
}

/** The class and id of `element`, lower case: what its author calls it. */
export function nameOf(element: PageElement): string {
  element.name ??= namesOf(element)
  return element.name
}

function namesOf(element: PageElement): string {
  const { id, class: names = '', itemprop, role } = element.attributes
  // Most have no more than a class, and to put names together costs more than all else here.
  const isPlain = id === undefined && itemprop === undefined && role === undefined
  return (isPlain ? names : [names, id, itemprop, role].join(' ')).toLowerCase()
}

/** Whether `element`, or a box around it, so many levels looked at, has a name that `pattern` knows. */
export function isNamedLike(pattern: RegExp, element: PageElement, levels = Number.POSITIVE_INFINITY): boolean {
  let next: PageElement | null = element
  for (let level = 0; next && level < levels; level++, next = next.parent) if (pattern.test(nameOf(next))) return true
  return false
}

/** Whether there is nothing but white space in `text`: for most that there is more, its first character tells. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  return !(first > 32 && first < 127) && !/\S/.test(text)
}
