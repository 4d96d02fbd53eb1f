/**
 * In which words do sentences and forms say what a case is about (案由)? 治安行政处罚, 不履行法定职责, 工伤保险资格认定.
 * Source: 最高人民法院《关于行政案件案由的暂行规定》 (法发〔2020〕44号) and what courts wrote before it.
 */
import { tidyingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** Branches of administration that stand before the act: 道路交通 行政处罚. */
const BRANCHES = anyOf(
  wordList("治安管理 道路(?:交通|运输) 交通(?:运输)? 公路 食品(?:安全|药品)? 药品"),
  wordList(
    "医疗(?:保障|保险|卫生|器械)? 土地(?:管理|承包)? (?:使用|所有|承包|经营)+权 集体土地 国有土地 农村",
  ),
  wordList("房屋 房产 城乡(?:建设|规划)? 城市(?:管理|规划|建设|房屋) 建设(?:工程|用地)? 建筑(?:施工|工程)?"),
  wordList("工程 施工 国土 城建 (?:安全)?(?:生产)?事故(?:调查)?(?:报告)? 规划 住房 物业(?:管理)?"),
  wordList(
    "社会(?:保[险障]|救助|团体) 优待 抚恤(?:优待)? 优抚 (?:基本)?养老(?:保险)? 失业保险 生育保险 工伤保险 最低生活保障",
  ),
  wordList("环境(?:保护)? 环保 生态环境 税务 税收 市场(?:监督|监管)? 质量(?:技术)?监督"),
  wordList(
    "劳动(?:和社会保障|监察|保障)? 人事 林业 林权证? 林地 林木 山林 承包(?:经营权?)? 权属 草场 森林 草原 农业 渔业 畜牧",
  ),
  wordList(
    "动物防疫 水(?:利|务|土保持|资源|(?=行政)) 矿山(?:安全)? 煤矿(?:安全)? 矿产(?:资源)? 采矿权? 探矿权? 地质 海关 海事 海洋 海域",
  ),
  wordList("卫生 计划生育 教育 民政 殡葬 婚姻 收养 户口 户籍 宅基地 不动产 机动车 驾驶证 出入境 工商"),
  wordList("企业 公司 商标 专利 知识产权 版权 文化 旅游 体育 宗教 文物 城管 安全生产 应急(?:管理)? 消防"),
  wordList(
    "违法建[筑设] 价格 财政 金融 统计 审计 烟草 盐业 邮政 通信 电力 能源 燃气 人防 园林 绿化 气象 地震",
  ),
  wordList("公安 司法 律师 公证 学位 学籍 退役军人 拆迁 招标投标 政府采购 特种设备 粮食 网约车 出租车"),
);
/** The act itself, with what may precede it of the claim. 工伤保险 alone also begins an organ's name. */
const ACTS = anyOf(
  ["行政(?!审批|执法|机关|服务|复议(?:局|机关|机构)|法庭)"],
  wordList("治安 政府信息 信息公开 [不未]?(?:依法)?履行(?!情况) 履责 不服 工伤(?!保险)"),
  ["(?:资格|待遇|身份|性质|责任|事故|学历|残疾|等级|年限|工龄)(?:或者?待遇)?(?:认定|核定)"],
  wordList("认定 确认 确权 撤销 变更 解除 责令 限期 强制 强拆 拆除 查封 扣押 冻结 划拨 征收 征用 征缴 征地"),
  wordList(
    "收回 补偿 赔偿 复议(?!机关) 裁决 登记 许可 处罚 罚款 拘留 没收 吊销 警告 给付 支付 发放 退还 返还",
  ),
  wordList(
    "奖励 允诺 不作为 不予 拒绝 拆迁 安置 颁证 颁发 批复 批准 答复 投诉 举报 信访 处理 审批 备案 协议 通知",
  ),
);
const CAUSE = new RegExp(`(?:${BRANCHES}(?:的)?)*(?:其[他它])?${ACTS}`, "u");
const BEGINS_CAUSE = new RegExp(`^${CAUSE.source}`, "u");

/** Longer words are a sentence and no cause. */
const LONGEST_CAUSE = 30;
/** A sentence is not searched farther for its cause. */
const LONGEST_SENTENCE = 300;

/** Where the first words of a cause begin in a text; -1 where there are none. */
export function causeAt(text: string): number {
  return text.slice(0, LONGEST_SENTENCE).search(CAUSE);
}

/** Whether a text begins as a cause does. */
export function beginsCause(text: string): boolean {
  return BEGINS_CAUSE.test(text.slice(0, LONGEST_SENTENCE));
}

/** The value of a form's field 案由, without the marks and words of a sentence around it. */
export function causeAsWritten(text: string): string | undefined {
  const cause = text
    .replace(/^[，、。：]+|[《》“”"]/gu, "")
    .replace(/(?:一案|案件|(?<![备立档])案)?[。，；]*$/u, "");
  if (cause.length < 2) return undefined;
  // 行政处罚；行政赔偿: a field may hold two causes.
  const parts = cause.split(/[；，]/u);
  const isPlain = cause.length <= LONGEST_CAUSE && !/[。：]|\d号/u.test(cause);
  return isPlain && (parts.length === 1 || parts.every(beginsCause)) ? cause : tidyCause(text);
}

/** Who did it, and in which paper: 作出的〔2026〕3号. */
const PAPERS_NUMBER = String.raw`[\])）〕】]第?\d+号`;
const DONE = "(?:作出|做出)";

const tidied = tidyingTable("words-around-a-cause", [
  { name: "marks-before", of: /^[，、。：]+/u, example: "，行政处罚" },
  {
    name: "paper-before",
    of: new RegExp(`^.*?${PAPERS_NUMBER}`, "u"),
    example: "沂公行罚决字〔2026〕3号行政处罚",
  },
  {
    name: "paper-of-a-further-agency",
    of: new RegExp(`(?<=[及和与、])${DONE}的?[^及和与、，]{0,20}?${PAPERS_NUMBER}`, "gu"),
    example: "行政处罚及作出的沂政复决字〔2026〕8号行政复议",
  },
  {
    name: "who-did-it-when",
    of: /^(?:因|其(?![他它])|关于|所|要求|请求)?(?:于[\d年月日]+)?(?:作出|做出|实施|颁发)?的?/u,
    example: "于2026年3月2日作出的行政处罚",
  },
  {
    name: "done-by-a-further-agency",
    of: new RegExp(`(?<=[及和与、])${DONE}的`, "gu"),
    example: "行政处罚及作出的行政复议",
  },
  {
    name: "whose-act-it-is",
    of: /(?<=[及和与、])(?:被上诉人|上诉人|被申请人|被告)(?=行政)/gu,
    example: "房屋征收补偿决定及上诉人行政复议",
  },
  { name: "marks-of-a-title", of: /[《》“”"]/gu, example: "《行政处罚》" },
  {
    name: "brought-to-court",
    of: /，?(?:依法)?(?:向(?:本院|我院|贵院)?)?(?:提起|提出)(?:行政)?(?:诉讼|起诉)(?=(?:一案)?$)/u,
    example: "行政处罚，向本院提起行政诉讼",
  },
  {
    name: "case",
    of: /(?<![一二两三四五六七八九十\d])[一二两三四五六七八九十\d]*(?:案件|(?<![备立档])案)[。，；]*$/u,
    example: "行政处罚一案",
  },
  { name: "contested", of: /(?<=.{2})不服$/u, example: "行政处罚决定不服" },
  { name: "instance", of: /(?<=.{2})(?:上诉|一审|二审|再审)$/u, example: "行政处罚上诉一案" },
  {
    name: "decision",
    of: /(行政(?:处罚|复议|许可|强制|裁决))(?:决定书?|行为)(?=$|[及和与、]|以及)/gu,
    by: "$1",
    example: "行政处罚决定一案",
  },
]);

/** What is no cause though it stands where one would: a sentence, a decision of a court, the branch of law alone. */
const NO_CAUSE = /[，。；：]|^[^（]*）|（[^）]*$|判决|裁定|号|^行政(?:诉讼)?$/u;

/** A cause as lists of causes put it: without the papers' numbers, 作出的 and 一案. */
export function tidyCause(text: string): string | undefined {
  const cause = tidied(text.slice(0, LONGEST_SENTENCE));
  return cause.length >= 2 && cause.length <= LONGEST_CAUSE && !NO_CAUSE.test(cause) ? cause : undefined;
}
