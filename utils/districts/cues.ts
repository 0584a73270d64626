/**
 * Words around a name that say what it is. Each list is a class seen in news, not the articles it was seen in.
 * Patterns look at simplified text; `AFTER` ones at what follows a name, `BEFORE` ones at what precedes it.
 */

/** A short name followed by one of these names a road, paper, firm, school, dish …, not the place. */
export const OTHER_THING_AFTER = new RegExp(
  `^(?:${[
    '[东西南北中]{0,2}[一二三四五六七八九十]?(?:路|街(?![道坊区巷头边])|大街|大道|支路)',
    '(?:日|晚|早|时|晨|商|周)报|都市报|新闻网|在线|电视台|广播|卫视|电台|出版社|杂志',
    '两岸|军校|大学|学院|师范|师大|中学|小学|一中|二中|实验学校|外国语|职校|附中|幼儿园',
    '涨停|跌停|股价|市值|(?:戴姆勒|康明斯|欧曼|福特|马自达|铃木|雷沃|欧辉)|汽车|乳业|集团|股份|公司|保险|银行|行(?=[、，。昨])|证券|科技(?!园|城|局)|电器|制药|药业|医药|啤酒|酒业|航空|信托|基金|地产|置业|重工|电子|生物|化工|食品|能源|钢铁|水泥|物业|建工',
    '寺|庙|庵|观音|禅院|教堂|清真寺',
    '(?:[、和与][一-鿿]{2,4}){1,3}[两三四]大?(?:机场|车站|火车站|场)',
    '站(?=[、，。和及与的至到）)]|$)|(?:地铁)?\\d*号?线(?=[早晚部列站首末换运，。、]|$)|高铁|城际|动车',
    '大桥|枢纽|互通|收费站|高速(?!路?口|出口)|铁路|汽渡|长江|大部|大部分|(?:国际)?机场|大厦|饭店|国?宾馆|酒店|医院(?!路)|大剧院',
    '[^。]{0,14}水域|竹海|温泉|大峡谷|瀑布|风景|景区|公园(?!路)|森林公园|湿地公园|国家公园|古镇|石窟|潭|湾(?!区|镇|街|里|站|[一二三四五六七八九])|湖(?!区|镇|街)|河(?!区|镇|街|畔|边)|江(?!区|镇|街|畔|边)|海域|海峡|半岛|盆地|高原|山脉|平原',
    '里(?=”|"|’|的|小区)|号|舰|型|队|杯|俱乐部|足球|男篮|女篮|女排|(?:客场|主场|队)?(?:[零一二三四五六七八九\\d]+比|不敌|战平|击败|力克|负于)|客场|.{0,3}名?(?:球员|国脚)|人寿|牌|鲜奶',
    '小吃|(?:小?龙虾|铁观音|木雕|石雕|砚|紫砂|剪纸|年画|皮影|脐橙|蜜橘|蜜柚|大闸蟹|螃蟹|牛肉丸|烧鸡|扒鸡|板栗|核桃|荔枝|杨梅|枇杷|大蒜|辣酱|豆瓣酱|腐乳|榨菜|陈醋|黄酒|白茶|岩茶|红茶|绿茶|毛尖|毛峰|龙井|大红袍|[糕饼酥粽鸭鹅醋砚鸡酒](?=$|[^一-鿿]|[的是和与卖成礼不])|铁锅|阿胶|三七|枸杞)|话(?!剧)|菜(?!场|市|农)|烤鸭|火腿|米线|拉面|烧饼|火锅|糟蛋|白药|普洱',
    '生(?!活|产|态|猪|物|意|育|鲜|源)|产业|断层|遗址|共识|会议(?!中心)|保卫战|战役|起义|事变|条约|时代|时期|精神|主义',
  ].join('|')})`,
)

/** Right after a name anywhere in a story: a firm is told of, which may be called by that name alone all through. */
export const FIRM_KINDS = ['集团', '控股', '地产', '置业', '股份', '物业']

