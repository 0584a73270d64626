import type { Article, DistrictTag, TaggableArticle } from '../../utils/article/article.ts'
import type { Correction, Explanation, SitePriors } from '../../utils/districts/index.ts'

// The tagger is loaded when it is first needed: it must not stand between a click and the first words on the screen.
const districts = () => import('../../utils/districts/index.ts')

export async function tagsFor(article: TaggableArticle, priors?: SitePriors): Promise<DistrictTag[]> {
  const { asPriors, loadGazetteer, tagArticle } = await districts()
  return tagArticle(article, await loadGazetteer(), priors ? { priors: asPriors(priors) } : {})
}

/** The tags with what the reader said about them. */
export async function correctedTags(tags: DistrictTag[], corrections: Correction[]): Promise<DistrictTag[]> {
  if (corrections.length === 0) return tags
  const { applyCorrections, loadGazetteer } = await districts()
  return applyCorrections(tags, corrections, await loadGazetteer())
}

/** What a tag was chosen from, and why. */
export type Choice = Pick<Explanation, 'candidates' | 'reasons'>

/** All that the names behind a tag could mean, the chosen place first, and why it was chosen. */
export async function choiceOf(tag: DistrictTag, article: TaggableArticle, priors?: SitePriors): Promise<Choice> {
  const { asPriors, explain, loadGazetteer } = await districts()
  return explain(tag, article, await loadGazetteer(), priors ? { priors: asPriors(priors) } : {})
}

/** The page that a correction is about. */
export function pageOf({ canonicalUrl, url }: Pick<Article, 'canonicalUrl' | 'url'>) {
  return { canonicalUrl, host: URL.canParse(url) ? new URL(url).hostname : '' }
}

/** A reader's word on a tag: it is of another place, or, without `by`, of none. */
export function correctionOf(article: Pick<Article, 'canonicalUrl' | 'url'>, tag: DistrictTag, by?: string) {
  const page = pageOf(article)
  const correction: Correction = by
    ? { ...page, kind: 'replace', code: tag.code, by }
    : { ...page, kind: 'reject', code: tag.code }
  return correction
}
