/** What a planned observation (旁听计划) brings about: the invitations, word that it is off, and that nobody has recorded who came. */
import type { ObservationShown } from "../notices/frame/shown.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import { addDays } from "../time/time.ts";
import type { Observation, ProgrammeEntry } from "./entry.ts";
import type { ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";
import type { InvitedUnit, ObservationPlan } from "./observation-plan.ts";
import { once, onDay } from "./steps.ts";

export function observationLadder(
  observation: Observation,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { plan, withdrawn, participants, id, caseNumber, date, change, sent } = observation;
  if (plan === undefined) return [];
  const { sequence } = plan;
  const shown = shownObservation(observation, plan, rules);
  const wasTold = Object.keys(sent).some((key) => key.startsWith("invited:"));
  const off = (key: string, units: readonly InvitedUnit[], reason: string) =>
    letters(key, units, () => ({
      kind: "observation-cancelled",
      observation: shown,
      id,
      sequence,
      by: change.by,
      reason,
    }));
  if (participants.length > 0) return [];
  if (withdrawn !== undefined) return wasTold ? off("withdrawn", plan.invited, withdrawn) : [];
  const { dropped = [] } = plan;
  return [
    ...letters(`invited:${sequence}`, plan.invited, ({ unit, seats }) => ({
      kind: "observation-invited",
      observation: shown,
      id,
      sequence,
      unit,
      seats,
    })),
    ...off(`dropped:${sequence}`, dropped, ""),
    onDay(
      { key: `record:${date}`, track: "record" },
      addDays(date, 1),
      rules,
      [],
      [{ audience: { part: "bureau" }, news: { type: "observation-to-record", observed: caseNumber, date } }],
    ),
  ];
}

/** Each unit's by itself: one that can't be reached holds up no other. */
function letters(
  key: string,
  units: readonly InvitedUnit[],
  content: (unit: InvitedUnit) => ProgrammeNotice["content"],
): readonly ProgrammeObligation[] {
  return units.flatMap((unit) => {
    const { organisation } = unit;
    if (organisation === undefined) return [];
    const audience = { part: "organisation", organisation } as const;
    return [once(`${key}:${organisation}`, [{ audience, content: content(unit) }])];
  });
}

function shownObservation(
  { jurisdiction, date, court, caseNumber, cause }: Observation,
  { time, place, study }: ObservationPlan,
  { policy }: Pick<Rules, "policy">,
): ObservationShown {
  return {
    issuedBy: jurisdiction === CITY_ITSELF ? policy.jurisdiction.name : jurisdiction,
    date,
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    court,
    caseNumber,
    ...(cause !== undefined && { cause }),
    ...(study === true && { study }),
  };
}
