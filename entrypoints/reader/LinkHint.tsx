import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../components/Icon.tsx'
import { displayHost } from '../../utils/article/url.ts'

const LINKS = '.article__body a[href]'
const HINT = 'link-hint'

interface Hint {
  host: string
  /** Where it hangs from, in CSS pixels of the window. */
  x: number
  y: number
}

/** Says where a link of the text leads before it is followed: the real host, whatever the link calls itself. */
export function LinkHint() {
  const [hint, setHint] = useState<Hint>()
  useEffect(() => {
    const show = (link: Element) => {
      link.setAttribute('aria-describedby', HINT)
      setHint(hintOf(link as HTMLAnchorElement))
    }
    const hide = () => {
      for (const link of document.querySelectorAll(`[aria-describedby=${HINT}]`))
        link.removeAttribute('aria-describedby')
      setHint(undefined)
    }
    const onEnter = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest(`#${HINT}`)) return
      const link = target.closest(LINKS)
      if (link) show(link)
      // What the keyboard has come to keeps its hint while the mouse rests somewhere.
      else if (!document.activeElement?.matches(LINKS)) hide()
    }
    const follow = () => {
      const link = document.querySelector<HTMLAnchorElement>(`[aria-describedby=${HINT}]`)
      if (link) setHint(hintOf(link))
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    const events = { mouseover: onEnter, focusin: onEnter, focusout: hide, scroll: follow, keydown: onKey }
    for (const [name, act] of Object.entries(events)) document.addEventListener(name, act as EventListener, true)
    addEventListener('resize', follow)
    return () => {
      removeEventListener('resize', follow)
      for (const [name, act] of Object.entries(events)) document.removeEventListener(name, act as EventListener, true)
    }
  }, [])
  if (!hint) return null
  return (
    <div id={HINT} role="tooltip" class="link-hint" style={{ left: `${hint.x}px`, top: `${hint.y}px` }}>
      <Icon name="external" />
      <bdi>{hint.host}</bdi>
    </div>
  )
}

function hintOf(link: HTMLAnchorElement): Hint | undefined {
  const host = link.protocol === 'mailto:' ? link.pathname : displayHost(link.href)
  // A link that goes over several lines has its hint under the first of them.
  const [box] = link.getClientRects()
  if (!host || !box) return undefined
  const [WIDEST, HEIGHT] = [240, 32]
  const y = box.bottom + HEIGHT > innerHeight ? box.top - HEIGHT : box.bottom
  return { host, x: Math.max(8, Math.min(box.left, innerWidth - WIDEST)), y }
}
