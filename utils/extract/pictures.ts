import { parseHttp } from '../article/url.ts'
import { LAZY_ATTRIBUTES, SRCSET_ATTRIBUTES } from './html-words.ts'
import type { PageElement } from './page-tree.ts'
import { isElement, isNamedLike } from './tree.ts'

const PLACEHOLDER =
  /(?:^|[/_.-])(?:blank|leer|divider|space(?:r|ball)|placeholder|pixel|loading|lazyload|transparent|grey|default_?img|1x1|clear|dot|none)[\w-]{0,12}\.(?:gif|png|jpe?g|svg|webp)\b/i
const NOT_CONTENT =
  /(?:^|[/_.-])(?:qr_?code|ewm|erweima|logo|avatar|gravatar|emoji|smil(?:ey|ies)|icon|ico|btn|button|arrow|bullet|(?:zoom|lupe|magnifier|facebook|twitter|linkedin|whatsapp|envelope)(?=\.(?:png|gif|svg))|badge|banner|(?:arc-)?author(?=s?\/)|ad[sv]?|advert\w{0,9}|enlarge|google-?news|follow-us|(?:tracking|counter|stat|beacon)s?(?![^/]*\.jpe?g)|(?:share|weixin|wechat|wx)(?=[^/]*$)|uploadfile\/poster)s?(?:[/_.-]|\d{0,6}\.)|[-/](?:\d\d|1[0-2]\d)x(?:\d\d|1[0-2]\d)\./i
/** Asked for as small as an avatar: ?w=60&h=60. */
const SMALL = /[?&]w(?:idth)?=(?:\d\d&h(?:eight)?=\d\d|(1\d\d)&h(?:eight)?=\1)(?!\d)/
/** What a picture has below it that is there to be scanned; below one of people who scan something they come first. */
export const SCAN_ME = /^(?:请|微信)?(?:扫[一码描]|点击|长按)|二维码$/
/** Boxes for people, buttons and films, whose pictures are none of the text. */
const OTHER_BOX =
  /\b(?:gravatar|byline|qr-?code|emoji|(?<!gallery-)icon|share|social)|(?:^|[ _-])(?:avatar|head-?shot|(?:author|contributor|profile)s?(?:[-_]{0,2}(?:image|photo|pic|info|box|card|head|avatar)|-[a-z\d]+-\d|$| ))|(?:^| )articleauthor|logo(?![a-z])|inline-?video|video-?(?:embed|thumb|player|card|teaser|wrap)/

/** What editors put where a picture should be described. */
const FILE_NAME = /^\S*\.(?:jpe?g|png|gif|webp|bmp)$/i

/** CSS pixels below which a picture is an icon, a rule or a tracking dot. */
const SMALLEST = 48
/** A formula in a line of its own is as wide and as high as this. */
const FORMULA = { width: 200, height: 24 }

export interface Picture {
  readonly url: string
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

/** The picture that `element` (img, amp-img) shows, or null for placeholders, icons, tracking dots and unsafe addresses. */
export function readPicture(element: PageElement, base: string): Picture | null {
  const width = pixels(element.attributes.width)
  const height = pixels(element.attributes.height)
  const least = (width ?? 0) >= FORMULA.width ? FORMULA.height : SMALLEST
  if ((width !== undefined && width < SMALLEST) || (height !== undefined && height < least)) return null
  const url = pictureAddress(element, base)
  if (!url || isDecoration(url, element)) return null
  const alt = element.attributes.alt?.trim() ?? ''
  return { url, ...(alt && !FILE_NAME.test(alt) && { alt }), ...(width && { width }), ...(height && { height }) }
}

/** Shown until the large one is there, which the box around it has: "/73x49/". */
const TINY = /[/_-]\d\dx\d\d[/._-]/
const HOLDERS = ['picture', 'a']

/** The absolute http(s) address of the best version of a picture. */
export function pictureAddress(element: PageElement, base: string): string | undefined {
  let [tiny, large]: (string | undefined)[] = []
  for (const candidate of candidatesOf(element)) {
    // Some keep the number of a picture where others keep its address, or what a script fills in: {width}.
    const url = candidate && /[./]/.test(candidate) && !candidate.includes('{') && absolute(candidate, base)
    if (!url || PLACEHOLDER.test(new URL(url).pathname)) continue
    const isTiny = TINY.test(url) && HOLDERS.includes(element.parent?.tag ?? '')
    if (!isTiny && !tiny) return url
    if (isTiny) tiny ??= url
    else large = url
  }
  return large ?? tiny
}

/**
 * What the file of a picture is called in all its sizes: "/2024/market-1024x683.jpg?w=80" and "/market-scaled.jpg" are "market".
 * Empty for what is too short to tell files apart.
 */
export function stemOf(address: string): string {
  const file = address.split('?')[0]?.split('/').pop() ?? ''
  const stem = file
    .slice(0, Math.max(0, file.search(/\.(?:jpe?g|png|webp|avif|gif)/i)))
    .replace(/[-_]\d{2,4}x\d{2,4}(?:_\w)?$|-scaled$|~_v-.*/, '')
  return stem.length < LEAST_STEM ? '' : stem
}
const LEAST_STEM = 5

function* candidatesOf(element: PageElement): Generator<string | undefined> {
  const { attributes } = element
  for (const name of LAZY_ATTRIBUTES) yield attributes[name]
  for (const name of SRCSET_ATTRIBUTES) yield largestOf(attributes[name])
  yield attributes.src
  yield* pictureSources(element)
  // Shown large by a script, which puts the small one in its place as well.
  const { tag, attributes: link } = element.parent ?? element
  if (tag === 'a' && IMAGE_FILE.test(link.href ?? '')) yield link.href
}

/** The end of an address of a picture. */
export const IMAGE_FILE = /\.(?:jpe?g|png|webp|gif)(?:\?|$)/i

/** `href` against `base`, http(s) only. */
export function absolute(href: string, base: string): string | undefined {
  return parseHttp(href.trim(), base)?.href
}

/** The candidate of a srcset with the greatest width or density. */
function largestOf(srcset: string | undefined): string | undefined {
  if (!srcset) return undefined
  let best: { url: string; size: number } | undefined
  // A comma followed by white space parts candidates; a bare one may belong to the address.
  for (const part of srcset.split(/,\s+/)) {
    const [url, descriptor = '1x'] = part.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor) || 0
    if (url && (!best || size > best.size)) best = { url, size }
  }
  return best?.url
}

function pictureSources(element: PageElement): (string | undefined)[] {
  if (element.parent?.tag !== 'picture') return []
  return element.parent.children.map(child =>
    isElement(child) && child.tag === 'source'
      ? largestOf(child.attributes.srcset ?? child.attributes['data-srcset'])
      : undefined,
  )
}

function isDecoration(url: string, element: PageElement): boolean {
  const { hostname, pathname, search } = new URL(url)
  return (
    /^ads?\d?\./.test(hostname) ||
    NOT_CONTENT.test(pathname.slice(-80)) ||
    SMALL.test(search) ||
    isNamedLike(OTHER_BOX, element, 3)
  )
}

function pixels(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isFinite(number) && !/%\s*$/.test(value ?? '') && number > 0 ? number : undefined
}
