/**
 * What of a document was kept in Chinese before it was kept as data: why it was rejected or waits, what it is called, what
 * was read in it. Names go back to what they are the names of; sentences stay as they were written.
 */
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** A record's one sentence, by its state the reason of its rejection or what a person should look at. */
export const recordKeepsReasons: Upcaster = (body) => {
  const { why, ...document } = body.document as StoredItem;
  if (why === undefined) return body;
  const reason =
    document.state === "rejected"
      ? { rejection: { type: "as-written", why, todo: "" } }
      : { doubts: [{ type: "as-written", text: why }] };
  return { ...body, document: { ...document, ...reason } };
};

/** Bureaus no longer note what came by telephone as a file: why such a file had come back is a sentence. */
export const recordForgetsReceipts: Upcaster = (body) => ({
  ...body,
  document: rejectedReceiptOf(body.document as StoredItem),
});

/** What has a rejection that there is none of any more. */
export function rejectedReceiptOf(content: StoredItem): StoredItem {
  const { type } = (content.rejection ?? {}) as { readonly type?: string };
  if (type !== "bad-receipt") return content;
  const rejection = {
    type: "as-written",
    why: "回执没有登记。",
    todo: "请在案件页面的“手工办理”中登记收到的报告、备案。",
  };
  return { ...content, rejection };
}

/** 退件通知. */
export function rejectionOf({ why, todo, ...content }: StoredItem): StoredItem {
  return { ...content, rejection: { type: "as-written", why, todo } };
}

/** 人工复核. */
export function reviewOf(content: StoredItem): StoredItem {
  const { documentKind, doubts, facts } = content as unknown as ReviewAsWritten;
  return {
    ...content,
    documentKind: KINDS[documentKind] ?? documentKind,
    doubts: doubts.map((text) => ({ type: "as-written", text })),
    facts: facts.map(({ label, value, ...fact }) => ({ ...fact, ...fieldOf(label, value) })),
  };
}

interface ReviewAsWritten {
  readonly documentKind: string;
  readonly doubts: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

const KINDS: Readonly<Record<string, string>> = {
  传票: "summons",
  出庭通知书: "appearance-notice",
  上诉状: "appeal",
  庭审笔录: "hearing-record",
  裁判文书: "judgment",
  台账: "case-ledger",
  出庭备案表: "filing",
  情况说明: "explanation",
  庭前提示: "court-note",
  台账报告: "court-report",
};

const FIELDS: Readonly<Record<string, string>> = {
  案号: "case-number",
  一审案号: "origin-case-number",
  法院: "court",
  案由: "cause",
  原告: "plaintiff",
  被告: "respondent",
  开庭时间: "hearing-time",
  开庭地点: "hearing-place",
  自述不能出庭的理由: "absence-reason",
  出庭人员姓名: "head-name",
  出庭人员职务: "head-title",
};

const ATTENDED: Readonly<Record<string, string>> = { 出庭: "yes", 未出庭: "no", 待认定: "review" };
const WHOSE = "负责人是否出庭";

function fieldOf(label: string, value: string): StoredItem {
  const field = FIELDS[label];
  if (field !== undefined) return { field, value };
  return { field: "attended", organ: label.replace(WHOSE, ""), value: ATTENDED[value] ?? value };
}
