import { expect, it } from 'vitest'
import { findDateline } from '../../../utils/extract/dateline.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

it.each([
  ['本报讯（记者 张三）停了三年的夜市重新亮灯。', '本报讯'],
  ['本报徐州讯 城东菜市场昨天搬进新楼。', '本报徐州讯'],
  ['新华社北京5月1日电（记者 李四）五一假期首日，各地景区迎来客流高峰。', '新华社北京5月1日电'],
  ['【新岭南讯】街道党工委号召党员下沉社区。', '新岭南讯'],
  ['中新网广州6月11日电 (记者 王五)广州今日启动全员检测。', '中新网广州6月11日电'],
  ['新京报讯2019年篮球世界杯排位赛昨晚结束。', '新京报讯'],
  ['华龙网-新重庆客户端讯 今日从公安分局了解到一件事。', '华龙网-新重庆客户端讯'],
  ['SHENZHEN (Xinhua) — The night market opened again.', 'SHENZHEN (Xinhua)'],
  ['(CNN) — The night market opened again.', '(CNN)'],
  ['停了三年的夜市昨天重新亮灯，记者从街道办获悉，供电已经恢复。', undefined],
  ['打来电话的人说，他想买一张票。', undefined],
  ['A night market opened again - at last.', undefined],
  ['', undefined],
])('of %j is %j', (text, dateline) => {
  expect(findDateline(text)).toBe(dateline)
})

it('is a field of the article, and stays in its text', () => {
  const text = '本报讯（记者 陈小满）停了三年的夜市昨天傍晚重新亮灯，六十多个摊位沿着骑楼排开，一直热闹到夜里十点。'
  const page = openPage(
    `<title>夜市重新亮灯</title><body><h1>夜市重新亮灯</h1><div><p>${text}</p><p>街道办表示，夜市每晚开放到十点，周末延长一小时，摊位费全年减免，雨天改在风雨廊里。</p></div>`,
  )
  const article = extractArticle(page, 'https://a.cn/1.html')
  expect(article?.dateline).toBe('本报讯')
  expect(article?.text.startsWith('本报讯')).toBe(true)
})
