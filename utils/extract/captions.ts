import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import { hasHan } from './characters.ts'
import { signatureOf } from './facts.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { readPicture } from './pictures.ts'
import { elementsOf, isElement, isImage, lineage, nameOf, rawText } from './tree.ts'
import { isAboutLine } from './trim.ts'

const CAPTION_NAME =
  /caption|tushuo|figcap|(?:img|pic|photo)[-_]?(?:cap|desc|in(?:fo|tro)|te?xt|title|note|credit)|(?:image|video)[-_]desc|legend|zhushi/
/** A box with a picture and with what it shows in words. */
const PICTURE_NAME = /^(?:image|img|photo|pic)\b/
const CAPTION_WORDS =
  /^[（(【[]?(?:图[：:为片\d一二三四五]|资料图|[配上下左右]图|▲|△|▼|photo(?:graph)?\s*(?:by|:|credit)|image\s*(?:by|:|credit|source)|(?:picture|foto|bild)\s*:|©)|(?:[摄攝]影?|供[图圖]|图源|资料图片?|資料圖片|(?:视频|网络|监控)?截图|[社网报]发|[记記]者[^，。]{1,8}[图圖])[）)】\]]?[。.]?$|[（(](?:图片?来源|图源|来源|资料图|photo|image|getty|reuters|ap\b|foto)[^()（）]{0,60}[)）]$/i
/** Who took it, for whom: "Ann Reed/Getty Images". */
const AGENCY = /^[^.]{0,40}\b(?:getty images|ap photo|afp|reuters|shutterstock|istock|alamy|flickr)\b[^.]{0,30}$/i

/** Whether a picture is one does not hang on where it is. */
const ANYWHERE = 'https://picture.test/'
/** A count is no caption. */
const HAS_WORD = /\p{Script=Han}|\p{L}{2}/u
/** Longer centred lines are paragraphs, as centred as all else. */
const LONG = 160

/** Longer than this is a paragraph, wherever it stands: characters of Han and of other scripts. */
const LONGEST = { han: 120, other: 320, button: 80 }

/**
 * Which blocks are captions and credits, with the picture they belong to: figcaptions, boxes named so, and the short centred or
 * telling line after a picture.
 */
export function findCaptions(blocks: readonly Block[]): Map<PageElement, readonly Block[]> {
  const captions = new Map<PageElement, readonly Block[]>()
  let others: Others | undefined
  const othersThere = () => {
    others ??= whatElseIsThere(blocks)
    return others
  }
  const pictures = new Map<PageElement, PageElement | undefined>()
  for (const block of blocks) {
    if (block.text === '' || block.hidden) continue
    const picture = pictureOf(block, blocks, othersThere) ?? ofFigure(block, pictures)
    if (!picture) {
      // No part of the text either.
      if (isButton(block, blocks[block.position - 1])) captions.set(block.element, [block])
      continue
    }
    const [known, ...credits] = captions.get(picture) ?? []
    if (!known) captions.set(picture, [block])
    else if (CAPTION_WORDS.test(block.text)) captions.set(picture, [known, ...credits, block])
    else if (isFuller(block, known)) {
      captions.set(picture, [block, ...credits])
      // No part of the text, though no picture has it any more.
      captions.set(known.element, [known])
    } else if (isOfSame(block, known)) captions.set(picture, [known, ...credits, block])
  }
  return captions
}

/** A centred link below a picture, to where it is sold, or to more; in an item of a list it is what that is about. */
const isButton = ({ text, linked, element }: Block, before: Block | undefined): boolean =>
  linked >= text.length / 2 &&
  text.length <= LONGEST.button &&
  element.parent?.tag !== 'li' &&
  lineage(element, 2).some(isCentre) &&
  lastPicture(before) !== undefined

/** BBC: a label that only screen readers say, and the caption beside it. */
const isFuller = (block: Block, known: Block): boolean =>
  block.text.length > known.text.length &&
  lineage(known.element, 3).some(box => lineage(block.element, 3).includes(box))

/** A line more of the same caption, which says who took it. */
function isOfSame(block: Block, known: Block): boolean {
  const boxOf = ({ element }: Block) => lineage(element, 3).find(({ tag }) => tag === 'figcaption')
  const box = boxOf(block)
  return box !== undefined && box === boxOf(known) && /\p{L}/u.test(block.text) && !known.text.includes(block.text)
}

type Others = ReturnType<typeof whatElseIsThere>

/** What stands elsewhere than below a picture: whether a line looks so, and whether there are fragments in a box. */
function whatElseIsThere(blocks: readonly Block[]) {
  const texts = blocks.filter(({ text, position }) => text !== '' && !lastPicture(blocks[position - 1]))
  const boxes = Map.groupBy(texts, ({ element }) => element.parent)
  const [known, centred] = [new Map<PageElement | null, boolean>(), new Map<PageElement | null, boolean>()]
  let looks: Set<string> | undefined
  return {
    looksLike(element: PageElement): boolean {
      looks ??= new Set(texts.map(text => signatureOf(text.element)))
      return looks.has(signatureOf(element))
    },
    /** Whether whole paragraphs beside it are centred, too. */
    isAmongCentred({ parent }: PageElement): boolean {
      const isSuch = ({ element, text }: Block) => text.length > LONG && lineage(element, 2).some(isCentre)
      const is = centred.get(parent) ?? boxes.get(parent)?.some(isSuch) ?? false
      centred.set(parent, is)
      return is
    },
    hasFragments({ parent }: PageElement): boolean {
      const is = known.get(parent) ?? boxes.get(parent)?.some(isFragment) ?? false
      known.set(parent, is)
      return is
    },
  }
}

