import type { Article, DistrictTag, TaggedArticle } from '../../utils/article/article.ts'

/** A stream of numbers in 0..1 that is the same for the same seed (mulberry32), so that two runs store the same. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'

/** Place names by district code, as they stand in the articles. */
export const DISTRICTS: readonly { code: string; name: string; path: string[]; streets: string[] }[] = [
  {
    code: '440307',
    name: '龙岗区',
    path: ['广东省', '深圳市', '龙岗区'],
    streets: ['平湖街道', '园山街道', '横岗街道'],
  },
  { code: '440306', name: '宝安区', path: ['广东省', '深圳市', '宝安区'], streets: ['西乡街道', '福海街道'] },
  { code: '440303', name: '罗湖区', path: ['广东省', '深圳市', '罗湖区'], streets: ['东门街道', '翠竹街道'] },
  { code: '440106', name: '天河区', path: ['广东省', '广州市', '天河区'], streets: ['石牌街道', '棠下街道'] },
  { code: '110105', name: '朝阳区', path: ['北京市', '北京市', '朝阳区'], streets: ['三里屯街道', '望京街道'] },
  { code: '310115', name: '浦东新区', path: ['上海市', '上海市', '浦东新区'], streets: ['陆家嘴街道'] },
  { code: '330106', name: '西湖区', path: ['浙江省', '杭州市', '西湖区'], streets: ['北山街道', '西溪街道'] },
  { code: '510107', name: '武侯区', path: ['四川省', '成都市', '武侯区'], streets: ['玉林街道'] },
]

const SOURCES = ['晶报', '南方日报', '深圳特区报', '北京日报', '解放日报', '都市快报', '成都商报', '新华社']

/** Article number `index`: Zipf-like words of two or three characters, 300 to 3,000 characters long, one to three districts. */
export function generateArticle(index: number): TaggedArticle {
  const random = randomFrom(index * 7919 + 1)
  const home = DISTRICTS[Math.floor(random() ** 2 * DISTRICTS.length)] as (typeof DISTRICTS)[number]
  const length = Math.round(300 * Math.exp(random() * Math.log(10)))
  const paragraphs: string[] = []
  for (let written = 0; written < length; ) {
    const street = home.streets[Math.floor(random() * home.streets.length)]
    const paragraph = `${random() < 0.3 ? home.name + street : ''}${sentence(random)}${sentence(random)}${sentence(random)}`
    paragraphs.push(paragraph)
    written += paragraph.length
  }
  const url = `https://www.example.cn/${home.code}/2024-06/${String(index).padStart(7, '0')}.htm`
  const article: Article = {
    url,
    canonicalUrl: url,
    title: `${home.name}${words(random, 8)}`,
    source: { name: SOURCES[Math.floor(random() ** 2 * SOURCES.length)] as string },
    site: `${home.name}新闻网`,
    breadcrumb: ['首页', '新闻', home.name],
    credits: [{ role: 'reporter', name: words(random, 1) }],
    publishedAt: new Date(1_600_000_000_000 + Math.floor(random() * 1e11)).toISOString(),
    language: 'zh-CN',
    html: paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n'),
    text: paragraphs.join('\n'),
    images: [],
  }
  return { article, tags: tagsOf(home, random) }
}

function tagsOf(home: (typeof DISTRICTS)[number], random: () => number): DistrictTag[] {
  const others = DISTRICTS.filter(other => other !== home && random() < 0.12)
  return [home, ...others].map(({ code, name, path, streets }, order) => ({
    code,
    name,
    path,
    role: order === 0 ? 'main' : 'mentioned',
    confidence: 0.9,
    subdistricts: order === 0 ? [{ code: `${code}00${1 + Math.floor(random() * 3)}`, name: streets[0] as string }] : [],
    evidence: [
      { text: name, where: 'title', offset: 0 },
      { text: name, where: 'body', offset: 40 },
    ],
  }))
}

function sentence(random: () => number): string {
  return `${words(random, 5)}，${words(random, 6)}。`
}

// Two of three words are common ones made of frequent characters, the others any pair: about the spread of bigrams in news.
function words(random: () => number, count: number): string {
  let text = ''
  for (let word = 0; word < count; word++) {
    const power = random() < 0.67 ? 3 : 1
    const at = Math.floor(random() ** power * (COMMON.length - 3))
    text += COMMON.slice(at, at + 2 + Math.floor(random() * 1.3))
  }
  return text
}
