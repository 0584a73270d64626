import { effect, signal } from '@preact/signals'

/** What of the window the article has: in focus mode only the text is left, in full screen there is nothing around it. */
export class ReaderWindow {
  readonly focus = signal(false)
  /** Phones have no full screen for pages. */
  readonly canFill = document.fullscreenEnabled

  constructor() {
    effect(() => {
      document.documentElement.toggleAttribute('data-focus', this.focus.value)
    })
  }

  setFocus(on: boolean): void {
    this.focus.value = on
  }

  /** Only from a click or a key. */
  async toggleFull(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  }
}
