import { useEffect, useState } from 'preact/hooks'
import type { OutlineHeading } from '../../components/Outline.tsx'
import { isVertical } from './place.ts'

/** Fewer subheads need no table. */
const FEWEST = 2
/** CSS pixels from the edge where reading begins: a subhead that has come so far is being read. */
const REACHED = 96

export interface OutlineState {
  headings: readonly OutlineHeading[]
  current: number
}

const PARAGRAPH_LEVEL = 4

const NONE: OutlineState = { headings: [], current: -1 }

/** Letters of a paragraph in bold that many portals write for a subhead; longer ones are meant to be read as text. */
const LONGEST = 40

const headingsOf = (body: Element) =>
  [...body.querySelectorAll<HTMLElement>('h2, h3, h4, p:has(> :is(strong, b):only-child)')].filter(isHeading)

/** The subheads of the article on the page as they are shown, and which of them is being read. */
export function useOutline(article: unknown): OutlineState {
  const [outline, setOutline] = useState(NONE)
  useEffect(() => {
    const body = document.querySelector('.article__body')
    if (!body) return setOutline(NONE)
    const look = () => setOutline(before => sameOr(before, outlineOf(body)))
    look()
    // The text is put in anew when it is shown in the other script.
    const observer = new MutationObserver(look)
    observer.observe(body, { childList: true })
    addEventListener('scroll', look, { passive: true, capture: true })
    return () => {
      observer.disconnect()
      removeEventListener('scroll', look, { capture: true })
    }
  }, [article])
  return outline
}

/** Goes to a section, which the keyboard then goes on from. */
export function goToHeading(index: number): void {
  const body = document.querySelector('.article__body')
  const heading = body && headingsOf(body)[index]
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start', inline: 'start' })
}

function outlineOf(body: Element): OutlineState {
  const found = headingsOf(body)
  if (found.length < FEWEST) return NONE
  const vertical = isVertical(body)
  const current = found.findLastIndex(heading => {
    const { top, right } = heading.getBoundingClientRect()
    return vertical ? right > innerWidth - REACHED : top < REACHED
  })
  const headings = found.map(heading => ({
    text: heading.textContent?.trim() ?? '',
    level: heading.tagName === 'P' ? PARAGRAPH_LEVEL : Number(heading.tagName.slice(1)),
  }))
  return { headings, current }
}

// What is bold has no other text beside it, and is no sentence.
function isHeading(element: HTMLElement): boolean {
  const text = element.textContent?.trim() ?? ''
  if (element.tagName !== 'P') return text !== ''
  const bold = element.firstElementChild?.textContent?.trim()
  return text !== '' && bold === text && text.length <= LONGEST && !/[。．.！!;；，,：:]$/u.test(text)
}

function sameOr(before: OutlineState, now: OutlineState): OutlineState {
  const same = (name: keyof OutlineHeading) =>
    `${before.headings.map(each => each[name])}` === `${now.headings.map(each => each[name])}`
  return before.current === now.current && same('text') && same('level') ? before : now
}
