import { beforeAll, describe, expect, it } from 'vitest'
import {
  applyCorrections,
  asPriors,
  type Correction,
  type Gazetteer,
  learn,
  loadGazetteer,
  tagDistricts,
} from '../../../utils/districts/index.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

const article = {
  url: 'https://paper.example.cn/1.html',
  title: '鼓楼区开了一家旧书店',
  text: '南京市鼓楼区的旧书店昨天开门,隔壁建邺区的书友也来了。',
}
const about = { canonicalUrl: article.url, host: 'paper.example.cn' }

function corrected(...corrections: Correction[]): string[] {
  return applyCorrections(tagDistricts(article, gazetteer), corrections, gazetteer).map(
    tag => `${tag.role} ${tag.code}`,
  )
}

describe('applyCorrections', () => {
  it('takes a rejected tag away, also from tags made anew', () => {
    const reject: Correction = { ...about, kind: 'reject', code: '320106' }
    expect(corrected(reject)).toEqual(['mentioned 320105'])
    expect(corrected(reject)).toEqual(corrected(reject))
  })

  it('puts the right place where a wrong one stood, with its evidence', () => {
    expect(corrected({ ...about, kind: 'replace', code: '320106', by: '350102' })).toEqual([
      'main 350102',
      'mentioned 320105',
    ])
  })

  it('confirms a mentioned place as what the article is about', () => {
    expect(corrected({ ...about, kind: 'confirm', code: '320105' })).toContain('main 320105')
  })

  it('lets the newest word count', () => {
    expect(
      corrected({ ...about, kind: 'reject', code: '320106' }, { ...about, kind: 'confirm', code: '320106' }),
    ).toContain('main 320106')
  })
})

describe('learn', () => {
  const shared = { url: '', title: '鼓楼区的旧书店', text: '鼓楼区的旧书店昨天开门。' }
  const replace: Correction = { ...about, kind: 'replace', code: '320106', by: '410204' }

  it('prefers, on that site, the place that readers chose among same-named ones', () => {
    const priors = asPriors(learn({ host: about.host, votes: {} }, replace))
    expect(tagDistricts(shared, gazetteer).map(t => t.code)).toEqual([])
    expect(tagDistricts(shared, gazetteer, { priors }).map(t => t.code)).toEqual(['410204'])
  })

  it('never outvotes what the article says', () => {
    let site = { host: about.host, votes: {} }
    for (let i = 0; i < 50; i++) site = learn(site, replace)
    expect(tagDistricts(article, gazetteer, { priors: asPriors(site) })[0]?.code).toBe('320106')
  })
})
