/** 败诉案件报告: whose report holds, where a loss stands in its register, and when its report is late. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { countLosses } from "../../../shared/domain/loss/loss-count.ts";
import {
  evolveLosses,
  isReported,
  type LossEvent,
  type LossReport,
  lossReportOf,
} from "../../../shared/domain/loss/loss-report.ts";
import {
  isLossOverdue,
  isSamePlace,
  LOSS_STATES,
  type LostCase,
} from "../../../shared/domain/loss/lost-case.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const [POLICE, LAND] = ["沂南县公安局", "沂南县自然资源和规划局"];
const report = (respondent: string, facts: Partial<LossReport> = {}): LossReport => ({
  ...{ respondent, revision: 1, at: at("10-12", "09:00"), by: "李明" },
  ...{ kind: "annulled", causes: ["procedure"], explanation: "未告知听证权", responsible: "法制大队" },
  ...{ mending: "补正告知程序", mendBy: civilDate("2026-12-01") },
  ...facts,
});
const reported = (...given: Parameters<typeof report>): LossEvent => ({
  type: "loss-reported",
  report: report(...given),
});
const verdict = (accepted: boolean) => ({ accepted, at: at("10-13", "09:00"), by: "王芳", text: "" });
const reportsOf = (...events: readonly LossEvent[]) => events.reduce<readonly LossReport[]>(evolveLosses, []);

describe("the report of a respondent", () => {
  it("is its newest, beside those of others", () => {
    const losses = reportsOf(reported(POLICE), reported(LAND), reported(POLICE, { revision: 2 }));
    expect(losses).toHaveLength(2);
    expect(lossReportOf(losses, POLICE)?.revision).toBe(2);
    expect(lossReportOf(losses, LAND)).toEqual(report(LAND));
    expect(lossReportOf(losses, "沂南县人民政府")).toBeUndefined();
  });

  it("is judged by itself", () => {
    const losses = reportsOf(reported(POLICE), reported(LAND), {
      ...{ type: "loss-judged", respondent: LAND, verdict: verdict(false) },
    });
    expect(lossReportOf(losses, LAND)?.verdict).toEqual(verdict(false));
    expect(lossReportOf(losses, POLICE)?.verdict).toBeUndefined();
  });

  it.each([
    ["none", undefined, false],
    ["one that waits for its verdict", report(POLICE), true],
    ["one that was accepted", report(POLICE, { verdict: verdict(true) }), true],
    ["one that was returned", report(POLICE, { verdict: verdict(false) }), false],
  ])("holds: %s", (_, given, holds) => {
    expect(isReported(given)).toBe(holds);
  });
});

const lost = (facts: Partial<LostCase> = {}): LostCase => ({
  ...{ owner: "沂南县", caseNumber: caseNumber("（2026）鲁1321行初9号"), respondent: POLICE },
  ...{ district: "沂南县", court: "沂南县人民法院", lostOn: civilDate("2026-09-15") },
  ...{ state: "owed", causes: [] },
  ...facts,
});

describe("a place in a register", () => {
  it.each<[string, Partial<LostCase>, boolean]>([
    ["the same loss, known better", { state: "accepted", lostOn: civilDate("2026-01-01") }, true],
    ["of another register", { owner: "临沂市" }, false],
    ["of another case", { caseNumber: caseNumber("（2026）鲁1321行初8号") }, false],
    ["of another agency", { respondent: LAND }, false],
    ["of another year", { lostOn: civilDate("2025-12-31") }, false],
  ])("%s: %s", (_, facts, same) => {
    expect(isSamePlace(lost(), lost(facts))).toBe(same);
  });
});

describe("a report is late", () => {
  const due = civilDate("2026-10-20");
  it.each(LOSS_STATES)("only while it is owed, or owed again: %s", (state) => {
    const overdue = isLossOverdue(lost({ state, due }), civilDate("2026-10-21"));
    expect(overdue).toBe(state === "owed" || state === "returned");
  });

  it("from the day after the last one on; without a day never", () => {
    expect(isLossOverdue(lost({ due }), due)).toBe(false);
    expect(isLossOverdue(lost(), civilDate("2026-10-21"))).toBe(false);
  });
});

it("losses are counted by cause, kind and state, each cause of a loss once", () => {
  const figures = countLosses([
    lost(),
    lost({ state: "reported", kind: "annulled", causes: ["procedure", "facts"] }),
    lost({ state: "accepted", kind: "pay", causes: ["procedure"] }),
  ]);
  const some = (pairs: readonly (readonly [string, number])[]) =>
    Object.fromEntries(pairs.filter(([, n]) => n > 0));
  expect([figures.lost, figures.reported]).toEqual([3, 2]);
  expect(some(figures.byCause)).toEqual({ procedure: 2, facts: 1 });
  expect(some(figures.byKind)).toEqual({ annulled: 1, pay: 1 });
  expect(some(figures.byState)).toEqual({ owed: 1, reported: 1, accepted: 1 });
});