/** A city's short name followed by one of these says nothing about where the story is. */
export const CITY_NOT_CONTEXT_AFTER =
  /^(?:[东西南北中]{0,2}[一二三四五六七八九十]?(?:路|街(?!道)|大街|大道)|烤鸭|菜|火锅|大学|话|籍|时间|冬奥|奥运|残奥|高铁站?方向|醋鱼|小笼|牛|板鸭|现代|汽车|股份|银行|航空|证券|信托|基金|人寿|药业|啤酒|老窖|舰|铲|医院)/

/** What follows marks a person or thing only passing through the story: from there, near there, compared with there. */
export const ASIDE_AFTER =
  /^(?:区|县|市|新区)?(?:[一-鿿]{0,6}(?:医院|学校|中学|小学|大学)(?:派驻|选派|派出|援派)|(?:[与和同][一-鿿]{2,5})?结对|人(?![民才工])|籍|口音|老乡|考察|代表团|游客|食客|车牌|等地|等城市|方向|上班|上学|打工|务工|读书|(?:派|选派|远道)?来的|派驻|户籍|的?(?:顾客|观众)|的.{1,2}(?:先生|女士|大爷|大妈|某))/

/** Just after a city: someone works or learns there, and comes from elsewhere. */
export const AWAY_AFTER = /^(?:、[一-鿿]{2,4}){0,2}(?:打工|务工|上班|读书|上学|念书|经商)/

/** A delegation from there. */
export const VISITOR_AFTER = /^[^，。、；]{0,8}(?:考察团|参观团|代表团|访问团|学习团|党政代表|一行(?![业道]))/

/** A dish or produce that carries the place's name wherever it is sold. */
export const PRODUCE_AFTER =
  /^(?:小龙虾|龙虾|大闸蟹|螺蛳粉|米粉|米线|拌面|拉面|烩面|热干面|肥肠粉|凉皮|豆腐|腐乳|香醋|陈醋|火锅|酸菜|榨菜|黄酒|白酒|烧鸡|扒鸡|板鸭|咸鸭蛋|月饼|麻花|大枣|枸杞|脐橙|蜜柚|砂糖橘|羊肉|牛肉|海参|紫菜|瓷器|宣纸|紫砂)/

/** 郫县豆瓣, 达县灯影牛肉: a kind of food or drink sold everywhere, unless its works, fair or home is told of. */
export const SOLD_EVERYWHERE =
  /^(?![的在有产卖推把将与和及到为是名区县市])[一-鿿]{0,2}?(?:豆瓣酱?|牛肉面?|臊子面|[羊驴]肉汤?|老窖|黄酒|白酒|米酒|大曲|烧鸡|扒鸡|熏鸡|板鸭|烤鸭|盐水鸭|咸?鸭蛋|皮蛋|火腿|香肠|腊肉|龙虾|大闸蟹|米粉|螺蛳粉|肥肠粉|米线|拌面|拉面|烩面|刀削面|热干面|凉皮|豆腐干?|腐乳|榨菜|酸菜|香醋|陈醋|老醋|酱油|麻花|月饼|烧饼|煎饼|大枣|枸杞|宣纸|紫砂壶?|阿胶)(?!产业|企业|加工|厂|作坊|工坊|节|博物馆|小镇|之乡|基地|协会|传承|制作|非遗|养殖|种植|丰收|采收|采摘|开园|开捕|商会|产区|师傅)/

/** 罗湖口岸: a checkpoint that is called after its district. */
export const CHECKPOINT_AFTER = /^口岸/

/** The office whose doing the story is: police, court, bureau of the place named. */
export const OFFICE_AFTER =
  /^(?:区|县|市|旗)?(?:人民)?(?:委|政府|公安|警方|警察|交警|分局|法院|检察院|消防|纪委|教育|卫健|住建|城管|民政|人社|商务|文旅|农业农村|市场监|应急|自然资源|税务|融媒|街道办|人大|政协|医院|图书馆|文化馆|总工会|团委|妇联|残联|(?:供电|水务)(?:局|公司|所|集团|部门|分)|交通运输)/

