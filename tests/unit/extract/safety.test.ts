import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTPUT_INLINE } from '../../../utils/extract/html-words.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const TEXT = '<p>居民们在社区广场上参加了周末的集市活动,孩子们围着手工摊位不愿意离开。</p>'.repeat(5)
const around = (inner: string) =>
  `<title>周末集市</title><body><article><h1>周末集市</h1>${TEXT}${inner}${TEXT}</article></body>`

const PAYLOADS = [
  '<p>一段正常的文字。<img src="https://a.example/p.jpg" onerror="alert(1)"></p>',
  '<p onclick="alert(1)" style="background:url(x)" id="x" class="y" name="z">一段带事件的文字,足够长。</p>',
  '<p>请看<a href="javascript:alert(1)">这里</a>的全部内容,欢迎阅读。</p>',
  '<p>请看<a href=" java&#9;script:alert(1)">这里</a>的全部内容,欢迎阅读。</p>',
  '<p>请看<a href="data:text/html,<script>alert(1)</script>">这里</a>的全部内容。</p>',
  '<p>一段<script>alert(1)</script>文字<style>*{}</style>在这里继续写下去。</p>',
  '<figure><img src="https://a.example/p.jpg"><figcaption><img src=x onerror=alert(1)><script>alert(1)</script>图说</figcaption></figure>',
  '<svg><a xlink:href="javascript:alert(1)"><text>点我</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<p>&lt;img src=x onerror=alert(1)&gt; 这是正文里的代码示例,应当原样显示。</p>',
  '<p><img src="https://a.example/p.jpg" alt="&quot; onerror=&quot;alert(1)"></p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="javascript:alert(1)">',
  '<p><a href="https://a.example/&quot;onmouseover=&quot;alert(1)">一个带引号的链接,文字足够长了。</a></p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>',
]

/** A subset of what utils/article/sanitise.ts lets through. */
const TAGS = [
  ...[
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'blockquote',
    'pre',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
    'img',
  ],
  ...['table', 'tbody', 'tr', 'th', 'td', 'a', ...OUTPUT_INLINE],
]
const ATTRIBUTES = ['href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'start']

function expectAllowed(html: string): void {
  const document = openPage(`<body>${html}</body>`)
  for (const element of document.body.querySelectorAll('*')) {
    expect(TAGS).toContain(element.localName)
    for (const { name } of element.attributes) expect(ATTRIBUTES).toContain(name)
    for (const name of ['href', 'src']) {
      if (element.hasAttribute(name)) expect(element.getAttribute(name)).toMatch(/^(?:https?:|mailto:)/)
    }
  }
}

describe('the html of an article', () => {
  it.each(PAYLOADS)('is of the allow-list: %s', payload => {
    const article = extractArticle(openPage(around(payload)), 'https://news.example/1.html')
    expect(article).not.toBeNull()
    expectAllowed(article?.html ?? '')
  })

  it('is of the allow-list whatever markup a page is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PAYLOADS),
      fc.string(),
      fc.constantFrom('<', '>', '"', "'", '<p ', '</', '<!--', ']]>'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        const article = extractArticle(openPage(around(pieces.join(''))), 'https://news.example/1.html')
        expectAllowed(article?.html ?? '')
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('says the same as the text, without captions', () => {
    const article = extractArticle(
      openPage(around('<p>第一行<br>第二行 <b>粗体</b>文字</p>')),
      'https://news.example/1.html',
    )
    const document = openPage(`<body>${article?.html.replaceAll('<br>', '\n').replaceAll('</p>', '</p>\n')}</body>`)
    expect(document.body.textContent?.trim()).toBe(article?.text)
  })
})
