/**
 * What a report begins with: who sends it, from where and when. Chinese papers and agencies end it in 讯 or 电 (消息头, in
 * 新华社's rules 电头); English ones put a dash after it: "SHENZHEN (Xinhua) —".
 */
const DATELINE =
  /^[（(【[]?([^\s，。：:！？“”（）()【】]{1,24}?(?:[报网社台端]讯|[电讯](?=[\s（(：:】\]])))|^([A-Z][A-Z .,'’]{2,40}(?:\([A-Z][\w ]{1,30}\))?|\([A-Z]\w{1,30}\)) ?[—–-]{1,2} /

/** The dateline of an article, from the beginning of its text; undefined where it has none. */
export function findDateline(text: string): string | undefined {
  const match = DATELINE.exec(text.slice(0, 100))
  return match?.[1] ?? match?.[2]?.trim()
}
