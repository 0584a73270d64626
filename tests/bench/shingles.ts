/** Body comparison as the article-extraction-benchmark does it: bags of four-token shingles, a Han character is a token. */
const TOKEN = /\p{Script=Han}|[[\p{L}\p{N}\p{M}_]--\p{Script=Han}]+/gv

export const tokenize = (text: string): string[] => text.match(TOKEN) ?? []

export function shinglesOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join(' ')
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

export interface BodyScore {
  readonly precision: number | null
  readonly recall: number | null
  readonly exact: boolean
}

export function compareBodies(gold: string, found: string): BodyScore {
  const [wantedTokens, foundTokens] = [tokenize(gold), tokenize(found)]
  const [wanted, got] = [shinglesOf(wantedTokens), shinglesOf(foundTokens)]
  let [hit, extra, missed] = [0, 0, 0]
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const [a, b] = [wanted.get(key) ?? 0, got.get(key) ?? 0]
    hit += Math.min(a, b)
    extra += Math.max(0, b - a)
    missed += Math.max(0, a - b)
  }
  return {
    precision: hit + extra > 0 ? hit / (hit + extra) : null,
    recall: hit + missed > 0 ? hit / (hit + missed) : null,
    exact: wantedTokens.join(' ') === foundTokens.join(' '),
  }
}

export const squeeze = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '')
