import type { TaggableArticle } from '../../article/article.ts'
import { type Context, readContext } from '../context.ts'
import type { Fields } from '../fields.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { Draft, type Priors, type Resolved } from './draft.ts'
import { frame, ours } from './frame.ts'
import { fullNames } from './full-names.ts'
import { shortNames } from './short-names.ts'
import { subdistricts } from './subdistricts.ts'

export type { Priors, Reason, Resolved } from './draft.ts'

export interface Resolution {
  resolved: Resolved[]
  context: Context
}

/** Which places the names in an article mean: the sure ones first, as they help to read the others. */
export function resolve(article: TaggableArticle, fields: Fields, gazetteer: Gazetteer, priors?: Priors): Resolution {
  const context = readContext(article, fields, gazetteer)
  const draft = new Draft(fields, context, gazetteer, priors)
  frame(draft)
  fullNames(draft)
  subdistricts(draft)
  shortNames(draft)
  subdistricts(draft, { lone: true })
  shortNames(draft)
  ours(draft)
  return { resolved: draft.resolved, context }
}
