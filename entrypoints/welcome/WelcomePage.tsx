import { useEffect, useRef, useState } from 'preact/hooks'
import { ArticleView } from '../../components/ArticleView.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Mark } from '../../components/Mark.tsx'
import { DEFAULT_READING } from '../../components/reading-settings.ts'
import { type MessageKey, useStrings } from '../../components/strings.ts'
import { readingMinutes } from '../../utils/article/text.ts'
import { loadSample, readSample } from './sample.ts'

const STEPS: readonly (readonly [title: MessageKey, text: MessageKey])[] = [
  ['welcomeRead', 'welcomeReadText'],
  ['welcomeSave', 'welcomeSaveText'],
  ['welcomeFind', 'welcomeFindText'],
]

const ASKED: readonly MessageKey[] = ['welcomeAskedPictures', 'welcomeAskedLink', 'welcomeNeverAsked']

/** Shown once, on installing: what Kaifong does, on a sample that it really reads, and what it will ask for and when. */
export function WelcomePage() {
  const { t } = useStrings()
  return (
    <main class="welcome">
      <header class="welcome__head">
        <Mark class="welcome__mark" />
        <h1>{t('welcome')}</h1>
        <p>{t('welcomeText')}</p>
      </header>
      <Sample />
      <ol class="welcome__steps">
        {STEPS.map(([title, text]) => (
          <li key={title}>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <section class="welcome__asked" aria-labelledby="asked-title">
        <h2 id="asked-title">{t('welcomeAsked')}</h2>
        <ul>
          {ASKED.map(key => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      <p class="welcome__actions">
        <a class="button button--primary" href="library.html">
          <Icon name="library" />
          {t('openLibrary')}
        </a>
        <a class="button" href="options.html">
          <Icon name="settings" />
          {t('settings')}
        </a>
      </p>
    </main>
  )
}

function Sample() {
  const { t } = useStrings()
  const [page, setPage] = useState<Document>()
  const [read, setRead] = useState<Awaited<ReturnType<typeof readSample>>>()
  useEffect(() => {
    loadSample().then(setPage, console.error)
  }, [])
  // Without its sample the page still says in words what Kaifong does.
  if (!page) return null
  return (
    <section class="welcome__sample" aria-label={t('welcomeSample')}>
      <div class="welcome__bar">
        <span>news.example</span>
        <button
          type="button"
          class="button button--primary"
          aria-pressed={read !== undefined}
          onClick={() => (read ? setRead(undefined) : void readSample(page).then(setRead, console.error))}
        >
          <Icon name="read" />
          {read ? t('welcomeBack') : t('welcomeTry')}
        </button>
      </div>
      <div class="welcome__window">
        {read ? (
          <ArticleView
            settings={DEFAULT_READING}
            article={read.article}
            minutes={readingMinutes(read.article.text)}
            tags={read.tags}
            pictures={new Map()}
          />
        ) : (
          <Portal page={page} />
        )}
      </div>
    </section>
  )
}

// The portal as a picture of itself: nothing in it can be clicked or is read out.
function Portal({ page }: { page: Document }) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const nodes = [...page.body.childNodes].map(node => document.importNode(node, true))
    holder.current?.replaceChildren(...nodes)
  }, [page])
  return <div ref={holder} class="portal" inert lang="zh-CN" />
}
