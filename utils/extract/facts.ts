import type { Block } from './blocks.ts'
import { countCharacters, KINDS } from './characters.ts'
import { words } from './html-words.ts'
import { BOX_KINDS } from './kinds.ts'
import { countHan } from './language.ts'
import type { PageElement } from './page-tree.ts'
import { nameOf } from './tree.ts'
import { CLUTTER_NAME, CONTENT_NAME, RELATED_HEADING } from './wording.ts'

/** What the boxes around a block say about it. */
export interface Surroundings {
  readonly depth: number
  /** Levels up to the nearest box named like clutter, or like content; FAR where there is none. */
  readonly clutter: number
  readonly content: number
  /** The same for each of BOX_KINDS. */
  readonly kinds: readonly number[]
  /** Tags among the ancestors that mean something: "nav", "footer", "aside", "li", "article"… */
  readonly tags: ReadonlySet<string>
}

/** What is known of one block before anyone decides. */
export interface BlockFacts {
  readonly block: Block
  /** Characters, a Han character counting as two since it says as much. */
  readonly length: number
  readonly linkShare: number
  /** Sentence marks. */
  readonly marks: number
  /** How many characters of each of KINDS. */
  readonly characters: readonly number[]
  readonly endsSentence: boolean
  readonly surroundings: Surroundings
  /** Tag and class of the block and its parent: paragraphs of one article share it. */
  readonly signature: string
  readonly related: boolean
  /** Stands in a box after a heading like 相关阅读. */
  readonly underRelated: boolean
}

export const FAR = 9

const TELLING_TAGS = words('nav footer aside form ul li table article main figure')

/** Gathers the facts of all blocks of a page. */
export function gatherFacts(blocks: readonly Block[]): BlockFacts[] {
  const surroundingsOf = surroundingsReader()
  const relatedBoxes = new Set<PageElement>()
  return blocks.map(block => {
    const { text, element } = block
    const related = text.length < 80 && RELATED_HEADING.test(text)
    const underRelated = isWithin(element, relatedBoxes)
    if (related) relatedBoxes.add(boxOf(element))
    const characters = countCharacters(text)
    return {
      block,
      length: weigh(text),
      linkShare: text === '' ? 0 : block.linked / text.length,
      marks: (characters[KINDS.mark] as number) + (characters[KINDS.call] as number),
      characters,
      endsSentence: /[.!?。！？…:：”"’』」)）]$/u.test(text),
      surroundings: surroundingsOf(element),
      signature: signatureOf(element),
      related,
      underRelated,
    }
  })
}

function weigh(text: string): number {
  return text.length + countHan(text)
}

const NAMES: readonly RegExp[] = [CLUTTER_NAME, CONTENT_NAME, ...BOX_KINDS]
const NOTHING_AROUND: Surroundings = {
  ...{ depth: 0, clutter: FAR, content: FAR },
  kinds: BOX_KINDS.map(() => FAR),
  tags: new Set(),
}

/** What the boxes of a page say, each read once, and each of their names once: most are borne by many. */
function surroundingsReader(): (element: PageElement) => Surroundings {
  const known = new Map<PageElement, Surroundings>()
  const named = new Map<string, readonly number[]>()
  const kindsOf = (name: string): readonly number[] => {
    const found = named.get(name) ?? NAMES.flatMap((pattern, i) => (pattern.test(name) ? [i] : []))
    named.set(name, found)
    return found
  }
  const read = (element: PageElement): Surroundings => {
    const above = element.parent ? of(element.parent) : NOTHING_AROUND
    const says = element.tag === 'body' ? [] : nameOf(element).split(' ').flatMap(kindsOf)
    const distance = (i: number, before: number) => (says.includes(i) ? 0 : Math.min(FAR, before + 1))
    return {
      depth: above.depth + 1,
      clutter: distance(0, above.clutter),
      content: distance(1, above.content),
      kinds: above.kinds.map((before, i) => distance(i + 2, before)),
      tags: TELLING_TAGS.has(element.tag) ? new Set(above.tags).add(element.tag) : above.tags,
    }
  }
  const of = (element: PageElement): Surroundings => {
    const surroundings = known.get(element) ?? read(element)
    known.set(element, surroundings)
    return surroundings
  }
  return of
}

export function signatureOf(element: PageElement): string {
  const one = (e: PageElement | null) => (e ? `${e.tag}.${e.attributes.class ?? ''}` : '')
  return `${one(element)}<${one(element.parent)}`
}

/** The box a heading heads: its parent, or further up where it stands alone in a wrapper. */
function boxOf(heading: PageElement): PageElement {
  let box = heading.parent ?? heading
  while (box.parent && box.children.filter(child => typeof child === 'object').length === 1) box = box.parent
  return box
}

function isWithin(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  if (boxes.size === 0) return false
  for (let next: PageElement | null = element; next; next = next.parent) if (boxes.has(next)) return true
  return false
}
