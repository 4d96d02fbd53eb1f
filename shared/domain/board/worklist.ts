/**
 * What does an agency owe in a case now, until when and why, and what has it done there (待办、已办)? Derived from the case alone, so
 * that its list says what its letters say, and by the same links.
 */
import { obstaclesOf } from "../case-file/before-hearing.ts";
import { sittingToFile } from "../case-file/decisions/desk-decisions.ts";
import { reportRefusal } from "../case-file/decisions/report-refusal.ts";
import { responderOf } from "../case-file/designation.ts";
import type { Hearing } from "../case-file/hearing.ts";
import { contradictoryWords } from "../case-file/joint-appearance.ts";
import { principalStanding } from "../case-file/principals.ts";
import { openDifferences } from "../case-file/reconciliation.ts";
import { reportOf } from "../case-file/reports.ts";
import { type CaseFile, hearingOf, stillSued } from "../case-file/state.ts";
import type { CaseNumber } from "../court/case-number.ts";
import { defined } from "../defined.ts";
import type { LinkTarget } from "../notices/frame/link-target.ts";
import { dutyShown, speaksFor } from "../obligations/case-duties.ts";
import { openReport } from "../obligations/obligation.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Deadline, DeadlineKind, DutyKind } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";

/**
 * What is to be done. `report-again`: it was returned (退回) · `confirm`: the court says that the head was there, and a
 * confirmation will do · `who-appears`: the respondents name different heads for all (法释〔2020〕3号 §3) · `must-appear`: the court has
 * refused the reason why the head can't come.
 */
export type TaskKind =
  | "report"
  | "report-again"
  | "filing"
  | "confirm"
  | "difference"
  | "who-appears"
  | "must-appear"
  /** 答辩, 举证, 履行 …: what is owed beside the sittings. */
  | DutyKind
  /** The principal is owed, and nobody has said why another comes. */
  | "explain-principal"
  /** The leader named has refused that the principal stays away. */
  | "principal-must-appear";

/** One thing an agency has to do in a case. */
export interface CaseTask {
  readonly kind: TaskKind;
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
  /** The last day for it; absent where none is set. */
  readonly due?: CivilDate;
  /** What is owed by the same day, and done with it. */
  readonly also?: readonly DutyKind[];
  /** How that day was counted. */
  readonly deadline?: Deadline;
  /** The hearing or sitting it is about. */
  readonly hearing?: Hearing;
  /** What somebody said to it: why it was returned, why the reason was refused. */
  readonly said?: { readonly text: string; readonly by: string };
  /** Where it is done. */
  readonly target: LinkTarget;
}

/** One thing an agency has done. `registered`: it came otherwise than by a form, and was registered (登记收到). */
export interface CaseDeed {
  readonly kind: "report" | "filing" | "answer" | "obstacle" | "registered" | "duty";
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
  /** When and by whom; absent of what was registered. */
  readonly at?: Instant;
  readonly by?: string;
  readonly duty?: DeadlineKind;
  /** The day of the hearing or sitting it is about. */
  readonly day?: CivilDate;
}

/** Its part of a case: what waits for it, what is due first first, and what it has done, the newest first. */
export interface CaseWork {
  readonly todo: readonly CaseTask[];
  readonly done: readonly CaseDeed[];
}

/** The work of an organisation in a case, as it stands at an instant. */
export function workIn(file: CaseFile, organisation: OrganisationId, now: Instant): CaseWork {
  if (file.void === true) return { todo: [], done: [] };
  const names = file.respondents
    .filter(({ name }) => responderOf(file, name) === organisation)
    .map(({ name }) => name);
  return {
    todo: names.flatMap((name) => tasksOf(file, name, now)).toSorted(byDue),
    done: names
      .flatMap((name) => deedsOf(file, name))
      .toSorted(({ at: one = "" }, { at: other = "" }) => (one < other ? 1 : one > other ? -1 : 0)),
  };
}

/** Due first, and by number; what has no day comes last. */
export function byDue(one: CaseTask, other: CaseTask): number {
  const [mine, theirs] = [one, other].map(({ due = "9999", caseNumber }) => `${due} ${caseNumber}`);
  return (mine ?? "") < (theirs ?? "") ? -1 : 1;
}

function tasksOf(file: CaseFile, respondent: string, now: Instant): readonly CaseTask[] {
  const of = { caseNumber: file.caseNumber, respondent };
  return [
    ...beforeHearing(file, of, now),
    ...afterHearing(file, of, now),
    ...differences(file, of),
    ...besideSittings(file, of),
  ];
}

/** 答辩, 举证, 履行 …: one entry for what is owed by one day and handed in together. */
function besideSittings(file: CaseFile, of: OfRespondent): readonly CaseTask[] {
  return file.duties
    .filter(({ status, respondent }) => status === "open" && respondent === of.respondent)
    .filter((one) => speaksFor(file, one) === undefined)
    .map((duty): CaseTask => {
      const { duty: kind, subject, deadline, also } = dutyShown(file, of.respondent, duty);
      const target: LinkTarget = { task: "duty", ...of, duty: kind, ...defined({ subject }) };
      return { kind, ...of, due: deadline.due, deadline, target, ...defined({ also }) };
    });
}

