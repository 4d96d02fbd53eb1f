import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Doubt, Rejection } from "../../../shared/domain/refusal.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { explainDoubt } from "../../../shared/letters/refusals/doubts.ts";
import { explainRejection } from "../../../shared/letters/refusals/rejections.ts";

const number = caseNumber("（2026）鲁1321行初23号");
const rejections: readonly Rejection[] = [
  { type: "empty" },
  { type: "too-large", megabytes: 30 },
  { type: "encrypted" },
  { type: "broken", format: "PDF" },
  { type: "no-text-layer" },
  { type: "unsupported-format", format: "OpenDocument" },
  { type: "unsupported-format", format: "HEIC" },
  { type: "too-many-pages", pages: 900, limit: 600 },
  { type: "suspicious", sign: "macro" },
  { type: "not-administrative", number: "（2026）鲁1302民初3301号" },
  { type: "not-administrative", number: undefined },
  { type: "unrecognised" },
  { type: "not-a-case-document", paper: { kind: "other", title: "授权委托书" } },
  { type: "not-a-case-document", paper: { kind: "case-ledger" } },
  { type: "not-a-case-document", paper: { kind: "other" } },
  { type: "no-case-number" },
  {
    type: "bad-directory",
    problems: [
      { type: "id-twice", id: "a" },
      { type: "shared-key", name: "甲局", other: "乙局", key: "name:甲局", place: "第3行" },
      { type: "no-court-code", name: "某法院" },
      { type: "no-contact", name: "某局", place: "第4行、第5行" },
      { type: "no-such-superior", name: "某局", superior: "某厅" },
      { type: "no-directory" },
      { type: "malformed", path: "" },
      { type: "bad-cell", field: "level", place: "第6行" },
      { type: "bad-cell", field: "unheard-of" },
      { type: "as-read", text: "第7行：没有单位名称。" },
    ],
  },
  { type: "sent-back", reason: "日期写错。" },
  { type: "not-from-agency", paper: { kind: "hearing-record" } },
  { type: "figures-contradict" },
  { type: "not-its-own", agency: "甲局", read: "乙局" },
  { type: "as-written", why: "文件损坏。", todo: "请重新上传。" },
  { type: "unknown-folder", folder: "courts/9999" },
  { type: "case-full" },
];
const THURSDAY = { date: civilDate("2026-09-24"), time: clockTime("09:00"), place: "第五审判庭" };
const TUESDAY = { date: civilDate("2026-09-29") };
const doubts: readonly Doubt[] = [
  { type: "uncertain-facts", fields: ["case-number", "hearing-time", "attended"] },
  { type: "no-hearing-date" },
  { type: "no-respondent" },
  { type: "attendance-unclear", respondent: "沂南县公安局", title: "主任" },
  { type: "attendance-unclear", respondent: "沂南县公安局" },
  { type: "parties-differ", caseNumber: number, known: ["甲局"], read: ["乙局"] },
  { type: "hearing-conflict", caseNumber: number, known: THURSDAY, read: TUESDAY },
  { type: "hearing-over", caseNumber: number, read: TUESDAY.date, received: THURSDAY.date },
  { type: "hearing-over", caseNumber: number, read: TUESDAY.date, received: THURSDAY.date, known: THURSDAY },
  { type: "other-courts-case", caseNumber: number, uploader: "甲法院", court: "乙法院" },
  { type: "other-courts-case", caseNumber: number, uploader: "甲法院" },
  { type: "other-courts-case", caseNumber: number, uploader: "甲法院", court: "甲法院", written: "乙法院" },
  { type: "other-jurisdictions-case", caseNumber: number, uploader: "甲司法局", court: "乙法院" },
  { type: "copy-of-court-paper", caseNumber: number, uploader: "甲司法局" },
  { type: "case-closed", caseNumber: number },
  { type: "filed-otherwise", caseNumber: number },
  { type: "case-unknown", caseNumber: number },
  { type: "no-such-sitting", caseNumber: number, read: TUESDAY.date, known: [] },
  { type: "no-such-sitting", caseNumber: number, read: TUESDAY.date, known: [THURSDAY.date] },
  { type: "unread-parts", parts: [{ kind: "remark", name: "改为9月23日" }] },
  {
    type: "unread-parts",
    parts: (["enclosed-file", "drawing", "damaged-part", "beyond-limit", "remark", "remark"] as const).map(
      (kind) => ({ kind, name: "" }),
    ),
  },
  { type: "as-written", text: "开庭时间不清。" },
];

/** A whole Chinese sentence, without a hole where a fact should stand. */
const SENTENCE = /^[^\n]*[\p{Script=Han}][^\n]*。$/u;

describe("every rejection", () => {
  it.each(rejections.map((one) => [one.type, one] as const))(
    "%s says why, and what to do",
    (_, rejection) => {
      const { why, todo } = explainRejection(rejection);
      for (const sentence of [why, todo]) {
        expect(sentence).toMatch(SENTENCE);
        expect(sentence).not.toMatch(/undefined|null|\[object|。。/);
      }
    },
  );
});

describe("every doubt", () => {
  it.each(doubts.map((one) => [one.type, one] as const))(
    "%s is one sentence for the person who looks",
    (_, doubt) => {
      expect(explainDoubt(doubt)).toMatch(SENTENCE);
      expect(explainDoubt(doubt)).not.toMatch(/undefined|null|\[object|。。/);
    },
  );
});

it("a hearing that papers contradict each other on is told with its day, hour and room", () => {
  expect(explainDoubt({ type: "hearing-conflict", caseNumber: number, known: THURSDAY, read: TUESDAY })).toBe(
    "（2026）鲁1321行初23号已登记于2026年9月24日 9:00 第五审判庭开庭，本文书写的是2026年9月29日，且未说明改期，也无法判断先后，请核实以哪一份为准。",
  );
});
