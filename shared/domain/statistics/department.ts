/**
 * Which branch of administration (系统) does an agency belong to, by its name? 公安 is the police of the city and of every
 * county, so that a bulletin compares branches across counties. The bodies are those of 国务院 since its reform of 2023
 * (国务院机构设置, with the bureaus its ministries administer and those that party organs carry a second name of), what
 * provinces, cities and counties have beside them, and the names they had before: older cases, and agencies whose sign
 * was changed late, go on with the branch. What a name doesn't say is 其他.
 */

/** The branch of a name that says none. */
export const OTHER_DEPARTMENT = "其他";

/** Told by how the name ends: a government and its offices of every level, whatever its place is called. */
const GOVERNMENTS: readonly (readonly [string, RegExp])[] = [
  ["乡镇街道", /街道(?:办事处|办)?$|(?:镇|乡|苏木)(?:人民)?政府$|(?:镇|乡)$/u],
  ["政府", /政府(?:办公(?:室|厅))?$/u],
  [
    "开发区",
    /(?:开发区|高新区|新区|度假区|保税区|示范区|园区|试验区|自贸区|管理区).{0,4}(?:管委会|管理委员会)$/u,
  ],
  ["村居", /(?:村|居)(?:民)?委(?:员)?会$/u],
];

/**
 * What their names hold. A joint bureau (教育和体育局) goes with what it names first; of words that begin at one place the
 * longest decides (环境卫生, 出入境检验检疫). Police is police, whosever it is (铁路公安局).
 */
const BODIES: readonly (readonly [branch: string, words: string])[] = [
  ["公安", "公安 交警 派出所 交通警察 看守所 拘留所 出入境管理 出入境边防 移民管理 边防检查"],
  ["国家安全", "国家安全"],
  ["监狱戒毒", "监狱 戒毒 劳动教养"],
  ["消防救援", "消防"],
  ["行政审批", "行政审批 审批服务 政务服务 行政服务 营商环境 公共资源交易"],
  ["综合执法", "综合行政执法 综合执法 城市管理 城管 市容 环境卫生 环卫 行政执法"],
  ["国防动员", "国防动员 人民防空 人防 民防"],
  ["国防科工", "国防科技 国防科工"],
  [
    "市场监管",
    "市场监督 市场监管 市场和质量 工商行政 工商局 工商管理 工商和 药品监督 药品监管 药监 食品药品 质量技术监督 质量监督 技术监督",
  ],
  ["知识产权", "知识产权 专利"],
  [
    "自然资源",
    "自然资源 国土 规划局 规划和 城乡规划 城市规划 林业 林草 草原 测绘 地质矿产 地理信息 不动产登记",
  ],
  ["海洋渔业", "海洋 渔业 渔政 海监"],
  ["人力资源社会保障", "人力资源 社会保障 社会保险 社保 人社 劳动 人事局 人事和 就业服务 职业技能"],
  ["医疗保障", "医疗保障 医保 医疗保险"],
  ["住房公积金", "住房公积金 公积金"],
  [
    "住房城乡建设",
    "住房 住建 城乡建设 城建 建设局 建设委员会 建设和 房产 房地产 房屋 房管 征收 市政 园林 绿化 棚户区 供热 燃气",
  ],
  ["水库移民", "移民局 移民工作 移民后期 水库移民 移民开发 移民安置"],
  ["乡村振兴", "乡村振兴 扶贫"],
  ["农业农村", "农业 农村 畜牧 兽医 农机 种子 农牧 农林"],
  ["粮食储备", "粮食 物资储备"],
  ["生态环境", "生态环境 环境保护 环保 核安全 辐射"],
  ["中医药", "中医药"],
  ["疾病控制", "疾病预防 疾病控制 疾控"],
  ["卫生健康", "卫生 卫健 计划生育 人口和 爱国卫生 老龄"],
  ["教育", "教育 教体 教科 招生考试 考试院"],
  ["体育", "体育"],
  ["科技", "科学技术 科技 外国专家"],
  ["铁路", "铁路"],
  ["民航", "民航 民用航空 机场"],
  ["邮政", "邮政"],
  ["海事", "海事 航道 船舶检验"],
  ["交通运输", "交通 运输 公路 港航 港口 航务 路政 运管"],
  ["气象", "气象"],
  ["地震", "地震"],
  ["矿山安全", "矿山安全 煤矿安全 煤炭"],
  ["应急管理", "应急 安全生产 安监 防汛 减灾"],
  ["水利", "水利 水务 河湖 水文 南水北调 水土保持 河务 黄河 水资源"],
  ["退役军人", "退役军人 双拥 军队离休退休 军休"],
  ["民政", "民政 社会组织 殡葬 社会救助"],
  ["民族宗教", "民族 宗教 民宗"],
  ["外事侨务", "外事 侨务 港澳 台湾事务"],
  ["司法行政", "司法 法制办"],
  ["信访", "信访"],
  ["税务", "税务 国税 地税"],
  ["财政", "财政 非税"],
  ["审计", "审计"],
  ["统计", "统计 调查队"],
  ["国有资产", "国有资产 国资"],
  ["能源", "能源 电力"],
  ["数据", "数据 信息中心 电子政务"],
  ["发展改革", "发展改革 发展和改革 发改 物价 价格认证 计划委员会 重点项目 区域协作"],
  ["人民银行", "人民银行 外汇"],
  ["金融监管", "金融 银行业 银监 保险监督 保监 证券 证监 银保监"],
  ["工业和信息化", "工业 工信 经济和信息化 经信 经济贸易 经贸 中小企业 民营经济 通信 无线电 盐务 盐业"],
  ["商务", "商务 商业 外经贸 对外贸易 对外经济 招商 投资促进 口岸 贸促 供销"],
  ["广播电视", "广播 广电"],
  ["新闻出版", "新闻出版 版权 电影 网信 互联网信息"],
  ["文物", "文物"],
  ["文化旅游", "文化 旅游 文旅 文广"],
  ["档案", "档案 史志 地方志"],
  ["保密密码", "保密 密码"],
  ["机关事务", "机关事务 接待"],
  ["机构编制", "机构编制 编制委员会 编办 事业单位登记"],
  ["公务员", "公务员"],
  ["残疾人事业", "残疾人 残联"],
  ["红十字", "红十字"],
  ["海关", "海关 出入境检验检疫"],
  ["烟草专卖", "烟草"],
  ["学校", "大学 学院 学校 中学 小学"],
];

const POLICE = "公安";
/** Whose body it is: a zone's name tells of industry, farming or tourism and nothing of its bureaus, 人民政府 holds 民政. */
const WHOSE = /^.{2,20}?(?:开发区|高新区|新区|度假区|保税区|示范区|园区|试验区)(?=.)|^.{0,20}?政府(?=.)/u;

const WORDS: readonly (readonly [branch: string, word: string])[] = BODIES.flatMap(([branch, words]) =>
  words.split(" ").map((word) => [branch, word] as const),
);

/** The branch of an agency. A branch office (公安局河东分局) belongs to its organ. */
export function departmentOf(agency: string): string {
  const name = agency
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/\([^()]*\)/gu, "");
  const government = GOVERNMENTS.find(([, end]) => end.test(name))?.[0];
  if (government !== undefined) return government;
  const own = name.replace(WHOSE, "");
  const found = WORDS.map(([branch, word]) => ({ branch, at: own.indexOf(word), length: word.length }))
    .filter(({ at }) => at !== -1)
    .toSorted((one, other) => one.at - other.at || other.length - one.length);
  return (found.find(({ branch }) => branch === POLICE) ?? found[0])?.branch ?? OTHER_DEPARTMENT;
}
