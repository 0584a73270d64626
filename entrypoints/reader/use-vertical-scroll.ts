import { useEffect } from 'preact/hooks'
import { isVertical } from './place.ts'

/** A page forward or back turns this much of the window. */
const PAGE = 0.9
/** CSS pixels of a line of the wheel, where a mouse counts in lines. */
const LINE = 40

/** Vertical lines go on to the left: the wheel and the keys that go down and up a page do so too. */
export function useVerticalScroll(): void {
  useEffect(() => {
    const boxOf = () => {
      const body = document.querySelector('.article__body')
      return body && isVertical(body) ? document.querySelector('.reader__main') : null
    }
    const onWheel = (event: WheelEvent) => {
      const box = boxOf()
      if (!box || event.deltaX !== 0 || event.ctrlKey || !(event.target instanceof Node) || !box.contains(event.target))
        return
      event.preventDefault()
      box.scrollBy({ left: -event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1) })
    }
    const onKey = (event: KeyboardEvent) => {
      const box = boxOf()
      const pages = pagesFor(event)
      const busy =
        event.target instanceof Element && event.target.closest('button, a, input, textarea, select, summary, dialog')
      if (!box || pages === 0 || busy || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.scrollBy({ left: -pages * innerWidth, behavior: 'smooth' })
    }
    addEventListener('wheel', onWheel, { passive: false })
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('wheel', onWheel)
      removeEventListener('keydown', onKey)
    }
  }, [])
}

function pagesFor({ key, shiftKey }: KeyboardEvent): number {
  if (key === ' ') return shiftKey ? -PAGE : PAGE
  return { PageDown: PAGE, PageUp: -PAGE, ArrowDown: 0.1, ArrowUp: -0.1, ArrowLeft: 0.1, ArrowRight: -0.1 }[key] ?? 0
}
