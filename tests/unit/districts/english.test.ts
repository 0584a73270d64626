import { beforeAll, describe, expect, it } from 'vitest'
import { OFFICIAL, OUTSIDE_NAMES, READINGS } from '../../../utils/districts/english-names.ts'
import { englishName, type Gazetteer, loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

function districts(text: string, title = 'Local news'): string[] {
  return tagDistricts({ url: 'https://news.example.cn/1.html', title, text, language: 'en' }, gazetteer)
    .map(tag => tag.code)
    .filter(code => !code.endsWith('00'))
}

describe('English names by themselves', () => {
  it.each([
    ['Minhang District, Shanghai', '310112'],
    ['Laoting County, Hebei', '130225'],
    ["Dong'e County, Shandong", '371524'],
    ['Yanshan County, Jiangxi', '361124'],
    ['Zhangzi County, Shanxi', '140428'],
    ['Huangpi District, Wuhan', '420116'],
    ['Doilungdêqên District, Lhasa', '540103'],
    ['Doilungdeqen District, Lhasa', '540103'],
    ['Golmud City, Qinghai', '632801'],
    ['Geermu City, Qinghai', '632801'],
    ['Alxa Left Banner, Inner Mongolia', '152921'],
    ['Horqin Right Wing Front Banner, Inner Mongolia', '152221'],
    ['Shangri-La City, Yunnan', '533401'],
    ['Jingning She Autonomous County, Zhejiang', '331127'],
    ['Lüchun County, Yunnan', '532531'],
    ['Luchun County, Yunnan', '532531'],
    ['She County, Anhui', '341021'],
  ])('%s', (place, code) => {
    expect(districts(`Farmers in ${place}, have harvested early.`)).toEqual([code])
  })

  it('of Hong Kong need no Hong Kong beside them where nothing else is spelled so', () => {
    expect(districts('A stall in Sham Shui Po has closed.')).toEqual(['810006'])
    expect(districts('The last ferry to Cheung Chau is late. The Islands District Council knows.')).toEqual(['810018'])
    expect(districts('A man was charged in the Southern District of New York.')).toEqual([])
  })

  it('all belong to places of the list', () => {
    const shorts = new Set([...gazetteer.places.values()].flatMap(({ short, name }) => [short, name.slice(0, -2)]))
    const sided = [...gazetteer.places.values()].map(({ short }) => short.replace(/(?:翼|[左右前中后]){1,3}$/, ''))
    const known = new Set([...shorts, ...sided])
    expect([...READINGS.keys(), ...OFFICIAL.keys()].filter(name => !known.has(name))).toEqual([])
    expect([...OUTSIDE_NAMES.keys()].filter(code => !gazetteer.places.has(code))).toEqual([])
  })

  it('are shown as they are spelled', () => {
    const shown = ['310112', '361124', '152921', '810018', '440307'].map(code => {
      const place = gazetteer.places.get(code)
      return place && englishName(place, gazetteer)
    })
    expect(shown).toEqual([
      'Minhang District',
      'Yanshan County',
      'Alxa Left Banner',
      'Islands District',
      'Longgang District',
    ])
  })
})

describe('a larger place said with an English name decides', () => {
  it.each([
    ['Shexian County, Anhui, has', '341021'],
    ['Shexian County, Hebei, has', '130426'],
    ['Yuxian County, Hebei, has', '130726'],
    ['Yuxian County, Shanxi, has', '140322'],
    ['Yuli County in northwest China’s Xinjiang Uygur Autonomous Region has', '652823'],
    ["Xinjiang Uygur autonomous region's Yuli county has", '652823'],
    ['Yushu City, Jilin, has', '220182'],
    ['Yushu, a city in Jilin, has', '220182'],
    ["Jilin's Yushu City has", '220182'],
    ['Yushu City, Qinghai, has', '632701'],
    ['Linyi County, Shandong, has', '371424'],
    ['Linyi County, Yuncheng, Shanxi, has', '140821'],
  ])('%s', (place, code) => {
    expect(districts(`${place} an early harvest.`)).toEqual([code])
  })

  it('for every county, with its city and province', () => {
    const wrong = [...gazetteer.places.values()].filter(place => {
      const { code, name, level, parent } = place
      if (level !== 'district' || parent?.level !== 'city' || !/[区县市旗]$/.test(name)) return false
      if (/^(?:71|....7)|00$/.test(code)) return false
      const kind = name.endsWith('市') ? ' City' : ''
      const around = [parent, parent.parent].flatMap(larger => (larger ? [englishName(larger, gazetteer)] : []))
      const found = districts(`Farmers in ${englishName(place, gazetteer)}${kind}, ${around.join(', ')}, are busy.`)
      return found.join() !== code
    })
    expect(wrong.map(({ code, name }) => `${code} ${name}`)).toEqual([])
  })

  it('also against the only one that we know by the name', () => {
    expect(districts('Shangcai County, Fujian, has an early harvest.')).toEqual([])
    expect(districts('Shangcai County, Henan, has an early harvest.')).toEqual(['411722'])
    expect(districts('Traders in Yiwu City, Shanghai and Ningbo are busy.')).toEqual(['330782'])
  })

  it('also where it is named elsewhere in the story, of what is said to be a place', () => {
    expect(districts('In Xinjiang, trucks waited in Horgos.')).toEqual(['654004'])
    expect(districts('In Zhejiang, a firm in Yongkang hired Zhao Ping.')).toEqual(['330784'])
    expect(districts('In Zhejiang, a firm hired Zhao Yongkang. "Thanks to Yongkang we won," said Li Ping.')).toEqual([])
    expect(districts('A firm in Yongkang hired Zhao Ping, who lives in Toronto.')).toEqual([])
  })

  it('as the county next door does', () => {
    const shops = "The shops of China's north are busy. ".repeat(5)
    const story = (text: string) => districts(`${shops}\nPingyao County has makers of lanterns. ${text}`)
    expect(story('One comes from Qixian, the neighboring county.')).toContain('140727')
    expect(story('One is called Qixian by all.')).toEqual(['140728'])
  })
})
