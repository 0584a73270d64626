import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch, Tab } from './drivers/driver.ts'
import { until } from './drivers/surface.ts'
import { sendMessage } from './hostile/library.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { Reader } from './pages/reader.ts'
import { PORTAL } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

/** How the reader sets Chinese: both scripts, punctuation that meets, lines that stand upright. */
export function testTypography(launch: Launch): void {
  let driver: Driver
  let site: Site
  let tab: Tab

  beforeAll(async () => {
    site = await openSite()
    driver = await launch()
    const page = await driver.open(site.origin + PORTAL.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    await page.close()
    const library = new Library(await driver.openOwn('library.html'))
    await library.openArticle(PORTAL.headline)
    tab = library.tab
    await new Reader(tab).headline()
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
  })

  const choose = (name: string, value: string) =>
    tab.run(
      (wanted: string) => document.querySelector<HTMLInputElement>(wanted)?.click(),
      `input[name=${name}][value=${value}]`,
    )
  const body = () =>
    tab.run(() => {
      const element = document.querySelector<HTMLElement>('.article__body')
      return {
        text: element?.textContent ?? '',
        language: element?.lang ?? '',
        writing: element ? getComputedStyle(element).writingMode : '',
      }
    })

  test('marks that meet take less than two squares, and the text stays the same to the letter', async () => {
    const widthOfPair = () =>
      tab.run(() => {
        const body = document.querySelector('.article__body')
        const walker = document.createTreeWalker(body ?? document, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        let text = ''
        const nodes: [Text, number][] = []
        while (walker.nextNode()) {
          nodes.push([walker.currentNode as Text, text.length])
          text += (walker.currentNode as Text).data
        }
        const at = text.search(/。[”』]/)
        const point = (offset: number) => {
          const [node, start] = nodes.findLast(([, from]) => from <= offset) ?? []
          return node && start !== undefined ? ([node, offset - start] as const) : undefined
        }
        const [from, to] = [point(at), point(at + 1)]
        if (at < 0 || !from || !to || !body) return Number.NaN
        range.setStart(...from)
        range.setEnd(to[0], to[1] + 1)
        return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(body).fontSize)
      })
    const before = (await body()).text
    expect(before).toMatch(/。[”』]/)
    expect(await widthOfPair()).toBeLessThan(1.7)
    expect((await body()).text).toBe(before)
  })

  test('an article is shown in traditional characters, and as it stands again', async () => {
    const before = await body()
    await choose('script', 'traditional')
    const shown = await until('the other script', async () => {
      const now = await body()
      return now.language === 'zh-Hant' ? now : undefined
    })
    expect(shown.text).toContain('停了三年的老墟市夜市，昨天傍晚在龍崗區')
    expect(shown.text.length).toBe(before.text.length)
    await choose('script', 'original')
    await until('the script it was stored in', async () => (await body()).text === before.text)
  })

  test('lines stand upright, and the wheel goes on to the left', async () => {
    await choose('writing', 'vertical')
    await until('upright lines', async () => (await body()).writing === 'vertical-rl')
    const left = () => tab.run(() => document.querySelector('.reader__main')?.scrollLeft ?? 0)
    expect(await left()).toBe(0)
    await tab.run(() => {
      const main = document.querySelector('.reader__main')
      main?.dispatchEvent(new WheelEvent('wheel', { deltaY: 900, bubbles: true, cancelable: true }))
    })
    await until('the text to move', async () => (await left()) < -300)
    await choose('writing', 'horizontal')
    await until('level lines', async () => (await body()).writing === 'horizontal-tb')
  })

  /** Saves an article of two paragraphs that say `text`, as its headline does, and opens it in the reader. */
  const readNew = async (language: string, text: string) => {
    const own = await driver.openOwn('library.html')
    const url = `${site.origin}/${encodeURIComponent(text)}`
    const facts = { breadcrumb: [], credits: [], images: [], language, title: text }
    const article = { url, canonicalUrl: url, html: `<p>${text}</p><p>${text}</p>`, text: `${text}\n${text}`, ...facts }
    const { response } = await sendMessage(own, 'save', { article, tags: [] })
    const reader = await driver.openOwn(`reader.html?id=${(response as { id: string }).id}`)
    expect(await new Reader(reader).headline()).toBe(text)
    const close = async () => {
      await reader.close()
      await own.close()
    }
    return { reader, close }
  }

  test.each([
    ['en', 'The market on the old street opened again last night.', { direction: 'ltr', indent: 0, align: 'start' }],
    ['ja', '商店街の夜市が昨夜、三年ぶりに再開した。', { direction: 'ltr', indent: 1, align: 'justify' }],
    [
      'ko',
      '오래된 거리의 야시장이 어젯밤 다시 문을 열었다.',
      { direction: 'ltr', indent: 0, align: 'start', words: 'keep-all' },
    ],
    ['ar', 'افتتح السوق الليلي في الشارع القديم مساء أمس.', { direction: 'rtl', indent: 0, align: 'start' }],
  ])('an article in %s is set as its readers are used to', async (language, text, wanted) => {
    const { reader, close } = await readNew(language, text)
    const set = await reader.run(() => {
      const { direction, textIndent, textAlign, wordBreak, fontSize } = getComputedStyle(
        document.querySelector('.article__body p') ?? document.body,
      )
      const indent = Number.parseFloat(textIndent) / Number.parseFloat(fontSize)
      return { direction, indent, align: textAlign, words: wordBreak }
    })
    expect(set).toEqual({ words: 'normal', ...wanted })
    await close()
  })

  test('an apostrophe between Latin letters is no wider than they are, whatever font is Chinese', async () => {
    const { reader, close } = await readNew('en', 'Anna’s market on the old street opened again last night.')
    const widths = await reader.run(() =>
      ['.article__title', '.article__body p'].map(selector => {
        const element = document.querySelector(selector)
        if (!element) return Number.NaN
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf('’')
          if (at < 0) continue
          range.setStart(walker.currentNode, at)
          range.setEnd(walker.currentNode, at + 1)
        }
        return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize)
      }),
    )
    for (const width of widths) {
      expect(width).toBeGreaterThan(0)
      expect(width).toBeLessThan(0.5)
    }
    await close()
  })
}
