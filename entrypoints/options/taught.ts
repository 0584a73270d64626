import { signal } from '@preact/signals'
import type { SitePriors } from '../../utils/districts/index.ts'
import { forgetSite, taughtSites } from '../wiring/corrections.ts'
import { ownLibrary } from '../wiring/open-library.ts'

/** What a reader's corrections taught about one site, by the districts' names. */
export interface TaughtSite {
  host: string
  preferred: string[]
  avoided: string[]
}

/** What corrections taught, site by site, and a way to forget it. */
export class TaughtState {
  readonly sites = signal<TaughtSite[]>([])
  readonly failed = signal(false)

  async open(): Promise<void> {
    const opened = await ownLibrary()
    if (opened.status !== 'open') return
    const taught = await taughtSites(opened.library)
    this.sites.value = taught.length === 0 ? [] : await named(taught)
  }

  async forget(host: string): Promise<void> {
    this.failed.value = false
    const opened = await ownLibrary()
    try {
      if (opened.status !== 'open') throw new Error(`The library is not open: ${opened.reason}`)
      await forgetSite(opened.library, host)
    } catch (error) {
      console.error(error)
      this.failed.value = true
    }
    await this.open()
  }
}

// The gazetteer is read only when there is something to name.
async function named(taught: readonly SitePriors[]): Promise<TaughtSite[]> {
  const { loadGazetteer, placePath } = await import('../../utils/districts/index.ts')
  const gazetteer = await loadGazetteer()
  return taught.map(({ host, votes }) => {
    const of = (sign: number) =>
      Object.entries(votes)
        .filter(([, vote]) => Math.sign(vote) === sign)
        .map(([code]) => placePath(code, gazetteer).slice(-2).join(' ') || code)
    return { host, preferred: of(1), avoided: of(-1) }
  })
}
