/**
 * What English news calls places whose name is not spelled by the readings of its characters one by one. Each entry is
 * `name Spelling`, further spellings after `/`; the first is the one that we show.
 */
function table(text: string): ReadonlyMap<string, string[]> {
  const entries = text
    .trim()
    .split(/\n|; /)
    .map(entry => /^(\S+) (.+)$/.exec(entry.trim()))
  return new Map(entries.map(match => [match?.[1] ?? '', (match?.[2] ?? '').split('/')]))
}

/**
 * Characters that are read otherwise in the name of this place: 行 of 闵行. By short name. After 现代汉语词典 and each
 * county's own English name, from memory and not looked up one by one; `/` where both are in use.
 */
export const READINGS = table(`
闵行 Minhang; 乐亭 Laoting; 乐清 Yueqing; 乐陵 Leling/Laoling; 东阿 Dong'e; 铅山 Yanshan; 浚县 Xunxian; 尉犁 Yuli; 长子 Zhangzi
洪洞 Hongtong; 枞阳 Zongyang; 泌阳 Biyang; 黄陂 Huangpi; 涡阳 Guoyang; 犍为 Qianwei; 蔚县 Yuxian; 歙县 Shexian; 大城 Daicheng
荥阳 Xingyang; 曾都 Zengdu; 什邡 Shifang; 康巴什 Kangbashi; 乌什 Wushi/Uqturpan; 召陵 Shaoling; 大埔 Dabu; 筠连 Junlian
吴堡 Wubu; 崆峒 Kongtong; 宕昌 Dangchang/Tanchang; 繁峙 Fanshi; 穆棱 Muling; 珲春 Hunchun; 大箐山 Daqingshan; 牟定 Mouding
蚌埠 Bengbu; 六安 Lu'an; 东莞 Dongguan; 陕西 Shaanxi; 内蒙古 Inner Mongolia; 西藏 Tibet/Xizang; 香港 Hong Kong; 澳门 Macau/Macao
哈尔滨 Harbin; 台北 Taipei; 新北 New Taipei; 高雄 Kaohsiung; 台中 Taichung; 台东 Taitung; 基隆 Keelung; 新竹 Hsinchu; 嘉义 Chiayi
屏东 Pingtung; 花莲 Hualien; 金门 Kinmen
`)

/**
 * Names of Mongolian, Tibetan, Uygur and other origin in their own spelling, which news uses beside or before the Chinese
 * reading. By the short name, of banners without left, right, front, middle and rear. After 中国地名录 (Gazetteer of
 * China, 1997) and GB/T 2260, from memory and not looked up one by one; after `/` what Xinhua and China Daily also write.
 */
