/** When is a signing due, when is its bureau reminded, when does it leave by itself, and when must the sweep look again? */
import { describe, expect, it } from "vitest";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import {
  isStuck,
  leavesByItself,
  nextSigningAction,
  signingDays,
  signingReminderOwed,
} from "../../../shared/domain/signing/signing-ladder.ts";
import { PLAIN_CONTENT } from "../../../shared/domain/statistics/bulletin-content.ts";
import { type PeriodKind, periodOf } from "../../../shared/domain/time/period.ts";
import { addMinutes, civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const SEPTEMBER = "2026-09" as Month;
/** Due on 8 October, the first working day after the holiday. */
const signing = (facts: Partial<Signing> = {}): Signing => ({
  ...{ jurisdiction: "3713", period: "month", month: SEPTEMBER, version: 1, revision: 0, state: "open" },
  ...signingDays(periodOf("month", SEPTEMBER), RULES),
  ...{ content: PLAIN_CONTENT, reminded: [], events: [] },
  ...facts,
});
const deferred = (until: string) =>
  signing({ state: "deferred", deferred: { until: civilDate(until), reason: "等待台账" } });
const AUTOMATIC: Rules = {
  ...RULES,
  policy: { ...RULES.policy, bulletin: { ...RULES.policy.bulletin, issue: "automatic" } },
};

it.each<[PeriodKind, string]>([
  ["month", "2026-10-08"],
  ["year-to-date", "2026-10-08"],
  // Courts' ledgers of a longer period take some working days more.
  ["quarter", "2026-10-12"],
])("a %s's bulletin should be signed by %s", (kind, due) => {
  expect(signingDays(periodOf(kind, SEPTEMBER), RULES).due).toBe(due);
});

describe("the reminder", () => {
  it.each([
    ["the day before it is due", signing(), at("10-07", "10:00"), undefined],
    ["before offices open", signing(), at("10-08", "08:29"), undefined],
    ["when they open on its day", signing(), at("10-08", "08:30"), "2026-10-08"],
    [
      "the same day once more",
      signing({ reminded: [civilDate("2026-10-08")] }),
      at("10-08", "15:00"),
      undefined,
    ],
    ["the next day", signing({ reminded: [civilDate("2026-10-08")] }), at("10-09", "09:00"), "2026-10-09"],
    ["on a Sunday", signing(), at("10-11", "09:00"), undefined],
    ["on a Saturday that is worked for a holiday", signing(), at("10-10", "09:00"), "2026-10-10"],
    ["before the day it was put off to", deferred("2026-10-15"), at("10-14", "09:00"), undefined],
    ["on the day it was put off to", deferred("2026-10-15"), at("10-15", "09:00"), "2026-10-15"],
    ["put off to a day before it is due", deferred("2026-10-06"), at("10-07", "09:00"), undefined],
    ["one that is signed", signing({ state: "waiting" }), at("10-08", "09:00"), undefined],
    ["one that has left", signing({ state: "issued" }), at("10-08", "09:00"), undefined],
  ])("%s: %#", (_, one, now, day) => {
    expect(signingReminderOwed(one, now, RULES)).toBe(day);
  });

  it("is owed to nobody where the policy signs", () => {
    expect(signingReminderOwed(signing(), at("10-08", "09:00"), AUTOMATIC)).toBeUndefined();
  });
});

describe("without a person it leaves", () => {
  it.each([
    [
      "where the policy says so, from its due day's opening on",
      signing(),
      at("10-08", "08:30"),
      AUTOMATIC,
      true,
    ],
    ["not a minute before", signing(), at("10-08", "08:29"), AUTOMATIC, false],
    ["not where a person must sign", signing(), at("10-20", "09:00"), RULES, false],
    ["not one that a person put off", deferred("2026-10-15"), at("10-20", "09:00"), AUTOMATIC, false],
    ["not twice", signing({ state: "issued" }), at("10-20", "09:00"), AUTOMATIC, false],
  ])("%s", (_, one, now, rules, leaves) => {
    expect(leavesByItself(one, now, rules)).toBe(leaves);
  });
});

describe("the sweep looks again", () => {
  const leaves = at("10-08", "08:30");
  it.each<[string, Signing, string | undefined]>([
    ["never at one that has left", signing({ state: "issued", leaves }), undefined],
    ["when one that waits leaves", signing({ state: "waiting", leaves }), leaves],
    [
      "an hour after one was handed over to be made",
      signing({ state: "issuing", leaves }),
      at("10-08", "09:30"),
    ],
    ["an hour from now, where it isn't known when", signing({ state: "issuing" }), at("10-06", "11:00")],
    ["when offices open on the due day", signing(), leaves],
    ["on the day it was put off to", deferred("2026-10-15"), at("10-15", "08:30")],
  ])("%s", (_, one, next) => {
    expect(nextSigningAction(one, at("10-06", "10:00"), RULES)).toBe(next);
  });

  it("on the due day itself at its opening, and once it was reminded on the next working day", () => {
    expect(nextSigningAction(signing(), at("10-08", "08:00"), RULES)).toBe(leaves);
    const reminded = signing({ reminded: [civilDate("2026-10-10")] });
    expect(nextSigningAction(reminded, at("10-10", "09:00"), RULES)).toBe(at("10-12", "08:30"));
  });
});

describe("one that is being made is stuck", () => {
  const leaves = at("10-08", "08:30");
  it.each([
    ["an hour after it was handed over", signing({ state: "issuing", leaves }), addMinutes(leaves, 60), true],
    ["not before", signing({ state: "issuing", leaves }), addMinutes(leaves, 59), false],
    ["not where it isn't known when that was", signing({ state: "issuing" }), addMinutes(leaves, 600), false],
    ["not while it only waits", signing({ state: "waiting", leaves }), addMinutes(leaves, 600), false],
  ])("%s", (_, one, now, stuck) => {
    expect(isStuck(one, now)).toBe(stuck);
  });
});
