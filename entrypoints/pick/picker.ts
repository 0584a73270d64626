import { t } from '../../utils/browser/i18n.ts'
import { ask } from '../wiring/client.ts'
import { Overlay } from './overlay.ts'
import { selectorOf } from './selector.ts'

/** Where a reader most likely begins who uses the keyboard alone. */
const LIKELY = 'article, main, [class*="content"], [id*="content"]'

/** Lets a reader point at the text of a page, and at what is no part of it, until they are done or think better of it. */
export class Picker {
  readonly #overlay = new Overlay({
    larger: () => this.#walk('parentElement'),
    smaller: () => this.#walk('firstElementChild'),
    use: () => this.#use(),
    leaveOut: () => this.#leaveOut(),
    done: () => void this.#keep(),
    cancel: () => this.#stop(),
  })
  readonly #listening = new AbortController()
  readonly #whenOver: () => void
  #at: Element = document.querySelector(LIKELY) ?? document.body
  /** A click holds what is pointed at, so that the mouse can go to the buttons. */
  #held = false
  #text: Element | undefined
  readonly #out = new Set<Element>()

  /** @param whenOver called once, when the page is as it was */
  constructor(whenOver: () => void) {
    this.#whenOver = whenOver
  }

  start(): void {
    // Before the page's own listeners, of which none must hear of it.
    const options = { capture: true, signal: this.#listening.signal }
    addEventListener('pointermove', event => this.#point(event), options)
    for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click'] as const)
      addEventListener(name, event => this.#take(event), options)
    addEventListener('keydown', event => this.#key(event), options)
    addEventListener('scroll', () => this.#draw(), options)
    addEventListener('resize', () => this.#draw(), options)
    this.#overlay.show()
    this.#draw()
  }

  #point(event: PointerEvent): void {
    if (this.#held || this.#overlay.holds(event)) return
    this.#at = elementAt(event) ?? this.#at
    this.#draw()
  }

  #take(event: MouseEvent): void {
    if (this.#overlay.holds(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type !== 'click') return
    this.#held = true
    this.#at = elementAt(event) ?? this.#at
    this.#draw()
  }

  #key(event: KeyboardEvent): void {
    const act = {
      Escape: () => this.#stop(),
      ArrowUp: () => this.#walk('parentElement'),
      ArrowDown: () => this.#walk('firstElementChild'),
      ArrowLeft: () => this.#walk('previousElementSibling'),
      ArrowRight: () => this.#walk('nextElementSibling'),
      ...(!this.#overlay.holds(event) && { Enter: () => this.#use(), Delete: () => this.#leaveOut() }),
    }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopImmediatePropagation()
    act()
  }

  #walk(way: 'parentElement' | 'firstElementChild' | 'previousElementSibling' | 'nextElementSibling'): void {
    const next = this.#at[way]
    if (!next || !document.body.contains(next) || this.#overlay.is(next)) return
    this.#held = true
    this.#at = next
    this.#overlay.letGo()
    next.scrollIntoView({ block: 'nearest' })
    this.#draw()
  }

  #use(): void {
    this.#text = this.#at
    this.#held = false
    this.#overlay.say(t('pickUsed'))
    this.#draw()
  }

  #leaveOut(): void {
    this.#out.add(this.#at)
    this.#held = false
    this.#overlay.say(t('pickLeftOut'))
    this.#draw()
  }

  #draw(): void {
    this.#overlay.draw({ at: this.#at, text: this.#text, out: this.#out })
  }

  async #keep(): Promise<void> {
    this.#listening.abort()
    try {
      await ask('keepRule', {
        ...(this.#text && { keep: selectorOf(this.#text) }),
        drop: [...this.#out].map(selectorOf),
      })
      this.#overlay.end(t('pickKept', location.host))
    } catch (error) {
      console.error(error)
      this.#overlay.end(t('pickFailed'))
    }
  }

  #stop(): void {
    this.#listening.abort()
    this.#overlay.remove()
    this.#whenOver()
  }
}

const elementAt = ({ clientX, clientY }: MouseEvent): Element | null => document.elementFromPoint(clientX, clientY)
