/**
 * 重复败诉: did the same agency lose before by the same cause within twelve months of the judgment's day? Only what agencies reported and
 * their bureau didn't return says a cause; the answer names the cases it stands on.
 */
import type { CaseNumber } from "../court/case-number.ts";
import { addMonths, type CivilDate, civilDateOf, monthOf } from "../time/time.ts";
import type { LossCause } from "./loss-report.ts";
import type { LostCase } from "./lost-case.ts";

/** How far back the same cause counts. */
const MONTHS = 12;

/** One cause that comes again: in the case itself, and in these before it, the newest first. */
export interface RepeatedCause {
  readonly cause: LossCause;
  readonly earlier: readonly { readonly caseNumber: CaseNumber; readonly lostOn: CivilDate }[];
}

/** A loss that repeats others: why, and which. */
export interface RepeatedLoss {
  readonly loss: LostCase;
  /** From this day on an earlier loss counts, until the day of the judgment itself. */
  readonly from: CivilDate;
  readonly causes: readonly RepeatedCause[];
}

/** Whether what it says of its causes can be counted on. */
function saysCauses({ state, causes }: LostCase): boolean {
  return causes.length > 0 && state !== "returned" && state !== "not-effective" && state !== "unclear";
}

/** One case of one agency is one loss, whichever register it was read from. */
function isSame(one: LostCase, other: LostCase): boolean {
  return one.caseNumber === other.caseNumber && one.respondent === other.respondent;
}

/** Whether two are of one agency: by the directory, else by name. */
function isSameAgency(one: LostCase, other: LostCase): boolean {
  return one.organisation !== undefined && other.organisation !== undefined
    ? one.organisation === other.organisation
    : one.respondent === other.respondent;
}

/**
 * What of a loss repeats the agency's earlier ones; undefined where nothing does. Two judgments of one day don't repeat each other: whoever
 * lost the first couldn't yet mend anything.
 */
export function repeatedLoss(loss: LostCase, all: readonly LostCase[]): RepeatedLoss | undefined {
  if (!saysCauses(loss)) return undefined;
  const from = monthsBefore(loss.lostOn, MONTHS);
  const before = all
    .filter((one) => !isSame(one, loss) && isSameAgency(one, loss) && saysCauses(one))
    .filter(({ lostOn }) => lostOn >= from && lostOn < loss.lostOn)
    .toSorted((one, other) => (one.lostOn > other.lostOn ? -1 : 1));
  const causes = loss.causes.flatMap((cause): readonly RepeatedCause[] => {
    const earlier = distinct(before.filter((one) => one.causes.includes(cause)));
    return earlier.length === 0
      ? []
      : [{ cause, earlier: earlier.map(({ caseNumber, lostOn }) => ({ caseNumber, lostOn })) }];
  });
  return causes.length === 0 ? undefined : { loss, from, causes };
}

/** All repeated losses among some, of judgments of a period. */
export function repeatedLosses(
  all: readonly LostCase[],
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): readonly RepeatedLoss[] {
  return all
    .filter(({ lostOn }) => lostOn >= from && lostOn <= to)
    .flatMap((loss) => repeatedLoss(loss, all) ?? []);
}

function distinct(losses: readonly LostCase[]): readonly LostCase[] {
  return [...new Map(losses.map((one) => [one.caseNumber, one])).values()];
}

/** The day of the same number so many months before; the month's last where it has none such. */
function monthsBefore(day: CivilDate, months: number): CivilDate {
  const month = addMonths(monthOf(day), -months);
  const [year = 0, number = 0] = month.split("-").map(Number);
  for (let date = Number(day.slice(8)); date > 28; date -= 1) {
    const found = civilDateOf(year, number, date);
    if (found !== undefined) return found;
  }
  return `${month}-${String(Math.min(28, Number(day.slice(8)))).padStart(2, "0")}` as CivilDate;
}
