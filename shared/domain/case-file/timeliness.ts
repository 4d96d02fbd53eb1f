/** How far a case's agencies reported and filed in time (三日报告、二日备案), for the yearly assessment. */
import type { Counted, Timeliness } from "../statistics/indicators.ts";
import { type CivilDate, civilDateAt } from "../time/time.ts";
import type { CaseDeadline, CaseFile } from "./state.ts";

/** Something that was owed by a day that is over, or that has come. */
export interface Owed {
  readonly kind: "report" | "filing";
  readonly respondent: string;
  readonly hearing: number;
  readonly due: CivilDate;
  /** `missing`: its day is over. */
  readonly came: "in-time" | "late" | "missing";
}

/** What was cancelled was not owed, what isn't due yet and hasn't come is left out. */
export function owedInCase(file: CaseFile, today: string): readonly Owed[] {
  return file.deadlines.flatMap((one): readonly Owed[] => {
    const { kind, respondent, hearing, status, deadline } = one;
    if (kind !== "report" && kind !== "filing") return [];
    const isOpen = deadline.due >= today || deadline.provisional;
    if (status === "cancelled" || (status !== "met" && isOpen)) return [];
    const came = status !== "met" ? "missing" : cameInTime(file, one) ? "in-time" : "late";
    return [{ kind, respondent, hearing, due: deadline.due, came }];
  });
}

/** By the respondent's name; what was cancelled was not owed, what is provisional or not yet due isn't counted. */
export function timelinessOf(file: CaseFile, today: string): ReadonlyMap<string, Timeliness> {
  const owed = owedInCase(file, today);
  return new Map(
    file.respondents.map(({ name }) => {
      const own = owed.filter(({ respondent }) => respondent === name);
      return [name, { reports: counted(own, "report"), filings: counted(own, "filing") }];
    }),
  );
}

function counted(owed: readonly Owed[], kind: Owed["kind"]): Counted {
  const own = owed.filter((one) => one.kind === kind);
  return { due: own.length, inTime: own.filter(({ came }) => came === "in-time").length };
}

/** What was noted by the bureau (by telephone, on paper) has no time of its own: that it came is enough. */
function cameInTime(file: CaseFile, { kind, respondent, hearing, deadline }: CaseDeadline): boolean {
  const handed =
    kind === "report"
      ? file.reports.find((one) => one.respondent === respondent && one.hearing === hearing)
      : file.filings.find((one) => one.respondent === respondent && one.hearing === hearing);
  // A correction handed in later doesn't make the first one late.
  return handed === undefined || handed.revision > 1 || civilDateAt(handed.at) <= deadline.due;
}

/** Two cases' counts together. */
export function added(one: Timeliness, other: Timeliness): Timeliness {
  const sum = (a: Counted, b: Counted): Counted => ({ due: a.due + b.due, inTime: a.inTime + b.inTime });
  return { reports: sum(one.reports, other.reports), filings: sum(one.filings, other.filings) };
}
