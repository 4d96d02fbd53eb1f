import { describe, expect, it } from "vitest";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { type Doubt, explainDoubt, explainRejection, type Rejection } from "../../shared/domain/refusal.ts";

const number = caseNumber("（2026）鲁1321行初23号");
const rejections: readonly Rejection[] = [
  { type: "empty" },
  { type: "too-large", megabytes: 30 },
  { type: "encrypted" },
  { type: "broken", format: "PDF" },
  { type: "no-text-layer" },
  { type: "unsupported-format", format: "OpenDocument" },
  { type: "unsupported-format", format: "HEIC" },
  { type: "suspicious", detail: "含有宏" },
  { type: "not-administrative", number: "（2026）鲁1302民初3301号" },
  { type: "not-administrative", number: undefined },
  { type: "unrecognised" },
  { type: "not-a-case-document", name: "授权委托书" },
  { type: "no-case-number" },
  { type: "bad-directory", problems: ["“某局”没有联系人。"] },
  { type: "bad-receipt", problem: "日期不对。" },
  { type: "unknown-folder", folder: "courts/9999" },
];
const doubts: readonly Doubt[] = [
  { type: "uncertain-facts", labels: ["案号", "开庭时间"] },
  { type: "no-hearing-date" },
  { type: "no-respondent" },
  { type: "attendance-unclear", respondent: "沂南县公安局", title: "主任" },
  { type: "attendance-unclear", respondent: "沂南县公安局", title: undefined },
  { type: "parties-differ", caseNumber: number, known: ["甲局"], read: ["乙局"] },
  { type: "hearing-conflict", caseNumber: number, known: "2026-09-24 09:00", read: "2026-09-29" },
  { type: "case-closed", caseNumber: number },
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
