import { useEffect } from 'preact/hooks'
import { Silence } from './silence.ts'
import type { Speaker } from './speaker.ts'

/** The space bar, and the keys on a keyboard or headphones that play, pause and skip. */
export function useMediaKeys(speaker: Speaker, title: string, start: () => void): void {
  useEffect(() => {
    const { mediaSession } = navigator
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== ' ' || speaker.speaking.peek() === 'silent' || !isIdle(event.target)) return
      event.preventDefault()
      if (speaker.speaking.peek() === 'speaking') speaker.pause()
      else start()
    }
    addEventListener('keydown', onKey)
    if (!mediaSession) return () => removeEventListener('keydown', onKey)
    mediaSession.metadata = new MediaMetadata({ title })
    const actions = {
      play: start,
      pause: () => speaker.pause(),
      stop: () => speaker.stop(),
      nexttrack: () => speaker.skip(1),
      previoustrack: () => speaker.skip(-1),
    }
    for (const [name, act] of Object.entries(actions)) mediaSession.setActionHandler(name as keyof typeof actions, act)
    const silence = new Silence()
    const stop = speaker.speaking.subscribe(speaking => {
      silence.play(speaking === 'speaking')
      mediaSession.playbackState = speaking === 'speaking' ? 'playing' : speaking === 'paused' ? 'paused' : 'none'
    })
    return () => {
      stop()
      silence.end()
      for (const name of Object.keys(actions)) mediaSession.setActionHandler(name as keyof typeof actions, null)
      removeEventListener('keydown', onKey)
    }
  }, [speaker, title, start])
}

/** Nothing that has a use of its own for the space bar; a headline has none. */
function isIdle(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches('h1'))
}
