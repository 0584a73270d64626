import { beforeAll, describe, expect, it } from 'vitest'
import { type Gazetteer, loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

function districts(title: string, text = title): string[] {
  return tagDistricts({ url: 'https://news.example.cn/1.html', title, text }, gazetteer)
    .map(tag => tag.code)
    .filter(code => !code.endsWith('00'))
}

describe('names that are no place here', () => {
  it.each([
    ['a side in talks', '中方与美方在日内瓦会谈。'],
    ['cities abroad', '代表团从吉隆坡飞抵多伦多。'],
    ['a shop', '小店不大,平时从不打烊。'],
    ['a river bank', '沿河两岸的路灯换新。'],
    ['an airport', '北京大兴国际机场旅客增多。'],
    ['a dish', '沙县小吃开到了海外。'],
    ['a professor', '教授王海宁介绍了词牌的来历。'],
    ['banks', '平安银行、光大银行公布利率。'],
    ['a mountain', '五台山云海如画。'],
    ['an economy of regions', '红星区域经济论坛开幕,代表谈长江都市圈。'],
    ['a market', '双城市场调研启动。'],
    ['an office once held', '他曾任县委书记。'],
    ['towns in general', '农村居民收入增速继续快于城镇。'],
    ['a lake shore', '奶茶卖到了杭州西湖边。'],
    ['what is like a place', '他想把小城做成“浙江的小昆山”。'],
    ['a hospital', '北京朝阳医院的吕医生昨天到了。'],
    ['shares', '万宁涨停,医药零售板块走强。'],
    ['a joint venture', '福田戴姆勒新卡车下线。'],
  ])('%s', (_, text) => {
    expect(districts('今日要闻', text)).toEqual([])
  })
})

describe('names as other hands write them', () => {
  it('reads two short names that stand together', () => {
    expect(districts('县域经济榜单出炉:昆山江阴领跑')).toEqual(expect.arrayContaining(['320583', '320281']))
  })

  it('reads English lists of subdistricts', () => {
    const text = 'Shenzhen: Pingshan District has free night buses that link Kengzi and Longtian subdistricts.'
    const [tag] = tagDistricts({ url: 'https://news.example.cn/1.html', title: 'Night buses', text }, gazetteer)
    expect(tag?.subdistricts.map(({ name }) => name).sort()).toEqual(['坑梓街道', '龙田街道'])
  })

  it('does not take where someone was born, or who sent the doctors, for what the story is about', () => {
    const roles = (title: string, text: string) =>
      tagDistricts({ url: 'https://news.example.cn/1.html', title, text }, gazetteer)
        .filter(({ role }) => role === 'main')
        .map(({ name }) => name)
    expect(roles('怀念周先生', '先生生于河北宁晋,长于天津和平,讲课从不看讲义。')).not.toContain('和平区')
    expect(roles('手术不用跑省城', '旬阳市医院里,上海市徐汇区中心医院派驻的医生为棕溪镇的王大爷做了手术。')).toEqual([
      '旬阳市',
    ])
  })

  it('reads a possessive English city as what decides between same-named districts', () => {
    expect(districts('A new park', "The park in Longhua District is Shenzhen's longest covered skate park.")).toEqual([
      '440309',
    ])
  })

  it.each([
    ['長沙市嶽麓區辦書展', '430104'],
    ['杭州市西湖区转塘街道采茶', '330106'],
    ['平潭综合实验区新港开航', '350128'],
    ['深圳市光明区凤凰街道办起夜校', '440311'],
    ['清河区办起夜校', '211204'],
    ['淮安清河区的夜校', '320812'],
  ])('%s', (title, code) => {
    expect(districts(title)).toEqual([code])
  })
})
