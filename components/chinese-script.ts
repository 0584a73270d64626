/** Which characters an article is shown in; what is stored stays as it was. */
export type Script = 'original' | 'simplified' | 'traditional'
export type Convert = (text: string) => string

/** Language tags of the scripts, so that fonts take the right forms. */
export const SCRIPT_TAG = { simplified: 'zh-Hans', traditional: 'zh-Hant' } as const

const loading = new Map<Script, Promise<Convert>>()

/**
 * OpenCC's dictionaries, loaded when they are first used: those to traditional characters are 1 MB, as a simplified one
 * stands for several. Words count, not only characters: 头发 is 頭髮, 发展 is 發展.
 */
export function loadConverter(script: Exclude<Script, 'original'>): Promise<Convert> {
  const known = loading.get(script) ?? (script === 'simplified' ? toSimplified() : toTraditional())
  loading.set(script, known)
  return known
}

async function toSimplified(): Promise<Convert> {
  const [{ ConverterFactory }, from, to] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/from/tw'),
    import('opencc-js/to/cn'),
  ])
  return ConverterFactory(from.default, to.default)
}

async function toTraditional(): Promise<Convert> {
  const [{ ConverterFactory }, from, to] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/from/cn'),
    import('opencc-js/to/tw'),
  ])
  return ConverterFactory(from.default, to.default)
}
