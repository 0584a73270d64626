import { describe, expect, it } from 'vitest'
import { idsAround } from '../../../entrypoints/reader/ids-around.ts'
import type { ArticleQuery } from '../../../utils/library/index.ts'

/** A library of three, of which the second was read. */
const access = {
  listIds: async ({ state, district }: ArticleQuery) => {
    if (district) return []
    return state === 'to-read' ? ['first', 'third'] : ['first', 'second', 'third']
  },
}

describe('the articles around one', () => {
  it('are those of the view', async () => {
    expect(await idsAround(access, { shelf: 'all' }, 'second')).toEqual(['first', 'second', 'third'])
    expect(await idsAround(access, { shelf: 'to-read' }, 'third')).toEqual(['first', 'third'])
  })

  it('are still those where the article itself has left the view, and has its place among them', async () => {
    expect(await idsAround(access, { shelf: 'to-read' }, 'second')).toEqual(['first', 'second', 'third'])
  })

  it('are none where the article never was in the view', async () => {
    expect(await idsAround(access, { shelf: 'all', district: '440307' }, 'second')).toEqual([])
  })
})
