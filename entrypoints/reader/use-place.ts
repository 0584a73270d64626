import { useEffect, useState } from 'preact/hooks'
import { goToPlace, placeInView, progressOf } from './place.ts'
import type { ReaderState } from './state.ts'

const SETTLED = 400
const NEARLY_ALL = 0.98

/**
 * Takes the reader back to where they stopped, keeps the place as they go on, and marks as read what they read to the
 * end.
 * @returns how far they are, 0 to 1
 */
export function usePlace(state: ReaderState): number {
  const [progress, setProgress] = useState(0)
  useEffect(() => {
    const body = document.querySelector('.article__body')
    const opened = state.opened.peek()
    if (!body || opened.status !== 'article') return
    const { place, state: readingState } = opened.article.record
    if (place && readingState === 'reading') goToPlace(body, place)
    let timer: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      setProgress(progressOf(body))
      clearTimeout(timer)
      timer = setTimeout(() => void state.keepPlace(placeInView(body), progressOf(body) >= NEARLY_ALL), SETTLED)
    }
    setProgress(progressOf(body))
    // Vertical lines scroll in a box of their own, whose events do not bubble.
    addEventListener('scroll', onScroll, { passive: true, capture: true })
    // Whoever was faster than this counts too.
    if (scrollY > 0) onScroll()
    return () => {
      clearTimeout(timer)
      removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [state])
  return progress
}
