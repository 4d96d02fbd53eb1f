/** The programme and the directory's notices as former versions left them in sentences: do they say the same still? */
import { describe, expect, it } from "vitest";
import { NoticeItem, ProgrammeItem } from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import type { PackContents } from "../../../shared/domain/notices/frame/pack-contents.ts";
import type { NoticeContent, NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { scoreLine } from "../../../shared/letters/wording/assessment-wording.ts";
import {
  openCorrectionWords,
  packFigureWords,
  packProblemWords,
  packStepWords,
  typicalCaseWords,
} from "../../../shared/letters/wording/pack-wording.ts";
import { actName, interviewReasonWords } from "../../../shared/letters/wording/programme-wording.ts";
import { aNotice, CASE, MORNING } from "../../support/stored-things.ts";

const KEY = keyOf.caseFile(CASE);

const BUREAU = { name: "临沂市司法局" };
const REASON = "开庭5件，负责人出庭3件，出庭率60.00%，低于90%。";
const LINE = { name: "负责人出庭", score: "36.67", why: "一般案件8件出庭7件。权重40，得36.67分。" };
const SCORE = { score: "92.50", ranked: 40, lines: [LINE] };
const PACK = {
  state: ["开庭审理行政案件137件。"],
  counties: [{ name: "沂南县", heard: 12, present: 11, rate: "91.67%" }],
  cases: [{ caseNumber: CASE, agency: "沂南县公安局", why: "涉企案件，负责人未出庭。" }],
  problems: ["负责人未出庭14件。"],
  corrections: ["沂南县公安局：未备案（待答复，答复时限2026-12-20）"],
  next: ["逐案分析未出庭原因。"],
};

function entryRead(what: string, facts: object): ProgrammeEntry {
  const entry = {
    ...{ id: "1", jurisdiction: "沂南县", year: "2026", version: 1, revision: 1, sent: {} },
    change: { at: MORNING, by: "方圆", cause: "link:1", what },
    ...facts,
  };
  return ProgrammeItem.read({ ...KEY, entity: "programme", schemaVersion: 1, version: 1, entry }).entry;
}

type OfKind<Kind extends NoticeKind> = Extract<NoticeContent, { readonly kind: Kind }>;

function noticeRead<Kind extends NoticeKind>(kind: Kind, facts: object): OfKind<Kind> {
  const item = NoticeItem.write(KEY, { state: "pending", attempts: 0, notice: aNotice() });
  const before = { ...item, schemaVersion: 6, notice: { ...aNotice(), content: { kind, ...facts } } };
  const { content } = NoticeItem.read(before).notice;
  const isOfKind = (one: NoticeContent): one is OfKind<Kind> => one.kind === kind;
  if (!isOfKind(content)) throw new TypeError("another kind");
  return content;
}

function packSaid({ state, cases, problems, corrections, next }: PackContents) {
  return {
    state: state.map(packFigureWords),
    cases: cases.map(typicalCaseWords),
    problems: problems.map(packProblemWords),
    corrections: corrections.map(openCorrectionWords),
    next: next.map(packStepWords),
  };
}
const { counties: _, ...SAID } = { ...PACK, cases: [`${CASE}，沂南县公安局：涉企案件，负责人未出庭。`] };

describe("an entry of version 1", () => {
  const period = { from: "2026-07", to: "2026-09" };

  it("of an interview gives its reasons as they were written", () => {
    const unit = { name: "沂南县公安局" };
    const read = entryRead("提出建议", {
      kind: "interview",
      ...period,
      ...{ unit, heard: 5, present: 3, reasons: [REASON] },
    });
    expect(read.kind === "interview" && read.reasons.map(interviewReasonWords)).toEqual([REASON]);
    expect(actName(read.change.what)).toBe("提出建议");
  });

  it("of an assessment gives each line as it was written, of the draft and the final version", () => {
    const facts = { unit: { kind: "county", name: "沂南县" }, objectUntil: "2027-01-13", objections: [] };
    const draft = entryRead("征求意见", { kind: "assessment", ...facts, draft: SCORE });
    expect(draft).not.toHaveProperty("final");
    const final = { ...SCORE, at: MORNING };
    const read = entryRead("定稿", { kind: "assessment", ...facts, draft: SCORE, final });
    if (read.kind !== "assessment") throw new TypeError("another kind");
    expect(read.draft.lines.map(scoreLine)).toMatchObject([LINE]);
    expect(read.final?.lines.map(scoreLine)).toMatchObject([LINE]);
    expect(read.final?.at).toBe(MORNING);
  });

  it("of a pack says what it said", () => {
    const facts = { half: 2, ...period, contents: PACK, invitations: [] };
    const read = entryRead("生成材料", { kind: "pack", ...facts });
    expect(read.kind === "pack" && packSaid(read.contents)).toEqual(SAID);
  });

  const ACTS = [
    ...["登记", "提出", "作废", "发出会议邀请", "改期", "提出异议", "采纳异议", "不采纳异议", "不予约谈"],
    ...["确认约谈", "登记约谈结果", "回访", "更正", "答复", "认可", "退回", "建立", "征求意见", "定稿"],
    ...["生成材料", "提出建议"],
  ];

  it.each(ACTS)("to which was done: %s", (what) => {
    expect(actName(entryRead(what, { kind: "plan" }).change.what)).toBe(what);
  });
});

describe("a notice of version 6", () => {
  const place = { place: "临沂市", year: "2026", half: 2, from: "2026-07", to: "2026-11" };
  const shown = { ...place, ...PACK };

  it.each([
    ["pack-made", {}],
    ["meeting-invited", { date: "2026-12-18", time: "14:30", place: "三楼会议室", sequence: 0 }],
  ] as const)("of a meeting (%s) says what it said", (kind, facts) => {
    expect(
      packSaid(noticeRead(kind, { jurisdiction: "临沂市", id: "1", ...facts, pack: shown }).pack),
    ).toEqual(SAID);
  });

  it("of an assessment says what it said", () => {
    const of = { unit: "沂南县公安局", jurisdiction: "沂南县", year: "2026", id: "1" };
    const draft = noticeRead("assessment-draft", { ...of, score: SCORE, objectUntil: "2027-01-13" });
    expect(draft.score.lines.map(scoreLine)).toMatchObject([LINE]);
    const final = noticeRead("assessment-final", { ...of, score: SCORE, draft: "90.00" });
    expect(final.score.lines.map(scoreLine)).toMatchObject([LINE]);
    const changed = "沂南县由54.55分变为60.00分。";
    const made = noticeRead("assessment-made", {
      ...{ year: "2026", draft: false, counties: 1, agencies: 1, changed: [changed] },
      objectUntil: "2027-01-13",
      files: [],
    });
    expect(letterOf(made, BUREAU).body).toContainEqual({ type: "list", items: [changed] });
  });

  it("of interviews gives their reasons, and whose bureau calls", () => {
    const unit = "沂南县公安局";
    const period = { from: "2026-07", to: "2026-09" };
    const candidates = noticeRead("interview-candidates", {
      ...period,
      candidates: [{ unit, reasons: [REASON] }],
    });
    expect(candidates.candidates.map(({ reasons }) => reasons.map(interviewReasonWords))).toEqual([[REASON]]);
    const interview = { issuer: "临沂市司法局", unit, ...period, heard: 5, present: 3, reasons: [REASON] };
    const read = [
      noticeRead("interview-called", { interview, copy: false }),
      noticeRead("interview-withdrawn", { interview, by: "方圆", reason: "误发" }),
      noticeRead("interview-due", { interview, step: "outcome" }),
    ];
    for (const one of read)
      expect(one.interview).toMatchObject({
        issuedBy: "临沂市",
        reasons: [{ type: "as-written", text: REASON }],
      });
  });

  const FAULTS = [
    ...["名录中没有可用的电子邮箱", "名录中没有该单位", "邮件被退回，地址无效", "收件人将邮件标记为垃圾邮件"],
    ...["邮件系统拒绝发送", "多次发送后仍无法确认邮件是否发出"],
  ];

  it.each(FAULTS)("of an address that fails says why and what of: %s", (cause) => {
    const facts = { organisationName: "沂南县公安局", address: undefined, cause, subject: "2026-08月通报" };
    const { body } = letterOf(noticeRead("address-failed", facts), BUREAU);
    expect(JSON.stringify(body)).toContain(`{"label":"原因","value":"${cause}"}`);
    expect(JSON.stringify(body)).toContain(`{"label":"涉及事项","value":"2026-08月通报"}`);
  });

  it("of an organisation that has changed says what is otherwise", () => {
    const labels = ["名称", "地址", "法制科室联系人", "值班收件邮箱", "负责人电话"];
    const changes = labels.map((label) => ({ label, before: "（无）", after: `新${label}` }));
    const facts = { organisation: "沂南县公安局", by: "方圆", at: MORNING, cases: [], reader: "own" };
    const read = noticeRead("organisation-changed", { ...facts, changes });
    expect(read.changes.map(({ before }) => before)).toEqual(labels.map(() => ""));
    expect(letterOf(read, BUREAU).body).toContainEqual({
      type: "facts",
      facts: labels.map((label) => ({ label, value: `新${label}`, notes: ["变更前：（无）"] })),
    });
  });
});