/** What precedes does the same. */
export const ASIDE_BEFORE =
  /(?:第[二三]个[“「]?|不是|(?<!分别)来自|出土于|原产于|产自|出自|出生于|生于|长于|求学于|卒于|病逝于|葬于|定居|客居|祖籍|老家在?|籍贯|毕业于|毗邻|紧邻|邻近|相邻的|隔壁的?|距离?|远至|远在|远赴|对口支援|支援|帮扶|援助|借鉴|学习|参照|对比|相比|不像|曾在|此前在|原在|之前在|调往|调任|飞往|前往|赶往|发往|运往|运到|送往|销往|卖到|寄到|开往|通往|请来|当年的?|原来的?|曾经的?|嫁到|打工的?|从|经|途经|其中一处位于|原属|曾属|划自)$/

/** Just before a name: it stands as the place where something is. */
export const PLACE_BEFORE =
  /(?:在|位于|到|来到|走进|落户|坐落于|坐落在|地处|来自|赴|前往|进驻|家住|住在|辖区|全市|从|沿着?)$/

/** Just before a name: it is next to a place, or goods and people come from or go to it. */
export const BESIDE_BEFORE = /(?:邻[县市区]|(?:邻近|相邻|毗邻|紧邻)的?|隔壁的?|县级市|来自|销往|发往)$/

/** Just after a name: it is spoken of as an area with an office. */
export const PLACE_AFTER =
  /^(?:区委|区政府|县委|县政府|市委|市政府|两区|三区|四区|[、，和]|段|片区|境内|辖区|城区|方面|全区|全县|各街道|街头|一(?:处|家|个|小区|社区|工地|企业|居民|男子|女子|老人)|的|本地|当地|：|:|籍|企业|警方|法院|检察院|消防|公安|交警|教育局|住建局|城管|民政|人社|(?:藏|回|土|苗|彝|壮|侗|瑶|白|满|黎|畲|傣|羌|土家|蒙古|朝鲜|撒拉|布依|哈萨克)族)/

/** Do the words around [start, end) say that a place is meant? */
export function standsAsPlace(text: string, start: number, end: number): boolean {
  return PLACE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) || PLACE_AFTER.test(text.slice(end, end + 6))
}

/** The same, only what is said of an area and of nothing else. */
export const AREA_AFTER =
  /^(?:区|县|市|段|籍|企业|警方|法院|公安|交警|消防|境内|当地|本地|城区|全县|全区|一(?:居民|男子|女子|村民))/

/** Papers, channels and offices that speak for one county or district; the first group is its name. */
export const LOCAL_PAPER =
  /^(?:今日|平安|微|文明|健康|教育|i|最|看|智慧|大美|幸福|魅力)?([一-鿿]{2,6}?)(?:区|县|市)?(?:日报|商报|晚报|时报|新闻(?:网)?|社区家园网|家园网|社区网|发布|融媒(?:体中心)?|广播电视台|电视台|传媒(?:网)?|在线|网|公安|警方|交警|法院|检察|教育|文旅|城市网|人民政府|政府网)?$/

/** Ours: the district of the section, breadcrumb or site is meant. */
export const OUR_DISTRICT = /(?:我|本)(?:区|县)(?!域)|全区各|区属|区教育局|区委书记|区政府/

