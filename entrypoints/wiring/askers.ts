import { type Askers, CONTENT_SCRIPT } from '../../utils/browser/messages.ts'
import type { KaifongContract } from './contract.ts'

// The side panel shows an article with the reader's own parts.
const READER = ['reader', 'sidepanel'] as const

/** Which page may ask for what: no more than it has a button or a view for. */
export const askers: Askers<KaifongContract> = {
  save: ['popup', 'library', ...READER],
  remove: ['popup', 'library', ...READER],
  restore: ['popup', 'library', ...READER],
  deleteForGood: ['library'],
  update: ['popup', 'library', ...READER],
  label: ['library', ...READER],
  retryPictures: ['popup', 'library', ...READER],
  resumePictures: ['popup'],
  stopPictures: ['popup', 'library', ...READER],
  pictureWork: ['popup', ...READER],
  pictureWorks: ['library'],
  find: ['popup', 'library', ...READER],
  findReprints: ['popup'],
  correct: ['popup', 'library', ...READER],
  keepRule: [CONTENT_SCRIPT],
  highlights: ['popup', ...READER],
  listHighlights: ['highlights'],
  keepHighlight: ['popup', ...READER, 'highlights'],
  removeHighlight: ['popup', ...READER, 'highlights'],
  list: ['library', ...READER],
  countDistricts: ['library'],
  countFacets: ['library', ...READER],
  searchHits: ['library'],
  reprints: ['library'],
  listIds: ['library'],
  records: ['library'],
  listSpans: ['library'],
  read: ['library', ...READER],
}
