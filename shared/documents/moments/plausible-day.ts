/** Can the hearing be on the day that was read? Against the paper's own date and the year of the case. */
import { addDays, type CivilDate, civilDateOf } from "../../domain/time/time.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { readingTable } from "../text/rule-table.ts";
import { WITHOUT_YEAR, type WrittenMoment } from "./dates.ts";

/** A case isn't heard before its year, and hardly ever so long after it. */
const MOST_YEARS = 4;
/** Hearings are announced days or weeks ahead. */
const SOON = 120;

/** A day, and what else the paper says of when it may be. */
interface DayOfCase {
  readonly moment: WrittenMoment;
  readonly caseYear: number | undefined;
  readonly issuedOn: CivilDate | undefined;
}

type Checked = Pick<WrittenMoment, "date" | "confidence">;

const DAY_AGAINST_PAPER = readingTable<DayOfCase, Checked>("day-against-the-paper", [
  {
    name: "first-such-day-after-the-paper",
    reads: ({ moment, issuedOn }) =>
      moment.rule === WITHOUT_YEAR && issuedOn !== undefined ? afterPaper(moment, issuedOn) : undefined,
    example: "10月20日上午9时开庭 …… 2026年9月24日",
  },
  {
    name: "day-before-the-paper",
    reads: ({ moment, issuedOn }) =>
      moment.rule !== WITHOUT_YEAR && issuedOn !== undefined && moment.date < issuedOn
        ? doubted(moment)
        : undefined,
    example: "2026年9月1日上午9时开庭 …… 2026年9月24日",
  },
  {
    name: "year-not-the-case",
    reads({ moment, caseYear, issuedOn }) {
      const year = Number(moment.date.slice(0, 4));
      const isOfPaper = moment.rule === WITHOUT_YEAR && issuedOn !== undefined;
      const canBe = caseYear === undefined || (year >= caseYear && year <= caseYear + MOST_YEARS);
      return isOfPaper || canBe ? undefined : doubted(moment);
    },
    example: "（2026）鲁1323行初45号 …… 2062年9月24日上午9时开庭",
  },
]);

/**
 * The day of a hearing against what else the paper says. Without a year it is the first such day after the paper's own date; a
 * day before that date, or in a year the case can't be heard in, is a slip for a person to see.
 */
export function plausible(
  moment: WrittenMoment,
  known: { readonly caseYear: number | undefined; readonly issuedOn: CivilDate | undefined },
): WrittenMoment {
  const checked = DAY_AGAINST_PAPER.decide({ moment, ...known });
  return checked === undefined ? moment : { ...moment, ...checked.verdict, rule: checked.rule };
}

function doubted({ date, confidence }: WrittenMoment): Checked {
  return { date, confidence: Math.min(confidence, CONFIDENCE.doubtful) };
}

/** Undefined where there is no such day in either year (29 February): then it stays as it was read. */
function afterPaper(moment: WrittenMoment, issuedOn: CivilDate): Checked | undefined {
  const [, month, day] = moment.date.split("-").map(Number);
  const year = Number(issuedOn.slice(0, 4));
  const date = [year, year + 1]
    .map((candidate) => civilDateOf(candidate, month ?? 0, day ?? 0))
    .find((candidate) => candidate !== undefined && candidate >= issuedOn);
  if (date === undefined) return undefined;
  const isSoon = date <= addDays(issuedOn, SOON);
  return { date, confidence: isSoon ? CONFIDENCE.inferred : CONFIDENCE.doubtful };
}
