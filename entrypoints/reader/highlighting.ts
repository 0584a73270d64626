import { signal } from '@preact/signals'
import { COLOURS } from '../../components/HighlightList.tsx'
import { paintRanges } from '../../components/paint-ranges.ts'
import { rangeOf } from '../../components/text-ranges.ts'
import { findQuote, quoteOfStretch, type Stretch, type TextQuote } from '../../utils/article/text-quote.ts'
import type { Highlight, HighlightColour } from '../../utils/library/index.ts'
import { ask } from '../wiring/client.ts'
import { newHighlight } from '../wiring/new-highlight.ts'

const TYPING = 300

/** What the reader marked in the article on the page. State only; Highlighting.tsx shows it. */
export class Highlighting {
  readonly highlights = signal<Highlight[]>([])
  /** Ids of those whose words are not in the text that is shown. */
  readonly lost = signal<ReadonlySet<string>>(new Set())
  readonly editing = signal<string | undefined>(undefined)
  readonly removed = signal<Highlight | undefined>(undefined)
  /** What the reader asked for could not be kept. */
  readonly trouble = signal(false)
  readonly #canonicalUrl: string
  readonly #unsaved = new Map<string, ReturnType<typeof setTimeout>>()
  #stretches = new Map<string, Stretch>()
  #simplifiedLetter: ((letter: string) => string) | undefined

  constructor(canonicalUrl: string) {
    this.#canonicalUrl = canonicalUrl
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      const stored = await ask('highlights', { canonicalUrl: this.#canonicalUrl })
      // What is being typed here is newer than what is stored.
      const typed = new Map(this.highlights.peek().map(highlight => [highlight.id, highlight]))
      this.highlights.value = stored.map(highlight =>
        this.#unsaved.has(highlight.id) ? (typed.get(highlight.id) ?? highlight) : highlight,
      )
    })
  }

  async add(text: string, stretch: Stretch, colour: HighlightColour): Promise<void> {
    const highlight = newHighlight(this.#canonicalUrl, quoteOfStretch(text, stretch), colour)
    this.highlights.value = [...this.highlights.value, highlight]
    await this.#keep(highlight)
  }

  /** Shown at once; what is typed is stored when the reader pauses, or leaves (`flush`). */
  change(highlight: Highlight, change: Partial<Pick<Highlight, 'colour' | 'note'>>): void {
    const changed = { ...highlight, ...change }
    this.highlights.value = this.highlights.value.map(each => (each.id === changed.id ? changed : each))
    clearTimeout(this.#unsaved.get(changed.id))
    this.#unsaved.set(
      changed.id,
      setTimeout(() => void this.#keep(changed), TYPING),
    )
  }

  /** Stores at once what is still to be stored. */
  flush(): void {
    for (const { id } of this.highlights.peek()) {
      const highlight = this.highlights.peek().find(each => each.id === id)
      if (highlight && this.#unsaved.has(id)) void this.#keep(highlight)
    }
  }

  async remove(highlight: Highlight): Promise<void> {
    this.#settle(highlight.id)
    await this.#attempt(async () => {
      await ask('removeHighlight', { id: highlight.id })
      this.highlights.value = this.highlights.value.filter(({ id }) => id !== highlight.id)
      this.removed.value = highlight
    })
  }

  async restore(): Promise<void> {
    const highlight = this.removed.value
    this.removed.value = undefined
    if (!highlight) return
    await this.#keep(highlight)
    await this.load()
  }

  /** Finds each highlight in the text as it is shown now, in whichever script, and paints it. */
  paint(body: Element): void {
    const text = body.textContent ?? ''
    const painted = Object.fromEntries(COLOURS.map(colour => [`kaifong-${colour}`, [] as Range[]]))
    const [stretches, lost] = [new Map<string, Stretch>(), new Set<string>()]
    for (const { id, quote, colour } of this.highlights.peek()) {
      const stretch = this.#find(text, quote)
      const range = stretch && rangeOf(body, stretch)
      if (stretch && range) {
        stretches.set(id, stretch)
        painted[`kaifong-${colour}`]?.push(range)
      } else lost.add(id)
    }
    paintRanges(painted, body)
    this.#stretches = stretches
    const before = this.lost.peek()
    if (lost.size > 0) this.#compareScripts(body).catch(console.error)
    if (lost.size !== before.size || [...lost].some(id => !before.has(id))) this.lost.value = lost
  }

  #find(text: string, quote: TextQuote): Stretch | undefined {
    const simplified = this.#simplifiedLetter
    return findQuote(text, quote) ?? (simplified && findQuote(text, quote, simplified))
  }

  // What tells the scripts apart is large, and most highlights are found without it.
  async #compareScripts(body: Element): Promise<void> {
    if (this.#simplifiedLetter) return
    const { simplifiedLetter } = await import('../../utils/library/index.ts')
    this.#simplifiedLetter = simplifiedLetter
    this.paint(body)
  }

  /** The highlight at a point of the window. */
  at(body: Element, x: number, y: number): string | undefined {
    const isThere = (id: string) =>
      [...(this.range(body, id)?.getClientRects() ?? [])].some(
        ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
      )
    return [...this.#stretches.keys()].find(isThere)
  }

  /** The words of a highlight as they were last painted. */
  range(body: Element, id: string): Range | undefined {
    const stretch = this.#stretches.get(id)
    return stretch && rangeOf(body, stretch)
  }

  async #keep(highlight: Highlight): Promise<void> {
    this.#settle(highlight.id)
    await this.#attempt(() => ask('keepHighlight', { highlight }))
  }

  #settle(id: string): void {
    clearTimeout(this.#unsaved.get(id))
    this.#unsaved.delete(id)
  }

  async #attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
    } catch (error) {
      console.error(error)
      this.trouble.value = true
    }
  }
}
