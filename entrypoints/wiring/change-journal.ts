import { filesIn, journalFolder, writeFile } from '../../utils/browser/backup-files.ts'
import {
  type ArticleId,
  type Changes,
  exportChanges,
  importBackup,
  type Library,
  latestStamp,
} from '../../utils/library/index.ts'

// What was changed since the last backup other than by saving: records of articles, highlights, corrections. Written down
// beside the database as they are then, in files named by the stamp of the last change in them. A library that has lost
// nothing is never behind that.

/** Milliseconds: a reader's changes come one after the other. */
const SOON = 3000
/** Things that stand in one file, which is written anew with each that is added. */
const TOGETHER = 100

class ChangeSet {
  readonly articles = new Set<ArticleId>()
  readonly highlights = new Set<string>()
  readonly pages = new Set<string>()
  readonly sites = new Set<string>()

  add({ articles = [], highlights = [], pages = [], sites = [] }: Partial<Changes>): void {
    for (const id of articles) this.articles.add(id)
    for (const id of highlights) this.highlights.add(id)
    for (const page of pages) this.pages.add(page)
    for (const site of sites) this.sites.add(site)
  }

  get size(): number {
    return this.articles.size + this.highlights.size + this.pages.size + this.sites.size
  }

  list(): Changes {
    return {
      articles: [...this.articles],
      highlights: [...this.highlights],
      pages: [...this.pages],
      sites: [...this.sites],
    }
  }
}

// Lost with the worker, which then begins another file.
let changes = new ChangeSet()
let changesFile: string | undefined
let waiting = false

/** Writes down what was changed, soon and all together. Nobody waits for it. */
export function noteChanges(library: Library, changed: Partial<Changes>): void {
  if (import.meta.env.FIREFOX) return
  changes.add(changed)
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    writeChanges(library).catch(error => console.info('The journal of changes cannot be written:', error))
  }, SOON)
}

async function writeChanges(library: Library): Promise<void> {
  const folder = await journalFolder()
  const [written, before] = [changes, changesFile]
  const name = `changes-${await latestStamp(library)}.backup.gz`
  if (written.size >= TOGETHER) changes = new ChangeSet()
  changesFile = changes === written ? name : undefined
  await writeFile(folder, name, exportChanges(library, written.list()))
  // A backup that has it may have taken it away already.
  if (before !== undefined && before !== name) await folder.removeEntry(before).catch(() => undefined)
}

const CHANGES = /^changes-([0-9a-z]{13}-[0-9a-z]{1,16})\.backup\.gz$/

/** Whether a file of the journal is one of changes. */
export const isChanges = (name: string): boolean => CHANGES.test(name)

/**
 * Makes the changes again that were written down, in the articles that are there.
 * @param since a stamp: those up to then are not looked at
 */
export async function bringBackChanges(library: Library, since = ''): Promise<void> {
  if (import.meta.env.FIREFOX) return
  const files = await filesIn(await journalFolder())
  for (const file of files) {
    const stamp = CHANGES.exec(file.name)?.[1]
    if (stamp !== undefined && stamp > since) await importBackup(library, file, { presentOnly: true })
  }
}
