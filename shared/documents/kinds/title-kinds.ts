/** Of which kind is a document that bears a title? 行政机关负责人出庭应诉通知书, 授权委托书, 庭审笔录 and their like. */
import type { DocumentKind } from "../text/fact.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

const HEARING = "(?:开庭|庭审|审理)";
const MOVING = anyOf(wordList("延期 变更 改期 调整 更改 取消 推迟"));
const NOTICE = "(?:通知书?|函|告知书)";

/** Forms that are filled in: the word before 表 or 单. */
const FORMS = anyOf(
  wordList("备案 报备 登记 报告 审批 办理 反馈 统计 确认 填报 呈报 情况 办文 收文 阅办 拟办 呈批 批办 传阅"),
);
/** What else is put on record than a hearing. */
const RECORDED = anyOf(
  wordList(
    "询问 谈话 调查 勘验 宣判 调解 送达 证据交换 庭前会议 庭前准备 阅卷 接待 听证 执行 约谈 合议庭?评议",
  ),
);
/** What a court or a party notifies of besides a hearing. */
const NOTIFIED = anyOf(
  wordList("应诉 举证 受理 参加诉讼 合议庭 权利义务 缴费 交费 送达 执行 补正 廉政 诉讼"),
);
const NOTIFICATIONS = anyOf(wordList("通知书? 告知书 须知 回证 确认书 监督卡"));
/** Papers of any office. */
const PAPERS = anyOf(
  wordList("司法建议 决定 公告 通报 公函 报告 批复 起诉状 证据目录 代理词 意见 承诺 协议 函 令"),
  wordList("证明 名单 清单 回证 通知 更正 告知"),
);
const ASKED_FOR = anyOf(wordList("延期 变更 改期 不公开 调取 回避 撤诉"));

/** Titles, the more particular first: 行政机关负责人出庭应诉通知书 is not a 应诉通知书. */
export const TITLES = ruleTable<string, DocumentKind>("title", (title) => title, [
  {
    name: "note-before-a-hearing",
    of: /(?:庭前|开庭|出庭|庭审)[^。]{0,6}(?:提示|注意事项|须知)[书函单]?$/u,
    says: "other",
    example: "庭前提示函",
  },
  {
    name: "contacts",
    of: /(?:通讯录|联系方式一览表|联络员?名单|联系人名单)$/u,
    says: "directory",
    example: "行政应诉工作通讯录",
  },
  { name: "authorisation", of: /委托书$/u, says: "other", example: "授权委托书" },
  {
    name: "application-to-a-court",
    of: new RegExp(`申请[^。]{0,14}${ASKED_FOR}`, "u"),
    says: "other",
    example: "关于申请延期开庭的函",
  },
  {
    name: "explanation-of-something",
    of: /(?:情况|事项|不能出庭|未出庭|原因|理由).{0,6}(?:说明|报告)书?$/u,
    says: "other",
    example: "负责人不能出庭情况说明",
  },
  { name: "explanation", of: /说明(?:书|表)?$/u, says: "other", example: "说明" },
  {
    name: "note-of-a-call-or-visit",
    of: /(?:电话|通话|工作|接待|来访)[^。]{0,6}记录$/u,
    says: "other",
    example: "电话记录",
  },
  {
    name: "certificate-of-a-post",
    of: /(?:身份|职务|法定代表人).{0,8}证明书?$/u,
    says: "other",
    example: "行政机关负责人身份证明",
  },
  {
    name: "form",
    of: new RegExp(`${FORMS}[表单]$|(?:出庭|应诉).{0,8}备案$`, "u"),
    says: "other",
    example: "出庭应诉情况备案表",
  },
  {
    name: "record-of-something-else",
    of: new RegExp(`${RECORDED}笔录$`, "u"),
    says: "other",
    example: "询问笔录",
  },
  {
    name: "record-of-a-hearing",
    of: /(?:开庭|庭审|法庭|审理|审判|庭).{0,6}笔录$|^笔录$/u,
    says: "hearing-record",
    example: "庭审笔录",
  },
  { name: "other-record", of: /笔录$/u, says: "other", example: "陈述笔录" },
  { name: "appeal", of: /上诉状$|^上诉书$/u, says: "appeal", example: "行政上诉状" },
  {
    name: "pleading",
    of: /(?:答辩|起诉|申请|反诉|再审申请)[状书]$|^(?:行政|民事|刑事)?(?:附带民事)?诉状$/u,
    says: "other",
    example: "行政答辩状",
  },
  { name: "judgment", of: /(?:判决|裁定|调解)书$/u, says: "judgment", example: "行政判决书" },
  {
    name: "change-of-a-hearing",
    of: new RegExp(
      `(?:${MOVING}|更正|撤销|另行)[^。]{0,12}(?:${HEARING}|传票)[^。]{0,10}(?:${NOTICE}|公告|传票)$`,
      "u",
    ),
    says: "summons",
    example: "延期开庭通知书",
  },
  {
    name: "hearing-that-changes",
    of: new RegExp(`${HEARING}[^。]{0,8}${MOVING}[^。]{0,6}${NOTICE}$`, "u"),
    says: "summons",
    example: "开庭时间变更通知书",
  },
  {
    name: "notice-to-a-head",
    of: /负责人[^。]{0,10}出庭[^。]{0,10}(?:通知书?|函|告知书|建议书?|提示书?)$/u,
    says: "appearance-notice",
    example: "行政机关负责人出庭应诉通知书",
  },
  {
    name: "notice-to-appear-for-an-agency",
    of: /出庭应诉的?(?:通知书?|函|建议书?|提示函|告知书)$/u,
    says: "appearance-notice",
    example: "出庭应诉通知书",
  },
  {
    name: "notice-of-appearance",
    of: /^(?:再次)?出庭通知书?$/u,
    says: "appearance-notice",
    example: "出庭通知书",
  },
  { name: "summons", of: /传票$|传唤(?:通知书?|函|证)$/u, says: "summons", example: "传票" },
  {
    name: "notice-of-a-hearing",
    of: /(?:开庭|庭审)(?:审理|活动|排期)?(?:时间)?(?:地点)?的?(?:通知书?|告知书|通知函)$/u,
    says: "summons",
    example: "开庭通知书",
  },
  {
    name: "announcement-of-a-hearing",
    of: /(?:开庭|庭审)(?:审理|信息)?公告$/u,
    says: "summons",
    example: "开庭公告",
  },
  {
    name: "notice-about-a-hearing",
    of: /^关于.{0,40}开庭.{0,10}通知$/u,
    says: "summons",
    example: "关于原告张三诉你局一案开庭的通知",
  },
  {
    name: "notice-of-something-else",
    of: new RegExp(`${NOTIFIED}.{0,14}${NOTIFICATIONS}$`, "u"),
    says: "other",
    example: "应诉通知书",
  },
  { name: "paper-of-any-office", of: new RegExp(`${PAPERS}书?$`, "u"), says: "other", example: "司法建议书" },
]);
