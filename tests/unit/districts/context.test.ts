import { beforeAll, describe, expect, it } from 'vitest'
import { type Gazetteer, loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

function tags(title: string, text: string, site?: string) {
  return tagDistricts({ url: 'https://news.example.cn/1.html', title, text, ...(site ? { site } : {}) }, gazetteer)
}
const isDistrict = (code: string) => !code.endsWith('00')
function names(title: string, text: string, site?: string): string[] {
  return tags(title, text, site)
    .filter(({ code }) => isDistrict(code))
    .map(({ name }) => name)
}
function mains(title: string, text: string, site?: string): string[] {
  return tags(title, text, site)
    .filter(({ role }) => role === 'main')
    .map(({ name }) => name)
}

/** Each rule with a pair: the words that call for it, and nearly the same words that do not. */
describe('districts in tables and lists', () => {
  it.each([
    ['西安市各区：\n长安 1204套，均价1万\n未央 1187套，均价2万\n新城 590套，均价2万', ['长安区', '未央区', '新城区']],
    ['西安市各区：\n长安：1204套\n雁塔：1187套\n莲湖：590套', ['长安区', '雁塔区', '莲湖区']],
    ['西安市各区：长安成交1204套，雁塔成交1187套，新城成交590套。', ['长安区', '雁塔区', '新城区']],
    ['西安一家公司的年终总结：\n和平 5次\n光明 7次\n团结 3次', []],
  ])('%s', (text, expected) => {
    expect(names('今年的数据', text).sort()).toEqual([...expected].sort())
  })

  it('counted in a line, after their city', () => {
    expect(names('今天的数据', '青岛市新增病例27例，其中市南12例、市北15例。')).toEqual(['市南区', '市北区'])
    expect(names('今天的数据', '这家公司市南12店、市北15店的盘点结束。')).toEqual([])
  })

  it('none of which is the story by itself', () => {
    const text = '西安市各区：长安成交1204套，雁塔成交1187套，新城成交590套。'
    expect(mains('西安9月数据', text)).toEqual(['西安市'])
    expect(mains('西安9月数据', '西安市长安区成交1204套。')).toEqual(['长安区'])
  })
})

describe('dishes that carry the name of a place', () => {
  it.each([
    ['郫县豆瓣涨价', '郫县豆瓣在超市涨价一成，市民说吃得少了。', []],
    ['达县灯影牛肉上新', '达县灯影牛肉、泸县老窖、绍兴县黄酒在年货节上热销。', []],
    ['平遥牛肉入列国家标准', '平遥牛肉今天入列国家标准。', []],
    ['平遥牛肉入列国家标准', '平遥牛肉今天入列国家标准。平遥县的企业有三百家。', ['平遥县']],
    ['平遥牛肉产业园开工', '平遥牛肉产业园昨天开工。', ['平遥县']],
    ['曹县羊肉汤开到深圳', '曹县羊肉汤开到深圳，排队两小时。', []],
    ['中宁县枸杞进超市', '中宁县枸杞今年进了超市。', ['中宁县']],
    ['豆瓣厂开工', '成都市郫县的豆瓣厂昨天开工。', ['郫都区']],
  ])('%s: %s', (title, text, expected) => {
    expect(names(title, text)).toEqual(expected)
  })
})

describe('names of hills, checkpoints and statues', () => {
  it('a hill has a foot', () => {
    expect(names('远方', '从长江边到五指山下，都在采茶。')).toEqual([])
    expect(names('远方', '海南五指山下辖的乡镇通了车。')).toContain('五指山市')
  })

  it('who crosses at a checkpoint tells of the other side', () => {
    const north = '香港北區上水的藥房冷清。北區區議會昨日討論街舖空置。'
    expect(mains('上水藥房：羅湖口岸人多了', `${north}客人過羅湖口岸，去深圳羅湖區食飯。`)).toEqual(['北区'])
    expect(mains('罗湖口岸换新装', '深圳罗湖口岸昨天换新装，旅客说亮堂多了。')).toEqual(['罗湖区'])
    expect(mains('满洲里口岸过货量翻番', '内蒙古满洲里口岸昨天过货两万吨。扎赉诺尔区的仓库也满了。')).toContain(
      '满洲里市',
    )
  })

  it('a statue is no subdistrict', () => {
    const towns = (text: string) =>
      tags('乐山市市中区的书市', `乐山市市中区的书市开了。${text}`).flatMap(({ subdistricts }) =>
        subdistricts.map(({ name }) => name),
      )
    expect(towns('大佛脚下，三江汇流。')).toEqual([])
    expect(towns('大佛街道的摊主来了。')).toEqual(['大佛街道'])
  })
})

describe('what is said around a name', () => {
  it('a municipality that is named is in play', () => {
    const text = '望京街道的冯某被判刑。被害人之一、家住通州的刘老先生出庭。'
    expect(names('朝阳法院判了', text, '北京法院网')).toEqual(['朝阳区', '通州区'])
    const there = tags('夜市开了', '南通市崇川区的夜市开了。家住通州的刘老先生来了。')
    expect(there.map(({ code }) => code)).toContain('320612')
    expect(names('天津夜市', '天津的夜市开了。人们向往和平，日子越过越好。')).toEqual([])
  })

  it('a paper of a city that it names speaks for that city', () => {
    const text = '长宁的老人办起夜校。邻居都说好，课排到了年底。'
    expect(names('长宁的夜校', text, '北京青年报')).not.toContain('长宁区')
    expect(names('长宁的夜校', text, '东方网')).toContain('长宁区')
  })

  it('where someone worked once, the story is not set', () => {
    const text = '通州的李先生在北京打工十年，去年回到通州。如今他在南通种菜。'
    expect(tags('老人返乡', text).map(({ code }) => code)).toEqual(['320612'])
    const there = '通州的李先生在北京种菜十年。如今他的菜卖到北京各处。'
    expect(tags('老人进城', there).map(({ code }) => code)).toContain('110112')
  })

  it('朝阳 is a district of the city in play only where that is told of more', () => {
    expect(mains('朝阳法院判了', '北京的法院昨天宣判，望京街道的冯某被判刑。')).toEqual(['朝阳区'])
    expect(mains('朝阳法院判了', '辽宁朝阳的法院昨天宣判，冯某被判刑。')).toEqual(['朝阳市'])
  })

  it('a county right after its province may run into the next word', () => {
    const story = (text: string) => names('来看病', `南京市浦口区的医院改造完成。${text}`)
    expect(story('从安徽来安来看病的鲍大爷说好。')).toEqual(['浦口区', '来安县'])
    expect(story('他从四川大英雄的故事里学到了很多。')).toEqual(['浦口区'])
  })

  it('青海的河南县 is a county, and 河南县域经济 an economy', () => {
    expect(names('巡护员', '甘肃玛曲县。一位巡护员来自青海的河南县。')).toEqual(
      ['河南蒙古族自治县', '玛曲县'].reverse(),
    )
    expect(names('县域经济', '河南县域经济发展快，河南县级财政改革。')).toEqual([])
  })

  it('a county’s own town is no district elsewhere in the province', () => {
    expect(names('信封', '信封上写着广东开平县赤坎墟。志愿者来自开平市赤坎镇。')).toEqual(['开平市'])
    expect(names('夜市', '广东湛江赤坎的夜市开了。')).toEqual(['赤坎区'])
  })

  it('互助土族 live in 互助', () => {
    const story = (text: string) => names('绣墙', `海东市平安区的绣墙完工。${text}`)
    expect(story('绣墙里藏着互助土族姑娘的盘绣。')).toEqual(['平安区', '互助土族自治县'])
    expect(story('绣墙里藏着互助友爱的故事。')).toEqual(['平安区'])
  })

  it('who comes by from another district does not take the story from the one it is set in', () => {
    const walk = '（中央社台北十日電）清晨，公園的水池邊，二十個人蒙着眼慢慢走，邊走邊數鳥叫，最高紀錄是二十三種。\n'
    const course = '課程由大安區的三個里合辦，每週六一次。'
    expect(mains('台北人蒙眼走一公里', `${walk}${course}有人從松山區、士林區搭捷運來。`)).toEqual(['大安区'])
    expect(mains('台北人蒙眼走一公里', `${walk}大安區、松山區、士林區都有課。`)).toEqual(['台北市'])
  })
})
