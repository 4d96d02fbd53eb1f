/**
 * Can a case have been heard on a day that a court's paper names? Asked of records, judgments and ledgers alike: a paper
 * tells of what has been, no case is heard in a year before it was filed, and a day later than the hearing that is set,
 * which no paper moved, is a question, since a paper that doesn't speak of the day set ends nothing that is owed for it.
 */

import type { CaseNumber } from "../court/case-number.ts";
import { partsOf } from "../court/case-number.ts";
import type { CivilDate } from "../time/time.ts";
import type { PastHearing } from "./hearing.ts";
import type { CaseFile } from "./state.ts";

/** What speaks against a day. */
export type AgainstDay =
  /** It is later than the day on which the paper came. */
  | "after-the-paper-came"
  /** It is in a year before that of the case number. */
  | "before-the-case"
  /** It is later than the hearing that was set, which no paper moved. */
  | "not-the-day-set";

/** What speaks against `day`, the gravest first; undefined where nothing does. `file`: the case, where it is known. */
export function againstDay(
  day: CivilDate,
  caseNumber: CaseNumber,
  received: CivilDate,
  file: CaseFile | undefined,
): AgainstDay | undefined {
  if (day > received) return "after-the-paper-came";
  if (Number(day.slice(0, 4)) < partsOf(caseNumber).year) return "before-the-case";
  if (file?.state !== "awaiting-hearing" || day <= file.hearing.date) return undefined;
  const isKnown = file.pastHearings.some((past) => past.fate === "held" && past.date === day);
  return isKnown ? undefined : "not-the-day-set";
}

/**
 * A sitting turns out to have been on another day: what agencies filed, answered and owe of it goes along. Papers speak of the day
 * they name.
 */
export function onCorrectedDay(
  file: CaseFile,
  { ordinal, date: before }: Pick<PastHearing, "ordinal" | "date">,
  day: CivilDate,
): CaseFile {
  const moved = <One extends { readonly sitting: CivilDate }>(all: readonly One[]) =>
    all.map((one) => (one.sitting === before ? { ...one, sitting: day } : one));
  return {
    ...file,
    attendance: file.attendance.map((one) =>
      one.source === "filing" && one.hearingDate === before ? { ...one, hearingDate: day } : one,
    ),
    answers: moved(file.answers),
    settlements: moved(file.settlements),
    deadlines: file.deadlines.map((one) =>
      one.kind === "filing" && one.hearing === ordinal ? { ...one, startsOn: day } : one,
    ),
  };
}
