import { useEffect, useState } from 'preact/hooks'

/** Whether the window is as a media query has it, live. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const look = () => setMatches(list.matches)
    look()
    list.addEventListener('change', look)
    return () => list.removeEventListener('change', look)
  }, [query])
  return matches
}

/** Where a page has room for one column only. As in the style sheets. */
export const NARROW = '(max-width: 44rem)'
