import { displayHost } from './url.ts'

// What the large portals call themselves, by their hosts; those below one of their own are told apart first. Only to be
// read by a person: what an article says of its site, or does not, stays as it is.
const NAMES: Readonly<Record<string, string>> = {
  'mp.weixin.qq.com': '微信公众号',
  'qq.com': '腾讯网',
  'baijiahao.baidu.com': '百家号',
  '163.com': '网易',
  'sina.com.cn': '新浪网',
  'sina.cn': '新浪网',
  'weibo.com': '微博',
  'sohu.com': '搜狐',
  'ifeng.com': '凤凰网',
  'toutiao.com': '今日头条',
  'zhihu.com': '知乎',
  'people.com.cn': '人民网',
  'people.cn': '人民网',
  'xinhuanet.com': '新华网',
  'news.cn': '新华网',
  'cctv.com': '央视网',
  'cnr.cn': '央广网',
  'gmw.cn': '光明网',
  'chinanews.com.cn': '中国新闻网',
  'chinanews.com': '中国新闻网',
  'china.com.cn': '中国网',
  'huanqiu.com': '环球网',
  'guancha.cn': '观察者网',
  'thepaper.cn': '澎湃新闻',
  'jiemian.com': '界面新闻',
  'caixin.com': '财新网',
  'yicai.com': '第一财经',
  'bjnews.com.cn': '新京报',
  'southcn.com': '南方网',
  'nfnews.com': '南方+',
  'oeeee.com': '奥一网',
  'sznews.com': '深圳新闻网',
  'ycwb.com': '金羊网',
  'dayoo.com': '大洋网',
  'hk01.com': '香港01',
  'mingpao.com': '明報',
  'udn.com': '聯合新聞網',
  'ltn.com.tw': '自由時報',
  'cna.com.tw': '中央通訊社',
}

/** What a person calls the site of an article that does not say so itself; undefined where only its host is known. */
export function knownSiteName(url: string): string | undefined {
  const labels = displayHost(url).split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const host = labels.slice(from).join('.')
    if (Object.hasOwn(NAMES, host)) return NAMES[host]
  }
  return undefined
}

/** The site of an article as a person should read it: its name, else its host. */
export function siteAsRead({ site, url }: { site?: string; url: string }): string {
  return site ?? knownSiteName(url) ?? displayHost(url)
}