function pictureOf(block: Block, blocks: readonly Block[], others: () => Others): PageElement | undefined {
  const own = block.images.find(isImage)
  const { position } = block
  const before = position > 0 ? lastPicture(blocks[position - 1]) : undefined
  const after = blocks[position + 1]
  const near = own ?? before ?? lastPicture(blocks[position - 2]) ?? after?.images.find(isImage)
  if (!near || isDeclared(block)) return near
  const limit = hasHan(block.text) ? LONGEST.han : LONGEST.other
  if (block.text.length > limit) return undefined
  if (CAPTION_WORDS.test(block.text) || AGENCY.test(block.text))
    return own ?? before ?? lastPicture(blocks[position - 2])
  if ((!own && !before) || /^h\d$/.test(block.element.tag)) return undefined
  const isCentred = lineage(block.element, 2).some(isCentre)
  if (own || !before) return isCentred ? own : undefined
  if (isCentred && isCentredPicture(before) && block.linked < block.text.length / 2)
    return others().isAmongCentred(block.element) ? undefined : before
  if (block.linked > 0 || !HAS_WORD.test(block.text)) return undefined
  const isCaption =
    (isFramed(block, before) && !others().looksLike(block.element)) ||
    (isFragment(block) && !others().hasFragments(block.element))
  return isCaption ? before : undefined
}

/** Every step asks again. */
const declared = new WeakMap<Block, boolean>()

/** Does a page call a block a caption, or what it holds beside a picture? */
export function isDeclared(block: Block): boolean {
  let known = declared.get(block)
  if (known === undefined) {
    known = declares(block)
    declared.set(block, known)
  }
  return known
}

function declares(block: Block): boolean {
  const isCaption = (child: PageNode) =>
    isElement(child) && CAPTION_NAME.test(nameOf(child)) && rawText(child).length > block.text.length / 2
  if (block.element.children.some(isCaption)) return true
  const isBesideOwn = block.images.length > 0 && block.text.length <= LONGEST.other
  if (isBesideOwn && PICTURE_NAME.test(nameOf(block.element))) return true
  const around = isBesideOwn ? /^fig/ : /^figcaption$/
  // The id of a heading is what it says, often.
  const nameOfBox = (box: PageElement) =>
    box.attributes.id && /^h\d$/.test(box.tag) ? (box.attributes.class ?? '').toLowerCase() : nameOf(box)
  return lineage(block.element, 3).some(box => around.test(box.tag) || CAPTION_NAME.test(nameOfBox(box)))
}

/**
 * The picture of the figure whose caption a block is, be it below it.
 * @param known those found before, by their figures
 */
function ofFigure(block: Block, known: Map<PageElement, PageElement | undefined>): PageElement | undefined {
  const figure = isDeclared(block) && lineage(block.element, 4).find(({ tag }) => tag === 'figure')
  if (!figure) return undefined
  if (!known.has(figure)) known.set(figure, [...elementsOf(figure)].find(isImage))
  return known.get(figure)
}

function lastPicture(block: Block | undefined): PageElement | undefined {
  if (!block || block.images.length === 0 || (block.text !== '' && !isDeclared(block))) return undefined
  const pictures = block.images.filter(isImage)
  const last = pictures.at(-1)
  // A button to enlarge one may stand beside it. Most stand alone.
  return pictures.length > 1 ? (pictures.findLast(picture => readPicture(picture, ANYWHERE)) ?? last) : last
}

/**
 * A box of a picture and what is below it, and of nothing else: its caption, unless it leads somewhere or looks like texts.
 */
function isFramed({ element, text }: Block, picture: PageElement): boolean {
  const boxes = lineage(element, 4)
  const box = lineage(picture, 5).find(each => boxes.includes(each))
  return box !== undefined && cleanLine(rawText(box, text.length * 2 + 400)) === text
}

/** A line of Chinese that is no sentence, and no heading: 老人在整理图书. */
const isFragment = ({ text, element }: Block): boolean =>
  /^(?=.*\p{Script=Han}).{4,40}(?<![。！？…：:；，、”」]|[报報][道導])$/u.test(text) &&
  !isAboutLine(text) &&
  ![...elementsOf(element)].some(({ tag }) => /^(?:h\d|b|strong)$/.test(tag))

function isCentre(element: PageElement): boolean {
  return element.tag === 'center' || /^center$/i.test(element.attributes.align ?? '') || /center/.test(nameOf(element))
}

function isCentredPicture(picture: PageElement): boolean {
  return lineage(picture, 4).slice(1).some(isCentre)
}
