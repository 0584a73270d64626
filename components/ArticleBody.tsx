import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { PICTURE_ADDRESS, sanitise } from '../utils/article/sanitise.ts'
import type { LargePicture } from './LightBox.tsx'
import { useStrings } from './strings.ts'
import { needsSqueezing, type Typesetting, typeset } from './typeset.ts'
import { written } from './written.ts'

/** What a page knows of one of the article's pictures: its bytes as a `blob:` or `data:` address, or why there are none. */
export type Picture = { status: 'waiting' } | { status: 'ready'; src: string } | { status: 'missing'; why?: Absence }

/** `elsewhere`: only a site that the reader did not allow has it; `unavailable`: nobody does. Else it was not stored. */
export type Absence = 'elsewhere' | 'unavailable'

const ENLARGE = '.article__enlarge'

interface Props {
  html: string
  /** By address, as in `Article.images`. */
  pictures: ReadonlyMap<string, Picture>
  tableName: string
  language: string
  typesetting: Typesetting
  /** Makes each picture that is there a button; called with all that are there and the one that was pressed. */
  onPicture?: OnPicture
}

export type OnPicture = (pictures: LargePicture[], pressed: number) => void

/** The text itself. Never causes a request: pictures show only bytes that the page hands in. */
export function ArticleBody({ html, pictures, tableName, language, typesetting, onPicture }: Props) {
  const { t } = useStrings()
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
      const picture = pictures.get(image.getAttribute(PICTURE_ADDRESS) ?? '')
      showPicture(image, picture, why => t(why ? ABSENCES[why] : 'pictureMissing'))
      if (onPicture && picture?.status === 'ready')
        frameInButton(image, name => t('pictureEnlarge', name), t('picture'))
    }
  }, [html, pictures, language, convert, typesetting.squeeze, uprightDigits])
  useEffect(() => {
    const body = holder.current
    if (!body || !onPicture) return
    const onClick = ({ target }: MouseEvent) => {
      const pressed = target instanceof Element ? target.closest(ENLARGE) : null
      const all = [...body.querySelectorAll(ENLARGE)]
      const { lang } = body
      if (pressed)
        onPicture(
          all.flatMap(button => largePicture(button, lang)),
          all.indexOf(pressed),
        )
    }
    body.addEventListener('click', onClick)
    return () => body.removeEventListener('click', onClick)
  }, [onPicture])
  return <div ref={holder} class="article__body" {...written(language)} />
}

const ABSENCES = { elsewhere: 'pictureElsewhere', unavailable: 'pictureUnavailable' } as const

function showPicture(image: HTMLImageElement, picture: Picture | undefined, say: (why?: Absence) => string): void {
  image.dataset.status = picture?.status ?? 'missing'
  image.decoding = 'async'
  // A picture that the portal did not describe is described by its caption, if by anything. Words on why it is not
  // there are none of its own.
  if (!image.hasAttribute('alt') || image.alt === image.dataset.absent) image.alt = ''
  if (picture?.status === 'ready') {
    if (image.src !== picture.src) image.src = picture.src
    return
  }
  image.removeAttribute('src')
  if (picture?.status === 'waiting') return
  image.dataset.absent = say(picture?.why)
  if (!image.alt) image.alt = image.dataset.absent
}

const captionOf = (image: Element) => image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? ''

// A picture that is a link stays one.
function frameInButton(image: HTMLImageElement, named: (picture: string) => string, picture: string): void {
  if (image.closest(`a, ${ENLARGE}`)) return
  const button = image.ownerDocument.createElement('button')
  button.type = 'button'
  button.className = 'article__enlarge'
  button.setAttribute('aria-label', named(image.alt || captionOf(image) || picture))
  image.replaceWith(button)
  button.append(image)
}

function largePicture(button: Element, language: string): LargePicture[] {
  const image = button.querySelector('img')
  return image ? [{ src: image.src, alt: image.alt, caption: captionOf(image), language }] : []
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