export const OFFICIAL = table(`
呼和浩特 Hohhot; 鄂尔多斯 Ordos; 呼伦贝尔 Hulunbuir/Hulun Buir; 巴彦淖尔 Bayannur; 乌兰察布 Ulanqab; 兴安 Hinggan
锡林郭勒 Xilingol/Xilin Gol; 阿拉善 Alxa; 海拉尔 Hailar; 扎赉诺尔 Jalainur; 扎兰屯 Zalantun; 额尔古纳 Ergun; 阿荣 Arun
鄂伦春自治 Oroqen; 鄂温克族自治 Ewenki/Evenki; 陈巴尔虎 Chen Barag; 新巴尔虎 Xin Barag; 莫力达瓦 Morin Dawa
达拉特 Dalad; 准格尔 Jungar; 鄂托克 Otog; 杭锦 Hanggin; 乌审 Uxin; 伊金霍洛 Ejin Horo; 额济纳 Ejin/Ejina; 二连浩特 Erenhot
锡林浩特 Xilinhot; 阿巴嘎 Abag; 苏尼特 Sonid; 东乌珠穆沁 East Ujimqin; 西乌珠穆沁 West Ujimqin; 乌兰浩特 Ulanhot; 阿尔山 Arxan
科尔沁 Horqin; 扎赉特 Jalaid; 库伦 Hure; 奈曼 Naiman; 扎鲁特 Jarud; 霍林郭勒 Holingola; 阿鲁科尔沁 Ar Horqin; 巴林 Bairin
克什克腾 Hexigten; 翁牛特 Ongniud; 喀喇沁 Harqin; 敖汉 Aohan; 乌拉特 Urad; 察哈尔 Qahar; 四子王 Siziwang; 赛罕 Saihan
土默特 Tumd/Tumed; 白云鄂博 Bayan Obo; 达尔罕茂明安联合 Darhan Muminggan
拉萨 Lhasa; 日喀则 Xigaze/Shigatse; 昌都 Qamdo/Chamdo; 林芝 Nyingchi; 山南 Shannan/Lhoka; 那曲 Nagqu/Naqu; 阿里 Ngari
堆龙德庆 Doilungdêqên; 达孜 Dagzê; 林周 Lhünzhub; 当雄 Damxung; 尼木 Nyêmo; 曲水 Qüxü; 墨竹工卡 Maizhokunggar; 桑珠孜 Samzhubzê
江孜 Gyangzê/Gyantse; 定日 Tingri; 萨迦 Sa'gya/Sakya; 拉孜 Lhazê; 吉隆 Gyirong; 聂拉木 Nyalam; 卡若 Karub; 巴宜 Bayi
工布江达 Gongbo'gyamda; 米林 Mainling; 墨脱 Mêdog/Medog; 波密 Bomi; 察隅 Zayü; 乃东 Nêdong; 贡嘎 Gonggar; 错那 Cona; 普兰 Burang
色尼 Seni; 噶尔 Gar; 日土 Rutog; 改则 Gêrzê; 班戈 Baingoin; 尼玛 Nyima
果洛 Golog; 玛沁 Maqên; 玛多 Madoi; 杂多 Zadoi; 称多 Chindu; 治多 Zhidoi; 囊谦 Nangqên; 曲麻莱 Qumarlêb; 格尔木 Golmud
德令哈 Delingha; 乌兰 Ulan; 尖扎 Jainca; 泽库 Zêkog; 刚察 Gangca; 阿坝 Aba/Ngawa; 马尔康 Barkam; 若尔盖 Zoigê; 壤塘 Zamtang
甘孜 Garzê; 德格 Dêgê; 色达 Sêrtar; 迪庆 Diqing/Deqen; 香格里拉 Shangri-La; 德钦 Deqin/Deqen; 阿克塞 Aksay
乌鲁木齐 Urumqi; 克拉玛依 Karamay; 吐鲁番 Turpan; 鄯善 Shanshan/Piqan; 托克逊 Toksun; 哈密 Hami/Kumul; 巴里坤 Barkol; 玛纳斯 Manas
吉木萨尔 Jimsar; 木垒 Mori; 博尔塔拉 Bortala; 巴音郭楞 Bayingolin/Bayingol; 库尔勒 Korla; 若羌 Ruoqiang/Qarkilik; 且末 Qiemo/Qarqan
和硕 Hoxud; 阿克苏 Aksu; 库车 Kuqa; 阿瓦提 Awat; 柯坪 Kalpin; 克孜勒苏 Kizilsu; 阿图什 Artux; 阿克陶 Akto; 阿合奇 Akqi
喀什 Kashgar/Kashi; 英吉沙 Yengisar; 莎车 Shache/Yarkant; 麦盖提 Makit/Markit; 岳普湖 Yopurga; 伽师 Jiashi/Payzawat; 巴楚 Bachu/Maralbexi
塔什库尔干 Taxkorgan/Tashkurgan; 和田 Hotan; 墨玉 Moyu/Karakax; 洛浦 Lop; 策勒 Qira; 于田 Yutian/Keriya; 伊犁 Ili; 伊宁 Yining/Gulja
奎屯 Kuytun; 霍尔果斯 Horgos/Khorgos; 察布查尔 Qapqal; 特克斯 Tekes; 尼勒克 Nilka; 塔城 Tacheng/Qoqek; 和布克赛尔 Hoboksar
托里 Toli; 阿勒泰 Altay; 布尔津 Burqin; 青河 Qinghe/Qinggil; 吉木乃 Jeminay; 阿拉尔 Aral; 图木舒克 Tumxuk
`)

/**
 * Hong Kong and Macau by code. What follows the district's own name are its quarters and islands. Source: Home Affairs
 * Department, District Councils (18 districts); Macau DSEC, parishes.
 */
export const OUTSIDE_NAMES = table(`
810001 Central and Western/Sheung Wan/Sai Ying Pun/Kennedy Town; 810002 Wan Chai/Causeway Bay; 810003 Eastern/Quarry Bay/Chai Wan/Shau Kei Wan
810004 Southern/Ap Lei Chau/Repulse Bay; 810005 Yau Tsim Mong/Mong Kok/Tsim Sha Tsui/Yau Ma Tei
810006 Sham Shui Po/Cheung Sha Wan/Shek Kip Mei/Lai Chi Kok; 810007 Kowloon City/Hung Hom/Kai Tak/To Kwa Wan/Ho Man Tin
810008 Wong Tai Sin/Tsz Wan Shan; 810009 Kwun Tong/Lam Tin/Ngau Tau Kok/Sau Mau Ping; 810010 Tsuen Wan/Sham Tseng; 810011 Tuen Mun
810012 Yuen Long/Tin Shui Wai/Hung Shui Kiu; 810013 North/Fanling/Sheung Shui/Sha Tau Kok; 810014 Tai Po
810015 Sai Kung/Tseung Kwan O; 810016 Sha Tin/Ma On Shan/Tai Wai/Fo Tan; 810017 Kwai Tsing/Kwai Chung/Tsing Yi/Kwai Fong
810018 Islands/Cheung Chau/Lantau/Tung Chung/Peng Chau/Lamma/Mui Wo; 820006 Taipa; 820008 Coloane
`)
