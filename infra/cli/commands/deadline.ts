/**
 * By which day is something owed? `yingsu deadline report --served 2026-09-28 [--hearing 2026-10-15T09:00]`,
 * `… filing --hearing 2026-09-24`, `… defence --served 2026-09-28`, `… evidence`, `… appeal --judgment 2026-09-28 --kind 裁定`,
 * `… performance --judgment 2026-09-28 --order-days 60`, `… suggestion --served 2026-09-28`: one deadline with its explanation, as JSON.
 */
import { parseArgs } from "node:util";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { type Calendar, calendar } from "../../../shared/domain/time/calendar.ts";
import {
  DEFAULT_PERIODS,
  type Deadline,
  filingDeadline,
  type HearingTime,
  reportDeadline,
} from "../../../shared/domain/time/deadline.ts";
import {
  appealDeadline,
  defenceDeadline,
  effectiveDay,
  evidenceDeadline,
  performanceDeadline,
  suggestionDeadline,
} from "../../../shared/domain/time/duty-deadlines.ts";
import { type CivilDate, parseCivilDate, parseClockTime } from "../../../shared/domain/time/time.ts";
import { explain } from "../../../shared/letters/wording/deadline-wording.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";

const USAGE = `Usage:
  deadline report --served YYYY-MM-DD [--hearing YYYY-MM-DD[THH:mm]]
  deadline filing --hearing YYYY-MM-DD[THH:mm]
  deadline defence --served YYYY-MM-DD
  deadline evidence --served YYYY-MM-DD
  deadline appeal --judgment YYYY-MM-DD [--kind 判决|裁定]
  deadline performance --judgment YYYY-MM-DD --order-days N [--kind 判决|裁定]
  deadline suggestion --served YYYY-MM-DD [--order-days N]
--served: the day the summons (defence, evidence: the copy of the complaint; suggestion: the judicial suggestion) was received;
--judgment: the day the judgment (判决) or ruling (裁定) of a first instance was received; --order-days: the days that the order
gives from the day it took effect, which is the one after the last day to appeal, or that the suggestion gives. All dates and times are those of Asia/Shanghai.`;

/**
 * Runs the command. Prints `{due, hardDue?, provisional, explanation[]}` and exits 0; for what it can't
 * understand says why on stderr and exits 2.
 */
export async function deadlineCommand(args: readonly string[]): Promise<CommandResult> {
  return explaining(USAGE, () => {
    const deadline = deadlineOf(args);
    const { due, hardDue, provisional } = deadline;
    const printed = { due, ...(hardDue && { hardDue }), provisional, explanation: explain(deadline) };
    return { exitCode: 0, stdout: `${JSON.stringify(printed)}\n`, stderr: "" };
  });
}

/** What may be given; every deadline takes some of them. */
const OPTIONS = {
  served: { type: "string" },
  hearing: { type: "string" },
  judgment: { type: "string" },
  kind: { type: "string" },
  "order-days": { type: "string" },
} as const;
type Option = keyof typeof OPTIONS;

/** A kind of deadline as it is asked for: its options, the first of which it needs, and what it comes to. */
interface Asked {
  /** For the sentence that says what is missing. */
  readonly name: string;
  readonly needs: Option;
  /** What the day of {@link needs} is. */
  readonly from: string;
  /** What else it can't do without, and what that is. */
  readonly also?: { readonly option: Option; readonly what: string };
  readonly may?: Option;
  of(start: string, other: string | undefined, days: Calendar, also: string): Deadline;
}

const DEADLINES: Readonly<
  Record<"report" | "filing" | "defence" | "evidence" | "appeal" | "performance" | "suggestion", Asked>
