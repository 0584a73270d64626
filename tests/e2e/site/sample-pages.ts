/** One of the sample pages, and what a reader with an English browser must see of it. */
export interface SamplePage {
  path: string
  headline: string
  subtitle?: string
  /** The source, or the site that stands in for it. */
  origin: string
  /** As the popup writes it. */
  date: string
  /** As a row of the library writes it. */
  day: string
  credits: string[]
  /** From the first to the last paragraph, subheadings and captions among them, in the order of the page. */
  parts: string[]
  pictures: number
  clutter: string[]
  districts: string[]
}

export const PORTAL: SamplePage = {
  path: '/portal.html',
  headline: '老墟市周末夜市重新开张 坂田居民家门口逛起来',
  origin: '岭南晚报',
  date: 'Mar 15, 2025, 8:20 AM',
  day: 'Mar 15, 2025',
  credits: ['Reporter 陈小满', 'Photos 陈小满', 'Correspondent 何文静, 周立', 'Editor 梁一鸣'],
  parts: [
    '停了三年的老墟市夜市',
    '一直热闹到夜里十点。',
    '傍晚的老墟市，摊位沿骑楼排开。',
    '街道办工作人员介绍',
    '抽签定摊位 街坊自己管',
    '以前是谁来得早谁占位',
    '议事会的七位成员都是街坊',
    '孩子们在巷口猜灯谜。',
    '夜里十点收摊 不扰邻居',
    '怕吵到楼上住户',
    '附近的停车位不多。',
  ],
  pictures: 2,
  clutter: [
    '今日福田',
    'By 所有',
    '红包',
    '广告',
    '字体',
    '分享到',
    '免责声明',
    '相关阅读',
    '猜你喜欢',
    '热点排行',
    '新闻推荐',
    '登录',
    'ICP',
  ],
  districts: ['龙岗区坂田街道布吉街道'],
}

const TABLE: SamplePage = {
  path: '/table.html',
  headline: '城东菜市场搬新家 老摊主一个没落下',
  origin: '淮海早报',
  date: 'Apr 8, 2019, 7:05 AM',
  day: 'Apr 8, 2019',
  credits: ['By 孟庆云', 'Editor 宋佳'],
  parts: ['徐州市鼓楼区的城东菜市场', '新市场离老地方只有三百米', '我的摊位还是挨着老李的豆腐摊', '预计年底完工。'],
  pictures: 0,
  clutter: ['当前位置', '热点新闻', '铜山', '版权所有'],
  districts: ['鼓楼区'],
}

const MODERN: SamplePage = {
  path: '/modern.html',
  headline: '余杭区五常街道：老茶馆里开起社区食堂',
  subtitle: '一顿热饭十二块，老人下楼就能吃上',
  origin: '钱塘晨刊',
  date: 'Nov 2, 2024, 9:30 AM',
  day: 'Nov 2, 2024',
  credits: ['By 沈念秋'],
  parts: [
    '午饭时间，茶馆的长桌坐满了人。',
    '上午还在喝茶下棋',
    '掌柜老金今年七十一岁',
    '一荤两素，十二块钱',
    '食堂每天供应六十份',
    '住在隔壁楼的陆奶奶说',
    '就能一直做下去。',
  ],
  pictures: 1,
  clutter: ['西湖', 'Cookie', '订阅', '延伸阅读', '保留所有权利'],
  districts: ['余杭区五常街道'],
}

const WECHAT: SamplePage = {
  path: '/wechat.html',
  headline: '天河这条巷子，藏着三家修表铺',
  origin: '羊城巷陌',
  date: 'Sep 17, 2023, 6:04 PM',
  day: 'Sep 17, 2023',
  credits: ['By 苏巧'],
  parts: [
    '石牌的巷子窄',
    '广州天河区石牌街道的老街坊都知道',
    '罗师傅的工具箱是他父亲传下来的',
    '只听见三块表各走各的。',
  ],
  pictures: 1,
  clutter: ['原创', '阅读 10万+', '在看', '扫一扫'],
  districts: ['天河区石牌街道'],
}

export const ENGLISH: SamplePage = {
  path: '/english.html',
  headline: "Longgang's last rice noodle mill goes solar",
  origin: 'Harbour Courier',
  date: 'May 20, 2025, 7:15 AM',
  day: 'May 20, 2025',
  credits: ['By Mabel Ho'],
  parts: [
    'The last working rice noodle mill in Longgang District',
    'For forty years the mill in Shenzhen',
    '"My father thought I was mad," said Lau Wai-ming',
    'The change cost about as much as a delivery van.',
    'The noodles, regulars insist, taste just the same.',
  ],
  pictures: 0,
  clutter: ['Sport', 'Facebook', 'Advertisement', 'Ferry fares', 'newsletter', 'All rights reserved'],
  districts: ['龙岗区'],
}

/** The sample pages of tests/fixtures/portal, one of each template family. */
export const SAMPLE_PAGES = [PORTAL, TABLE, MODERN, WECHAT, ENGLISH]
