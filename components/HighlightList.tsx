import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { type MessageKey, useStrings } from './strings.ts'
import { written } from './written.ts'
import './styles/highlights.css'

export const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const
export type Colour = (typeof COLOURS)[number]

const COLOUR_NAMES: Record<Colour, MessageKey> = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
}

export interface ListedHighlight {
  id: string
  quote: { exact: string }
  colour: Colour
  note: string
}

interface Props<H extends ListedHighlight> {
  highlights: readonly H[]
  language: string
  /** Ids of those whose words are no longer in the text. */
  lost: ReadonlySet<string>
  /** The one whose note is to be written now. */
  editing: string | undefined
  onShow: (highlight: H) => void
  onChange: (highlight: H, change: { colour?: Colour; note?: string }) => void
  onRemove: (highlight: H) => void
}

/** What the reader marked in an article, with their notes. */
export function HighlightList<H extends ListedHighlight>(props: Props<H>) {
  const { t } = useStrings()
  if (props.highlights.length === 0) return <p class="highlights__none">{t('highlightsNone')}</p>
  return (
    <ul class="highlights" aria-label={t('highlights')}>
      {props.highlights.map(highlight => (
        <HighlightItem key={highlight.id} highlight={highlight} {...props} />
      ))}
    </ul>
  )
}

function HighlightItem<H extends ListedHighlight>({
  highlight,
  language,
  lost,
  editing,
  onShow,
  onChange,
  onRemove,
}: Props<H> & { highlight: H }) {
  const { t } = useStrings()
  const note = useRef<HTMLTextAreaElement>(null)
  const isEdited = editing === highlight.id
  useEffect(() => {
    if (isEdited) note.current?.focus()
  }, [isEdited])
  return (
    <li class={`highlights__item highlights__item--${highlight.colour}`}>
      <button type="button" class="highlights__quote" {...written(language)} onClick={() => onShow(highlight)}>
        {highlight.quote.exact}
      </button>
      {lost.has(highlight.id) && <p class="highlights__lost">{t('highlightLost')}</p>}
      <textarea
        ref={note}
        rows={highlight.note ? 2 : 1}
        aria-label={t('note')}
        placeholder={t('noteHint')}
        value={highlight.note}
        onInput={event => onChange(highlight, { note: event.currentTarget.value })}
      />
      <div class="highlights__tools">
        <ColourButtons chosen={highlight.colour} onPick={colour => onChange(highlight, { colour })} />
        <button
          type="button"
          class="button button--quiet button--icon"
          aria-label={t('highlightRemove')}
          title={t('highlightRemove')}
          onClick={() => onRemove(highlight)}
        >
          <Icon name="trash" />
        </button>
      </div>
    </li>
  )
}

/** The four colours; without `chosen` none of them is on. */
export function ColourButtons({ chosen, onPick }: { chosen?: Colour; onPick: (colour: Colour) => void }) {
  const { t } = useStrings()
  return (
    <fieldset class="colours" aria-label={t('highlight')}>
      {COLOURS.map(colour => (
        <button
          key={colour}
          type="button"
          class={`colour colour--${colour}`}
          aria-label={t(COLOUR_NAMES[colour])}
          title={t(COLOUR_NAMES[colour])}
          aria-pressed={chosen === undefined ? undefined : chosen === colour}
          // The selection in the text must outlive the press.
          onPointerDown={event => event.preventDefault()}
          onClick={() => onPick(colour)}
        />
      ))}
    </fieldset>
  )
}
