import type { PageElement, PageNode } from './page-tree.ts'

/** Every element below and including `root`, in document order. Without recursion, as pages nest deeply. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (typeof child === 'object') stack.push(child)
    }
  }
}

/** `element` and its ancestors, innermost first. */
export function* lineage(element: PageElement): Generator<PageElement> {
  for (let next: PageElement | null = element; next; next = next.parent) yield next
}

/** All the text below `element`, as it stands; `limit` characters at most, more or less. */
export function rawText(element: PageElement, limit = 100_000): string {
  const parts: string[] = []
  let length = 0
  const stack: PageNode[] = [element]
  for (let node = stack.pop(); node !== undefined && length < limit; node = stack.pop()) {
    if (typeof node === 'string') {
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
  const { id, class: names, itemprop, role } = element.attributes
  return `${names ?? ''} ${id ?? ''} ${itemprop ?? ''} ${role ?? ''}`.toLowerCase()
}
