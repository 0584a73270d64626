import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'

let bundled: Promise<string> | undefined

/**
 * Milliseconds that the gazetteer takes to be fetched, decoded and parsed in a popup: by code that has not run there
 * before, as on a reader's click.
 */
export async function timeGazetteer(popup: Page): Promise<number> {
  bundled ??= bundle()
  await popup.evaluate(await bundled)
  return popup.evaluate(async () => {
    const from = performance.now()
    await bench.loadGazetteer()
    return performance.now() - from
  })
}

/** Stands for the bundle's global inside the popup. */
declare const bench: typeof import('../../utils/districts/load.ts')

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../../utils/districts/load.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('vite built nothing')
  return `${output.output[0].code};globalThis.bench = bench`
}