/** From such a line on, a page lists other stories. */
export const OTHER_STORIES =
  /^[\s【#■●▶]*(?:广告[】：:]|热点排行|热门排行|(?:24|二十四)小时热[榜点]|热榜|热搜|热点(?:推荐|新闻)|新闻排行|点击排行|阅读排行|一周热文|相关(?:阅读|新闻|链接|推荐|报道)|延伸阅读|更多(?:新闻|阅读|精彩)|猜你喜欢|大家都在看|推荐阅读|新闻推荐|为您推荐|热门推荐|热门新闻|往期回顾|今日热点|精彩推荐|往期推荐|编辑推荐|最新新闻|友情链接)/

/** The line that names who made the page; a person may be called as a place is. */
export const STAFF =
  /^[\s（(【]*(?:责任编辑|编辑|责编|校对|审核|监制|终审|审校|一审|二审|三审|值班|主编|统筹)[：:｜|\s]/

/** A story of teams: there 山东泰山 and 广西平果 play. */
export const SPORT = /中超|中甲|中乙|足协|国足|国脚|亚冠|CBA|WCBA|联赛第.{1,3}轮|集训名单/

/** Words between names of one list: 罗湖、福田和南山; 罗湖42,福田45; 市南12例、市北15例. */
export const LIST_GAP =
  /^(?:[区县市])?(?:(?:成交|网签|新增|报告|上涨|下跌|增长|下降|[占有为达约共])?\s?\d[\d.,]{0,8}\s?[一-鿿]{1,3}|\s?[\d一二三四五六七八九十百零点.%℃～~\-—毫米度]{0,8})(?:[、，,;；/\s·|]|和|与|及|以及|到)?(?:今日)?$/

/** A row of a table begins with a name that a number follows: 长安 1204套; 未央：1032套. */
export const ROW_AFTER = /^[区县市]?[ \t　]{0,4}[：:|｜，,]?[ \t　]{0,4}\d/

/** Words that a news agency's or paper's own line begins with: the city in it is where the story was filed. */
export const DATELINE = /^.{0,12}?(?:本报|新华社|中新社|中新网|人民网|记者|讯)[^。\n]{0,14}?(?:[电讯]|报道)/

/** Just before an English name: something is there. Not of persons, whose surname or title stands before. */
export const ENGLISH_PLACE_BEFORE = /\b(?:in|at|from|near|outside|around) $/

/** A time before today's map. */
export const LONG_AGO =
  /1[0-8]\d\d年|19[0-4]\d年|[清明宋元唐汉隋秦晋]代|[清明宋元唐汉]朝|[南北]宋|[东西]汉|县衙|府衙|民国|古代|县志|旧县|建制|界碑|清末|光绪|乾隆|康熙|历史上/

/** What introduces or follows a person by name. */
export const PERSON_BEFORE =
  /(?:记者|通讯员|作者|编辑|摄影|市民|居民|村民|住户|店主|老板|书记|主任|校长|局长|区长|县长|市长|厂长|经理|医生|教授|先生|女士|演员|导演|选手|队长|岁的|叫|名叫|叫做|师傅|教练|少年|男孩|女孩|老人|小伙子?|姑娘|工匠|匠人|歌手|画家|诗人|护士|律师|司机|骑手|保安|学生|同学|队员|志愿者|负责人|创始人|董事长|总经理|同事|同伴|工友|战友|搭档|丈夫|妻子|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|邻居|朋友|租客|业主|顾客|游客|乘客|旅客|患者|家长|老师|店长|站长|组长|科长|处长|会长|村长|支书|总监|主管|员工|职工|工人|农民|果农|茶农|渔民|牧民|菜农|摊主|档主|房东|法官|检察官|民警|交警|消防员|研究员|院士|专家|学者|作家|馆长|园长|院长|所长|护士长|冠军|亚军|季军|运动员|球员|队友|对手)[”"』」]?$/
export const PERSON_AFTER =
  /^(?:和[他她]|今年.{1,4}岁|[，,（(]?(?:\d|[一二三四五六七八九十]){1,3}岁|的(?:父亲|母亲|妻子|丈夫|儿子|女儿|爸爸|妈妈|奶奶|爷爷)|是一?[名位个]|说|表示|介绍|告诉|透露|认为|坦言|回忆|笑着|先生|女士|同志|师傅|老师|教授|摄|，[男女])/
