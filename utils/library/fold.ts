import traditional from 'opencc-js/dict/TSCharacters'

let simplified: Map<string, string> | undefined

/**
 * Text as it is compared: compatibility forms, case, white space and traditional characters folded. Character by
 * character: where two simplified ones share a traditional form the more usual is taken, on both sides of a comparison.
 */
export function fold(text: string): string {
  simplified ??= readPairs(traditional)
  let folded = ''
  for (const letter of text.normalize('NFKC').toLowerCase()) folded += simplified.get(letter) ?? letter
  return folded.replace(/\s+/gu, ' ').trim()
}

/** The simplified form of a letter; a letter that has none stays. */
export function simplifiedLetter(letter: string): string {
  simplified ??= readPairs(traditional)
  return simplified.get(letter) ?? letter
}

function readPairs(pairs: string): Map<string, string> {
  return new Map(
    pairs.split('|').map(pair => {
      const [from = '', to = from] = pair.split(' ')
      return [from, to] as const
    }),
  )
}