interface OfRespondent {
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
}

/** The report, and what has to be reported anew. */
function beforeHearing(file: CaseFile, of: OfRespondent, now: Instant): readonly CaseTask[] {
  const { respondent } = of;
  const isSued = stillSued(file).some(({ name }) => name === respondent);
  if (!isSued || file.state !== "awaiting-hearing" || reportRefusal(file, now) !== undefined) return [];
  const { hearing } = file;
  const target: LinkTarget = { task: "report", ...of };
  // One report an instance: that of a sitting that was held without it is still owed before the next one.
  const duty = openReport(file, respondent);
  const report = reportOf(file, respondent);
  const { returned } = report ?? {};
  const shown = { ...of, hearing, target };
  const tasks: CaseTask[] = [];
  if (duty !== undefined) {
    const { deadline } = duty;
    // A report is of no use once the hearing has begun.
    const due = [deadline.due, hearing.date].toSorted()[0] ?? deadline.due;
    const kind = returned === undefined ? "report" : "report-again";
    const said = returned && { text: returned.text, by: returned.by };
    tasks.push({ kind, ...shown, due, deadline, ...defined({ said }) });
  }
  if (contradictoryWords(file).length > 0) tasks.push({ kind: "who-appears", ...shown, due: hearing.date });
  const refused = obstaclesOf(file, respondent).findLast((one) => one.hearing === hearing.ordinal)?.answer;
  if (refused?.verdict === "refused" && !(report !== undefined && report.at > refused.at))
    tasks.push({
      kind: "must-appear",
      ...shown,
      due: hearing.date,
      said: { text: refused.reason, by: refused.by },
    });
  const standing = principalStanding(file, respondent);
  if (standing?.state === "unexplained")
    tasks.push({ kind: "explain-principal", ...shown, due: hearing.date });
  if (standing?.state === "refused") {
    const { text, by } = standing.answer;
    tasks.push({ kind: "principal-must-appear", ...shown, due: hearing.date, said: { text, by } });
  }
  return tasks;
}

/** The filing of the earliest sitting that is over: its link is for that one. */
function afterHearing(file: CaseFile, of: OfRespondent, now: Instant): readonly CaseTask[] {
  const { respondent } = of;
  const sitting = sittingToFile(file, respondent, now);
  const duty = file.deadlines.find(
    (one) =>
      one.kind === "filing" &&
      one.respondent === respondent &&
      one.hearing === sitting?.ordinal &&
      one.status === "open",
  );
  if (sitting === undefined || duty === undefined) return [];
  const { deadline } = duty;
  const said = file.attendance.some(
    (one) =>
      one.respondent === respondent &&
      one.hearingDate === sitting.date &&
      one.source !== "filing" &&
      one.headAttended === true,
  );
  const kind = said ? "confirm" : "filing";
  return [{ kind, ...of, due: deadline.due, deadline, hearing: sitting, target: { task: "filing", ...of } }];
}

/** What the agency hasn't answered yet. */
function differences(file: CaseFile, of: OfRespondent): readonly CaseTask[] {
  return openDifferences(file, of.respondent)
    .filter(({ answers }) => !answers.some(({ side }) => side === "agency"))
    .map(({ sitting }): CaseTask => {
      const hearing = file.pastHearings.find(({ date }) => date === sitting);
      return {
        kind: "difference",
        ...of,
        ...defined({ hearing }),
        target: { task: "reconciliation", ...of, sitting },
      };
    });
}

function deedsOf(file: CaseFile, respondent: string): readonly CaseDeed[] {
  const of = { caseNumber: file.caseNumber, respondent };
  const own = <One extends { readonly respondent: string }>(all: readonly One[]) =>
    all.filter((one) => one.respondent === respondent);
  const dayOf = (ordinal: number) => defined({ day: hearingOf(file, ordinal)?.date });
  const forms = { report: own(file.reports), filing: own(file.filings) };
  return [
    ...(["report", "filing"] as const).flatMap((kind) =>
      forms[kind].map(({ at, by, hearing }): CaseDeed => ({ kind, ...of, at, by, ...dayOf(hearing) })),
    ),
    ...own(file.answers)
      .filter(({ side }) => side === "agency")
      .map(({ at, by, sitting }): CaseDeed => ({ kind: "answer", ...of, at, by, day: sitting })),
    ...obstaclesOf(file, respondent).map(
      ({ at, by, hearing }): CaseDeed => ({ kind: "obstacle", ...of, at, by, ...dayOf(hearing) }),
    ),
    ...own(file.duties).flatMap(({ kind: duty, status, metOn }): readonly CaseDeed[] =>
      status === "met" ? [{ kind: "duty", ...of, duty, ...defined({ day: metOn }) }] : [],
    ),
    ...own(file.deadlines).flatMap(({ kind, status, hearing }): readonly CaseDeed[] =>
      status === "met" && !forms[kind].some((one) => one.hearing === hearing)
        ? [{ kind: "registered", ...of, duty: kind, ...dayOf(hearing) }]
        : [],
    ),
  ];
}
