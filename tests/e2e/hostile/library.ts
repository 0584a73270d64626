import { type ArticleId, exportBackup, saveArticle } from '../../../utils/library/index.ts'
import { makeArticle, makeTag, newLibrary } from '../../unit/library/factory.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'

/** An article as it would come from a page that got past everything: each field as hostile as its body. */
export function hostileArticle(number: number, html: string) {
  const words = html.slice(0, 1_500)
  return makeArticle(number, {
    html,
    text: words,
    title: `${number} ${words}`,
    subtitle: words,
    section: words,
    site: words,
    source: { name: words, url: 'javascript:alert(1)' },
    credits: [{ role: 'reporter', name: words }],
    breadcrumb: [words],
    language: 'zh"><img src=x onerror=alert(1)>',
  })
}

export const hostileTag = (words: string) =>
  makeTag('440307', { name: words.slice(0, 300), path: [words.slice(0, 300)] })

/** A backup of hostile articles, checksums and all, and their ids in order. */
export async function hostileBackup(pieces: readonly string[]): Promise<{ file: string; ids: ArticleId[] }> {
  const library = await newLibrary()
  const ids: ArticleId[] = []
  for (const [index, html] of pieces.entries()) {
    const saved = await saveArticle(library, { article: hostileArticle(index, html), tags: [hostileTag(html)] })
    if (saved.status !== 'saved') throw new Error(`Piece ${index} was not taken: ${saved.status}`)
    ids.push(saved.id)
  }
  const stream = exportBackup(library) as ReadableStream<Uint8Array<ArrayBuffer>>
  return { file: Buffer.from(await new Response(stream).arrayBuffer()).toString('base64'), ids }
}

/** Gives a backup to the settings page as a person does, and waits for what it says. */
export async function restore(options: Tab, file: string): Promise<string> {
  await options.run(chooseFile, file)
  return until('word of the restored backup', () =>
    options.run(
      () => document.querySelector('#backups-title ~ .options__actions ~ [role=status]')?.textContent || undefined,
    ),
  )
}

function chooseFile(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  const chosen = new DataTransfer()
  chosen.items.add(new File([bytes], 'hostile.backup.gz'))
  const input = document.querySelector<HTMLInputElement>('input[accept*=gzip]')
  if (!input) throw new Error('No file can be chosen here')
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Asks the background as one of Kaifong's own pages does. */
export function sendMessage(tab: Tab, name: string, request: object): Promise<{ ok: boolean; response?: unknown }> {
  return tab.run(
    (name, request) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>
      return (browser ?? chrome)?.runtime.sendMessage({ name, request }) as Promise<{ ok: boolean }>
    },
    name,
    request,
  )
}

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> }
}
