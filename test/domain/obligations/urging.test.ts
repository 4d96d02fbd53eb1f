/** Does anything leave in a bureau's name that it couldn't have stopped, and does anything wait in silence? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import type {
  UrgingChoice,
  UrgingCommand,
} from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { type CaseFile, hearingOf } from "../../../shared/domain/case-file/state.ts";
import { nextActionAt, obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { openRound, roundsOf, urgedRound, urgingOf } from "../../../shared/domain/obligations/urging.ts";
import type { CopyToSuperior } from "../../../shared/domain/policy.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import {
  addDays,
  addMinutes,
  civilDate,
  civilDateAt,
  type Instant,
} from "../../../shared/domain/time/time.ts";
import type { UrgedKind } from "../../../shared/domain/urging/urging-decision.ts";
import { at, given, POLICE, RULES, record, summons } from "../../support/case-builders.ts";

const withCopy = (copy: CopyToSuperior): Rules => ({
  ...RULES,
  policy: { ...RULES.policy, supervision: { copy } },
});

/** What leaves at an instant: letters by kind and reader, lines of the digest by what is new. */
interface Left {
  readonly at: Instant;
  readonly what: string;
  readonly key: string;
}

/** The file after a sweep, and what left. */
function swept(
  file: CaseFile,
  now: Instant,
  rules: Rules,
): { readonly file: CaseFile; readonly left: readonly Left[] } {
  const due = obligationsDue(file, now, rules);
  const left = due.flatMap(({ key, notices, lines }) => [
    ...notices(civilDateAt(now)).map(({ audience, content }) => ({
      at: now,
      what: `${content.kind} → ${audience.part === "respondent" ? audience.role : audience.part}`,
      key,
    })),
    ...(lines?.(now) ?? []).map(({ news }) => ({ at: now, what: news.type, key })),
  ]);
  const sent = { ...file.sent, ...Object.fromEntries(due.map(({ key }) => [key, now])) };
  return { file: { ...file, sent }, left };
}

/** The commands a person can give on the round there is; undefined where there is none. */
function saying(file: CaseFile, kind: UrgedKind, now: Instant, choice: UrgingChoice): UrgingCommand {
  const duty = { kind, respondent: POLICE.name, hearing: 1 };
  const urging = urgingOf(file, duty, roundsOf(kind, RULES.policy));
  const ofLetter = choice.decision === "held" || choice.decision === "released";
  const round = (ofLetter ? openRound(urging) : urgedRound(urging))?.round ?? 0;
  return { type: "decide-urging", ...duty, at: now, by: "徐琳", round, ...choice };
}

function said(file: CaseFile, command: UrgingCommand, rules = RULES): CaseFile {
  const decision = decide(file, command, rules);
  return decision.accepted ? (evolveAll(file, decision.events) ?? file) : file;
}

/** Whatever urges, over the hours from one day to another, every hour. */
function hours(file: CaseFile, from: Instant, to: Instant, rules: Rules) {
  const left: Left[] = [];
  let now = from;
  let current = file;
  while (now <= to) {
    const done = swept(current, now, rules);
    current = done.file;
    left.push(...done.left);
    now = addMinutes(now, 60);
  }
  return { file: current, urging: left.filter(({ what }) => /overdue|urg/.test(what)).map(shown) };
}

const shown = ({ at: when, what }: Left) => `${civilDateAt(when).slice(5)} ${what}`;

describe("the superior's copy", () => {
  const LETTER = ["09-14 urging-announced", "09-15 report-overdue → legal-section", "09-15 urged"];
  const left = (copy: CopyToSuperior) =>
    hours(given(summons()), at("09-09"), at("09-23"), withCopy(copy)).urging;

  it("needs a person's word by default", () => expect(left("confirm")).toEqual(LETTER));

  it("goes with the letter where the policy is automatic", () =>
    expect(left("automatic")).toEqual([...LETTER, "09-15 report-overdue → superior", "09-15 urging-copied"]));

  it("goes some working days later where the policy says so, unless a person says no", () => {
    expect(left({ afterWorkingDays: 2 })).toEqual([
      ...LETTER,
      "09-17 report-overdue → superior",
      "09-17 urging-copied",
    ]);
    const rules = withCopy({ afterWorkingDays: 2 });
    const urged = hours(given(summons()), at("09-09"), at("09-15", "17:00"), rules).file;
    const declined = said(
      urged,
      saying(urged, "report", at("09-16"), { decision: "copy-declined", reason: "已电话沟通" }),
    );
    expect(hours(declined, at("09-16"), at("09-23"), rules).urging).toEqual([]);
  });
});

describe("a report whose hearing comes before its letter could", () => {
  it("is announced as such, and leaves nothing but what a person sends that day", () => {
    // Due on Monday the 21st; the hearing is on Wednesday the 23rd.
    const file = given(summons({ at: at("09-18"), hearing: { date: civilDate("2026-09-23") } }));
    const { urging, file: after } = hours(file, at("09-19"), at("09-22", "12:00"), RULES);
    expect(urging).toEqual(["09-22 urging-announced"]);
    const [announced] = obligationsDue(file, at("09-22"), RULES).flatMap(
      ({ lines }) => lines?.(at("09-22")) ?? [],
    );
    expect(announced).toMatchObject({ news: { hearing: "2026-09-23" } });
    expect(announced?.news).not.toHaveProperty("letterOn");
    const released = said(after, saying(after, "report", at("09-22", "14:00"), { decision: "released" }));
    expect(hours(released, at("09-22", "14:00"), at("09-25"), RULES).urging).toEqual([
      "09-22 report-overdue → legal-section",
      "09-22 urged",
    ]);
    expect(hours(after, at("09-22", "13:00"), at("09-25"), RULES).urging).toEqual([]);
  });
});

