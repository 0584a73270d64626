import { useEffect, useState } from 'preact/hooks'
import { type Convert, loadConverter, SCRIPT_TAG, type Script } from './chinese-script.ts'

interface Shown {
  /** Gives the words as they are to be shown; undefined where they are shown as they stand. */
  convert: Convert | undefined
  language: string
}

/** How to show an article of `language` in the reader's script. Until the dictionaries are there it stays as it is. */
export function useScript(script: Script, language: string): Shown {
  const [shown, setShown] = useState<Shown>({ convert: undefined, language })
  useEffect(() => {
    const original = { convert: undefined, language }
    if (script === 'original' || !/^zh\b/i.test(language)) {
      setShown(original)
      return
    }
    let current = true
    loadConverter(script).then(
      convert => current && setShown({ convert, language: SCRIPT_TAG[script] }),
      // The dictionaries are part of Kaifong: without them the article is still to be read.
      error => console.error(error),
    )
    return () => {
      current = false
    }
  }, [script, language])
  return shown
}
