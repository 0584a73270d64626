import { createClient } from '../../utils/browser/messages.ts'
import type { KaifongContract } from './contract.ts'

/** Asks the background for what must outlive this page. */
export const ask = createClient<KaifongContract>()
