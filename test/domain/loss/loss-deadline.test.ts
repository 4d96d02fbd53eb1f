/** 败诉案件报告: until when is it owed? Worked by the calendar of 2026: National Day 1 to 7 October off, 20 September and 10 October worked. */
import { describe, expect, it } from "vitest";
import { lossReportDeadline } from "../../../shared/domain/loss/loss-deadline.ts";
import type { LossReport } from "../../../shared/domain/loss/loss-report.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const report = (verdict?: LossReport["verdict"]): LossReport => ({
  respondent: "沂南县公安局",
  revision: 1,
  at: at("09-20"),
  by: "李明",
  kind: "annulled",
  causes: ["facts"],
  explanation: "主要证据不足。",
  responsible: "审核岗",
  mending: "修订清单。",
  mendBy: civilDate("2026-12-31"),
  ...(verdict && { verdict }),
});
const due = (effectiveOn: string, more: { provisional?: boolean; report?: LossReport } = {}) =>
  lossReportDeadline(
    { effectiveOn: civilDate(effectiveOn), provisional: more.provisional ?? false, report: more.report },
    RULES.policy.periods.lossReportDays,
    RULES.calendar,
  );

describe("the last day of a report on a lost case", () => {
  it.each([
    ["2026-09-10", "2026-10-10", "the thirtieth day is a Saturday that is worked"],
    ["2026-09-03", "2026-10-08", "the thirtieth day is in the National Day holidays"],
    ["2026-09-11", "2026-10-12", "the thirtieth day is a Sunday"],
    ["2026-10-12", "2026-11-11", "the thirtieth day is a Wednesday"],
    ["2026-08-21", "2026-09-20", "the thirtieth day is a Sunday that is worked"],
  ])("of a judgment that holds since %s is %s: %s", (effectiveOn, last) => {
    expect(due(effectiveOn)).toMatchObject({ kind: "loss-report", due: last, provisional: false });
  });

  it("may move while the day of effect may", () => {
    expect(due("2026-10-12", { provisional: true }).provisional).toBe(true);
  });

  it("has no hard day: no law sets it", () => {
    expect(due("2026-10-12")).not.toHaveProperty("hardDue");
  });

  it("is that which its bureau set of one that was returned, where that is later", () => {
    const returned = (until: string) =>
      report({ accepted: false, at: at("10-13"), by: "王芳", text: "请补充。", due: civilDate(until) });
    expect(due("2026-10-12", { report: returned("2026-11-20") })).toMatchObject({
      due: "2026-11-20",
      explanation: { extended: { on: "2026-10-13", until: "2026-11-20" } },
    });
    expect(due("2026-10-12", { report: returned("2026-10-20") }).due).toBe("2026-11-11");
  });
});
