import type { Served } from './fixtures.ts'
import { encodeGbk } from './gbk.ts'

const MEGABYTE = 1024 * 1024

/** The sentence that every readable page of these has in it. */
export const PLAIN_SENTENCE = '坂田街道的阅览室昨天换上了新书架，街坊们下班以后也能进来坐一坐。'
export const LAST_SENTENCE = '管理员说，书可以借走，看完放回原处就好。'

/** A page with more of everything than a page is designed for. */
export const LONG_PAGE = '/bad/long.html'

/** A page with subheads, pictures and links, as a long report has. */
export const BOOK_PAGE = '/pages/book.html'
export const BOOK_HEADLINE = '旧仓库里开出一间阅览室'

/** A page whose paragraphs are each as high as a window. */
export const TALL_PAGE = '/pages/tall.html'

/** A page whose picture is on another site. */
export const ELSEWHERE_PAGE = '/pages/elsewhere.html'

const PARAGRAPHS = [
  PLAIN_SENTENCE,
  '书架是木工班的学员做的，一共十二个，靠墙摆了一圈。中间留出来的地方铺了地毯，小孩子可以坐在地上看图画书。',
  '开放时间从早上九点延到晚上十点，周末也不休息。值班的人是附近的退休教师，轮流来，一人一晚。',
  LAST_SENTENCE,
]

/** Pages that are hard on a reader, by path. Each is told from the others by what it does, not by how it looks. */
const PAGES: Record<string, () => Buffer | string> = {
  [BOOK_PAGE]: () => articlePage(BOOK).replaceAll('阅览室换了新书架', BOOK_HEADLINE),
  [TALL_PAGE]: () => articlePage(sentences(14)),
  '/bad/empty.html': () => '<!doctype html><html><head><title>空</title></head><body></body></html>',
  '/bad/nothing.html': () => '',
  '/bad/one-sentence.html': () => articlePage(`<p>${PLAIN_SENTENCE}</p>`),
  [LONG_PAGE]: longPage,
  '/bad/wide.html': () => articlePage(`${paragraphs()}<pre>${'value = value + 1; '.repeat(40)}</pre>${paragraphs()}`),
  '/bad/huge.html': hugePage,
  '/bad/changing.html': () => articlePage(paragraphs(), CHANGE_WITHOUT_END),
  '/bad/gbk.html': () => encodeGbk(articlePage(paragraphs()).replace('utf-8', 'gbk')),
  '/bad/mixed-encodings.html': mixedEncodings,
  '/bad/hostile.html': () => articlePage(HOSTILE),
  '/sizes.html': () =>
    articlePage(
      `${paragraphs()}<p><img src="/sizes/small.png" srcset="/sizes/small.png 1x, /sizes/large.png 9x"></p>${paragraphs()}`,
    ),
  // "localhost" is another site than "127.0.0.1", which answers there too.
  [ELSEWHERE_PAGE]: () =>
    articlePage(
      `${paragraphs()}<p><img id="elsewhere"></p>${paragraphs()}
<script>document.getElementById('elsewhere').src = \`http://localhost:\${location.port}/pictures/market.png\`</script>`,
    ),
  '/pages/long.html': () => pageOfMany(1),
  '/pages/long_2.html': () => encodeGbk(pageOfMany(2).replace('utf-8', 'gbk')),
  '/pages/long_3.html': () => encodeGbk(pageOfMany(3).replace('utf-8', 'gbk')),
  '/pages/short.html': () => pageOfMany(1).replaceAll('long_', 'short_'),
}

const sentences = (times: number) => PARAGRAPHS.map(text => `<p>${text.repeat(times)}</p>`).join('')

const BOOK = `${sentences(2)}<h2>书从哪里来</h2>
<p>头一批书是<a href="https://books.example.org/shelf">街坊书库</a>送的，清单由<a href="mailto:desk@library.example.org">值班台</a>保管。</p>
<figure><img src="/pictures/market.png" alt="靠墙的书架" width="640" height="400"><figcaption>书架靠墙摆了一圈。何文静 摄</figcaption></figure>
${sentences(2)}<h3>木工班的手艺</h3>${sentences(3)}
<figure><img src="/pictures/lantern.png" alt="" width="640" height="400"><figcaption>晚上的阅览室。</figcaption></figure>
<h2>谁来值班</h2>${sentences(3)}`

export function generatedPage(path: string): Served | undefined {
  const body = PAGES[path]?.()
  return body === undefined ? undefined : { type: 'text/html', body }
}

