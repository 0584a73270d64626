const SECONDS = 10
const RATE = 8000
const HEADER = 44
/** 8-bit samples are unsigned: the middle is no sound. */
const QUIET = 128

/**
 * A sound that nobody hears. Browsers give media keys to pages that play one, of some seconds at the least, and do not
 * count speech for one.
 */
export class Silence {
  #audio: HTMLAudioElement | undefined

  play(on: boolean): void {
    this.#audio?.pause()
    if (!on) return
    this.#audio ??= looped()
    this.#audio.play().catch(error => console.info('Media keys stay with who has them:', error))
  }

  end(): void {
    const { src } = this.#audio ?? {}
    this.#audio?.pause()
    this.#audio = undefined
    if (src) URL.revokeObjectURL(src)
  }
}

function looped(): HTMLAudioElement {
  const audio = new Audio(URL.createObjectURL(new Blob([silentWave()], { type: 'audio/wav' })))
  audio.loop = true
  return audio
}

/** One channel of PCM: http://soundfile.sapp.org/doc/WaveFormat/ */
function silentWave(): ArrayBuffer {
  const size = SECONDS * RATE
  const wave = new DataView(new ArrayBuffer(HEADER + size))
  const write = (at: number, text: string) => {
    for (let i = 0; i < text.length; i++) wave.setUint8(at + i, text.charCodeAt(i))
  }
  write(0, 'RIFF')
  wave.setUint32(4, HEADER - 8 + size, true)
  write(8, 'WAVEfmt ')
  wave.setUint32(16, 16, true)
  wave.setUint16(20, 1, true)
  wave.setUint16(22, 1, true)
  wave.setUint32(24, RATE, true)
  wave.setUint32(28, RATE, true)
  wave.setUint16(32, 1, true)
  wave.setUint16(34, 8, true)
  write(36, 'data')
  wave.setUint32(40, size, true)
  new Uint8Array(wave.buffer).fill(QUIET, HEADER)
  return wave.buffer
}
