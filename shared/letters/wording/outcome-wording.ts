/** How is it called that a case ended, or what a ruling says of it while it goes on? */
import type { InterimResult, Outcome, Result } from "../../domain/court/outcome.ts";
import type { Ruling } from "../../domain/court/ruling.ts";

/** As a person reads it on a case: 行政机关败诉. */
const NAMES: Readonly<Record<Result, string>> = {
  lost: "行政机关败诉（含部分败诉）",
  won: "行政机关胜诉",
  settled: "和解撤诉、调解",
  withdrawn: "撤诉",
  remanded: "发回重审、指令继续审理",
  upheld: "维持原裁判",
  other: "其他方式结案",
  "partly-withdrawn": "撤回对部分被告的起诉",
  suspended: "中止诉讼",
  transferred: "移送其他法院",
};

/** As a table has room for it: 败诉. */
const SHORT_NAMES: Readonly<Record<Outcome, string>> = {
  lost: "败诉",
  won: "胜诉",
  settled: "和解撤诉",
  withdrawn: "撤诉",
  remanded: "发回重审",
  upheld: "维持原裁判",
  other: "其他",
};

/** 结案方式 as a court writes it into its ledger. */
const LEDGER_NAMES: Readonly<Record<Outcome, string>> = {
  ...SHORT_NAMES,
  lost: "判决机关败诉",
  won: "判决驳回诉讼请求",
  upheld: "驳回上诉，维持原判",
};

/** 裁判结果 in words. */
export function outcomeName(result: Result): string {
  return NAMES[result];
}

/** 裁判结果 in a table. */
export function shortOutcomeName(outcome: Outcome): string {
  return SHORT_NAMES[outcome];
}

/** 结案方式 in a court's ledger. */
export function ledgerOutcomeName(outcome: Outcome): string {
  return LEDGER_NAMES[outcome];
}

/** What keeps a case that is open from being heard. */
export function interimName(result: InterimResult): string {
  return NAMES[result];
}

const RULING_NAMES: Readonly<Record<Ruling, string>> = {
  annulled: "判决撤销、部分撤销",
  changed: "判决变更",
  illegal: "确认违法",
  void: "确认无效",
  perform: "责令履行、重新处理",
  pay: "判决赔偿、补偿、给付",
  agreement: "判决履行协议、采取补救措施",
  dismissed: "驳回诉讼请求",
  maintained: "维持行政行为",
  inadmissible: "裁定驳回起诉",
  "not-filed": "不予立案",
  settled: "和解撤诉",
  mediated: "行政调解",
  withdrawn: "准许撤诉",
  "deemed-withdrawn": "按撤诉处理",
  upheld: "维持原裁判",
  reversed: "改判",
  remanded: "发回重审、指令审理",
  ended: "终结诉讼",
  other: "其他",
  transferred: "移送",
  suspended: "中止诉讼",
};

/** A line of an outcome table (裁判结果表). */
export function rulingName(ruling: Ruling): string {
  return RULING_NAMES[ruling];
}
