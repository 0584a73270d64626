import { posix } from 'node:path'

export interface Import {
  /** A package's name, or a path from the project's folder. */
  target: string
  /** Gone after compiling. */
  typeOnly: boolean
}

/** The rooms of the middle floor: none knows another. The ground floor, utils/article, is open to all of them. */
const MIDDLE = ['utils/extract', 'utils/districts', 'utils/library', 'utils/browser', 'components']
const GROUND = 'utils/article'
const ROOMS = [...MIDDLE, GROUND, 'entrypoints']

/** Packages that one room alone may know. */
const OWNERS: Record<string, string> = {
  dexie: 'utils/library',
  dompurify: GROUND,
  'webextension-polyfill': 'utils/browser',
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)(\s+type)?\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** What a file imports and re-exports, written in any of the ways that there are. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, named, dynamic]) => {
    const specifier = named ?? dynamic ?? ''
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : packageOf(specifier)
    return { target, typeOnly: type !== undefined }
  })
}

/** Why this import is against the layout, or undefined where it is in order. */
export function offence(path: string, { target, typeOnly }: Import): string | undefined {
  const [from, to] = [roomOf(path), roomOf(target)]
  const owner = OWNERS[target]
  if (owner && owner !== from && !(typeOnly && from === 'entrypoints')) return `only ${owner} knows ${target}`
  if (to === undefined || to === from || from === 'entrypoints') return undefined
  if (from === GROUND) return `${GROUND} imports nothing of ours`
  if (to === GROUND) return undefined
  return `${from} must not know ${to}`
}

const roomOf = (path: string): string | undefined => ROOMS.find(room => path.startsWith(`${room}/`))

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
