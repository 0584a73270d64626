import { signal } from '@preact/signals'
import type { SiteRule } from '../../utils/extract/site-rule.ts'
import { offerFile } from '../wiring/offer-file.ts'
import { exportRules, forgetRule, importRules, MOST_BYTES, siteRules } from '../wiring/site-rules.ts'

type Outcome = { status: 'imported'; sites: number } | { status: 'saved' | 'bad-file' | 'failed' }

/** What the reader chose on sites, and what can be done with it. */
export class RulesState {
  readonly rules = signal<SiteRule[]>([])
  readonly outcome = signal<Outcome | undefined>(undefined)

  async open(): Promise<void> {
    this.rules.value = await siteRules()
  }

  async forget(host: string): Promise<void> {
    this.outcome.value = undefined
    try {
      await forgetRule(host)
    } catch (error) {
      console.error(error)
      this.outcome.value = { status: 'failed' }
    }
    await this.open()
  }

  async save(): Promise<void> {
    offerFile(new Blob([await exportRules()], { type: 'application/json' }), 'kaifong-rules.json')
    this.outcome.value = { status: 'saved' }
  }

  async bring(file: File): Promise<void> {
    try {
      if (file.size > MOST_BYTES) throw new Error(`${file.size} bytes are no file of rules`)
      this.outcome.value = { status: 'imported', sites: await importRules(await file.text()) }
    } catch (error) {
      console.info('Not a file of rules:', error)
      this.outcome.value = { status: 'bad-file' }
    }
    await this.open()
  }
}
