import type { ComponentChildren } from 'preact'
import type { Article, DistrictTag } from '../utils/article/article.ts'
import { displayHost, isSafeLink } from '../utils/article/url.ts'
import { ArticleBody, type OnPicture, type Picture } from './ArticleBody.tsx'
import { Credits } from './Credits.tsx'
import { DistrictTags } from './DistrictTags.tsx'
import { Origin } from './Origin.tsx'
import type { ReadingSettings } from './reading-settings.ts'
import { useStrings } from './strings.ts'
import { useScript } from './use-script.ts'
import { written } from './written.ts'
import './styles/article.css'

export type ShownArticle = Pick<Article, 'title' | 'url' | 'credits' | 'language' | 'html'> &
  Partial<Pick<Article, 'subtitle' | 'source' | 'site' | 'publishedAt' | 'section'>>

interface Props {
  article: ShownArticle
  minutes: number
  tags: DistrictTag[]
  pictures: ReadonlyMap<string, Picture>
  settings: Pick<ReadingSettings, 'script' | 'squeeze' | 'writing'>
  onPickTag?: (tag: DistrictTag) => void
  onPicture?: OnPicture
  /** Shown between the head and the text: a notice, a question. */
  children?: ComponentChildren
}

/** An article as a page of a book: where and when, headline, who, districts, then the text. */
export function ArticleView({ article, minutes, tags, pictures, settings, onPickTag, onPicture, children }: Props) {
  const { t, tn, formatDate } = useStrings()
  const host = displayHost(article.url)
  const { convert, language } = useScript(settings.script, article.language)
  const shown = (text: string) => convert?.(text) ?? text
  return (
    <article class="article">
      <header class="article__head">
        <p class="article__origin">
          <Origin article={article} class="article__source" />
          {article.publishedAt && <time dateTime={article.publishedAt}>{formatDate(article.publishedAt, 'time')}</time>}
          <span>{tn('minutes', minutes)}</span>
        </p>
        <h1 class={`article__title${isLoose(article.title) ? ' article__title--loose' : ''}`} {...written(language)}>
          <bdi>{shown(article.title)}</bdi>
        </h1>
        {article.subtitle && (
          <p class="article__subtitle" {...written(language)}>
            <bdi>{shown(article.subtitle)}</bdi>
          </p>
        )}
        <Credits credits={article.credits} />
        <DistrictTags tags={tags} detailed {...(onPickTag && { onPick: onPickTag })} />
      </header>
      {children}
      <ArticleBody
        html={article.html}
        pictures={pictures}
        tableName={t('table')}
        language={language}
        {...(onPicture && { onPicture })}
        typesetting={{
          convert,
          squeeze: settings.squeeze === 'on',
          uprightDigits: settings.writing === 'vertical',
        }}
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
