const ETHNIC =
  /(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|裕固|独龙|鄂伦春|门巴|各)族/u

/**
 * The everyday forms of a place's full name: 龙岗区 → 龙岗; 玉龙纳西族自治县 → 玉龙县, 玉龙; 内蒙古自治区 → 内蒙古.
 * Forms of a single character are left out: 郫县 is never 郫.
 */
export function shortNames(name: string): string[] {
  const forms = new Set<string>()
  const autonomous = /(自治县|自治州|自治旗|自治区|特别行政区)$/.exec(name)
  if (autonomous) {
    const bare = stripEthnic(name.slice(0, -autonomous[0].length))
    forms.add(bare)
    if (autonomous[0] === '自治县') forms.add(`${bare}县`)
    if (autonomous[0] === '自治州') forms.add(`${bare}州`)
  } else {
    forms.add(name.replace(/(新区|林区|特区|矿区|地区|[省市区县旗盟州])$/u, ''))
    forms.add(name.replace(/[省市区县旗]$/u, ''))
  }
  return [...forms].filter(form => form.length >= 2 && form !== name)
}

/** 平湖街道 → 平湖; a township keeps at least two characters. */
export function shortSubdistrictName(name: string): string | undefined {
  const bare = stripEthnic(name.replace(/(街道办事处|街道|地区|镇|民族乡|乡|苏木|办事处)$/u, ''))
  return bare.length >= 2 && bare !== name ? bare : undefined
}

/** 上木古社区居委会 → 上木古. */
export function bareCommunityName(name: string): string {
  return name
    .replace(/(社区)?(居民委员会|居委会|村民委员会|村委会|民委员会|委员会|工作站)$/u, '')
    .replace(/(社区|村)$/u, '')
}

function stripEthnic(name: string): string {
  let bare = name
  for (let match = ETHNIC.exec(bare); match; match = ETHNIC.exec(bare)) {
    const rest = bare.slice(0, match.index)
    if (rest.length < 2) break
    bare = rest
  }
  return bare
}
