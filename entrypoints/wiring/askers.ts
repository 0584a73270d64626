import type { Askers } from '../../utils/browser/messages.ts'
import type { KaifongContract } from './contract.ts'

/** Which page may ask for what: no more than it has a button or a view for. */
export const askers: Askers<KaifongContract> = {
  save: ['popup', 'library', 'reader'],
  remove: ['popup', 'library', 'reader'],
  restore: ['popup', 'library', 'reader'],
  update: ['popup', 'library', 'reader'],
  retryPictures: ['library', 'reader'],
  find: ['popup', 'reader'],
  correct: ['popup', 'reader'],
  highlights: ['reader'],
  listHighlights: ['highlights'],
  keepHighlight: ['reader', 'highlights'],
  removeHighlight: ['reader', 'highlights'],
  list: ['library', 'reader'],
  countDistricts: ['library'],
  read: ['library', 'reader'],
}
