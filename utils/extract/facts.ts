import type { Block } from './blocks.ts'
import { countCharacters, KINDS } from './characters.ts'
import { words } from './html-words.ts'
import { BOX_KINDS } from './kinds.ts'
import type { PageElement } from './page-tree.ts'
import { isElement, nameOf } from './tree.ts'
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
  /** How much of it reads like an article: sentences, few links, not in a box for something else. Worth, in characters. */
  readonly prose: number
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
    const fact = {
      block,
      length: text.length + (characters[KINDS.han] as number),
      linkShare: text === '' ? 0 : block.linked / text.length,
      marks: (characters[KINDS.mark] as number) + (characters[KINDS.call] as number),
      characters,
      endsSentence: /[.!?。！？…:：”"’』」)）]/.test(text.slice(-1)),
      surroundings: surroundingsOf(element),
      signature: signatureOf(element),
      related,
      underRelated,
      prose: 0,
    }
    fact.prose = proseOf(fact)
    return fact
  })
}

const APART = ['nav', 'footer', 'aside', 'form']

function proseOf(fact: BlockFacts): number {
  const { block, length, linkShare, marks, surroundings, underRelated } = fact
  if (block.hidden || linkShare > 0.4 || length < 40 || underRelated || surroundings.clutter < 2) return 0
  for (const tag of APART) if (surroundings.tags.has(tag)) return 0
  return marks > 0 ? length * (1 - linkShare) : length * 0.3
}

const NAMES: readonly RegExp[] = [CLUTTER_NAME, CONTENT_NAME, ...BOX_KINDS]
/** Most names tell nothing, which one look shows. */
const TELLING_NAME = new RegExp(NAMES.map(({ source }) => source).join('|'))
const NOTHING_AROUND: Surroundings = {
  ...{ depth: 0, clutter: FAR, content: FAR },
  kinds: BOX_KINDS.map(() => FAR),
  tags: new Set(),
}

/**
 * What the boxes of a page say: each is read once, those alike within the same box are one, and each of their names is looked
 * at once, as most are borne by many.
 */
function surroundingsReader(): (element: PageElement) => Surroundings {
  const known = new Map<PageElement | null, Surroundings>([[null, NOTHING_AROUND]])
  const alike = new Map<Surroundings, Map<string, Surroundings>>()
  const named = new Map<string, readonly number[]>()
  const kindsOf = (name: string): readonly number[] => {
    const found =
      named.get(name) ?? (TELLING_NAME.test(name) ? NAMES.flatMap((pattern, i) => (pattern.test(name) ? [i] : [])) : [])
    named.set(name, found)
    return found
  }
  const read = (tag: string, name: string, above: Surroundings): Surroundings => {
    const says = tag === 'body' ? [] : kindsOf(name)
    const distance = (i: number, before: number) => (says.includes(i) ? 0 : Math.min(FAR, before + 1))
    return {
      depth: above.depth + 1,
      clutter: distance(0, above.clutter),
      content: distance(1, above.content),
      kinds: above.kinds.map((before, i) => distance(i + 2, before)),
      // ASP.NET puts all of a page in a form.
      tags: TELLING_TAGS.has(tag) && (tag !== 'form' || above.depth > 2) ? new Set(above.tags).add(tag) : above.tags,
    }
  }
  const of = (element: PageElement | null): Surroundings => {
    const found = known.get(element)
    if (found || !element) return found ?? NOTHING_AROUND
    const above = of(element.parent)
    const within = alike.get(above) ?? new Map<string, Surroundings>()
    alike.set(above, within)
    const name = nameOf(element)
    const look = name === '' ? element.tag : `${name} ${element.tag}`
    const surroundings = within.get(look) ?? read(element.tag, name, above)
    within.set(look, surroundings)
    known.set(element, surroundings)
    return surroundings
  }
  return of
}

/** What paragraphs of one text share: their names, unless most have these, or a box. */
export const kindsOf = ({ signature, block: { element } }: BlockFacts): readonly unknown[] => [
  signature === 'p.<div.' ? element : signature,
  element.parent,
  element.parent?.parent,
]

/** Enough of what a page says to know its script, in characters. */
const BEGINNING = 4000

/** Whether a page is written in Han, as far as its beginning tells. */
export function isHan(facts: readonly BlockFacts[]): boolean {
  let [read, han, letters] = [0, 0, 0]
  for (const { block, characters } of facts) {
    if (read >= BEGINNING) break
    read += block.text.length
    han += characters[KINDS.han] as number
    letters += (characters[KINDS.letter] as number) + (characters[KINDS.capital] as number)
  }
  return han > (han + letters) * 0.3
}

export const lengthOf = (facts: readonly BlockFacts[]): number => facts.reduce((sum, fact) => sum + fact.length, 0)

export function signatureOf(element: PageElement): string {
  const { parent } = element
  return `${element.tag}.${element.attributes.class ?? ''}<${parent?.tag}.${parent?.attributes.class ?? ''}`
}

/** What a heading heads, or a table stands in: its parent, or further up where it is alone in a wrapper. */
export function boxOf(element: PageElement): PageElement {
  let box = element.parent ?? element
  while (box.parent && box.children.filter(isElement).length === 1) box = box.parent
  return box
}

function isWithin(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  if (boxes.size === 0) return false
  for (let next: PageElement | null = element; next; next = next.parent) if (boxes.has(next)) return true
  return false
}
