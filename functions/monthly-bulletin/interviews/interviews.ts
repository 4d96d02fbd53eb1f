/**
 * When a quarter (or what the policy says) has closed, its figures propose whom to call in (约谈). Each proposal is an
 * entry of the city's programme; the bureau gets one list of them. Nobody else hears anything before it has confirmed.
 */
import { bureauAddressed } from "../../../shared/casework/involved.ts";
import { type ProgrammePart, programmeChange } from "../../../shared/casework/programme-change.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { address, type Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Interview } from "../../../shared/domain/programme/entry.ts";
import { type Candidate, candidates } from "../../../shared/domain/programme/interview-candidates.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import { type Period, periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Instant, type Month, type Year, yearOf } from "../../../shared/domain/time/time.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { rowsOfPeriod } from "../bulletin/year-rows.ts";
import { type JobResult, NOTHING_MADE } from "../jobs/job-result.ts";

export interface InterviewPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
}

/** Proposes what a closed period calls for. Safe to repeat: a unit is proposed once a period. */
export async function proposeInterviews(
  ports: InterviewPorts,
  month: Month,
  now: Instant,
  rules: Rules,
): Promise<JobResult> {
  const period = periodOf(rules.policy.interviews.per, month);
  if (period.to !== month) return NOTHING_MADE;
  const rows = await rowsOfPeriod(ports.records, rules.policy.jurisdiction.code, period);
  const proposed = candidates(statistics(rows, { period }), rules.policy.interviews);
  let made = 0;
  const unreached: Unreached[] = [];
  for (const one of proposed) {
    const part = await propose(ports, one, period, now, rules);
    if (part === undefined) continue;
    made += 1;
    unreached.push(...part.unreached);
  }
  if (proposed.length > 0) unreached.push(...(await tellBureau(ports, proposed, period, now, rules)));
  return { made, unreached };
}

async function propose(
  { records, directory }: InterviewPorts,
  { unit, heard, present, reasons }: Candidate,
  { from, to }: Period,
  now: Instant,
  rules: Rules,
): Promise<ProgrammePart | undefined> {
  const organisation = await addresseeOf({ directory }, unit);
  const year = yearOfPeriod(to);
  const entry: Interview = {
    kind: "interview",
    id: identityOf("interview", unit.kind, unit.name, from, to),
    jurisdiction: CITY_ITSELF,
    year,
    version: 1,
    revision: 1,
    change: { at: now, by: "系统", cause: "schedule", what: "提出建议" },
    sent: {},
    from,
    to,
    unit: { name: unit.name, ...(organisation !== undefined && { organisation }) },
    heard,
    present,
    reasons,
  };
  const { jurisdiction, kind, id } = entry;
  if ((await records.programmeEntry({ jurisdiction, year, kind, id })) !== undefined) return undefined;
  const recorded = await records.programme(jurisdiction, year);
  const part = await programmeChange(entry, 0, recorded, directory, { now, rules });
  const outcome = await records.commit({
    token: `interview ${id}`,
    ...part.change,
  });
  return outcome === "committed" ? part : undefined;
}

/** The agency itself; of a county its government. A name that isn't unique is nobody's. */
export async function addresseeOf(
  { directory }: Pick<InterviewPorts, "directory">,
  { kind, name }: Candidate["unit"],
): Promise<OrganisationId | undefined> {
  const found =
    kind === "county"
      ? (await directory.find(lookup.kind("government"))).filter(({ jurisdiction }) => jurisdiction === name)
      : (await directory.find(lookup.name(name))).filter((one) => one.kind !== "court");
  const [only] = found.filter(({ level }) => kind === "agency" || level === "county");
  return found.length > 1 && kind === "agency" ? undefined : only?.id;
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
