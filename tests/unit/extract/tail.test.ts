import { describe, expect, it } from 'vitest'
import { HAN_LINES, HAN_STORY, inStory, LINES, STORY, TITLE, textOf } from './stories.ts'

describe('below the last paragraph', () => {
  const below = (line: string, story = STORY, title = TITLE) =>
    textOf(`<div class="text"><h1>${title}</h1>${story}<p>${line}</p></div>`, title)
  const belowHan = (line: string) => below(line, HAN_STORY, '旧书市集重新开张')

  it.each([
    '统筹：林小满',
    '平湖日报·新平湖编辑：林小满',
    '新媒体编辑丨何一鸣',
    '返回搜狐，查看更多',
    '展开阅读全文',
    '进入专题&gt;&gt;',
    '关键词：旧书 市集',
    '更多街坊新聞',
    '觉得不错，请点赞',
    '点亮“在看”，明天见',
    '觉得有用，点个“在看”，也欢迎关注平湖旧书摊，下期聊聊新书。',
    '戳“阅读原文”查看更多',
    '欢迎在评论区留言',
    '如有侵权，请联系删除',
    '▼▼▼',
    '精彩视频推荐',
    '（注：本文仅代表作者个人观点。责编邮箱 lin@pinghu.example）',
    '- CH8/SY(yl)',
    '凡本报记者署名文字、图片，版权均属平湖日报社所有。任何媒体、网站或个人，未经授权不得转载、链接、转贴或以其他方式复制发表；已授权的媒体、网站，在使用时必须注明来源，违者将依法追究法律责任。',
    '【本报作品的相关权益归平湖日报社所有。未经授权，不得转载、摘编等。】',
  ])('%s is left out', line => {
    expect(belowHan(line)).toBe(HAN_LINES.join('\n'))
  })

  it.each([
    '作者系平湖大学教授',
    '（文中人物均为化名）',
    '图片均来自网络',
    '老街坊们纷纷点赞。',
    '天黑以后，书摊前的灯又点亮了。',
    '返回的路上，他又带回两本书。',
    '返回时书页已经写满',
    '把旧书摊的灯点亮',
    '展开是一条街的四十年',
    '让我们为街坊点赞',
    '设计：街坊一起动手。',
    '摊主在每本书里夹一张纸条，上面写着不得转载、不得转卖，读完了要还给街坊，有借有还，再借不难，这是他三十年的老规矩。',
  ])('%s is kept', line => {
    expect(belowHan(line)).toBe([...HAN_LINES, line].join('\n'))
  })

  it.each([
    'Contact Anna Lee at lee@news.example.',
    'Follow Anna Lee on X: @annalee',
    'Have a tip? Write to us.',
    '© 2024 Harbour Courier',
    'Story continues below advertisement',
    'Share',
    'Posted by Anna at December 16, 2025 11:15 AM',
    'To reach the reporter behind this story, contact lee@news.example.',
    'Watch: A market from above',
    'Updated 5:30 PM EDT, May 5, 2024',
    'Related: Another market opens',
    'Lire aussi : Un autre marché',
  ])('%s is left out', line => {
    expect(below(line)).toBe(LINES.join('\n'))
  })

  it.each([
    'With files from the Harbour Press',
    'Share and share alike, says Mr Chan.',
    'Posted by the door were two guards, as in 1974, who let nobody in before the lamps were lit.',
    'Updated menus hang from every stall.',
    'Popular belief has it that rain is good for sales.',
    'Anna Lee is a reporter at the Harbour Courier.',
    'Contact Anna Lee at lee@news.example if you were there that night in 1974 and know who paid for the lamps.',
  ])('%s is kept', line => {
    expect(below(line)).toBe([...LINES, line].join('\n'))
  })

  it('such lines are kept between the paragraphs', () => {
    expect(textOf(inStory('<p>Share the queue with a friend</p>'))).toContain('Share the queue')
  })
})

describe('links below a Chinese text', () => {
  const story = (links: readonly string[]) =>
    `<div class="zw"><h1>旧书市集重新开张</h1>${HAN_STORY}${links.map(link => `<p><a href="/a">${link}</a></p>`).join('')}</div>`

  it('are other articles where there are several', () => {
    const links = [
      '旧书摊的规矩是谁定的：一个摊主的二十三年',
      '老街夜市重新亮灯，街坊们又回来了',
      '社区图书馆迎来第一批读者',
    ]
    expect(textOf(story(links), '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
    const pictured = story(links).replace('</a></p>', '</a></p><p><img src="/a.jpg"></p>')
    expect(textOf(pictured, '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
  })

  it('are of the text where there is one, or a picture after it', () => {
    const map = '老周的摊子在这里，点开地图就能看到他和其他摊主的位置。'
    expect(textOf(story([map]), '旧书市集重新开张')).toBe([...HAN_LINES, map].join('\n'))
  })
})

it('leaves out an address for mail below the last line', () => {
  const story = `<div class="zw"><h1>旧书市集重新开张</h1>${HAN_STORY}`
  expect(textOf(`${story}<p>news@pinghu.example / 9181 4676</p></div>`, '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
})
