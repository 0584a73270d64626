import type { ComponentChildren } from 'preact'
import type { Article, DistrictTag } from '../utils/article/article.ts'
import { displayHost, isSafeLink } from '../utils/article/url.ts'
import { ArticleBody, type Picture } from './ArticleBody.tsx'
import { Credits } from './Credits.tsx'
import { DistrictTags } from './DistrictTags.tsx'
import { useStrings } from './strings.ts'
import './styles/article.css'

export type ShownArticle = Pick<Article, 'title' | 'url' | 'credits' | 'language' | 'html'> &
  Partial<Pick<Article, 'subtitle' | 'source' | 'site' | 'publishedAt' | 'section'>>

interface Props {
  article: ShownArticle
  minutes: number
  tags: DistrictTag[]
  pictures: ReadonlyMap<string, Picture>
  onPickTag?: (tag: DistrictTag) => void
  /** Shown between the head and the text: a notice, a question. */
  children?: ComponentChildren
}

/** An article as a page of a book: where and when, headline, who, districts, then the text. */
export function ArticleView({ article, minutes, tags, pictures, onPickTag, children }: Props) {
  const { t, tn, formatDate } = useStrings()
  const host = displayHost(article.url)
  return (
    <article class="article">
      <header class="article__head">
        <p class="article__origin">
          <span class="article__source">{article.source?.name ?? article.site ?? host}</span>
          {article.publishedAt && <time dateTime={article.publishedAt}>{formatDate(article.publishedAt, 'time')}</time>}
          <span>{tn('minutes', minutes)}</span>
        </p>
        <h1 class={`article__title${isLoose(article.title) ? ' article__title--loose' : ''}`} lang={article.language}>
          <bdi>{article.title}</bdi>
        </h1>
        {article.subtitle && (
          <p class="article__subtitle" lang={article.language}>
            <bdi>{article.subtitle}</bdi>
          </p>
        )}
        <Credits credits={article.credits} />
        <DistrictTags tags={tags} detailed {...(onPickTag && { onPick: onPickTag })} />
      </header>
      {children}
      <ArticleBody
        html={article.html}
        pictures={pictures}
        missingPictureText={t('pictureMissing')}
        tableName={t('table')}
        language={article.language}
      />
      <footer class="article__foot">
        {isSafeLink(article.url) && (
          <a href={article.url} rel="noopener noreferrer" target="_blank">
            {t('originalPage', host)}
          </a>
        )}
      </footer>
    </article>
  )
}

/** Words between two breaks that no line of a headline holds: then it breaks anywhere, as text does. */
function isLoose(title: string): boolean {
  const LINE = 14
  return title.split(/[\s\p{P}]+/u).some(words => words.length > LINE && /\p{Script=Han}/u.test(words))
}
