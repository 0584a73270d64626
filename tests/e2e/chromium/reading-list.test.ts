import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { click, find, look, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { SAMPLE_PAGES } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site
let library: Library

const [PORTAL, TABLE, MODERN] = ['/portal.html', '/table.html', '/modern.html'].map(
  path => SAMPLE_PAGES.find(page => page.path === path)?.headline ?? '',
) as [string, string, string]

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
  for (const path of ['/portal.html', '/table.html', '/modern.html']) {
    const tab = await driver.open(site.origin + path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    await tab.close()
  }
  library = new Library(await driver.openOwn('library.html'))
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

const run = <Result>(fn: () => Result) => library.tab.run(fn)
const address = () => run(() => decodeURIComponent(location.search))
const choose = (label: string, value: string) =>
  library.tab.run(
    (name, option) => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)
      if (!select) throw new Error(`no ${name}`)
      select.value = option
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    label,
    value,
  )
const filterNamed = (words: string) =>
  library.tab.run(text => {
    const links = [...document.querySelectorAll<HTMLElement>('.facet__value')]
    const link = links.find(each => each.textContent === text)
    link?.click()
    return link !== undefined
  }, words)

test('filters combine, count what they would leave, and are all in the address', async () => {
  await until('the source with its count', () => filterNamed('岭南晚报 1'))
  await library.waitForHeadlines([PORTAL])
  await until('the year with its count', () => filterNamed('2025 1'))
  await until('the shelf with its count', async () =>
    (await look(library.tab, { role: 'link' })).some(({ name }) => name === 'To read 1'),
  )
  expect(await address()).toBe('?source=岭南晚报&from=2025-01-01&to=2025-12-31')
  await run(() => location.reload())
  await library.waitForHeadlines([PORTAL])
  await click(library.tab, { role: 'button', name: 'Remove the filter 岭南晚报' })
  await until('the address without it', async () => (await address()) === '?from=2025-01-01&to=2025-12-31')
  await run(() => history.back())
  await until('the address with it again', async () => (await address()).includes('岭南晚报'))
  await click(library.tab, { role: 'button', name: 'Clear filters' })
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('the list is sorted and grouped', async () => {
  await choose('Sort by', 'title')
  await library.waitForHeadlines([TABLE, PORTAL, MODERN])
  await choose('Group by', 'district')
  await library.waitForHeadlines([MODERN, TABLE, PORTAL].sort(byCode))
  const headings = await run(() =>
    [...document.querySelectorAll('.article-list__heading')].map(each => each.textContent),
  )
  expect(headings).toHaveLength(3)
  expect(headings.at(-1)).toBe('广东省 › 深圳市 › 龙岗区 · 1 article')
  await choose('Group by', 'day')
  const firstHeading = () => run(() => document.querySelector('.article-list__heading')?.textContent ?? '')
  await until('the day of saving', async () => /^Saved .+ · 3 articles$/.test(await firstHeading()))
  await choose('Sort by', 'published')
  await until('the day of publication', async () => /^Published .+ · 1 article$/.test(await firstHeading()))
  await choose('Group by', '')
  await choose('Sort by', '')
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

const press = (key: string, modifiers: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
  library.tab.run(
    (key, modifiers) => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }))
    },
    key,
    modifiers,
  )
const selected = () => run(() => document.querySelector('.selection__count')?.textContent ?? '')
const starred = () => run(() => document.querySelectorAll('.row__actions [aria-pressed=true]').length)

test('many are picked by keys, changed at once, and changed back by one undo', async () => {
  await press('j')
  await press('x')
  await until('one', async () => (await selected()) === '1 selected')
  await press('J', { shiftKey: true })
  await until('two', async () => (await selected()) === '2 selected')
  await press('a', { ctrlKey: true })
  await until('all', async () => (await selected()) === '3 selected')
  await run(() => document.querySelector<HTMLElement>('.selection button[aria-label=Star]')?.click())
  await until('three stars', async () => (await starred()) === 3)
  await click(library.tab, { role: 'button', name: 'Undo' })
  await until('no stars', async () => (await starred()) === 0)
})

test('own tags are given to many, filter the list, and are taken back', async () => {
  await run(() => document.querySelector<HTMLElement>('.selection button[aria-label=Tags]')?.click())
  await until('the place to write in', () =>
    run(() => document.activeElement?.matches('dialog[open] form input') === true),
  )
  await library.tab.type('周末')
  await click(library.tab, { role: 'button', name: 'Apply' })
  await until('the tag with its count', () =>
    run(() => document.querySelector('.facet')?.textContent?.includes('周末 3')),
  )
  await press('z', { ctrlKey: true })
  await until('no tag', () => run(() => !document.querySelector('.facet')?.textContent?.includes('周末')))
})

test('a district is taken away from many, and comes back', async () => {
  await run(() => document.querySelector<HTMLElement>('.selection button[aria-label="Correct districts"]')?.click())
  await click(library.tab, { role: 'button', name: 'Not about 龙岗区' })
  await until('the place gone', () =>
    run(() => !document.querySelector('.district-tree')?.textContent?.includes('龙岗区')),
  )
  await click(library.tab, { role: 'button', name: 'Undo' })
  await until('the place back', () =>
    run(() => document.querySelector('.district-tree')?.textContent?.includes('龙岗区')),
  )
})

test('all are removed and come back', async () => {
  await run(() => document.querySelector<HTMLElement>('.selection button[aria-label=Remove]')?.click())
  await library.waitForHeadlines([])
  await until('no selection of what is gone', async () => (await selected()) === '')
  await click(library.tab, { role: 'button', name: 'Undo' })
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('a tag in the list shows the sentences that made it, and takes a no for an answer', async () => {
  const pick = () =>
    run(() => {
      const tags = [...document.querySelectorAll<HTMLElement>('button.district-tag__name')]
      tags.find(tag => tag.textContent === '龙岗区')?.click()
    })
  await pick()
  await until('a sentence', () => run(() => document.querySelector('dialog[open] q mark') !== null))
  await click(library.tab, { role: 'button', name: 'Not about this place' })
  await until('the tag gone', () =>
    run(() => !document.querySelector('.row .district-tags')?.textContent?.includes('龙岗')),
  )
  await click(library.tab, { role: 'button', name: 'Undo' })
  await until('the place back', () =>
    run(() => document.querySelector('.district-tree')?.textContent?.includes('龙岗区')),
  )
  await pick()
  await click(library.tab, { role: 'button', name: 'All from 龙岗区' })
  await library.waitForHeadlines([PORTAL])
  await run(() => history.back())
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('what is searched for is marked in title and text', async () => {
  await library.search('坂田居民')
  await library.waitForHeadlines([PORTAL])
  const marks = () => run(() => [...document.querySelectorAll('.row .hit')].map(mark => mark.textContent))
  await until('marks', async () => (await marks())[0] === '坂田居民')
  await library.search('夜市')
  await until('a marked text', () => run(() => document.querySelector('.row__excerpt .hit')?.textContent === '夜市'))
  await run(() => history.back())
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('what is quoted is found as it stands, once the quotes are closed', async () => {
  await library.search('“居民 坂田')
  await library.waitForHeadlines([PORTAL])
  await library.tab.type('”')
  await find(library.tab, { role: 'heading', name: 'Nothing here' })
  await library.search('“坂田居民”')
  await library.waitForHeadlines([PORTAL])
  await until('the mark', () => run(() => document.querySelector('.row .hit')?.textContent === '坂田居民'))
  await run(() => history.back())
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('a place and a source can be typed', async () => {
  await library.search('区:龙岗 来源:岭')
  await until('what it could become', () =>
    run(() => document.querySelector<HTMLOptionElement>('.search-box option')?.value === '来源:岭南晚报'),
  )
  expect(await address()).toContain('district=440307')
  await library.tab.type('南晚报')
  await library.waitForHeadlines([PORTAL])
  await run(() => history.go(-2))
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('a place is still known when the words of its name were found nowhere', async () => {
  await library.search('in:龙岗')
  await find(library.tab, { role: 'heading', name: 'Nothing here' })
  await until('the place to be known', () =>
    run(() => document.querySelector('.blank__text')?.textContent?.startsWith('No article on this shelf fits')),
  )
  await library.tab.type(' ')
  await library.waitForHeadlines([PORTAL])
  await click(library.tab, { role: 'button', name: 'Remove the filter 龙岗区' })
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('a minus leaves out a word, a source or a place, which stays to be seen', async () => {
  await library.search('-夜市')
  await library.waitForHeadlines([MODERN, TABLE])
  await library.search('-来源:岭南晚报')
  await library.waitForHeadlines([MODERN, TABLE])
  await library.search('-区:龙岗 ')
  await library.waitForHeadlines([MODERN, TABLE])
  await until('the filter in the address', async () => (await address()) === '?without=440307')
  await click(library.tab, { role: 'button', name: 'Remove the filter Not 龙岗区' })
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('unread is understood; what is not is told, and the search is cleared', async () => {
  await library.search('is:unread foo:bar after:昨天')
  await find(library.tab, { role: 'heading', name: 'Nothing here' })
  const text = () => run(() => document.querySelector('.blank__text')?.textContent ?? '')
  await until('both', async () => /: foo:bar and after:昨天\./.test(await text()))
  const buttons = await run(() =>
    [...document.querySelectorAll('.blank__actions button')].map(each => each.textContent),
  )
  expect(buttons).toEqual(['Clear search'])
  await click(library.tab, { role: 'button', name: 'Clear search' })
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
  await library.search('is:un')
  await until('what it could become', () =>
    run(() => document.querySelector<HTMLOptionElement>('.search-box option')?.value === 'is:unread'),
  )
  await library.tab.type('read')
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('an operator that is still being typed takes nothing away; a place keeps its name where it has nothing', async () => {
  await library.search('来源:')
  await until('the search in the address', async () => (await address()) === '?q=来源:')
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
  const empty = await driver.openOwn('library.html?district=440307&q=nothing-has-this')
  await find(empty, { role: 'button', name: 'Remove the filter 龙岗区' })
  await empty.close()
  await library.search(' ')
  await run(() => history.replaceState(null, '', 'library.html'))
  await run(() => location.reload())
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
})

test('places fold away in a narrow window, and are there again in a wide one', async () => {
  const page = (await driver.browser.pages()).find(each => each.url().endsWith('/library.html'))
  const isOpen = () => run(() => document.querySelector<HTMLDetailsElement>('.library__places')?.open)
  await page?.setViewport({ width: 320, height: 640 })
  await until('them to fold away', async () => (await isOpen()) === false)
  await page?.setViewport({ width: 1200, height: 900 })
  await until('them to be there', isOpen)
})

test('own tags are given in the reader too', async () => {
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
  const reader = await driver.openOwn(
    (await run(() => document.querySelector('.row__title a')?.getAttribute('href'))) ?? '',
  )
  await click(reader, { role: 'button', name: 'Your tags' })
  await until('the dialog', () => reader.run(() => document.querySelector('dialog[open] form input') !== null))
  await reader.run(() => document.querySelector<HTMLInputElement>('dialog[open] form input')?.focus())
  await reader.type('渡口')
  await click(reader, { role: 'button', name: 'Apply' })
  await until('the tag', () => reader.run(() => document.querySelector('a.own-tag')?.textContent === '渡口'))
  await reader.close()
})

test('an article whose text was lost says so and shows what is left', async () => {
  await library.tab.run(async () => {
    const db = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('kaifong')
      opening.onsuccess = () => resolve(opening.result)
    })
    const bodies = db.transaction('bodies', 'readwrite').objectStore('bodies')
    const keys = await new Promise<IDBValidKey[]>(resolve => {
      const reading = bodies.getAllKeys()
      reading.onsuccess = () => resolve(reading.result)
    })
    for (const articleId of keys) bodies.put({ articleId, bytes: new Uint8Array([1, 2, 3]) })
    await new Promise(resolve => bodies.transaction.addEventListener('complete', resolve))
    db.close()
  })
  await library.openArticle(PORTAL)
  const reader = await driver.findOwn('reader.html')
  await until('word of the loss', () =>
    reader.run(() => document.querySelector('.notice')?.textContent?.includes('was damaged')),
  )
  expect(await reader.run(() => document.querySelector('.reader__rest')?.textContent?.length ?? 0)).toBeGreaterThan(20)
})

test('the trash says how long it keeps articles, and is emptied at once for who asks twice', async () => {
  library = new Library(await driver.openOwn('library.html'))
  await library.waitForHeadlines([MODERN, TABLE, PORTAL])
  await library.tab.run(() => document.querySelector<HTMLElement>('.row [aria-label="Remove"]')?.click())
  await library.waitForHeadlines([TABLE, PORTAL])
  await run(() => {
    location.search = '?shelf=trash'
  })
  await library.waitForHeadlines([MODERN])
  await until('the note', () => run(() => document.querySelector('.library__note')?.textContent?.includes('30 days')))
  await click(library.tab, { role: 'button', name: 'Empty trash' })
  await click(library.tab, { role: 'button', name: 'Cancel' })
  await library.waitForHeadlines([MODERN])
  await click(library.tab, { role: 'button', name: 'Empty trash' })
  await click(library.tab, { role: 'button', name: 'Delete for good' })
  await library.waitForHeadlines([])
  await run(() => {
    location.search = ''
  })
  await library.waitForHeadlines([TABLE, PORTAL])
})

// 淮安 (32…), 杭州 (33…), 深圳 (44…).
function byCode(a: string, b: string): number {
  return [TABLE, MODERN, PORTAL].indexOf(a) - [TABLE, MODERN, PORTAL].indexOf(b)
}
