import { click, find, look, type Surface, until } from '../drivers/surface.ts'

const ARTICLE = { role: 'article' } as const
const DISTRICTS = { role: 'list', name: 'Districts', within: ARTICLE } as const

/** What the popup says, and what can be done in it, by the words an English reader sees. */
export class Popup {
  readonly surface: Surface
  constructor(surface: Surface) {
    this.surface = surface
  }

  /** Waits for the headline. */
  async headline(): Promise<string> {
    return (await find(this.surface, { role: 'heading', within: ARTICLE })).name
  }

  /** All that the article says, headline to last line. */
  async text(): Promise<string> {
    return (await find(this.surface, ARTICLE)).text
  }

  /** The tags, main ones first, each with its subdistricts: "龙岗区 坂田街道". */
  async districts(): Promise<string[]> {
    await find(this.surface, DISTRICTS)
    return (await look(this.surface, { role: 'listitem', within: DISTRICTS })).map(item => item.name)
  }

  async save(): Promise<void> {
    await click(this.surface, { role: 'button', name: 'Save' })
    await this.waitUntilSaved()
  }

  async waitUntilSaved(): Promise<void> {
    await find(this.surface, { role: 'button', name: 'Saved' })
  }

  press(name: 'Save' | 'Open' | 'Remove' | 'Undo' | 'Library' | 'Open the library' | 'Read it anyway'): Promise<void> {
    return click(this.surface, { role: 'button', name })
  }

  /** What is said in place of an article: a heading, what it means, and the way to the library. */
  async apology(): Promise<string> {
    await find(this.surface, { role: 'button', name: 'Open the library' })
    return this.surface.run(() => document.querySelector('main')?.textContent ?? '')
  }

  /** All that is said, once the popup has made up its mind. */
  async verdict(): Promise<string> {
    const { surface } = this
    return until('the popup to say something', () =>
      surface.run(() => document.querySelector('main h1')?.closest('main')?.textContent),
    )
  }

  /** What went wrong, once something has. */
  async alert(): Promise<string> {
    return (await find(this.surface, { role: 'alert' })).text
  }

  /** What is said in passing of the last thing done. */
  async status(): Promise<string> {
    return until('a word in passing', async () => {
      const said = await look(this.surface, { role: 'status' })
      return said.map(({ text }) => text.trim()).find(text => text !== '')
    })
  }

  /** Waits until every picture is on screen; gives how many there are. */
  pictures(): Promise<number> {
    return until('every picture in the popup', () => this.surface.run(countPictures))
  }
}

/** The number of pictures in the article, once it is there and each of them is drawn. */
export function countPictures(): number | undefined {
  if (!document.querySelector('article')) return undefined
  const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')]
  return pictures.every(picture => picture.complete && picture.naturalWidth > 1) ? pictures.length : undefined
}
