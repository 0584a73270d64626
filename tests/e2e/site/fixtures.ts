import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { encodeGbk } from './gbk.ts'

export interface Served {
  type: string
  body: string | Buffer
}

const FOLDER = resolve('tests/fixtures/portal')
/** Reference pages that lie beside a checkout where there are any; the project is whole without them. */
const REFERENCE = resolve('../shared/pages')

/** The address at which the reference page was found, and where it is served. */
export const LONGGANG = '/longgang/202106/8812.html'

/** What a person should get of the reference page, or undefined where there is none. */
export function readGold(): LonggangGold | undefined {
  const file = join(REFERENCE, 'longgang.gold.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LonggangGold) : undefined
}

export interface LonggangGold {
  title: string
  source: string
  publishedAt: string
  reporters: string[]
  correspondents: string[]
  captions: string[]
  paragraphs: string[]
  mustNotContain: string[]
  districts: { main: string[]; streets: string[] }
}

/** A sample page or picture. Any other address of a picture gives the first picture: reference pages come without theirs. */
export function fixtureAt(path: string): Served | undefined {
  if (path === LONGGANG) return read(join(REFERENCE, 'longgang.html'))
  const name = path.match(/^\/((?:pictures\/)?[\w-]+\.\w+)$/)?.[1]
  const file = name && join(FOLDER, name)
  if (file && existsSync(file)) return read(file)
  return /\.(?:jpe?g|png|gif|webp)$/.test(path) ? read(join(FOLDER, 'pictures/market.png')) : undefined
}

function read(file: string): Served | undefined {
  if (!existsSync(file)) return undefined
  if (!file.endsWith('.html'))
    return { type: `image/${file.endsWith('.gif') ? 'gif' : 'png'}`, body: readFileSync(file) }
  // Kept as UTF-8 so that it can be read and edited; sent as the bytes that the page says it is made of.
  const page = readFileSync(file, 'utf8')
  return { type: 'text/html', body: page.includes('charset=gb2312') ? encodeGbk(page) : page }
}