> = {
  report: {
    name: "A report",
    needs: "served",
    from: "the day the summons was received",
    may: "hearing",
    of: (served, hearing, days) =>
      reportDeadline(
        {
          served: dayOf("--served", served),
          hearing: hearing === undefined ? undefined : hearingOf(hearing),
        },
        DEFAULT_PERIODS,
        days,
      ),
  },
  filing: {
    name: "A filing",
    needs: "hearing",
    from: "the day of the hearing",
    of: (hearing, _, days) => filingDeadline({ hearing: hearingOf(hearing) }, DEFAULT_PERIODS, days),
  },
  defence: {
    name: "A defence",
    needs: "served",
    from: "the day the copy of the complaint was received",
    of: (served, _, days) => defenceDeadline({ served: dayOf("--served", served) }, days),
  },
  evidence: {
    name: "Evidence",
    needs: "served",
    from: "the day the copy of the complaint was received",
    of: (served, _, days) => evidenceDeadline({ served: dayOf("--served", served) }, days),
  },
  appeal: {
    name: "An appeal",
    needs: "judgment",
    from: "the day the judgment or ruling was received",
    may: "kind",
    of: appealOf,
  },
  performance: {
    name: "Performance",
    needs: "judgment",
    from: "the day the judgment or ruling was received",
    also: { option: "order-days", what: "the days that its order gives" },
    may: "kind",
    of: (judgment, kind, days, orderDays) => {
      const appeal = appealOf(judgment, kind, days);
      const { provisional } = appeal;
      return performanceDeadline(
        { from: "effect", start: effectiveDay(appeal), days: daysIn(orderDays), provisional },
        days,
      );
    },
  },
  suggestion: {
    name: "The answer to a suggestion",
    needs: "served",
    from: "the day the judicial suggestion was received",
    may: "order-days",
    of: (served, orderDays, days) =>
      suggestionDeadline(
        {
          served: dayOf("--served", served),
          days: orderDays === undefined ? DEFAULT_PERIODS.suggestionDays : daysIn(orderDays),
        },
        days,
      ),
  },
};

function appealOf(judgment: string, kind: string | undefined, days: Calendar): Deadline {
  const against = APPEALED[kind ?? "判决"];
  if (against === undefined)
    throw new BadInput(`--kind "${kind}" can't be appealed: say 判决 (judgment) or 裁定 (ruling).`);
  return appealDeadline({ served: dayOf("--judgment", judgment), against }, days);
}

/** Days of an order; none gives more than some years. */
const MOST_DAYS = 3650;

function daysIn(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_DAYS)
    throw new BadInput(`--order-days "${text}" is not a number of days: write it as 60.`);
  return days;
}

const APPEALED: Readonly<Record<string, "judgment" | "ruling">> = {
  判决: "judgment",
  judgment: "judgment",
  裁定: "ruling",
  ruling: "ruling",
};

function deadlineOf(args: readonly string[]): Deadline {
  const { values, positionals } = parsed(args);
  const [kind, ...more] = positionals;
  const kinds = Object.keys(DEADLINES).join(", ");
  if (kind === undefined) throw new BadInput(`Say which deadline: ${kinds}.`);
  if (!isKind(kind)) throw new BadInput(`There is no deadline "${kind}": say one of ${kinds}.`);
  if (more.length > 0) throw new BadInput(`Too many words: "${more.join(" ")}".`);
  const { name, needs, from, also, may, of } = DEADLINES[kind];
  const foreign = (Object.keys(values) as Option[]).find(
    (option) => option !== needs && option !== may && option !== also?.option,
  );
  if (foreign !== undefined) throw new BadInput(`${name} counts from ${from}: --${foreign} is not for it.`);
  const start = values[needs];
  if (start === undefined) throw new BadInput(`${name} needs --${needs}: ${from}.`);
  const further = also === undefined ? "" : values[also.option];
  if (also !== undefined && further === undefined)
    throw new BadInput(`${name} needs --${also.option}: ${also.what}.`);
  return of(start, may && values[may], calendar(holidayYears()), further ?? "");
}

function isKind(word: string): word is keyof typeof DEADLINES {
  return Object.hasOwn(DEADLINES, word);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (fault) {
    throw new BadInput(fault instanceof Error ? fault.message : String(fault));
  }
}

function dayOf(option: string, text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new BadInput(`${option} "${text}" is not a day: write it as 2026-09-28.`);
  return counted(option, date);
}

/** Outside these years there is no such deadline, and near the end of the calendar no next day to roll to. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2199];

function counted(option: string, date: CivilDate): CivilDate {
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new BadInput(
      `${option} "${date}" is not of the years ${FIRST_YEAR} to ${LAST_YEAR}: check the year.`,
    );
  return date;
}

/** `2026-10-15`, or with an hour `2026-10-15T09:00`; Shanghai's own offset may follow the hour. */
function hearingOf(text: string): HearingTime {
  const [, day = text, hour] = /^([^T ]+)[T ](\d{2}:\d{2})(?::00)?(?:\+08:00)?$/.exec(text) ?? [];
  const date = parseCivilDate(day);
  const time = hour === undefined ? undefined : parseClockTime(hour);
  if (date === undefined || (hour !== undefined && time === undefined))
    throw new BadInput(`--hearing "${text}" is not a time: write it as 2026-10-15T09:00 or 2026-10-15.`);
  counted("--hearing", date);
  return time === undefined ? { date } : { date, time };
}
