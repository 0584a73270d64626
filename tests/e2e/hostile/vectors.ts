/** The ways in which markup makes a browser ask for something, by name; `at` is where they ask. */
const VECTORS: Record<string, (at: string) => string> = {
  img: at => `<img src="${at}">`,
  srcset: at => `<img srcset="${at} 1x, ${at}2 2x">`,
  picture: at => `<picture><source srcset="${at}"><img></picture>`,
  'style-url': at => `<p style="background-image:url(${at})">文字</p>`,
  'style-element': at => `<style>.content{list-style-image:url(${at});background:url(${at}-b)}</style>`,
  import: at => `<style>@import url("${at}");</style>`,
  font: at => `<style>@font-face{font-family:spy;src:url(${at})}.spy{font-family:spy}</style><p class="spy">文字</p>`,
  poster: at => `<video poster="${at}"></video>`,
  video: at => `<video src="${at}" autoplay preload="auto"></video>`,
  audio: at => `<audio src="${at}" autoplay preload="auto"></audio>`,
  track: at => `<video><track default kind="captions" src="${at}"></video>`,
  'svg-image': at => `<svg><image href="${at}" width="9" height="9"/></svg>`,
  'svg-use': at => `<svg><use href="${at}#a"/></svg>`,
  'svg-feimage': at =>
    `<svg><filter id="f"><feImage href="${at}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  stylesheet: at => `<link rel="stylesheet" href="${at}">`,
  prefetch: at => `<link rel="prefetch" href="${at}">`,
  preload: at => `<link rel="preload" as="image" href="${at}">`,
  preconnect: at => `<link rel="preconnect" href="${at}">`,
  'dns-prefetch': at => `<link rel="dns-prefetch" href="${at}">`,
  iframe: at => `<iframe src="${at}"></iframe>`,
  srcdoc: at => `<iframe srcdoc="<img src='${at}'>"></iframe>`,
  object: at => `<object data="${at}"></object>`,
  embed: at => `<embed src="${at}">`,
  'input-image': at => `<input type="image" src="${at}">`,
  'table-background': at => `<table background="${at}"><tr><td background="${at}-td">格</td></tr></table>`,
  'body-background': at => `<body background="${at}">`,
  ping: at => `<a href="${at}" ping="${at}-ping">链接</a>`,
  'math-href': at => `<math href="${at}"><mi>x</mi></math>`,
  script: at => `<script src="${at}"></script>`,
  manifest: at => `<link rel="manifest" href="${at}"><link rel="icon" href="${at}-icon">`,
  refresh: at => `<meta http-equiv="refresh" content="600;url=${at}">`,
}

export const VECTOR_NAMES = Object.keys(VECTORS)

/** All of them in one piece, each asking for /v/NAME. */
export function vectorsAt(origin: string): string {
  return Object.entries(VECTORS)
    .map(([name, make]) => make(`${origin}/v/${name}`))
    .join('\n')
}
