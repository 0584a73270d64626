import { describe, expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { gatherFacts } from '../../../utils/extract/facts.ts'
import { withoutInsets } from '../../../utils/extract/insets.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'
import { HAN_LINES, inStory, LINES, MORE, STORY, TITLE, textOf } from './stories.ts'

describe('a box between the paragraphs', () => {
  const said = 'The most important of the day, put into its place by the editors of the Courier, every morning at six.'

  it.each([
    'Our Markets Newsletter',
    'Sign up for more of this',
    '🚀 Sign up for The Lamps',
    'All of it in your inbox',
  ])('goes with all that is in it where it says: %s', asks => {
    expect(textOf(inStory(`<section><div><h3>${asks}</h3><p>${said}</p></div></section>`))).toBe(
      [...LINES, ...LINES].join('\n'),
    )
  })

  it('goes where it says that the text is only its author’s opinion', () => {
    const said = '我们不定期挑选街坊最优质的文章，展示来自读者的最真实的体验和观点，也欢迎来信。'
    const notice = `<blockquote><p>街坊首页推荐</p><p>${said}</p><p>文章代表作者个人观点，街坊只改标题和排版。</p></blockquote>`
    const lines = [1, 2, 3].flatMap(i => HAN_LINES.map(line => `第${i}年，${line}`))
    const body = `<div class="zw"><h1>旧书市集重新开张</h1>${notice}${lines.map(line => `<p>${line}</p>`).join('')}</div>`
    expect(textOf(body, '旧书市集重新开张')).toBe(lines.join('\n'))
  })

  it('goes where it tells to watch something, whatever else is said of that', () => {
    const card = `<h3>WATCH | A market from above:</h3><div><p>1 day ago</p><p>${said}</p></div>`
    expect(textOf(inStory(`<div class="media"><div>${card}</div></div>`))).toBe([...LINES, ...LINES].join('\n'))
  })

  it('goes where what is small below it asks for consent', () => {
    const asks = 'By submitting, you consent to receiving mail from the Courier. If you do not want any, tick here.'
    const box = `<div><div><h4>MORNING NEWS</h4><p>${said}</p></div><p class="terms">${asks}</p></div>`
    expect(textOf(inStory(box))).toBe([...LINES, ...LINES].join('\n'))
  })

  it('goes where it links to others beside the text, whatever the trees say, and no link in the text', () => {
    const links = '<ul><li><a href="/a">A census of the old dance halls of this harbour</a></li></ul>'
    const taken = (aside: string) => {
      const page = readPage(openPage(`<body><div>${STORY}${aside}${STORY}</div>`), 'https://news.example/1.html')
      const facts = gatherFacts(settleBlocks((page as PageTree).body))
      return withoutInsets(facts, facts).map(({ block }) => block.text)
    }
    expect(taken(`<aside><h5>Related</h5>${links}</aside>`)).toEqual([...LINES, 'Related', ...LINES])
    expect(taken(`<section><h5>Related</h5>${links}</section>`)).toHaveLength(LINES.length * 2 + 2)
  })

  it('goes where the line is all of a box that is named so, whatever the trees say, and no line of the text', () => {
    const taken = (line: string) => {
      const page = readPage(openPage(`<body><div>${STORY}${line}${STORY}</div>`), 'https://news.example/1.html')
      const facts = gatherFacts(settleBlocks((page as PageTree).body))
      return withoutInsets(facts, facts)
    }
    const asks = '订阅我们的早报，每天清晨送到邮箱'
    expect(taken(`<aside class="newsletter">${asks}</aside>`)).toHaveLength(LINES.length * 2)
    expect(taken('<aside class="newsletter">早报每天清晨送到门口</aside>')).toHaveLength(LINES.length * 2 + 1)
    expect(taken(`<p>${asks}</p>`)).toHaveLength(LINES.length * 2 + 1)
  })

  it('stays where it asks for nothing', () => {
    const quote = `<blockquote><p>${said}</p></blockquote>`
    expect(textOf(inStory(quote))).toContain(said)
  })

  it('stays where it looks like the text', () => {
    const rest = STORY.replaceAll('<p>', '<p>Again, ')
    const line = 'They put a newsletter out too: “All of it in your inbox” is what it says on its first page.'
    const body = [STORY, `<p>${line}</p>`, rest].map(part => `<div class="text">${part}</div>`).join('')
    expect(textOf(`<article><h1>${TITLE}</h1>${body}</article>`)).toContain(line)
  })
})

it('keeps a paragraph beside a line that asks its readers to subscribe', () => {
  const says = `${LINES[0]} ${LINES[1]} ${LINES[2]}`
  const parts = ['Again', 'Once more', 'Then', 'At last', 'Later'].map(word => MORE.replaceAll('Again', word)).join('')
  const box = (text: string) =>
    `<div class="a"><p>${text}</p><p class="s">Subscribe: <a href="/p">Podcasts</a></p></div>`
  expect(textOf(`<h1>${TITLE}</h1>${box(says)}<div class="b">${parts}</div>`)).toContain(says)
  expect(textOf(`<h1>${TITLE}</h1>${box(LINES[3] as string)}<div class="b">${parts}</div>`)).not.toMatch(/^Mr Chan/)
})
