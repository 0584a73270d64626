import {
  ALargeSmall,
  Archive,
  ArchiveRestore,
  Bookmark,
  BookmarkCheck,
  BookOpen,
  Check,
  ChevronLeft,
  ChevronRight,
  Circle,
  CircleAlert,
  CircleDot,
  Download,
  ExternalLink,
  Focus,
  Funnel,
  Highlighter,
  type IconNode,
  Image,
  Library,
  ListChecks,
  ListTree,
  MapPin,
  Maximize,
  MousePointerClick,
  PanelRight,
  Pause,
  Play,
  Search,
  Settings,
  SkipBack,
  SkipForward,
  Star,
  Tag,
  Trash2,
  Undo2,
  Volume2,
  X,
} from 'lucide'
import { h } from 'preact'

const icons = {
  play: Play,
  pause: Pause,
  previous: ChevronLeft,
  aloud: Volume2,
  archive: Archive,
  check: Check,
  chevron: ChevronRight,
  close: X,
  download: Download,
  external: ExternalLink,
  filter: Funnel,
  highlight: Highlighter,
  focus: Focus,
  fullScreen: Maximize,
  library: Library,
  next: ChevronRight,
  outline: ListTree,
  panel: PanelRight,
  picture: Image,
  place: MapPin,
  point: MousePointerClick,
  read: BookOpen,
  restore: ArchiveRestore,
  save: Bookmark,
  saved: BookmarkCheck,
  search: Search,
  select: ListChecks,
  settings: Settings,
  sentenceBack: SkipBack,
  sentenceNext: SkipForward,
  star: Star,
  tag: Tag,
  toRead: Circle,
  reading: CircleDot,
  trash: Trash2,
  type: ALargeSmall,
  undo: Undo2,
  warning: CircleAlert,
} satisfies Record<string, IconNode>

export type IconName = keyof typeof icons

/** A decorative line icon (Lucide); the control around it carries the name that is read out. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icons[name].map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  )
}
