/** Does a letter that waits for its agency's mail of the day come in time, and only once? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../../../shared/domain/case-file/decisions/decide.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { knownBy, mayBeGathered } from "../../../shared/domain/notices/agency-digest.ts";
import { foldedAt, isOpen } from "../../../shared/domain/notices/frame/working-hours.ts";
import { timeGiven } from "../../../shared/domain/obligations/first-contact.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { addDays, addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, POLICE, RULES, record, summons } from "../../support/case-builders.ts";

const SINGLY: Rules = { ...RULES, policy: { ...RULES.policy, agencyDigest: false } };

/** What happens to the case, at an hour counted from the first of September. */
const COMMANDS: readonly ((now: Instant) => Command & { readonly at: Instant })[] = [
  (now) => summons({ at: now, hearing: { date: addDays(civilDateAt(now), 9) } }),
  (now) => summons({ at: now, hearing: { date: addDays(civilDateAt(now), 1) } }),
  (now) =>
    record({
      at: now,
      sha256: `record-${now}`,
      hearing: { date: addDays(civilDateAt(now), -1) },
      attendance: [
        {
          respondent: POLICE.name,
          hearingDate: addDays(civilDateAt(now), -1),
          headAttended: false,
          source: "hearing-record",
        },
      ],
    }),
  (now) => {
    const { hearing: _, ...paper } = summons({ at: now });
    return { ...paper, sha256: `note-${now}`, kind: "court-note", note: "请携带身份证明。" };
  },
];

interface Told {
  readonly at: Instant;
  readonly knownBy: string | undefined;
  readonly isGathered: boolean;
}

/** What is told, by key, where papers come at those hours and the sweep runs at each; and the case at each hour. */
function run(steps: readonly (readonly [number, number])[], rules: Rules) {
  const told = new Map<string, Told[]>();
  const files = new Map<Instant, CaseFile>();
  let file: CaseFile | undefined;
  for (let hour = 0; hour < 24 * 20; hour += 1) {
    const now = addMinutes(at("09-07", "00:00"), hour * 60);
    for (const [, which] of steps.filter(([when]) => when === hour)) {
      const command = COMMANDS[which]?.(addMinutes(now, -25));
      const decision = command && decide(file, command, rules);
      if (decision?.accepted) file = evolveAll(file, decision.events);
    }
    if (file === undefined) continue;
    file = evolveAll(file, timeGiven(file, now, rules)) ?? file;
    for (const { key, notices } of obligationsDue(file, now, rules)) {
      const [first] = notices(civilDateAt(now));
      const content = first?.content;
      const isGathered = content !== undefined && mayBeGathered(content);
      const by = isGathered ? knownBy(content) : undefined;
      told.set(key, [...(told.get(key) ?? []), { at: now, knownBy: by, isGathered }]);
      file = { ...file, sent: { ...file.sent, [key]: now } };
    }
    files.set(now, file);
  }
  return { told, files };
}

/** Owed from the moment it is known, not at an hour of its own. */
const isFirst = (key: string) =>
  /^(?:hearing:|cancelled:|court-note:|appearance:|returned:|supervised:|filing:\d+:asked:)/u.test(key);

describe("for any course of a case", () => {
  it("a letter comes by the next working morning, at once where it is of use only until then, and once", () => {
    let waited = 0;
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 24 * 14 }), fc.integer({ min: 0, max: COMMANDS.length - 1 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (given) => {
        const [daily, singly] = [run(given, RULES), run(given, SINGLY)];
        for (const [key, [alone, ...again]] of singly.told) {
          if (alone === undefined || !isFirst(key)) continue;
          expect(again).toEqual([]);
          const folded = foldedAt(addMinutes(alone.at, -25), RULES.policy, RULES.calendar);
          const [inMail, ...twice] = daily.told.get(key) ?? [];
          expect(twice).toEqual([]);
          if (inMail === undefined) {
            // Nobody owes it any more on the morning on which it would have come.
            const then = daily.files.get(folded);
            expect(then && obligations(then, RULES).map((one) => one.key)).not.toContain(key);
            continue;
          }
          expect(inMail.at >= alone.at).toBe(true);
          expect(inMail.at === alone.at || inMail.at <= folded).toBe(true);
          const isLast = alone.knownBy !== undefined && alone.knownBy <= civilDateAt(folded);
          if (!alone.isGathered || (isLast && !key.startsWith("filing:"))) expect(inMail.at).toBe(alone.at);
          if (inMail.at > alone.at) waited += 1;
          expect(inMail.at === alone.at || isOpen(inMail.at, RULES.policy, RULES.calendar)).toBe(true);
        }
        expect([...daily.told.keys()].filter((key) => isFirst(key) && !singly.told.has(key))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(waited).toBeGreaterThan(0);
  });
});

describe("the mail of the day", () => {
  it("takes in what came before its hour, on a working day; a day off is no day for it", () => {
    const folded = (day: string, time: string) => foldedAt(at(day, time), RULES.policy, RULES.calendar);
    expect(folded("09-08", "08:59")).toBe(at("09-08", "09:00"));
    expect(folded("09-08", "09:00")).toBe(at("09-09", "09:00"));
    expect(folded("09-18", "16:00")).toBe(at("09-20", "09:00"));
    expect(folded("09-30", "10:00")).toBe(at("10-08", "09:00"));
  });
});