describe("a duty that was met meanwhile", () => {
  it("is neither put off nor sent any more", () => {
    const file = hours(given(summons()), at("09-09"), at("09-14"), RULES).file;
    const met = said(file, {
      type: "note-received",
      kind: "report",
      respondent: POLICE.name,
      hearing: 1,
      at: at("09-14", "10:00"),
      by: "徐琳",
      on: civilDate("2026-09-11"),
      way: "telephone",
    });
    const decision = decide(
      met,
      saying(met, "report", at("09-14", "11:00"), { decision: "released" }),
      RULES,
    );
    expect(decision).toMatchObject({ accepted: false, refusal: { type: "duty-over" } });
  });
});

/** What a person may do at some hour, in words of the page. */
const acts = fc.record({
  hour: fc.integer({ min: 0, max: 24 * 35 }),
  kind: fc.constantFrom<UrgedKind>("report", "filing"),
  act: fc.constantFrom("hold", "release", "copy", "decline", "receive"),
  days: fc.integer({ min: 1, max: 12 }),
});

function choiceOf({ act, days }: { act: string; days: number }, now: Instant): UrgingChoice | undefined {
  switch (act) {
    case "hold":
      return { decision: "held", until: addDays(civilDateAt(now), days), reason: "等待" };
    case "release":
      return { decision: "released" };
    case "copy":
      return { decision: "copy-confirmed" };
    case "decline":
      return { decision: "copy-declined", reason: "" };
    default:
      return undefined;
  }
}

describe("for any month of sweeps, holds, words and receipts", () => {
  it("nothing leaves that the bureau couldn't have stopped, and nothing waits in silence", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.boolean(),
        fc.array(acts, { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (day, isRecord, deeds, stride) => {
          const start = at("09-08");
          const heardOn = addDays(civilDateAt(start), isRecord ? -day - 1 : day + 3);
          let file = given(
            isRecord
              ? record({ at: start, hearing: { date: heardOn }, attendance: [] })
              : summons({ at: start, hearing: { date: heardOn } }),
          );
          const left: Left[] = [];
          for (let hour = 0; hour <= 24 * 35; hour += 1) {
            const now = addMinutes(start, hour * 60);
            for (const deed of deeds.filter((one) => one.hour === hour)) {
              const choice = choiceOf(deed, now);
              file = said(
                file,
                choice === undefined
                  ? {
                      type: "note-received",
                      kind: deed.kind,
                      respondent: POLICE.name,
                      hearing: 1,
                      at: now,
                      by: "徐琳",
                      on: civilDateAt(now),
                      way: "paper",
                    }
                  : saying(file, deed.kind, now, choice),
              );
            }
            // Sweeps may be missed.
            if (hour % stride === 0) {
              const done = swept(file, now, RULES);
              file = done.file;
              left.push(...done.left);
            }
          }
          check(file, left);
          silence(file, addMinutes(start, 24 * 35 * 60));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** No letter without an announcement a working day before or a person's word; no copy without a person's word. */
function check(file: CaseFile, left: readonly Left[]): void {
  for (const { at: when, what, key } of left) {
    const kind = what.startsWith("report") ? "report" : "filing";
    const [, , round] = key.replace(/^copied:/, "").split(":");
    const decided = file.urgings.filter((one) => one.kind === kind && one.at <= when);
    if (/overdue → legal/.test(what)) {
      const released = decided.some((one) => one.decision === "released" && String(one.round) === round);
      const before = left.filter(
        (one) => one.what === "urging-announced" && one.key.startsWith(`announced:${kind}`) && one.at < when,
      );
      const today = civilDateAt(when);
      const inTime = before.some(
        (one) => RULES.calendar.rollForward(addDays(civilDateAt(one.at), 1)).date <= today,
      );
      expect(before.length).toBeGreaterThan(0);
      expect(inTime || released).toBe(true);
      const held = decided.findLast(({ decision }) => decision === "held" || decision === "released");
      if (held?.decision === "held") expect(today > held.until).toBe(true);
      if (kind === "report") expect(today < (hearingOf(file, 1)?.date ?? "")).toBe(true);
    }
    if (/overdue → superior/.test(what))
      expect(
        decided.findLast((one) => one.decision === "copy-confirmed" || one.decision === "copy-declined"),
      ).toMatchObject({ decision: "copy-confirmed" });
  }
}

/** Each duty that is open and long overdue was urged, is held, is announced, or its hearing came first. */
function silence(file: CaseFile, end: Instant): void {
  for (const { kind, status, deadline, respondent, hearing } of file.deadlines) {
    if (status !== "open" || (kind !== "report" && kind !== "filing")) continue;
    const sitting = hearingOf(file, hearing);
    const first = RULES.calendar.rollForward(addDays(deadline.due, 1)).date;
    if (first >= civilDateAt(end)) continue;
    if (kind === "report" && sitting !== undefined && sitting.date <= first) continue;
    const urging = urgingOf(file, { kind, respondent, hearing }, roundsOf(kind, RULES.policy));
    const isKnown =
      urging.hold !== undefined ||
      urging.rounds.some(({ announcedAt, sentAt }) => announcedAt !== undefined || sentAt !== undefined);
    expect(isKnown, `${kind} due ${deadline.due}`).toBe(true);
    // And the sweep looks at it again, as long as something is still to come.
    if (urging.hold !== undefined && kind === "filing") expect(nextActionAt(file, end, RULES)).toBeDefined();
  }
}
