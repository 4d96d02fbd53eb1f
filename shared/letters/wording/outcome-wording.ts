/** How is it called that a case ended, or what a ruling says of it while it goes on? */
import type { InterimResult, Outcome, Result } from "../../domain/court/outcome.ts";

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
