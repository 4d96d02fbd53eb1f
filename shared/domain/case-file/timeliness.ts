/** How far a case's agencies reported and filed in time (三日报告、二日备案), for the yearly assessment. */
import type { Counted, Timeliness } from "../statistics/assessment.ts";
import { civilDateAt } from "../time/time.ts";
import type { CaseDeadline, CaseFile } from "./state.ts";

/** By the respondent's name; what was cancelled was not owed, what is provisional or not yet due isn't counted. */
export function timelinessOf(file: CaseFile, today: string): ReadonlyMap<string, Timeliness> {
  return new Map(
    file.respondents.map(({ name }) => {
      const own = file.deadlines.filter(
        ({ respondent, status, deadline }) =>
          respondent === name && status !== "cancelled" && (status === "met" || deadline.due < today),
      );
      return [name, { reports: counted(file, own, "report"), filings: counted(file, own, "filing") }];
    }),
  );
}

function counted(file: CaseFile, deadlines: readonly CaseDeadline[], kind: "report" | "filing"): Counted {
  const owed = deadlines.filter((one) => one.kind === kind);
  return { due: owed.length, inTime: owed.filter((one) => cameInTime(file, one)).length };
}

/** What was noted by the bureau (by telephone, on paper) has no time of its own: that it came is enough. */
function cameInTime(file: CaseFile, { kind, respondent, hearing, status, deadline }: CaseDeadline): boolean {
  if (status !== "met") return false;
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
