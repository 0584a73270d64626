import { PHRASE_ELEMENTS } from '../article/elements.ts'

/** HTML's own vocabulary, as the steps need it. Lists in one string, as this is compiled anew on every click. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that stay inside a paragraph. */
export const INLINE_TAGS: ReadonlySet<string> = new Set([
  ...PHRASE_ELEMENTS,
  ...words(
    'a acronym bdi bdo big br data dfn font img label nobr span strike tt wbr o:p st1:chsdate picture source amp-img amp-anim',
  ),
])

/** Elements of which the output is made, within a paragraph. */
export const OUTPUT_INLINE: ReadonlySet<string> = new Set(PHRASE_ELEMENTS)

/** Elements that show something else than text. */
export const EMBED_TAGS = words('video audio iframe embed')

/** Where lazy loaders keep the real address, most telling first; `src` is then a placeholder. */
export const LAZY_ATTRIBUTES = words(
  'data-original data-original-src data-actualsrc data-lazy-src data-src data-lazyload data-echo data-lazy data-hi-res-src ' +
    'data-full-src data-image data-img data-url zoomfile file real_src original _src',
)
export const SRCSET_ATTRIBUTES = words('data-srcset data-lazy-srcset srcset')

/** Boxes that may be menus. */
export const MENU_TAGS = words('ul ol nav')
