/** How letters and pages speak of documents (文书): their kinds, and what is read in them. */
import type { CaseDocumentKind } from "../../domain/case-file/state.ts";
import { RESULTS, type Result } from "../../domain/court/outcome.ts";
import type { FactShown } from "../../domain/notices/frame/shown.ts";
import type { FactField, PaperNamed } from "../../domain/refusal.ts";
import { parseCivilDate, parseClockTime } from "../../domain/time/time.ts";
import { hearingSaidWords } from "./case-wording.ts";
import { outcomeName } from "./outcome-wording.ts";

const KINDS: Readonly<Record<CaseDocumentKind | "case-ledger" | "court-report", string>> = {
  summons: "传票",
  "appearance-notice": "出庭通知书",
  appeal: "上诉状",
  "hearing-record": "庭审笔录",
  judgment: "裁判文书",
  "case-ledger": "台账",
  filing: "出庭备案表",
  explanation: "情况说明",
  "court-note": "法院庭前提示",
  "response-notice": "应诉通知书",
  complaint: "起诉状",
  defence: "答辩状",
  "evidence-list": "证据目录",
  "judicial-suggestion": "司法建议书",
  "service-receipt": "送达回证",
  "enforcement-notice": "执行通知书",
  "court-report": "台账报告",
};

/** 传票 …; undefined for kinds that have no name of their own. */
export function documentName(kind: CaseDocumentKind): string;
export function documentName(kind: string): string | undefined;
export function documentName(kind: string): string | undefined {
  return (KINDS as Readonly<Record<string, string>>)[kind];
}

/** What a document calls itself, else what its kind is called. */
export function paperNamed({ kind, title }: PaperNamed): string {
  return title ?? documentName(kind) ?? "文件";
}

const FIELDS: Readonly<Record<Exclude<FactField, "attended">, string>> = {
  kind: "文书种类",
  "case-number": "案号",
  "origin-case-number": "一审案号",
  court: "法院",
  cause: "案由",
  plaintiff: "原告",
  respondent: "被告",
  "hearing-time": "开庭时间",
  "hearing-place": "开庭地点",
  postponement: "延期",
  outcome: "裁判结果",
  "absence-reason": "自述不能出庭的理由",
  "head-name": "出庭人员姓名",
  "head-title": "出庭人员职务",
};

/** 开庭时间 …; `organ`: whose head it is. */
export function fieldName(field: FactField, organ = ""): string {
  return field === "attended" ? `${organ}负责人是否出庭` : FIELDS[field];
}

/** What was read, as a person checks it: 2026年9月24日 9:00, 未出庭. */
export function factValue({ field, value }: Pick<FactShown, "field" | "value">): string {
  switch (field) {
    case "attended":
      return { yes: "出庭", no: "未出庭", review: "待认定" }[value] ?? value;
    case "hearing-time": {
      const [date, time] = [parseCivilDate(value.slice(0, 10)), parseClockTime(value.slice(11))];
      return date === undefined ? value : hearingSaidWords({ date, ...(time !== undefined && { time }) });
    }
    case "outcome":
      return RESULTS.includes(value as Result) ? outcomeName(value as Result) : value;
    default:
      return value;
  }
}
