import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'
import { openLibrary, saveAll, soakArticle } from '../soak/saving.ts'

const ARTICLES = 130

let driver: ChromiumDriver
let page: Tab

beforeAll(async () => {
  driver = await launchChromium()
  page = await openLibrary(driver)
  const all = Array.from({ length: ARTICLES }, (_, index) => soakArticle(index, '', 0))
  expect(await saveAll(page, all, 'nobody', 50)).toBe(0)
  await until('all of them', async () => (await page.run(listed))?.of === ARTICLES)
}, 120_000)
afterAll(() => driver?.close())

/** The rows that are wholly to be seen, whether there is room between any two, and how many the list has. */
function listed(): { rows: number[]; focused: number; waiting: boolean; gaps: boolean; of: number } | undefined {
  const scroller = document.querySelector('.library__main')?.getBoundingClientRect()
  const cover = document.querySelector('.library__tools')?.getBoundingClientRect()
  if (!scroller || !cover) return undefined
  const items = [...document.querySelectorAll<HTMLElement>('.article-list__item')]
  const seen = items.filter(item => {
    const { top, bottom } = item.getBoundingClientRect()
    return top >= cover.bottom - 1 && bottom <= scroller.bottom + 1
  })
  const boxes = items.map(item => item.getBoundingClientRect())
  return {
    gaps: boxes.slice(1).some((box, at) => Math.abs(box.top - (boxes[at]?.bottom ?? 0)) > 0.5),
    rows: seen.map(item => Number(item.dataset.index)),
    focused: Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1),
    waiting: seen.some(item => item.querySelector('.row--loading') !== null),
    of: Number(items[0]?.getAttribute('aria-setsize')),
  }
}

const settled = (what: string, is: (list: NonNullable<ReturnType<typeof listed>>) => boolean) =>
  until(what, async () => {
    const list = await page.run(listed)
    return list && is(list) ? list : undefined
  })

test('keys move through the list, and the row that has the focus is always wholly in view', async () => {
  for (let row = 0; row < 25; row++) {
    await page.type('j')
    await settled(`row ${row} in view`, ({ rows, focused }) => focused === row && rows.includes(row))
  }
  for (let row = 23; row >= 0; row--) {
    await page.type('k')
    await settled(`row ${row} in view`, ({ rows, focused }) => focused === row && rows.includes(row))
  }
})

test('wherever the list is scrolled to there are its rows, one below the other, up to the last', async () => {
  for (const part of [1, 0.5, 0.25, 0.9, 1]) {
    await page.run(share => {
      const scroller = document.querySelector('.library__main')
      scroller?.scrollTo(0, share * scroller.scrollHeight)
    }, part)
    // Rows are laid out once the browser has measured them, which is before it draws, not before it can be asked.
    const { rows } = await settled(
      'rows with their articles, one below the other',
      ({ rows, waiting, gaps }) => rows.length > 1 && !waiting && !gaps,
    )
    expect(rows).toEqual(rows.map((_, at) => (rows[0] ?? 0) + at))
  }
  await settled('the last', ({ rows }) => rows.includes(ARTICLES - 1))
})

test('rows that turn out higher than was thought, above what is read, do not move it', async () => {
  await page.run(() => location.reload())
  await settled('the list anew', ({ rows }) => rows[0] === 0)
  await page.run(() => document.querySelector('.library__main')?.scrollTo(0, 8000))
  const { rows } = await settled(
    'rows further down',
    ({ rows, waiting, gaps }) => (rows[0] ?? 0) > 20 && !waiting && !gaps,
  )
  const topOf = (row: number) =>
    page.run(index => document.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect().top, row)
  const row = rows[0] ?? 0
  const before = (await topOf(row)) ?? 0
  // A little up, so that rows come into being above which were never measured.
  for (let step = 0; step < 5; step++) {
    await page.run(() => document.querySelector('.library__main')?.scrollBy(0, -20))
    await page.run(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  expect(Math.abs(((await topOf(row)) ?? 0) - before - 100)).toBeLessThan(2)
})
