/**
 * The pack for the half-yearly joint meeting (联席会议材料): the state of appearances, typical cases, problems, open
 * proposals for correction, next steps. Made by rule from a period's figures; a person confirms the cases and the steps.
 */

import type { AsWritten } from "../as-written.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type {
  OpenCorrection,
  PackContents,
  PackFigure,
  PackProblem,
  TypicalCase,
  TypicalReason,
} from "../notices/frame/pack-contents.ts";
import type { Policy } from "../policy.ts";
import type { BulletinStatistics, CaseAgency } from "../statistics/figures.ts";
import type { Timeliness } from "../statistics/indicators.ts";
import { attendance } from "../statistics/ranking.ts";
import { percent } from "../statistics/rate.ts";
import type { StatisticsRow } from "../statistics/statistics-row.ts";
import { type Correction, correctionState } from "./entry.ts";

export interface PackSources {
  readonly figures: BulletinStatistics;
  /** The period's rows, one per (case, agency). */
  readonly rows: readonly StatisticsRow[];
  readonly timeliness: ReadonlyMap<string, Timeliness>;
  readonly corrections: readonly Correction[];
}

/** The same sources give the same pack, in whatever order they come. */
export function packContents(sources: PackSources, policy: Policy["meetingPack"]): PackContents {
  const problems = problemsOf(sources);
  return {
    state: stateOf(sources.figures),
    counties: sources.figures.byJurisdiction.map(({ jurisdiction, heard, present }) => ({
      name: jurisdiction,
      heard,
      present,
      rate: percent({ part: present, whole: heard }),
    })),
    cases: typicalCases(sources, policy.cases),
    problems,
    corrections: sources.corrections
      .toSorted((one, other) => (one.due < other.due ? -1 : 1))
      .flatMap(openCorrection),
    next: problems.length === 0 ? [{ type: "go-on" }] : problems.map(({ type }) => ({ type })),
  };
}

function openCorrection(correction: Correction): readonly OpenCorrection[] {
  const { to, shortcoming, due } = correction;
  const state = correctionState(correction);
  return state === "accepted" || state === "withdrawn"
    ? []
    : [{ type: "open", agency: to.name, shortcoming, state, due }];
}

function stateOf(figures: BulletinStatistics): readonly PackFigure[] {
  const { total, first, second, enterprise, principals, speech, defeat, resolution } = figures;
  const { mediated, settledAfterMediation: settled } = resolution;
  return [
    { type: "heard", ...attended(total) },
    { type: "instances", first: attended(first), second: attended(second) },
    { type: "enterprise", ...attended(enterprise) },
    { type: "principals", heard: total.heard, principals },
    ...(speech.heard > 0 ? [{ type: "speech", heard: speech.heard, spoke: speech.spoke } as const] : []),
    ...(defeat.closed > 0 ? [{ type: "defeat", closed: defeat.closed, lost: defeat.lost } as const] : []),
    ...(mediated > 0 ? [{ type: "resolution", mediated, settled } as const] : []),
  ];
}

function attended({ heard, present }: { readonly heard: number; readonly present: number }) {
  return { heard, present };
}

/** Absences the court accepted a reason for are nobody's shortcoming, and no example of one. */
function blamed({ absences }: BulletinStatistics): BulletinStatistics["absences"] {
  return absences.filter(({ accepted }) => accepted !== true);
}

/** By rule, the more instructive first; a case stands once, with all that makes it so. */
function typicalCases({ figures, rows }: PackSources, most: number): readonly TypicalCase[] {
  const absences = new Set(blamed(figures).map(({ caseNumber, agency }) => `${caseNumber} ${agency}`));
  const isAbsence = ({ caseNumber, agency }: StatisticsRow) => absences.has(`${caseNumber} ${agency}`);
  const proposed: TypicalCase[] = [
    ...figures.possibleSuggestions.map(
      ({ caseNumber, agency, triggers }): TypicalCase => ({
        caseNumber,
        agency,
        why: [{ type: "possible-suggestion", triggers }],
      }),
    ),
    ...pick(rows, "enterprise-without-head", (row) => isAbsence(row) && row.enterprise === true),
    ...pick(rows, "lost-without-head", (row) => isAbsence(row) && row.outcome === "lost"),
    ...pick(
      rows,
      "settled-with-principal",
      (row) => row.present === true && row.rank === "principal" && row.outcome === "settled",
    ),
    ...pick(
      rows,
      "principal-spoke",
      (row) => row.present === true && row.rank === "principal" && row.spoke === true,
    ),
  ];
  const byCase = new Map<CaseNumber, TypicalCase>();
  for (const one of proposed) {
    const known = byCase.get(one.caseNumber);
    byCase.set(one.caseNumber, known === undefined ? one : { ...known, why: [...known.why, ...one.why] });
  }
  return [...byCase.values()].slice(0, most);
}

function pick(
  rows: readonly StatisticsRow[],
  type: Exclude<TypicalReason["type"], "possible-suggestion" | "as-written">,
  wanted: (row: StatisticsRow) => boolean,
): readonly TypicalCase[] {
  return rows
    .filter((row) => row.heard === true && wanted(row))
    .map(({ caseNumber, agency }) => ({ caseNumber, agency, why: [{ type }] }))
    .toSorted((one, other) =>
      `${one.caseNumber} ${one.agency}` < `${other.caseNumber} ${other.agency}` ? -1 : 1,
    );
}

/** Of a list of (case, agency) pairs. */
function casesIn(pairs: readonly CaseAgency[]): number {
  return new Set(pairs.map(({ caseNumber }) => caseNumber)).size;
}

function problemsOf({ figures, timeliness }: PackSources): readonly Exclude<PackProblem, AsWritten>[] {
  const { total, differences, unknown } = figures;
  const late = (key: keyof Timeliness) =>
    [...timeliness.values()].reduce((sum, one) => sum + one[key].due - one[key].inTime, 0);
  const [reports, filings] = [late("reports"), late("filings")];
  const agencies = [...Map.groupBy(blamed(figures), ({ agency }) => agency)]
    .filter(([, all]) => all.length >= 2)
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([name, all]) => ({ name, times: all.length }));
  const found: readonly (readonly [boolean, Exclude<PackProblem, AsWritten>])[] = [
    [total.absent > 0, { type: "heads-absent", absent: total.absent, rate: percent(attendance(total)) }],
    [agencies.length > 0, { type: "absent-again-and-again", agencies }],
    [differences.length > 0, { type: "sources-differ", cases: casesIn(differences) }],
    [unknown.attendance.length > 0, { type: "attendance-unknown", cases: casesIn(unknown.attendance) }],
    [reports + filings > 0, { type: "late", reports, filings }],
  ];
  return found.flatMap(([isThere, problem]) => (isThere ? problem : []));
}
