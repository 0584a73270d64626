import type { Evidence, TaggableArticle } from '../article/article.ts'
import { LIST_GAP, OTHER_STORIES, ROW_AFTER, STAFF } from './cues.ts'
import { LARGER_AFTER, LARGER_BEFORE } from './english.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { normalise } from './normalise.ts'
import { type Mention, recognise } from './recognise.ts'

/** A part of the article that is read for names: its words as they stand, as they are read, and what was found. */
export interface Field {
  where: Evidence['where'] | 'site' | 'section'
  raw: string
  text: string
  mentions: Mention[]
  otherThings: ReadonlySet<string>
}

export interface Fields {
  title: Field
  body: Field
  /** Breadcrumb, section, site and source, each by itself. */
  frame: Field[]
  /** UTF-16 offset into the body where the lead ends. */
  leadEnd: number
  /** UTF-16 offset where its first sentence ends. */
  openingEnd: number
}

/** The first paragraph, at least this much of it; local news says where it is by then. */
const LEAD_LENGTH = 160
/** So many names in a row with nothing but gaps between are a page's navigation. */
const NAVIGATION = 5
const ADDRESS = /https?:\/\/[^\s，。；、）)」”]+|www\.[\w./-]+|(?<![\w.-])[\w.-]+@[\w.-]+/g

export function readFields(article: TaggableArticle, gazetteer: Gazetteer): Fields {
  const read = (where: Field['where'], raw: string): Field => {
    const text = normalise(raw, gazetteer)
    const { mentions, otherThings } = recognise(text, gazetteer)
    return { where, raw, text, mentions: narrow(text, mentions), otherThings }
  }
  const body = readBody(article.text, gazetteer)
  const frame = [
    ...(article.breadcrumb ?? []).map(entry => read('breadcrumb', entry)),
    ...(article.section ? [read('section', article.section)] : []),
    ...(article.site ? [read('site', article.site)] : []),
    ...(article.source ? [read('source', article.source.name)] : []),
  ]
  const firstParagraph = article.text.indexOf('\n', LEAD_LENGTH / 4)
  const leadEnd = Math.min(LEAD_LENGTH, firstParagraph < 0 ? LEAD_LENGTH : firstParagraph)
  const firstSentence = article.text.search(/[。！？\n]/)
  const openingEnd = Math.min(leadEnd, firstSentence < 0 ? leadEnd : firstSentence)
  return { title: read('title', article.title), body, frame, leadEnd, openingEnd }
}

function readBody(raw: string, gazetteer: Gazetteer): Field {
  const blank = (part: string) => ' '.repeat(part.length)
  const text = blankOtherStories(normalise(raw, gazetteer)).replace(ADDRESS, blank)
  const { mentions, otherThings } = recognise(text, gazetteer)
  return { where: 'body', raw, text, mentions: narrow(text, dropNavigation(text, mentions)), otherThings }
}

/** Lines that a page lists after its story, and those of its staff, are blanked, so that offsets stay. */
function blankOtherStories(text: string): string {
  let offset = 0
  for (const line of text.split('\n')) {
    if (offset > 0 && OTHER_STORIES.test(line)) return text.slice(0, offset) + ' '.repeat(text.length - offset)
    if (offset > 0 && STAFF.test(line))
      text = text.slice(0, offset) + ' '.repeat(line.length) + text.slice(offset + line.length)
    offset += line.length + 1
  }
  return text
}

/** 今日福田 今日罗湖 今日南山 …: names with spaces between, not a sentence. */
function dropNavigation(text: string, mentions: Mention[]): Mention[] {
  const dropped = new Set<Mention>()
  let run: Mention[] = []
  const close = () => {
    if (run.length >= NAVIGATION) for (const mention of run) dropped.add(mention)
    run = []
  }
  for (const mention of mentions) {
    const last = run.at(-1)
    const gap = last ? text.slice(last.end, mention.start) : ''
    if (last && !/^(?:区|市|县|新区|新闻)?[\s|｜·>/]+(?:今日|看|i|新)?$/.test(gap)) close()
    run.push(mention)
  }
  close()
  return mentions.filter(mention => !dropped.has(mention))
}

/**
 * 北京朝阳: right after a place, a name means what lies in it, and not Liaoning's city. 河北兴隆县: right before one, it means
 * what that lies in, and not Tianjin's district.
 */
function narrow(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention, i) => {
    const [before, after] = [mentions[i - 1], mentions[i + 1]]
    if (/^[A-ZÀ-Þ][a-zß-ÿ]/.test(mention.text)) return narrowEnglish(text, mention, before, after)
    const around =
      after?.start === mention.end
        ? mention.names.filter(({ place }) => after.names.some(n => liesIn(n.place, place)))
        : []
    if (around.length > 0 && around.length < mention.names.length) return { ...mention, names: around }
    if (!before || !/^[市省]?$/.test(text.slice(before.end, mention.start))) return mention
    const within = mention.names.filter(({ place }) => before.names.some(n => liesIn(place, n.place)))
    return within.length > 0 && within.length < mention.names.length ? { ...mention, names: within } : mention
  })
}

/**
 * Yushu City, Jilin; Hebei's Yuxian County: the larger place says which one is meant. A county of whose name there is none
 * in the province said with it is one whose English name we do not know.
 */
function narrowEnglish(text: string, mention: Mention, before?: Mention, after?: Mention): Mention[] {
  const larger = [
    after && { place: after, said: LARGER_AFTER.exec(text.slice(mention.end, after.start)) },
    before && { place: before, said: LARGER_BEFORE.exec(text.slice(before.end, mention.start)) },
  ]
  for (const each of larger) {
    if (!each?.said) continue
    const within = mention.names.filter(({ place }) => each.place.names.some(n => liesIn(place, n.place)))
    if (within.length > 0) return [{ ...mention, names: within }]
    const isClose = each.said[1] === undefined && !/^(?:, (?:and )?[A-Z]| and )/.test(text.slice(each.place.end))
    const isProvince = each.place.names.every(({ place }) => place.level === 'province')
    if (mention.full && isClose && isProvince) return []
  }
  return [mention]
}

function liesIn(place: Place, larger: Place): boolean {
  return place.parent !== null && (place.parent === larger || liesIn(place.parent, larger))
}

/** Do two mentions of one field stand in one list (罗湖、福田; 罗湖42,福田45), or in two rows of a table? */
export function inOneList(field: Field, a: Mention, b: Mention): boolean {
  return LIST_GAP.test(field.text.slice(a.end, b.start)) || (isRow(field.text, a) && isRow(field.text, b))
}

/** Does the name begin a line, with a number after it? */
function isRow(text: string, { start, end }: Mention): boolean {
  return (
    /(?:^|\n)[ \t　]*$/.test(text.slice(Math.max(0, start - 4), start)) && ROW_AFTER.test(text.slice(end, end + 12))
  )
}
