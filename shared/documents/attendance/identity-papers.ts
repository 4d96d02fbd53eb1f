/** What did the court find when it checked a head's identity paper (法释〔2020〕3号 §6)? */
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { listedSubjects } from "./spoken-of.ts";

/** What says who somebody is. */
const KINDS_OF_PAPERS = wordList(`
  身份(?:证明|材料|证件|说明|及职务|信息) 职务证明 身份的?(?:材料|文书|证明)
  证明(?:材料|文件|其身份) 负责人[^，。]{0,10}身份
`);
const PAPERS = new RegExp(anyOf(KINDS_OF_PAPERS), "u");

/** What a paper should bear, and what should be done with it. */
const OMITTED = wordList("加盖 盖 载明 注明 写明 标明 记载 提交 提供 携带 出示 附 签");
const PUT_RIGHT = "补(?:正|交|充)";
const DEFECTS = [
  `${anyOf(wordList("未 没有 缺少 欠缺 漏 无"))}${anyOf(OMITTED)}`,
  "未[^，。]{0,6}(?:盖章|补正|载明)",
  "不符合",
  `不${anyOf(wordList("齐 全 完整 规范 一致 清"))}`,
  "缺(?:少)?[^，。]{0,6}(?:章|职务)",
  "有(?:误|瑕疵)",
  `${anyOf(wordList("限 责令 要求 请 应"))}[^，。]{0,14}${PUT_RIGHT}`,
];
const DEFECT = new RegExp(anyOf(DEFECTS), "u");

const CHECKED = anyOf(wordList("核实 核对 核验 查验 审核"));
const WITHOUT_FAULT = anyOf(wordList("完毕 清楚 没有问题 无问题 无异议"));
const ORDERLY = [
  ...wordList("一致 有(?:公|印)章 符合(?:规定|要求|法律|有关|相关|条件) 齐全 无误 属实 有效 合格"),
  ...wordList("予以(?:确认|认可) 准予 准许(?:其)?(?:参加|出庭)"),
  "确认[^，。]{0,12}身份",
  "确认[^，。]{2,8}(?:为|系|是)[^，。]{0,6}负责人",
  "身份[^，。]{0,6}(?:确认|得到确认|核实|核对|核验)",
  `[已经]${CHECKED}${WITHOUT_FAULT}`,
  "(?:补正|补盖|补交)",
  "(?:加盖|盖有)(?:了)?[^，。]{0,10}(?:公章|印章)",
];
const IN_ORDER = new RegExp(anyOf(ORDERLY), "u");

/** Who checks, or that somebody did. */
const BY_THE_COURT = new RegExp(
  anyOf(wordList("核对 核实 核验 审查 查验 审核 确认 查明"), wordList("本院 法庭 合议庭")),
  "u",
);
/** A fault that was put right, said without naming the paper again. */
const PUT_RIGHT_THERE = /已[^，。]{0,6}补|补[正盖交](?:完毕|了|到位)/u;
/** Everybody's papers are looked at when a hearing opens. */
const OTHERS_PAPERS = /当事人|原告|代理人|律师|第三人|各方|双方/u;

/** Until when a paper had to be put right. */
const BY_THEN = anyOf(wordList("逾期 到期 期限内 至今 仍 期满 庭后"));
const IN_TIME = "(?:按期|按时|在[^，。]{0,10}内)?";
const STILL_WRONG = new RegExp(
  `${BY_THEN}[^，。]{0,8}未[^，。]{0,6}(?:补|提交)|未(?:能)?${IN_TIME}(?:补正|补交)`,
  "u",
);
const WAS_PUT_RIGHT = /(?:已|当庭|随后|后)(?:已|经)?[^，。]{0,6}(?:补正|补盖|补交)(?!的)/u;
const TO_BE_PUT_RIGHT = /(?:限|责令|要求|请)[^，。]{0,14}补/u;

type Finding = "papers-in-order" | "papers-defective";

/** The last word counts: a paper that was put right at the hearing is in order. */
const FINDING = ruleTable<string, Finding | "nothing">("finding-about-papers", (text) => text, [
  {
    name: "papers-asked-for",
    of: (text) => /^(?:请|现请)|请[^，。]{0,10}(?:出示|提交|说明)/u.test(text) && !DEFECT.test(text),
    says: "nothing",
    example: "请被告负责人出示身份证明。",
  },
  { name: "papers-still-wrong", of: STILL_WRONG, says: "papers-defective", example: "庭后未补正" },
  {
    name: "papers-put-right",
    of: (text) => DEFECT.test(text) && WAS_PUT_RIGHT.test(text) && !TO_BE_PUT_RIGHT.test(text),
    says: "papers-in-order",
    example: "身份证明未加盖公章，已当庭补正",
  },
  { name: "papers-wrong", of: DEFECT, says: "papers-defective", example: "身份证明未载明职务，不符合规定" },
  { name: "papers-found-in-order", of: IN_ORDER, says: "papers-in-order", example: "身份证明符合规定" },
]);

/** Whether a text speaks of papers that say who somebody is. */
export function speaksOfPapers(text: string): boolean {
  return PAPERS.test(text);
}

/**
 * What the court found of the papers of the agencies that a sentence speaks of. `wereAskedFor`: papers were spoken of just
 * before, so that a finding may leave them unnamed.
 */
export function papersSigns(context: Context, utterance: Utterance, wereAskedFor: boolean): Sign[] {
  const { text, speaker, start, end } = utterance;
  const isCourt = speaker === "court";
  const isAbout =
    PAPERS.test(text) || (wereAskedFor && isCourt && (BY_THE_COURT.test(text) || PUT_RIGHT_THERE.test(text)));
  if (!isAbout || speaker === "respondent") return [];
  if (!isCourt && !BY_THE_COURT.test(text) && !DEFECT.test(text)) return [];
  const found = FINDING.decide(text);
  const isOfHeads =
    text.includes("负责人") || speaksOfHead(text, context.heads) || wereAskedFor || !OTHERS_PAPERS.test(text);
  if (found === undefined || found.verdict === "nothing" || !isOfHeads) return [];
  const { verdict: says, rule } = found;
  return listedSubjects(context, utterance, text.search(PAPERS)).map((organ) => ({
    organ,
    start,
    end,
    says,
    confidence: CONFIDENCE.inferred,
    rule,
  }));
}
