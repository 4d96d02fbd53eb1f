/**
 * The yearly assessment (年度考核): after December's bulletin a draft of every unit, which may object; when the period is
 * over and every objection answered, the final version from the figures as they are then.
 */

import type { Done } from "../../../shared/casework/handle.ts";
import { bureauAddressed } from "../../../shared/casework/involved.ts";
import { changeEntry, recordOnce } from "../../../shared/casework/programme-entries.ts";
import {
  type AssessedUnit,
  assess,
  points,
  type YearlyAssessment,
} from "../../../shared/domain/assessment/assess.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { ScoreChange } from "../../../shared/domain/notices/assessment.ts";
import type { ScoreShown } from "../../../shared/domain/notices/frame/shown.ts";
import { address, type Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { type Assessment, refOf } from "../../../shared/domain/programme/entry.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { lastDayOf } from "../../../shared/domain/time/deadline.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import {
  addMonths,
  civilDate,
  civilDateAt,
  type Instant,
  type Month,
  type Year,
  yearOf,
} from "../../../shared/domain/time/time.ts";
import { eventsScored } from "../../../shared/domain/unit-events/score-model.ts";
import { shownEvent } from "../../../shared/domain/unit-events/unit-event.ts";
import { DOCX, XLSX } from "../../../shared/letters/frame/media-types.ts";
import type { AssessmentPaper } from "../../../shared/letters/papers/assessment-papers.ts";
import { addresseeOf } from "../jobs/addressee.ts";
import { factsOfCases } from "../jobs/facts-of-cases.ts";
import { type JobPorts, type JobResult, type JobTime, jobResult, NOTHING_MADE } from "../jobs/job.ts";
import { eventsOfPeriod, numbersOf, rowsOfPeriod } from "../jobs/period-rows.ts";

type AssessmentPorts = Pick<JobPorts, "records" | "outbox" | "directory" | "files">;

/** `month`: the month whose bulletin was issued last. Makes entries, or makes them final. */
export async function assessYear(ports: AssessmentPorts, { month, now, rules }: JobTime): Promise<JobResult> {
  const december = month.endsWith("-12");
  const year = yearOf(civilDate(`${december ? month : addMonths(month, -12)}-01`));
  const entries = (await ports.records.programme(CITY_ITSELF, year)).filter(
    (one) => one.kind === "assessment",
  );
  if (december) return entries.length > 0 ? NOTHING_MADE : draft(ports, year, now, rules);
  const open = entries.filter(({ final, withdrawn }) => final === undefined && withdrawn === undefined);
  const today = civilDateAt(now);
  const waits = open.some(
    ({ objectUntil, objections }) =>
      objectUntil >= today || (objections.length > 0 && objections.at(-1)?.answer === undefined),
  );
  return open.length === 0 || waits ? NOTHING_MADE : finish(ports, year, open, now, rules);
}

async function draft(ports: AssessmentPorts, year: Year, now: Instant, rules: Rules): Promise<JobResult> {
  const assessment = await assessed(ports, year, now, rules);
  const objectUntil = lastDayOf(civilDateAt(now), rules.policy.assessment.objectionDays, rules.calendar);
  const recorded: Done<boolean>[] = [];
  for (const [units, one] of unitsOf(assessment)) {
    const organisation = await addresseeOf(one, ports.directory);
    const entry: Assessment = {
      kind: "assessment",
      id: idOf(one),
      jurisdiction: CITY_ITSELF,
      year,
      version: 0,
      revision: 1,
      change: { at: now, by: "系统", cause: "schedule", what: "drafted" },
      sent: {},
      unit: { kind: one.kind, name: one.name, ...defined({ organisation }) },
      draft: shown(one, units),
      objectUntil,
      objections: [],
    };
    recorded.push(await recordOnce(ports, entry, { now, rules }));
  }
  const drafted = jobResult(recorded);
  if (drafted.made === 0) return drafted;
  const round = { draft: true, objectUntil, changed: [] };
  return jobResult(recorded, await circulate(ports, assessment, round, now, rules));
}

async function finish(
  ports: AssessmentPorts,
  year: Year,
  open: readonly Assessment[],
  now: Instant,
  rules: Rules,
): Promise<JobResult> {
  const assessment = await assessed(ports, year, now, rules);
  const scores = new Map(unitsOf(assessment).map(([units, one]) => [idOf(one), shown(one, units)]));
  const changed: ScoreChange[] = [];
  const settled: Done<boolean>[] = [];
  for (const entry of open) {
    const score = scores.get(entry.id) ?? { ...entry.draft };
    if (score.score !== entry.draft.score)
      changed.push({
        type: "changed",
        unit: entry.unit.name,
        before: entry.draft.score,
        after: score.score,
      });
    const final = await changeEntry(ports, refOf(entry), "final", { now, rules }, (known) =>
      known.kind === "assessment" && known.final === undefined
        ? { accepted: true, entry: madeFinal(known, score, now) }
        : { accepted: true, entry: known },
    );
    if (final.outcome === "done") settled.push({ ...final, result: true });
  }
  const objectUntil = open[0]?.objectUntil ?? civilDateAt(now);
  const round = { draft: false, objectUntil, changed };
  return jobResult(settled, await circulate(ports, assessment, round, now, rules));
}

function madeFinal(entry: Assessment, score: ScoreShown, now: Instant): Assessment {
  return {
    ...entry,
    revision: entry.revision + 1,
    change: { at: now, by: "系统", cause: "schedule", what: "made-final" },
    final: { ...score, at: now },
  };
}

function unitsOf({ counties, agencies }: YearlyAssessment) {
  return [counties, agencies].flatMap((units) => units.map((one) => [units, one] as const));
}

function idOf({ kind, name }: AssessedUnit): string {
  return identityOf("assessment", kind, name);
}

/** As many cases as a letter names beside a line; the workbook has them all. */
const NAMED = 20;

function shown(of: AssessedUnit, units: readonly AssessedUnit[]): ScoreShown {
  const { score, rank, lines, eventLines, ofEvents, vetoes, grade } = of;
  return {
    score: points(score),
    ...(rank !== undefined && { rank }),
    ranked: units.filter((one) => one.rank !== undefined).length,
    lines: lines.map(({ cases, ...line }) => ({
      ...line,
      score: points(line.score),
      ...(cases.length > 0 && {
        cases: { cases: cases.slice(0, NAMED), more: Math.max(0, cases.length - NAMED) },
      }),
    })),
    ...(eventLines.length > 0 && {
      eventLines: eventLines.map(({ events, ...line }) => ({
        ...line,
        points: points(line.points),
        score: points(line.score),
        count: events.length,
        events: events.slice(0, NAMED).map(shownEvent),
      })),
      ofEvents: points(ofEvents),
    }),
    ...(vetoes.length > 0 && {
      vetoes: vetoes.map(({ event, score: most, events }) => ({
        event,
        count: events.length,
        score: points(most),
        events: events.slice(0, NAMED).map(shownEvent),
      })),
    }),
    ...defined({ grade }),
  };
}

/** The year's rows, how far its cases' reports and filings came in time, and what the models look at besides. */
async function assessed(
  { records, directory, files }: AssessmentPorts,
  year: Year,
  now: Instant,
  rules: Rules,
): Promise<YearlyAssessment> {
  const { policy } = rules;
  const { models } = policy.assessment;
  const today = civilDateAt(now);
  const period = periodOf("year", `${year}-01` as Month);
  const rows = await rowsOfPeriod(records, policy.jurisdiction.code, period);
  const numbers = numbersOf(rows);
  const { timeliness, events } = await factsOfCases(records, numbers, today, {
    files,
    folder: `assessments/${year}/facts`,
  });
  const kinds = new Set([...eventsScored(models.county), ...eventsScored(models.agency)]);
  const { assessment, counting } = policy;
  if (kinds.size === 0) return assess(rows, timeliness, year, assessment, { events, counting });
  const more = await eventsOfPeriod({ records, directory }, rows, kinds, period, now, rules, numbers);
  return assess(rows, timeliness, year, assessment, { events: [...events, ...more.events], counting });
}

async function circulate(
  { outbox, directory, files }: AssessmentPorts,
  assessment: YearlyAssessment,
  round: Pick<AssessmentPaper, "draft" | "objectUntil" | "changed">,
  now: Instant,
  rules: Rules,
): Promise<readonly Unreached[]> {
  const { assessmentDocx, assessmentWorkbook } = await import(
    "../../../shared/letters/papers/assessment-papers.ts"
  );
  const { year, counties, agencies } = assessment;
  const state = round.draft ? "draft" : "final";
  const place = rules.policy.jurisdiction.name;
  const paper = { assessment, place, date: civilDateAt(now), ...round };
  const name = `${place}${year}年行政应诉考核${round.draft ? "（征求意见稿）" : ""}`;
  const made = [
    {
      name: `${name}.docx`,
      key: `assessments/${year}/${state}.docx`,
      contentType: DOCX,
      bytes: await assessmentDocx(paper),
    },
    {
      name: `${name}.xlsx`,
      key: `assessments/${year}/${state}.xlsx`,
      contentType: XLSX,
      bytes: await assessmentWorkbook(assessment),
    },
  ];
  for (const { key, bytes, contentType } of made) await files.write(key, bytes, contentType);
  const content = {
    kind: "assessment-made",
    year,
    draft: round.draft,
    counties: counties.length,
    agencies: agencies.length,
    changed: round.changed,
    objectUntil: round.objectUntil,
    files: made.map(({ bytes: _, ...file }) => file),
  } as const;
  const subject = { of: "programme", jurisdiction: CITY_ITSELF, year } as const;
  const bureau = await bureauAddressed(CITY_ITSELF, directory);
  const told = address(`assessment ${year} ${state}`, bureau, content, { subject, now, rules });
  for (const one of told.notices) await outbox.add(one, now);
  return told.unreached;
}
