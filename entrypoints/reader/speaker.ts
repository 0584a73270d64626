import { signal } from '@preact/signals'
import { sentencesOf } from '../../components/sentences.ts'
import type { Stretch } from '../../utils/article/text-quote.ts'
import { type Speech, speechOf, stemOf } from './speech.ts'

/** 'no-voice': the system has none, for any language. */
export type Speaking = 'silent' | 'speaking' | 'paused' | 'no-voice' | 'failed'

const PARAGRAPHS = 'p, h2, h3, h4, h5, h6, li, figcaption, pre, td, th'
const VOICES_PATIENCE = 1500

/** Reads the article on the page aloud with the system's voices, a sentence at a time. State only. */
export class Speaker {
  readonly speaking = signal<Speaking>('silent')
  /** Where the sentence that is being read stands in the text. */
  readonly sentence = signal<Stretch | undefined>(undefined)
  readonly voices = signal<readonly SpeechSynthesisVoice[]>([])
  readonly voice = signal<string | undefined>(undefined)
  readonly rate = signal(1)
  /** Told of a speed or voice that the reader chose. */
  onChosen: (speech: Speech) => void = () => {}
  #speech = speechOf(undefined)
  readonly #language: string
  #text = ''
  #sentences: Stretch[] = []
  #next = 0
  /** Counts what was begun, so that the end of something cancelled begins nothing. */
  #turn = 0

  constructor(language: string) {
    this.#language = language
  }

  /** Begins at a place in the text, or goes on where it was paused. */
  async play(body: Element, from?: number): Promise<void> {
    const all = await findVoices()
    if (all.length === 0) {
      this.speaking.value = 'no-voice'
      return
    }
    this.voices.value = voicesFor(this.#language, all)
    if (this.speaking.value !== 'paused' || from !== undefined) {
      this.#text = body.textContent ?? ''
      this.#sentences = sentencesOf(this.#text, paragraphsOf(body), this.#language)
      const first = this.#sentences.findIndex(({ end }) => end > (from ?? 0))
      this.#next = Math.max(0, first)
    }
    this.#say()
  }

  pause(): void {
    this.#silence()
    this.speaking.value = 'paused'
  }

  stop(): void {
    this.#silence()
    this.#next = 0
    this.sentence.value = undefined
    this.speaking.value = 'silent'
  }

  /** Forward or back by sentences. */
  skip(by: number): void {
    if (this.#sentences.length === 0) return
    this.#next = Math.max(0, Math.min(this.#sentences.length - 1, this.#next + by))
    if (this.speaking.value === 'speaking') this.#say()
    else this.sentence.value = this.#sentences[this.#next]
  }

  /** What the reader chose before. */
  take(speech: Speech): void {
    this.#speech = speech
    this.rate.value = speech.rate
    this.voice.value = speech.voices[stemOf(this.#language)]
  }

  /** Holds from now on: the sentence is begun again. */
  set({ rate = this.rate.peek(), voice = this.voice.peek() }: { rate?: number; voice?: string }): void {
    const { voices } = this.#speech
    this.take({ rate, voices: voice ? { ...voices, [stemOf(this.#language)]: voice } : voices })
    this.onChosen(this.#speech)
    if (this.speaking.value === 'speaking') this.#say()
  }

  #say(): void {
    this.#silence()
    const sentence = this.#sentences[this.#next]
    if (!sentence) {
      this.stop()
      return
    }
    const turn = this.#turn
    const utterance = new SpeechSynthesisUtterance(this.#text.slice(sentence.start, sentence.end))
    const voice = this.voices.value.find(({ voiceURI }) => voiceURI === this.voice.value) ?? this.voices.value[0]
    utterance.lang = voice?.lang ?? this.#language
    utterance.voice = voice ?? null
    utterance.rate = this.rate.value
    utterance.onend = () => {
      if (turn !== this.#turn) return
      this.#next++
      this.#say()
    }
    utterance.onerror = ({ error }) => {
      if (turn !== this.#turn) return
      console.error('The voice failed:', error)
      this.#silence()
      this.speaking.value = 'failed'
    }
    this.sentence.value = sentence
    this.speaking.value = 'speaking'
    speechSynthesis.speak(utterance)
  }

  #silence(): void {
    this.#turn++
    speechSynthesis.cancel()
  }
}

/** The voices for a language, those of its own region first; all of them where there is none for it. */
export function voicesFor<V extends { lang: string }>(language: string, voices: readonly V[]): readonly V[] {
  const plain = (tag: string) => tag.toLowerCase().replace('_', '-')
  const [wanted, stem] = [plain(language), stemOf(language)]
  const own = voices.filter(({ lang }) => stemOf(lang) === stem)
  const region = own.filter(({ lang }) => plain(lang) === wanted)
  return own.length > 0 ? [...region, ...own.filter(voice => !region.includes(voice))] : voices
}

// Browsers tell their voices late, and those that have none never tell.
function findVoices(): Promise<SpeechSynthesisVoice[]> {
  if (typeof speechSynthesis === 'undefined') return Promise.resolve([])
  const voices = speechSynthesis.getVoices()
  if (voices.length > 0) return Promise.resolve(voices)
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      speechSynthesis.removeEventListener('voiceschanged', done)
      resolve(speechSynthesis.getVoices())
    }
    const timer = setTimeout(done, VOICES_PATIENCE)
    speechSynthesis.addEventListener('voiceschanged', done)
  })
}

function paragraphsOf(body: Element): Stretch[] {
  const found: Stretch[] = []
  const range = document.createRange()
  for (const paragraph of body.querySelectorAll(PARAGRAPHS)) {
    // Of those within each other only the innermost.
    if (paragraph.querySelector(PARAGRAPHS)) continue
    range.setStart(body, 0)
    range.setEnd(paragraph, 0)
    const start = range.toString().length
    found.push({ start, end: start + (paragraph.textContent?.length ?? 0) })
  }
  return found
}