function articlePage(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>阅览室换了新书架_岭南晚报</title>${head}</head>
<body><div class="nav"><a href="/futian/">今日福田</a><a href="/luohu/">今日罗湖</a></div>
<div class="main"><h1>阅览室换了新书架</h1><div class="info">来源：岭南晚报 2025-04-02 09:15</div>
<div class="content">${body}</div></div><div class="foot">版权所有</div></body></html>`
}

/** What each page of /pages/long.html says, and no other. */
export const PAGE_SENTENCES = [
  '第一批书是街坊们自己带来的，一本一本登记。',
  '第二批书从市里的书店运来，整整装了两车。',
  '第三批书还在路上，管理员说月底能到。',
] as const

function pageOfMany(number: 1 | 2 | 3): string {
  const next = number < 3 ? `<a href="long_${number + 1}.html">下一页</a>` : '末页'
  const before = number > 1 ? `<a href="long${number > 2 ? `_${number - 1}` : ''}.html">上一页</a>` : ''
  const text = `${paragraphs().replaceAll('。', `，这是第${'一二三'[number - 1]}页。`)}<p>${PAGE_SENTENCES[number - 1]}</p>`
  return articlePage(`${text}<div class="pages">${before} ${next}</div>`)
}

function paragraphs(): string {
  return PARAGRAPHS.map(text => `<p>　　${text}</p>`).join('\n')
}

// The weight of a real bad page: links and empty boxes, not text.
function hugePage(): string {
  const row = '<li class="item"><a href="/news/1.html">频道推荐</a><span></span><i></i><em>03-15</em></li>\n'
  const lists = `<ul class="list">${row.repeat(500)}</ul>`
  const count = Math.ceil((10 * MEGABYTE) / Buffer.byteLength(lists))
  return articlePage(paragraphs()).replace('<div class="foot">', `${lists.repeat(count)}<div class="foot">`)
}

function longPage(): string {
  const headline =
    '2025年广东省深圳市龙岗区坂田街道、布吉街道、平湖街道、南湾街道及周边各社区老旧小区电梯加装补贴申请时间延长至年底并将覆盖全部七层以上住宅楼的通知解读'
  const address = `https://news.example/${'very-long-address-without-any-break-'.repeat(4)}.html`
  const districts =
    '福田区、罗湖区、南山区、宝安区、盐田区、龙华区、坪山区、光明区和东莞市、惠州市惠阳区的街坊也来打听。'
  const cells = (row: number) => Array.from({ length: 9 }, (_, cell) => `<td>第${row}栏之${cell + 1}项</td>`).join('')
  const body = `<p>龙岗区坂田街道昨天说，申请可以交到年底。${districts}</p>${paragraphs()}
<h2>哪些楼可以申请，要交什么材料，钱什么时候到账，谁来监督，以及办不下来的时候应当找谁</h2>
<ul><li>七层以上。</li><li>业主三分之二同意。</li></ul><p>详见 <a href="${address}">${address}</a>。</p>
<blockquote>${PLAIN_SENTENCE}</blockquote><table>${[1, 2, 3].map(row => `<tr>${cells(row)}</tr>`).join('')}</table>${paragraphs()}`
  return articlePage(body)
    .replace('<h1>阅览室换了新书架', `<h1>${headline}`)
    .replace('<title>阅览室换了新书架', `<title>${headline}`)
    .replace('来源：岭南晚报', '来源：岭南晚报社区新闻中心龙岗记者站与广东省城市建设宣传协会联合编辑部')
}

const CHANGE_WITHOUT_END = `<script>
  setInterval(() => {
    const advert = document.createElement('div')
    advert.textContent = '广告'
    document.querySelector('.content')?.prepend(advert)
    if (document.querySelectorAll('.content div').length > 20) document.querySelector('.content div').remove()
  })
</script>`

// A page in one encoding with a piece from another site pasted in as its bytes were.
function mixedEncodings(): Buffer {
  const [before = '', after = ''] = articlePage(`${paragraphs()}<p>SPLIT</p>`).split('SPLIT')
  return Buffer.concat([Buffer.from(before), encodeGbk('转载自兄弟网站'), Buffer.from(after)])
}

// Whatever here gets to run sets `window.harmed` or asks the site for an address under /harm/.
const HOSTILE = `${paragraphs()}
<p>相关链接：<a href="javascript:void(window.harmed=1)">第一条</a>、<a href="data:text/html,<script>opener.harmed=1</script>">第二条</a>、
<a href="vbscript:harm()">第三条</a>、<a href="/real.html">第四条</a>。</p>
<figure><img src="/pictures/market.png" onload="window.harmed=1" alt="书架">
<figcaption>新书架前的街坊。<script>window.harmed=1</script><img src="/harm/pixel" onerror="window.harmed=1"><svg onload="window.harmed=1"></svg></figcaption></figure>
<iframe src="/harm/frame" srcdoc="<script>parent.harmed=1</script>"></iframe>
<p style="background:url(/harm/css)">读者来信：希望多进一些小人书，最好每个月都能添几本新的，旧书也可以拿来交换。</p>
<form action="/harm/form"><input autofocus onfocus="window.harmed=1"><button formaction="javascript:window.harmed=1">提交</button></form>`
