import type { Tab } from '../drivers/driver.ts'
import { click, find, look, until } from '../drivers/surface.ts'

const LIST = { role: 'list', name: 'Articles' } as const
const DISTRICTS = { role: 'navigation', name: 'Districts' } as const

/** The library page, by the words an English reader sees. */
export class Library {
  readonly tab: Tab
  constructor(tab: Tab) {
    this.tab = tab
  }

  /** Headlines in the order of the list. Empty when the page says that there is nothing. */
  headlines(): Promise<string[]> {
    return until('the list of articles, or word that there are none', async () => {
      const rows = await look(this.tab, { role: 'heading', within: LIST })
      if (rows.length > 0) return rows.map(row => row.name.replace(/ \(read\)$/, ''))
      const words = await this.tab.run(() => document.querySelector('main')?.textContent ?? '')
      return /Nothing|empty/.test(words) ? [] : undefined
    })
  }

  /** Waits until the list shows just these. */
  async waitForHeadlines(expected: string[]): Promise<void> {
    let seen: string[] = []
    const same = async () => {
      seen = await this.headlines()
      return JSON.stringify(seen) === JSON.stringify(expected)
    }
    await until('the list to change', same, 10).catch(error => {
      throw new Error(`The list shows ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`, { cause: error })
    })
  }

  /** The row of an article as a person reads it. */
  async row(headline: string): Promise<string> {
    await find(this.tab, { role: 'link', name: headline, within: LIST })
    const rows = await look(this.tab, { role: 'listitem', within: LIST })
    return rows.find(row => row.name.includes(headline))?.text ?? ''
  }

  /** Waits until the tree shows just these, each as it reads: "龙岗区 12". */
  async waitForPlaces(expected: string[]): Promise<void> {
    const read = async () => (await look(this.tab, { role: 'link', within: DISTRICTS })).map(link => link.name)
    await until(`the places ${expected.join(', ')}`, async () => `${await read()}` === `${expected}`)
  }

  /** @param place as it reads: "龙岗区 12" */
  async choosePlace(place: string): Promise<void> {
    await click(this.tab, { role: 'link', name: place, within: DISTRICTS })
  }

  /** Replaces what the search box holds. */
  async search(words: string): Promise<void> {
    await click(this.tab, { role: 'searchbox' })
    await this.tab.run(() => document.querySelector<HTMLInputElement>('input[type=search]')?.select())
    await this.tab.type(words)
  }

  press(name: 'Mark as read' | 'Mark as unread' | 'Remove' | 'Undo'): Promise<void> {
    return click(this.tab, { role: 'button', name })
  }

  async openArticle(headline: string): Promise<void> {
    await click(this.tab, { role: 'link', name: headline, within: LIST })
  }
}
