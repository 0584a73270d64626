import { READING_CHOICES, READING_RANGES, type ReadingSettings } from './reading-settings.ts'
import { type MessageKey, useStrings } from './strings.ts'
import './styles/reading-controls.css'

interface Props {
  settings: ReadingSettings
  onChange: (change: Partial<ReadingSettings>) => void
}

type Choice = keyof typeof READING_CHOICES
type Range = keyof typeof READING_RANGES

const LABELS: Record<Choice | Range, MessageKey> = {
  theme: 'settingTheme',
  font: 'settingFont',
  size: 'settingSize',
  leading: 'settingLeading',
  measure: 'settingMeasure',
  paragraphs: 'settingParagraphs',
  justify: 'settingJustify',
  squeeze: 'settingSqueeze',
  pictures: 'settingPictures',
  script: 'settingScript',
  writing: 'settingWriting',
}

const OPTION_LABELS: Record<string, MessageKey> = {
  'theme.system': 'themeSystem',
  'theme.light': 'themeLight',
  'theme.sepia': 'themeSepia',
  'theme.dark': 'themeDark',
  'font.song': 'fontSong',
  'font.hei': 'fontHei',
  'font.kai': 'fontKai',
  'font.system': 'fontSystem',
  'paragraphs.indent': 'paragraphsIndent',
  'paragraphs.gap': 'paragraphsGap',
  'justify.on': 'on',
  'justify.off': 'off',
  'squeeze.on': 'on',
  'squeeze.off': 'off',
  'script.original': 'scriptOriginal',
  'script.simplified': 'scriptSimplified',
  'script.traditional': 'scriptTraditional',
  'writing.horizontal': 'writingHorizontal',
  'writing.vertical': 'writingVertical',
  'pictures.on': 'on',
  'pictures.off': 'off',
}

/** Type, theme and layout of articles; every change shows at once. */
export function ReadingControls({ settings, onChange }: Props) {
  return (
    <div class="reading-controls">
      <Choices name="theme" settings={settings} onChange={onChange} />
      <Choices name="font" settings={settings} onChange={onChange} />
      <Slider name="size" settings={settings} onChange={onChange} />
      <Slider name="leading" settings={settings} onChange={onChange} />
      <Slider name="measure" settings={settings} onChange={onChange} />
      <Choices name="paragraphs" settings={settings} onChange={onChange} />
      <Choices name="justify" settings={settings} onChange={onChange} />
      <Choices name="squeeze" settings={settings} onChange={onChange} />
      <Choices name="script" settings={settings} onChange={onChange} />
      <Choices name="writing" settings={settings} onChange={onChange} />
      <Choices name="pictures" settings={settings} onChange={onChange} />
    </div>
  )
}

function Choices({ name, settings, onChange }: Props & { name: Choice }) {
  const { t } = useStrings()
  return (
    <fieldset class="choices">
      <legend>{t(LABELS[name])}</legend>
      <div class="choices__row">
        {READING_CHOICES[name].map(value => (
          <label key={value} class={`choice choice--${name}-${value}`}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={settings[name] === value}
              onChange={() => onChange({ [name]: value })}
            />
            <span>{t(OPTION_LABELS[`${name}.${value}`] ?? 'on')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Slider({ name, settings, onChange }: Props & { name: Range }) {
  const { t, formatNumber } = useStrings()
  return (
    <label class="slider">
      <span>{t(LABELS[name])}</span>
      <input
        type="range"
        {...READING_RANGES[name]}
        value={settings[name]}
        onInput={event => onChange({ [name]: Number(event.currentTarget.value) })}
      />
      <output>{formatNumber(settings[name])}</output>
    </label>
  )
}
