import { useStrings } from './strings.ts'
import { written } from './written.ts'
import './styles/outline.css'

export interface OutlineHeading {
  text: string
  /** 2 to 4, as in h2. */
  level: number
}

interface Props {
  headings: readonly OutlineHeading[]
  /** Index of the section that is being read; -1 before the first. */
  current: number
  /** BCP 47, of the headings. */
  language: string
  onGo: (index: number) => void
}

/** The subheads of an article, as its table of contents. */
export function Outline({ headings, current, language, onGo }: Props) {
  const { t } = useStrings()
  const top = Math.min(...headings.map(({ level }) => level))
  return (
    <nav class="outline" aria-label={t('outline')}>
      <p class="outline__title" aria-hidden="true">
        {t('outline')}
      </p>
      <ol {...written(language)}>
        {headings.map(({ text, level }, index) => (
          <li key={index} style={{ '--depth': level - top }}>
            <button
              type="button"
              class="outline__item"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onGo(index)}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
