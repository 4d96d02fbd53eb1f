/**
 * When a quarter (or what the policy says) has closed, its figures propose whom to call in (约谈). Each proposal is an
 * entry of the city's programme; the bureau gets one list of them. Nobody else hears anything before it has confirmed.
 */
import type { Done } from "../../../shared/casework/handle.ts";
import { bureauAddressed } from "../../../shared/casework/involved.ts";
import { recordOnce } from "../../../shared/casework/programme-entries.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { address, type Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Interview } from "../../../shared/domain/programme/entry.ts";
import {
  type Candidate,
  candidates,
  type UnitFacts,
} from "../../../shared/domain/programme/interview-candidates.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { type Period, periodOf } from "../../../shared/domain/time/period.ts";
import {
  addMonths,
  civilDate,
  type Instant,
  type Month,
  type Year,
  yearOf,
} from "../../../shared/domain/time/time.ts";
import { EVENT_TRIGGERS, eventTriggersOn } from "../../../shared/domain/unit-events/interview-triggers.ts";
import type { UnitEventKind } from "../../../shared/domain/unit-events/unit-event.ts";
import { addresseeOf } from "../jobs/addressee.ts";
import { type JobPorts, type JobResult, type JobTime, jobResult, NOTHING_MADE } from "../jobs/job.ts";
import { eventsOfPeriod, rowsOfPeriod } from "../jobs/period-rows.ts";

type InterviewPorts = Pick<JobPorts, "records" | "outbox" | "directory">;

/** Proposes what a closed period calls for. Safe to repeat: a unit is proposed once a period. */
export async function proposeInterviews(
  ports: InterviewPorts,
  { month, now, rules }: JobTime,
): Promise<JobResult> {
  const period = periodOf(rules.policy.interviews.per, month);
  if (period.to !== month) return NOTHING_MADE;
  const { jurisdiction, interviews, counting } = rules.policy;
  const rows = await rowsOfPeriod(ports.records, jurisdiction.code, period);
  const facts = await factsLookedAt(ports, rows, period, now, rules);
  const proposed = candidates(statistics(rows, { period, counting }), interviews, facts);
  if (proposed.length === 0) return NOTHING_MADE;
  const recorded: Done<boolean>[] = [];
  for (const one of proposed) recorded.push(await propose(ports, one, period, now, rules));
  return jobResult(recorded, await tellBureau(ports, proposed, period, now, rules));
}

/** What triggers look at besides the period's figures, of as many months as they ask for; nothing where none is on. */
async function factsLookedAt(
  ports: InterviewPorts,
  ofPeriod: readonly StatisticsRow[],
  { from, to }: Period,
  now: Instant,
  rules: Rules,
): Promise<UnitFacts> {
  const { triggers } = rules.policy.interviews;
  const counting = eventTriggersOn(triggers);
  const kinds = new Set<UnitEventKind>(counting.flatMap(([name]) => EVENT_TRIGGERS[name]));
  // Absences of the period itself are among its figures.
  if (triggers.absences?.withinMonths === undefined) kinds.delete("absent");
  if (kinds.size === 0 && triggers.lossRate === undefined) return { rows: [], events: [] };
  const lossMonths = triggers.lossRate?.withinMonths ?? 1;
  const months = Math.max(lossMonths, ...counting.map(([, { withinMonths = 1 }]) => withinMonths));
  const back = addMonths(to, 1 - months);
  const looked = { from: back < from ? back : from, to };
  const earlier = { from: looked.from, to: addMonths(from, -1) };
  const before = await rowsOfPeriod(ports.records, rules.policy.jurisdiction.code, earlier);
  return eventsOfPeriod(ports, [...before, ...ofPeriod], kinds, looked, now, rules);
}

async function propose(
  ports: InterviewPorts,
  { unit, heard, present, reasons }: Candidate,
  { from, to }: Period,
  now: Instant,
  rules: Rules,
): Promise<Done<boolean>> {
  const organisation = await addresseeOf(unit, ports.directory);
  const entry: Interview = {
    kind: "interview",
    id: identityOf("interview", unit.kind, unit.name, from, to),
    jurisdiction: CITY_ITSELF,
    year: yearOfPeriod(to),
    version: 0,
    revision: 1,
    change: { at: now, by: "系统", cause: "schedule", what: "candidate" },
    sent: {},
    from,
    to,
    unit: { name: unit.name, ...defined({ organisation }) },
    heard,
    present,
    reasons,
  };
  return recordOnce(ports, entry, { now, rules });
}

async function tellBureau(
  { outbox, directory }: InterviewPorts,
  proposed: readonly Candidate[],
  { from, to }: Period,
  now: Instant,
  rules: Rules,
): Promise<readonly Unreached[]> {
  const content = {
    kind: "interview-candidates",
    from,
    to,
    candidates: proposed.map(({ unit, reasons }) => ({ unit: unit.name, reasons })),
  } as const;
  const subject = { of: "programme", jurisdiction: CITY_ITSELF, year: yearOfPeriod(to) } as const;
  const bureau = await bureauAddressed(CITY_ITSELF, directory);
  const told = address(`interviews ${from} ${to}`, bureau, content, { subject, now, rules });
  for (const one of told.notices) await outbox.add(one, now);
  return told.unreached;
}

function yearOfPeriod(to: Month): Year {
  return yearOf(civilDate(`${to}-01`));
}
