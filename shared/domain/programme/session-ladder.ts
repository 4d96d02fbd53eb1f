/** What a 约谈会 brings about besides its units' letters: word that its record is missing, and of what units promised (承诺事项). */
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import { addDays } from "../time/time.ts";
import type { InterviewSession, ProgrammeEntry } from "./entry.ts";
import type { ProgrammeObligation } from "./obligation.ts";
import type { SessionUnit, UnitPromise } from "./session-facts.ts";
import { beforeDay, onDay } from "./steps.ts";

export function sessionLadder(
  session: InterviewSession,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  if (session.withdrawn !== undefined) return [];
  const { policy } = rules;
  const { jurisdiction, date, units } = session;
  const issuedBy = jurisdiction === CITY_ITSELF ? policy.jurisdiction.name : jurisdiction;
  const missing = units.filter(({ record }) => record === undefined).map(({ name }) => name);
  const record =
    missing.length === 0
      ? []
      : policy.interviews.remindAfter.map((days) =>
          onDay({ key: `record:${days}`, track: "record" }, addDays(date, days), rules, [
            {
              audience: { part: "bureau" },
              content: { kind: "session-due", issuedBy, date, units: missing },
            },
          ]),
        );
  return [
    ...record,
    ...units.flatMap((unit) =>
      (unit.record?.promises ?? [])
        .filter(({ kept }) => kept === undefined)
        .flatMap((promise) => ofPromise(issuedBy, session, unit, promise, rules)),
    ),
  ];
}

/** The unit is reminded of the day; once it is over, the bureau reads of it as well. */
function ofPromise(
  issuedBy: string,
  { date }: InterviewSession,
  { name, organisation, interview }: SessionUnit,
  { id, text, due }: UnitPromise,
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { remindBefore, escalateAfter } = rules.policy.interviews.promises;
  const track = `promise:${interview.id}:${id}`;
  const toUnit = (daysOver: number) =>
    organisation === undefined
      ? []
      : [
          {
            audience: { part: "organisation", organisation } as const,
            content: { kind: "promise-due", issuedBy, unit: name, on: date, text, due, daysOver } as const,
          },
        ];
  return [
    ...remindBefore
      .map((days) => [days, addDays(due, -days)] as const)
      .filter(([, day]) => day > date)
      .map(([days, day]) => beforeDay({ key: `${track}:-${days}`, track }, day, due, rules, toUnit(-days))),
    ...escalateAfter.map((days) =>
      onDay({ key: `${track}:${days}`, track }, addDays(due, days), rules, toUnit(days), [
        { audience: { part: "bureau" }, news: { type: "promise-overdue", unit: name, text, due } },
      ]),
    ),
  ];
}
