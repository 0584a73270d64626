import { describe, expect, it } from 'vitest'
import { quotesOf } from '../../../components/quotes.ts'

const article = { title: '平湖夜话', text: '昨夜有雨。龙岗区平湖街道的灯还亮着，人也没散。\n今晨放晴。' }
const at = (name: string, where: 'body' | 'title' = 'body') => ({
  text: name,
  where,
  offset: (where === 'title' ? article.title : article.text).indexOf(name),
})

describe('quotesOf', () => {
  it('quotes the sentence around a name', () => {
    expect(quotesOf({ evidence: [at('平湖街道')] }, article)).toMatchObject([
      { before: '龙岗区', name: '平湖街道', after: '的灯还亮着，人也没散。' },
    ])
  })

  it('quotes a sentence once', () => {
    expect(quotesOf({ evidence: [at('龙岗区'), at('平湖街道'), at('平湖', 'title')] }, article)).toHaveLength(2)
  })

  it('gives only the name where the text has something else there by now', () => {
    const moved = { text: '福田区', where: 'body' as const, offset: 3 }
    expect(quotesOf({ evidence: [moved] }, article)).toMatchObject([{ before: '', name: '福田区', after: '' }])
  })
})
