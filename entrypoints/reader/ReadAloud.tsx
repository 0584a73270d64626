import { useEffect, useMemo, useState } from 'preact/hooks'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { paintRanges } from '../../components/paint-ranges.ts'
import { useStrings } from '../../components/strings.ts'
import { rangeOf } from '../../components/text-ranges.ts'
import { storedSpeech, storeSpeech } from '../../utils/browser/settings.ts'
import { Speaker } from './speaker.ts'
import { RATES, speechOf } from './speech.ts'
import { useMediaKeys } from './use-media-keys.ts'
import './read-aloud.css'

const bodyOf = () => document.querySelector('.article__body')

/** Reads the article aloud: a button in the bar, and, while it is on, its controls at the foot of the page. */
export function ReadAloud({ title, language }: { title: string; language: string }) {
  const { t } = useStrings()
  const [open, setOpen] = useState(false)
  const speaker = useMemo(() => new Speaker(language), [language])
  useFollowing(speaker)
  useMediaKeys(speaker, title, () => start(speaker))
  useRemembering(speaker)
  const close = () => {
    speaker.stop()
    setOpen(false)
  }
  return (
    <>
      <button
        type="button"
        class="button button--icon"
        aria-label={t('readAloud')}
        title={t('readAloud')}
        aria-pressed={open}
        onClick={() => {
          if (open) return close()
          setOpen(true)
          start(speaker)
        }}
      >
        <Icon name="aloud" />
      </button>
      {open && <Controls speaker={speaker} onClose={close} />}
    </>
  )
}

function Controls({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const { t, formatNumber } = useStrings()
  const speaking = speaker.speaking.value
  if (speaking === 'no-voice' || speaking === 'failed') {
    return (
      <section class="aloud" aria-label={t('readAloud')}>
        <Notice
          text={t(speaking === 'no-voice' ? 'readAloudNoVoice' : 'readAloudFailed')}
          action={{ label: t('close'), onClick: onClose }}
        />
      </section>
    )
  }
  const isOn = speaking === 'speaking'
  return (
    <section class="aloud" aria-label={t('readAloud')}>
      <Tool icon="sentenceBack" label={t('sentencePrevious')} onClick={() => speaker.skip(-1)} />
      <Tool
        icon={isOn ? 'pause' : 'play'}
        label={isOn ? t('pause') : t('play')}
        onClick={() => (isOn ? speaker.pause() : start(speaker))}
      />
      <Tool icon="sentenceNext" label={t('sentenceNext')} onClick={() => speaker.skip(1)} />
      <label class="aloud__rate">
        <span>{t('speed')}</span>
        <input
          type="range"
          {...RATES}
          value={speaker.rate.value}
          onChange={event => speaker.set({ rate: Number(event.currentTarget.value) })}
        />
        <output>{formatNumber(speaker.rate.value)}</output>
      </label>
      {speaker.voices.value.length > 1 && (
        <select
          class="aloud__voice"
          aria-label={t('voice')}
          onChange={event => speaker.set({ voice: event.currentTarget.value })}
        >
          {speaker.voices.value.map(({ voiceURI, name }) => (
            <option key={voiceURI} value={voiceURI} selected={voiceURI === speaker.voice.value}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Tool class="aloud__close" icon="close" label={t('close')} onClick={onClose} />
    </section>
  )
}

interface ToolProps {
  icon: IconName
  label: string
  onClick: () => void
  class?: string
}

function Tool({ icon, label, onClick, class: own = '' }: ToolProps) {
  return (
    <button
      type="button"
      class={`button button--quiet button--icon ${own}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}

// From where the reader is: the first letter in view, unless it goes on after a pause.
function start(speaker: Speaker): void {
  const body = bodyOf()
  if (!body) return
  void speaker.play(body, speaker.speaking.peek() === 'paused' ? undefined : firstInView(body))
}

function firstInView(body: Element): number {
  const range = document.createRange()
  for (const block of body.querySelectorAll('p, h2, h3, h4, li')) {
    if (block.getBoundingClientRect().bottom <= 0) continue
    range.setStart(body, 0)
    range.setEnd(block, 0)
    return range.toString().length
  }
  return 0
}

// The sentence is shown, and kept in view; a page that is left falls silent.
function useFollowing(speaker: Speaker): void {
  useEffect(() => {
    const stop = speaker.sentence.subscribe(sentence => {
      const body = bodyOf()
      const range = body && sentence && rangeOf(body, sentence)
      if (body) paintRanges({ 'kaifong-aloud': range ? [range] : [] }, body)
      const box = range?.getBoundingClientRect()
      if (box && (box.top < 0 || box.bottom > innerHeight - 100)) {
        range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      }
    })
    const silence = () => speaker.stop()
    addEventListener('pagehide', silence)
    return () => {
      stop()
      silence()
      removeEventListener('pagehide', silence)
    }
  }, [speaker])
}

// Every article is read as the one before was.
function useRemembering(speaker: Speaker): void {
  useEffect(() => {
    storedSpeech().then(
      stored => speaker.take(speechOf(stored)),
      error => console.info('How to read aloud is not known:', error),
    )
    speaker.onChosen = speech => void storeSpeech(speech).catch(console.error)
  }, [speaker])
}
