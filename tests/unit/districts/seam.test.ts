import { describe, expect, it } from 'vitest'
import { parseGazetteer } from '../../../utils/districts/gazetteer.ts'
import { loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

const tagsWith = (gazetteer: Awaited<ReturnType<typeof loadGazetteer>>, title: string, text: string) =>
  tagDistricts({ url: 'https://news.example/1.html', title, text }, gazetteer).map(({ code, role, subdistricts }) =>
    `${role} ${code} ${subdistricts.map(({ name }) => name).join(' ')}`.trim(),
  )

/** The tagger knows places only through the gazetteer it is handed: another land is another list of lines. */
describe('another gazetteer', () => {
  it('of Hong Kong alone tags Hong Kong, in its own characters', () => {
    const places = ['81\t香港特别行政区', '=香港', '810009\t观塘区', '=观塘', '810016\t沙田区', '=沙田', '=大围']
    const hongKong = parseGazetteer(places.join('\n'), '觀區\n观区')
    expect(tagsWith(hongKong, '觀塘海濱花園延長開放', '香港觀塘區的海濱花園昨起延長開放。')).toContain('main 810009')
    expect(tagsWith(hongKong, '龙岗区新增公交', '深圳市龙岗区新增三条公交。')).toEqual([])
  })

  it('of a land that never was tags its towns', () => {
    const places = ['95\t云梦省', '9501\t青石市', '950101\t白桦区\tA1老渡口,2灯塔', '950102\t铁砧县\tB橡树', '=铁砧']
    const land = parseGazetteer(places.join('\n'), '')
    expect(tagsWith(land, '白桦区修好老渡口', '青石市白桦区灯塔街道的渡口昨天修好。')).toEqual([
      'main 950101 灯塔街道 老渡口街道',
    ])
    expect(tagsWith(land, '铁砧的苹果熟了', '青石市铁砧县橡树镇的果农昨天开园。')).toEqual(['main 950102 橡树镇'])
  })

  it('is no matter of the national one: the same words mean what its list says', async () => {
    const national = await loadGazetteer()
    expect(tagsWith(national, '白桦区修好老渡口', '青石市白桦区灯塔街道的渡口昨天修好。')).not.toContain(
      'main 950101 灯塔街道',
    )
  })
})
