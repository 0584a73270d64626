/** What boxes on a page are for, as their names say, where that is neither clearly the article nor clearly clutter. */
export const BOX_KINDS: readonly RegExp[] = [
  /comment|disqus|replies|respond|reply|pinglun|gentie|liuyan|\btie\b|discussion|highlights|video-?desc/,
  /author|byline|bio\b|profile|contributor|writer/,
  /ref(?:erence)?s?\b|footnote|citation|disclaimer|legal|disclosure|notice|sources/,
  /card|teaser|tile|item|grid|carousel|slider|swiper|list|feed|loop|related|recommend/,
  /caption|credit|photo|image|figure|media|gallery|video/,
  /entry-content|(?:article|post)-?(?:body|content|text)|(?:story|content)-?body|rich-?text|prose|wysiwyg/,
  /hidden|hide|modal|popup|overlay|tooltip|screen-reader|sr-only|visually/,
  /ingredi|zutat/,
]

/** The place among BOX_KINDS of notes below a text. */
export const NOTES = 2
/** The place among BOX_KINDS of what the chooser's trees do not look at. */
export const INGREDIENTS = 7
