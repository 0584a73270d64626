import type { Tab } from '../drivers/driver.ts'
import { find, until } from '../drivers/surface.ts'
import { countPictures } from './popup.ts'

const ARTICLE = { role: 'article' } as const

/** The page that shows a saved article. */
export class Reader {
  readonly tab: Tab
  constructor(tab: Tab) {
    this.tab = tab
  }

  async headline(): Promise<string> {
    return (await find(this.tab, { role: 'heading', within: ARTICLE })).name
  }

  async text(): Promise<string> {
    return (await find(this.tab, ARTICLE)).text
  }

  /** Waits until every picture is on screen; gives how many there are. */
  pictures(): Promise<number> {
    return until('every picture in the reader', () => this.tab.run(countPictures))
  }
}
