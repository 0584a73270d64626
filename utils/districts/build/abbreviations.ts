/**
 * How the north writes the long names of its banners and autonomous counties for short, in its own papers and the names of
 * its offices: by rule where they have one, else from the list. Those of two characters (达旗, 克旗) are left out: they stand in
 * the middle of too many other words.
 */
const LISTED: Readonly<Record<string, string>> = {
  达尔罕茂明安联合旗: '达茂旗',
  前郭尔罗斯蒙古族自治县: '前郭县',
  阜新蒙古族自治县: '阜蒙县',
  杜尔伯特蒙古族自治县: '杜蒙县',
  喀喇沁左翼蒙古族自治县: '喀左县',
  和布克赛尔蒙古自治县: '和丰县',
}

/** 科左中旗, 察右前旗; 阿左旗, 乌前旗; 东乌旗. */
const RULES: readonly [RegExp, string][] = [
  [/^(.).{1,3}([左右])翼([前中后])旗$/, '$1$2$3旗'],
  [/^(.)[^翼]{1,4}([左右前中后])旗$/, '$1$2旗'],
  [/^([东西]乌)珠穆沁旗$/, '$1旗'],
]

/** What news calls a county or banner for short; undefined for those that have no such name. */
export function abbreviation(name: string): string | undefined {
  const rule = RULES.find(([pattern]) => pattern.test(name))
  return LISTED[name] ?? (rule && name.replace(...rule))
}
