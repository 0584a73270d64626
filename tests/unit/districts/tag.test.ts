import { beforeAll, describe, expect, it } from 'vitest'
import { type Gazetteer, loadGazetteer, placeName, placePath, tagDistricts } from '../../../utils/districts/index.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

function mains(title: string, text: string, site?: string): string[] {
  const article = { url: 'https://news.example.cn/1.html', title, text, ...(site ? { site } : {}) }
  return tagDistricts(article, gazetteer)
    .filter(tag => tag.role === 'main')
    .map(tag => tag.code)
}

describe('tagDistricts', () => {
  it.each([
    ['余杭区一菜场夜里改当书场', '杭州市余杭区的这家菜场每晚七点收摊。', ['330110']],
    ['义乌市新增三条夜间公交', '义乌市交通部门昨日公布了线路。', ['330782']],
    ['长沙县老水塔刷上新漆', '长沙县的水塔建于六十年代。', ['430121']],
    ['鼓楼区的剪纸课', '南京市鼓楼区的社工请来剪纸师傅。', ['320106']],
  ])('tags %s', (title, text, codes) => {
    expect(mains(title, text)).toEqual(codes)
  })

  it('finds no district in a company, a road or a word', () => {
    expect(mains('福田汽车上调产量', '福田汽车表示,今年产量将增加一成。')).toEqual([])
    expect(mains('向往和平的人们', '愿世界和平,是这首歌唱的。')).toEqual([])
  })
})

describe('places by code', () => {
  it('names a district, a city, a province and a subdistrict that a zone took over', () => {
    expect(placeName('440307', gazetteer)).toBe('龙岗区')
    expect(placeName('440300', gazetteer)).toBe('深圳市')
    expect(placeName('440000', gazetteer)).toBe('广东省')
    expect(placePath('440307009', gazetteer)).toEqual(['广东省', '深圳市', '大鹏新区', '葵涌街道'])
    expect(placePath('110105', gazetteer)).toEqual(['北京市', '朝阳区'])
  })
})
