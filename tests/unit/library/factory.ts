import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Article, DistrictTag, TaggedArticle } from '../../../utils/article/article.ts'
import { type Highlight, type Library, openLibrary } from '../../../utils/library/index.ts'

/** A clock that tests set by hand. */
export interface HandClock {
  time: number
}

/** An empty library of its own, in memory. */
export async function newLibrary(clock: HandClock = { time: 1_700_000_000_000 }): Promise<Library> {
  return (await openWith(new IDBFactory(), clock)).library
}

/** A library on a given factory: two on one are two pages of one browser. */
export async function openWith(indexedDB: IDBFactory, clock: HandClock = { time: 1_700_000_000_000 }) {
  const opened = await openLibrary({ indexedDB, IDBKeyRange, now: () => clock.time })
  if (opened.status !== 'open') throw new Error(opened.detail)
  return { library: opened.library, clock }
}

export function makeArticle(number: number, overrides: Partial<Article> = {}): Article {
  const url = `https://news.example/${number}.html`
  const text = `龙岗区平湖街道第${number}条新闻。\n第二段，居民说路修好了。`
  return {
    url,
    canonicalUrl: url,
    title: `第${number}条新闻`,
    source: { name: '晶报' },
    site: '新岭南',
    breadcrumb: ['首页', '龙岗'],
    credits: [{ role: 'reporter', name: '李海若' }],
    publishedAt: '2021-06-11T05:38:00+08:00',
    language: 'zh-CN',
    html: text.replace(/[^\n]+/g, '<p>$&</p>'),
    text,
    images: [],
    ...overrides,
  }
}

export function makeTag(code: string, overrides: Partial<DistrictTag> = {}): DistrictTag {
  return {
    code,
    name: `区${code}`,
    path: ['广东省', '深圳市', `区${code}`],
    role: 'main',
    confidence: 0.9,
    subdistricts: [],
    evidence: [{ text: '龙岗区', where: 'body', offset: 0 }],
    ...overrides,
  }
}

export function makeTagged(number: number, codes: readonly string[] = ['440307']): TaggedArticle {
  return { article: makeArticle(number), tags: codes.map(code => makeTag(code)) }
}

/** A highlight in the first article. */
export function makeHighlight(overrides: Partial<Highlight> = {}): Highlight {
  return {
    id: 'highlight-1',
    canonicalUrl: makeArticle(1).canonicalUrl,
    quote: { exact: '平湖街道', prefix: '龙岗区', suffix: '第1条新闻。' },
    colour: 'green',
    note: '去看看',
    createdAt: 1_700_000_000_000,
    ...overrides,
  }
}

/** The smallest bytes that are taken for a picture of the type. */
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
