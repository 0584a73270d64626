/** The words by which a page's own furniture is known, in one place. Each pattern is linear in the length of its text. */

/** Headings of lists of other articles, in the languages of the corpora. */
export const RELATED_HEADING =
  /^[\s【[#>»·•\-—|■◆●★]*(?:(?:新闻|编辑|今日|频道)推荐|相[关關](?:[阅閱][读讀]|推[荐薦]|新[闻聞]|文章|[报報][道導]|[链連][接結]|内容|资讯|专题|稿件|$)|延伸[阅閱][读讀]|猜你喜欢|更多(?:阅读|推荐|新[闻聞]|精彩|文章|资讯|内容)|推[荐薦](?:[阅閱][读讀]|文章|新[闻聞])|[热熱][门門](?:推[荐薦]|文章|新闻|阅读|评论|标签)|精彩(?:视频)?(?:推荐|阅读|内容)|热点(?:排行|新闻|推荐)|[为為][你您]推[荐薦]|大家[都还]在看|您?可能[也还]?(?:喜欢|感兴趣)|精[彩选](?:跟帖|留言|评论)|往期(?:精彩|推荐|回顾|精选|内容)|(?:阅读|点击)排行|最新(?:文章|新闻|资讯|评论)|图文看点|[上下]一篇|(?:网友|最新|全部|发表|我要)评论|(?:网友)?热评|评论\s*[（(]?\d*|related\b|recommended|more (?:great \S+ stories|from|on|stories|news|articles|like)|you (?:may|might) (?:also )?(?:like|be interested)|also (?:on|read)|read (?:more|next|also)|see also|popular|most (?:read|popular)|trending|latest (?:news|posts|stories)|recent posts|further reading|don.t miss|up next|sponsored|promoted|comment(?:s?|i|aires?)\b|leave a (?:reply|comment)|\d+ (?:comments?|responses?|replies|thoughts)|share this|like this|filed under|tags?\s*:|tagged|subscribe|sign up|newsletter|about the author|mehr (?:zum|von|aus|lesen|artikel)|lesen sie (?:auch|mehr)|ähnliche|verwandte|weitere (?:artikel|themen|meldungen|nachrichten)|das könnte|auch interessant|komment\w|schreibe einen|teilen|schlagw|lire aussi|à lire|sur le même|voir aussi|articles? (?:liés|similaires)|lea también|te puede|relacionad|artículos|comentarios|leggi anche|potrebbe|articoli correlati|lees ook|reacties|lue myös|läs (?:också|mer|även)|læs også|les også|čtěte (?:také|více)|přečtěte|olvas(?:sa|d) (?:el|tovább)|devamını|ilgili haber|zobacz|czytaj|komentarz)/i

/** What stands below an article where the page goes on in other boxes: "© 2024 Harbour Courier", "Comments", who says what from where. */
export const BELOW = /^(?:comments?$|.{0,30}(?:网友\]|\d\.\*\.\*|(?:©|\bcopyright\b)(?:\D{0,6}(?:19|20)\d\d|\s?©)))/i

/** How notices of offices end: the day under who wrote them ("桐木市第二中学 2008年6月3日"), and what is attached. */
export const SIGN_OFF = /^附件|^[^:：]{0,24}[\d〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$/

/** A name for a box that holds anything but the article. */
export const CLUTTER_NAME =
  /(?:^|[\s_-])(?:ads?|adv(?:ert\w*)?|banner|breadcrumbs?|comments?|disqus|footer?|header|masthead|menu|nav\w*|newsletter|pag(?:er|ination|ing)|popup|modal|promo\w*|recommend\w*|related\w*|share\w*|sharing|sidebar|social\w*|sponsor\w*|subscribe\w*|tags?|taboola|outbrain|toolbar|widget\w*|cookie\w*|author-?(?:bio|box|info)|meta|byline|tuijian|xiangguan|pinglun|copyright|declare|shengming|statement|qrcode|rss|login|signup|toc|credits?|caption\w*|pl|hot|rank\w*|more\w*|next|prev\w*)(?=$|[\s_-])/

/** A name for the box that holds the article. */
export const CONTENT_NAME =
  /article|entry|post|content|story|body|text|main|detail|zhengwen|neirong|news|artibody|endtext|zoom|trs_editor|rich_media|blog|page/

/** What asks a reader to do something else than read. */
export const APPEAL =
  /subscribe|newsletter|sign up|follow (?:us|me)|click here|read more|learn more|affiliate|all rights|cookies?\b|privacy policy|log ?in\b|download|advertis|sponsor|contact us|get in touch|free trial|get started|join (?:us|our)|your email|abonnier|folgen sie|mehr erfahren|inscri|扫码|关注|下载|点击|订阅|公众号|客户端|登录|二维码/i
