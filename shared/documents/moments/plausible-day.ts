import { addDays, type CivilDate, civilDateOf } from "../../domain/time/time.ts";
import type { WrittenMoment } from "./dates.ts";

/** A case isn't heard before its year, and hardly ever so long after it. */
const MOST_YEARS = 4;
/** Hearings are announced days or weeks ahead. */
const SOON = 120;
const DOUBT = 0.5;

/**
 * The day of a hearing against what else the paper says. Without a year it is the first such day after the paper's own date; a
 * day before that date, or in a year the case can't be heard in, is a slip for a person to see.
 */
export function plausible(
  moment: WrittenMoment,
  { caseYear, issuedOn }: { readonly caseYear: number | undefined; readonly issuedOn: CivilDate | undefined },
): WrittenMoment {
  if (moment.rule === "date-without-year" && issuedOn !== undefined) return afterPaper(moment, issuedOn);
  const doubt = (rule: string) => ({ ...moment, confidence: Math.min(moment.confidence, DOUBT), rule });
  if (issuedOn !== undefined && moment.date < issuedOn) return doubt("day-before-the-paper");
  const year = Number(moment.date.slice(0, 4));
  if (caseYear !== undefined && (year < caseYear || year > caseYear + MOST_YEARS))
    return doubt("year-not-the-case");
  return moment;
}

function afterPaper(moment: WrittenMoment, issuedOn: CivilDate): WrittenMoment {
  const [, month, day] = moment.date.split("-").map(Number);
  const year = Number(issuedOn.slice(0, 4));
  const date = [year, year + 1]
    .map((candidate) => civilDateOf(candidate, month ?? 0, day ?? 0))
    .find((candidate) => candidate !== undefined && candidate >= issuedOn);
  if (date === undefined) return moment;
  const isSoon = date <= addDays(issuedOn, SOON);
  return { ...moment, date, confidence: isSoon ? 0.85 : 0.6, rule: "first-such-day-after-the-paper" };
}
