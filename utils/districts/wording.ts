// What the words around a name say about it. Classes of context, from reading local news.

/** After a short name or a city's: then it names a road, a school, a company, a dish, not the place. */
const NAMESAKE_AFTER =
  /^(([东西南北中新老]|[一二三四五六七八九十])?[一二三四]?(路|大街|大道|街(?!道|坊|上|头)|巷|里弄|弄|高速|快线|铁路|线)|大桥|桥|高铁|站|北站|南站|东站|西站|机场|港(?!人|商|口)|大学|学院|理工|师大|师范|中学|小学|一中|二中|实验学校|外国语|医院|日报|晚报|晨报|早报|时报|都市报|商报|电视台|广播|汽车|重卡|重工|集团|公司|股份|银行|证券|保险|基金|信托|乳业|鲜奶|牛奶|啤酒|航空|科技|地产|置业|控股|重汽|药业|制药|产业|谈判|协议|共处|年代|主义|发展|寺|庙|塔|宫|陵|山|湖|江|河|海|溪|岛|峰|峡|岭|瀑布|古镇|竹海|雪山|饭店|酒店|大酒店|宾馆|大厦|广场|中心|大剧院|体育场|小吃|拉面|烤鸭|菜|话|牌|奶|队|足球|俱乐部|杯|籍|先生|女士|老师|教授|同学|教练|同志|师傅|爷爷|奶奶|大爷|大妈|说|表示|笑|坦言|认为|回忆|介绍说|告诉|鸡|鸭|鱼|茶|酒|米粉|面|豆腐|火腿|瓷|壶|砚|墨|村(?!委)|影业|影视|传媒|出版社|书店|杂志|论坛|战役|事变|会议|公约|条约|宣言)/u

/** After a full name too: 南山区人民医院 is in the district, but 长安区块链 is none. */
const NAMESAKE_AFTER_FULL = /^(块链|间车|域内|域的|别|分(?!局|公)|划(?!拨))/u

/** Before a name: then a person, a company or an origin bears it. */
const PERSON_BEFORE =
  /(叫|名叫|叫做|取名|名为|姓名|笔名|艺名|记者|通讯员|教练|作者|摄影|编辑|选手|球员|队员|演员|导演|老师|医生|护士|男孩|女孩|老人|村民|居民|市民|学生|先生|女士|小朋友|同学)[:： ]?$/u

/** Before or after: someone or something from there, elsewhere. */
const ORIGIN_BEFORE =
  /(来自|籍贯|祖籍|老家在?|家住|出生于|生于|毕业于|远赴|飞往|开往|发往|前往|距离?|远离|途经|经由|始发于?|从)$/u
const ORIGIN_AFTER =
  /^(籍|人(?![民大均口工才社力防])|老乡|考察团|代表团|党政代表团|访问团|学习团|一行|来的|来客|游客|客商|方向|出发|始发)/u
const VISITOR_AFTER = /^[^，。；！？\n]{0,16}(一行|考察团|代表团|来访|到访|赴|莅临|前来|专程来)/u

/** Right after a short name: the place acts or is named as one. */
const PLACE_AFTER =
  /^(区委|区政府|市委|市政府|县委|县政府|区|市民|居民|街坊|警方|公安|法院|检察院|交警|消防|城管|街道|辖区|全域|境内|当地|本地|各地|各街道|政协|人大|教育局|卫健|人社|住建|分局|老街|老城|新城|片区|段|口岸|两区|三区|四区|两地|三地|等区|等地|、|和|与|及)/u

export const isNamesake = (after: string, before: string): boolean =>
  NAMESAKE_AFTER.test(after) || PERSON_BEFORE.test(before)
export const isNamesakeOfFull = (after: string): boolean => NAMESAKE_AFTER_FULL.test(after)
export const isOrigin = (after: string, before: string): boolean =>
  ORIGIN_BEFORE.test(before) || ORIGIN_AFTER.test(after)
export const isVisitor = (after: string): boolean => ORIGIN_AFTER.test(after) || VISITOR_AFTER.test(after)
export const actsAsPlace = (after: string): boolean => PLACE_AFTER.test(after)

/** Short names that are everyday words: only with their city right before them or the place's own wording behind. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...['和平', '光明', '朝阳', '新华', '解放', '合作', '资源', '东方', '开平', '新民', '新安', '安定', '平安', '太平'],
  ...['长安', '建设', '胜利', '团结', '友谊', '红旗', '文化', '前进', '向阳', '新建', '中山', '大同', '永定', '平和'],
  ...['泰和', '安宁', '崇明', '吉安', '永安', '盐田', '高新', '河东', '河西', '江北', '江南', '城东', '城西', '城北'],
  ...['城南', '城中', '城区', '郊区', '矿区', '市中', '市南', '市北', '海南', '山海', '尖山', '南山', '东山', '西湖'],
  ...['南湖', '东湖', '白云', '青山', '龙门', '天桥', '铁西', '铁东', '道里', '道外', '通道', '公安', '大方', '丰满'],
  ...['从江', '民权', '民和', '民丰', '民乐', '正安', '正定', '普定', '勉县', '富民', '富裕', '兴文', '兴安', '兴业'],
  ...['兴国', '兴隆', '兴宁', '来安', '来凤', '定安', '定远', '安康', '安全', '安居', '安国', '安仁', '安福', '广安'],
  ...['吉利', '隆昌', '仙桃', '沙县', '双流', '武进', '文成', '文安', '仁和', '仁化', '上思', '上林', '三原', '三江'],
  ...['三都', '二道', '九江', '大新', '大足', '大理', '大田', '大通', '大余', '小店', '千山', '万全', '万年', '万荣'],
  ...['信丰', '信宜', '信州', '恩平', '惠来', '惠民', '惠农', '英德', '英山', '德化', '德保', '积石', '灵台', '灵石'],
  ...['彭山', '夏津', '安吉', '武隆', '金华', '海宁', '建华', '爱民', '爱辉', '昌平', '丰收', '丰台', '丰都', '丰城'],
  ...['长春', '长寿', '长乐', '长治', '长泰', '长顺', '长岛', '永和', '永福', '永新', '永兴', '永顺', '永丰', '永康'],
  ...['道真', '道县', '明水', '明光', '明山', '清新', '清流', '清河', '清水', '黄山', '黄河', '长江', '梅里', '武侯'],
])
