/** What a year's plan (年度安排) reminds of: the observations (旁听庭审) and the half-yearly joint meetings (联席会议). */

import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateIn, instantAt, type Year } from "../time/time.ts";
import { halfOf, type Plan, type ProgrammeEntry, wasObserved } from "./entry.ts";
import type { ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";

/** Word at the year's beginning, and a check on each of the policy's days that stays silent where all is done. */
export function planLadder(
  plan: Plan,
  year: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { programme } = rules.policy;
  const of = { jurisdiction: plan.jurisdiction, year: plan.year };
  const meets = plan.jurisdiction === CITY_ITSELF || programme.meetings.counties;
  const { perYear } = programme.observations;
  return [
    {
      key: "opened",
      track: "opened",
      at: AT_ONCE,
      limit: undefined,
      notices: () => [
        {
          audience: { part: "bureau" },
          content: { kind: "programme-plan", ...of, perYear, meetings: meets },
        },
      ],
    },
    ...programme.observations.checkOn
      .filter(({ on }) => isInUse(plan, on, rules))
      .map(
        ({ on, atLeast }, index): ProgrammeObligation => ({
          ...check(plan, rules, "observations", on, (today) => {
            const held = observationsHeld(year, today);
            const content = { kind: "observations-behind", ...of, held, atLeast, perYear } as const;
            return held >= atLeast ? [] : [{ audience: { part: "bureau" }, content }];
          }),
          lines: (today) => {
            const held = observationsHeld(year, today);
            // The first time is between the county and its own calendar; after that the city hears of it.
            if (held >= atLeast || index === 0 || plan.jurisdiction === CITY_ITSELF) return [];
            const news = { type: "observations-behind", ...of, held, atLeast } as const;
            return [{ audience: { part: "city-bureau" }, news }];
          },
        }),
      ),
    ...yearlyReturnStep(plan, rules),
    ...(meets ? programme.meetings.checkOn : [])
      .filter(({ on }) => isInUse(plan, on, rules))
      .map(({ on, half }) =>
        check(plan, rules, "meetings", on, () => {
          if (meetingsHeld(year, half) > 0) return [];
          return (["bureau", "court"] as const).map((audience) => ({
            audience: { part: audience },
            content: { kind: "meeting-behind", ...of, half, audience },
          }));
        }),
      ),
  ];
}

/** 年度统计报表: of the year before, where the system was in use then; of no use once its day is over. */
function yearlyReturnStep(
  { jurisdiction, year }: Plan,
  { policy, calendar }: Rules,
): readonly ProgrammeObligation[] {
  const before = String(Number(year) - 1) as Year;
  if (policy.startsOn !== undefined && policy.startsOn > `${before}-12-31`) return [];
  const { due: last, remindOn } = policy.yearlyReturn;
  const due = civilDateIn(year, last);
  const content = { kind: "yearly-return-due", jurisdiction, year: before, due } as const;
  return [
    {
      key: `yearly-return:${remindOn}`,
      track: "yearly-return",
      at: openingOn(workingDayFrom(civilDateIn(year, remindOn), 1, calendar), policy),
      limit: instantAt(addDays(due, 1), "00:00"),
      notices: () => [{ audience: { part: "bureau" }, content }],
    },
  ];
}

/** Observations that took place by a day. */
export function observationsHeld(year: readonly ProgrammeEntry[], today: CivilDate): number {
  return year.filter((one) => one.kind === "observation" && wasObserved(one) && one.date <= today).length;
}

/** Joint meetings of a half-year. */
export function meetingsHeld(year: readonly ProgrammeEntry[], half: 1 | 2): number {
  return year.filter(
    (one) => one.kind === "meeting" && one.withdrawn === undefined && halfOf(one.date) === half,
  ).length;
}

/** Nobody is asked what was done before the system began. */
function isInUse({ year }: Plan, on: string, { policy }: Rules): boolean {
  return policy.startsOn === undefined || civilDateIn(year, on) >= policy.startsOn;
}

function check(
  { year }: Plan,
  { policy, calendar }: Rules,
  track: "observations" | "meetings",
  on: string,
  notices: (today: CivilDate) => readonly ProgrammeNotice[],
): ProgrammeObligation {
  const day = workingDayFrom(civilDateIn(year, on), 1, calendar);
  return { key: `${track}:${on}`, track, at: openingOn(day, policy), limit: undefined, notices };
}
