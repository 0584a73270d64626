import { useLayoutEffect, useRef } from 'preact/hooks'
import { PICTURE_ADDRESS, sanitise } from '../utils/article/sanitise.ts'
import { needsSqueezing, type Typesetting, typeset } from './typeset.ts'

/** What a page knows of one of the article's pictures: its bytes as a `blob:` or `data:` address, or why there are none. */
export type Picture = { status: 'waiting' } | { status: 'ready'; src: string } | { status: 'missing' }

interface Props {
  html: string
  /** By address, as in `Article.images`. */
  pictures: ReadonlyMap<string, Picture>
  /** Shown in place of a picture that cannot be had. */
  missingPictureText: string
  tableName: string
  language: string
  typesetting: Typesetting
}

/** The text itself. Never causes a request: pictures show only bytes that the page hands in. */
export function ArticleBody({ html, pictures, missingPictureText, tableName, language, typesetting }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const { convert, uprightDigits } = typesetting
  useLayoutEffect(() => {
    const fragment = sanitise(html, window)
    for (const table of fragment.querySelectorAll('table')) frameTable(table, tableName)
    const squeeze = typesetting.squeeze && holder.current !== null && needsSqueezing(holder.current)
    typeset(fragment, { convert, squeeze, uprightDigits }, language)
    holder.current?.replaceChildren(fragment)
  }, [html, tableName, language, convert, typesetting.squeeze, uprightDigits])
  useLayoutEffect(() => {
    for (const image of holder.current?.querySelectorAll('img') ?? []) {
      showPicture(image, pictures.get(image.getAttribute(PICTURE_ADDRESS) ?? ''), missingPictureText)
    }
  }, [html, pictures, missingPictureText, language, convert, typesetting.squeeze, uprightDigits])
  return <div ref={holder} class="article__body" lang={language} />
}

function showPicture(image: HTMLImageElement, picture: Picture | undefined, missingText: string): void {
  image.dataset.status = picture?.status ?? 'missing'
  image.decoding = 'async'
  // A picture that the portal did not describe is described by its caption, if by anything.
  if (!image.hasAttribute('alt')) image.alt = ''
  if (picture?.status === 'ready') {
    if (image.src !== picture.src) image.src = picture.src
    return
  }
  image.removeAttribute('src')
  if (picture?.status !== 'waiting' && !image.alt) image.alt = missingText
}

// A wide table scrolls in a frame of its own, which the keyboard can reach.
function frameTable(table: HTMLTableElement, name: string): void {
  const frame = table.ownerDocument.createElement('div')
  frame.className = 'article__table'
  frame.tabIndex = 0
  frame.setAttribute('role', 'region')
  frame.setAttribute('aria-label', name)
  table.replaceWith(frame)
  frame.append(table)
}
