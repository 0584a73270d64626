// The only folder that knows Dexie. Knows no extension API and no DOM: the background's worker uses it too.
export {
  type Changes,
  type ExportOptions,
  exportBackup,
  exportChanges,
  lastChange,
  latestStamp,
} from './backup/export.ts'
export type { BackupFault } from './backup/format.ts'
export { type ImportOptions, type ImportResult, importBackup } from './backup/import.ts'
export { backupName, outdatedBackups, type Rotation } from './backup/rotation.ts'
export {
  type ChangeResult,
  changeLabels,
  type PastChange,
  removeArticles,
  restoreArticles,
  type UpdateResult,
  updateArticles,
} from './change.ts'
export { clearLibrary } from './clear.ts'
export { allSiteNotes, getCorrection, getSiteNotes, setCorrection, setSiteNotes } from './corrections.ts'
export { HIGHLIGHT_COLOURS, type HighlightColour } from './database.ts'
export type { Facet, FacetCounts } from './facets.ts'
export { simplifiedLetter } from './fold.ts'
export { allHighlights, type Highlight, highlightsOf, keepHighlight, removeHighlight } from './highlights.ts'
export { jobId, nextJobAt, type PendingJob, pendingJobs } from './jobs.ts'
export { beginNewLog } from './log.ts'
export { closeLibrary, isOpen, type Library, type OpenOptions, type OpenResult, openLibrary } from './open.ts'
export { type PictureWork, pictureWork, stopPictures } from './picture-work.ts'
export {
  type FetchPicture,
  hasPicturesToCome,
  PICTURE_LIMITS,
  type PictureFailure,
  type PictureJobResult,
  type PictureLimits,
  retryPictures,
  runPictureJob,
} from './pictures.ts'
export type { ArticleGroup, ArticleQuery, ArticleSort, ArticleSpan } from './plan.ts'
export {
  countDistricts,
  countFacets,
  findByAddress,
  listArticles,
  listIds,
  listSpans,
  type QueryWindow,
  recordsOfIds,
} from './query.ts'
export { type MissingPicture, readArticle, type StoredArticle, type StoredImage } from './read.ts'
export { type RebuildOptions, type RebuildResult, rebuildIndexes } from './rebuild.ts'
export type {
  ArticleChange,
  ArticleId,
  ArticleRecord,
  LibraryFailure,
  PictureCounts,
  ReadingPlace,
  ReadingState,
} from './record.ts'
export { findReprints, linkReprints, reprintsOf } from './reprints.ts'
export { type SaveResult, saveArticle } from './save.ts'
export {
  asStateWord,
  notUnderstood,
  PLACE_OPERATOR,
  parseSearch,
  SEARCH_OPERATORS,
  STATE_WORDS,
} from './search/operators.ts'
export { type SearchHits, searchHits } from './search/shown-hits.ts'
export { pendingSearch, updateSearch } from './search/update.ts'
export { type LibraryStatus, libraryStatus, noteCount, type Sentinel, type SentinelStore } from './sentinel.ts'
export { keepForGood, type StorageUsed, storageUsed } from './space.ts'
export { emptyTrash, type PurgeResult, purgeTrash } from './trash.ts'
export { type Watch, watch } from './watch.ts'
