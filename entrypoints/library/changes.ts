import type { Signal } from '@preact/signals'
import type { ToastMessage } from '../../components/Toast.tsx'
import { formatNumber, t, tn } from '../../utils/browser/i18n.ts'
import type { Correction } from '../../utils/districts/index.ts'
import type { ArticleChange, ArticleRecord, PastChange } from '../../utils/library/index.ts'
import { ask } from '../wiring/client.ts'
import { correctedTags } from '../wiring/tagging.ts'

/** What a person does to articles in the list. However many they are, one undo takes it back. */
export class Changes {
  readonly #toast: Signal<ToastMessage | undefined>

  constructor(toast: Signal<ToastMessage | undefined>) {
    this.#toast = toast
  }

  async update(ids: string[], change: ArticleChange): Promise<void> {
    await this.attempt(async () => {
      const before = await ask('update', { ids, change })
      // A single one is changed back where it was changed.
      if (ids.length > 1) this.#offerUndo(tn('changed', ids.length), () => changeBack(before))
    })
  }

  async label(ids: string[], add: string[], remove: string[]): Promise<void> {
    await this.attempt(async () => {
      const before = await ask('label', { ids, add, remove })
      this.#offerUndo(tn('changed', ids.length), () => changeBack(before))
    })
  }

  remove(ids: string[]): Promise<boolean> {
    return this.attempt(async () => {
      await ask('remove', { ids })
      this.#offerUndo(tn('removed', ids.length), () => ask('restore', { ids }))
    })
  }

  restore(ids: string[]): Promise<boolean> {
    return this.attempt(async () => {
      await ask('restore', { ids })
      this.#offerUndo(tn('restored', ids.length), () => ask('remove', { ids }))
    })
  }

  deleteForGood(ids: string[]): Promise<boolean> {
    return this.attempt(async () => {
      this.#toast.value = { text: tn('deletedForGood', await ask('deleteForGood', { ids })) }
    })
  }

  /** Ends the fetching of pictures; what is stored stays. */
  async stopPictures({ stored, wanted }: { stored: number; wanted: number }): Promise<void> {
    await this.attempt(async () => {
      const ids = await ask('stopPictures', { id: null })
      if (ids.length === 0) return
      this.#offerUndo(t('picturesStopped', formatNumber(stored), formatNumber(wanted)), async () => {
        // Answered when all were tried, which nobody waits for.
        void ask('retryPictures', { ids }).catch(error => console.info('The pictures go on later:', error))
      })
    })
  }

  /** @param correctionOf the reader's word on an article */
  async correct(
    articles: readonly ArticleRecord[],
    correctionOf: (article: ArticleRecord) => Correction,
    said = tn('changed', articles.length),
  ): Promise<void> {
    await this.attempt(async () => {
      for (const article of articles) await correct(article, correctionOf(article))
      this.#offerUndo(said, async () => {
        for (const article of articles) await takeBack(article, correctionOf(article))
      })
    })
  }

  /**
   * Does what the reader asked for, and says so where it cannot be done.
   * @returns whether it was done
   */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act()
      dispatchEvent(new Event('kaifong:changed'))
      return true
    } catch (error) {
      console.error(error)
      this.#toast.value = { text: t('changeFailed') }
      return false
    }
  }

  /** Takes back what was done last, as long as its message is shown. */
  undo(): void {
    this.#toast.value?.undo?.()
  }

  #offerUndo(text: string, undo: () => Promise<unknown>): void {
    const message: ToastMessage = {
      text,
      undo: () => {
        if (this.#toast.value !== message) return
        this.#toast.value = undefined
        void this.attempt(async () => {
          await undo()
          this.#toast.value = { text: t('undone') }
        })
      },
    }
    this.#toast.value = message
  }
}

async function changeBack(before: readonly PastChange[]): Promise<void> {
  for (const past of before) await ask('update', past)
}

async function correct({ tags: found }: ArticleRecord, correction: Correction): Promise<void> {
  const { canonicalUrl, host } = correction
  const { corrections } = await ask('find', { canonicalUrl, host })
  const tags = await correctedTags(found, [correction])
  await ask('correct', { canonicalUrl, host, corrections: [...corrections, correction], tags })
}

async function takeBack({ tags }: ArticleRecord, { canonicalUrl, host }: Correction): Promise<void> {
  const { corrections } = await ask('find', { canonicalUrl, host })
  await ask('correct', { canonicalUrl, host, corrections: corrections.slice(0, -1), tags })
}
