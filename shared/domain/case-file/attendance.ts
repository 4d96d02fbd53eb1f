/**
 * Who attended, from what the sources say. Precedence (DOMAIN): hearing record and judgment, then the court's
 * ledger, then the agency's filing. One appearance suffices for the instance (法释〔2020〕3号 §7); sources that
 * contradict each other leave it open rather than guess.
 */
import type { AttendanceSource, AttendanceStatement, CaseFile } from "./state.ts";

/** What holds for one respondent in this instance. `present` undefined: nobody knows, or a person must say. */
export interface AttendanceFound {
  readonly present: boolean | undefined;
  /** The statement it rests on: the head's, where one attended. */
  readonly statement: AttendanceStatement;
  /** Sources differ on whether a head was present. */
  readonly difference: boolean;
}

const RANK: Record<AttendanceSource, number> = {
  "hearing-record": 0,
  judgment: 0,
  "court-ledger": 1,
  filing: 2,
};

/** The attendance of one respondent; undefined while no source has spoken. */
export function attendanceOf(file: CaseFile, respondent: string): AttendanceFound | undefined {
  const said = file.attendance.filter((one) => one.respondent === respondent);
  if (said.length === 0) return undefined;
  const sources = [...Map.groupBy(said, ({ source }) => RANK[source])]
    .toSorted(([one], [other]) => one - other)
    .map(([, statements]) => ofOneRank(statements));
  const [first, ...lower] = sources;
  if (first === undefined) return undefined;
  const contradicted = lower.some(
    ({ present }) => present !== undefined && first.present !== undefined && present !== first.present,
  );
  return { ...first, difference: first.difference || contradicted };
}

/** Sittings add up; two papers on the same sitting must agree. */
function ofOneRank(
  statements: readonly AttendanceStatement[],
): AttendanceFound & { readonly present: boolean | undefined } {
  const bySitting = Map.groupBy(statements, ({ hearingDate }) => hearingDate);
  const difference = [...bySitting.values()].some(
    (same) => new Set(same.map(({ headAttended }) => headAttended)).size > 1,
  );
  const statement = statements.find(({ headAttended }) => headAttended === true) ?? statements.at(-1);
  if (statement === undefined) throw new TypeError("no statements to weigh");
  const unsure = difference || statements.some(({ headAttended }) => headAttended === "review");
  const clearlyPresent = [...bySitting.values()].some((same) =>
    same.every(({ headAttended }) => headAttended === true),
  );
  return { present: clearlyPresent ? true : unsure ? undefined : false, statement, difference };
}
