/**
 * `yingsu deadline report --served 2026-09-28 [--hearing 2026-10-15T09:00]` and
 * `yingsu deadline filing --hearing 2026-09-24`: one deadline with its explanation, as JSON.
 */
import { parseArgs } from "node:util";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import {
  DEFAULT_PERIODS,
  type Deadline,
  explain,
  filingDeadline,
  type HearingTime,
  reportDeadline,
} from "../../../shared/domain/time/deadline.ts";
import { type CivilDate, parseCivilDate, parseClockTime } from "../../../shared/domain/time/time.ts";

const USAGE = `Usage:
  deadline report --served YYYY-MM-DD [--hearing YYYY-MM-DD[THH:mm]]
  deadline filing --hearing YYYY-MM-DD[THH:mm]
All dates and times are those of Asia/Shanghai.`;

/** A fault in what was typed; its message is one sentence for the person who typed it. */
class BadInput extends Error {}

/**
 * Runs the command. Prints `{due, hardDue?, provisional, explanation[]}` and exits 0; for what it can't
 * understand says why on stderr and exits 2.
 */
export async function deadlineCommand(
  args: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  try {
    const deadline = deadlineOf(args);
    const { due, hardDue, provisional } = deadline;
    const printed = { due, ...(hardDue && { hardDue }), provisional, explanation: explain(deadline) };
    return { exitCode: 0, stdout: `${JSON.stringify(printed)}\n`, stderr: "" };
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    return { exitCode: 2, stdout: "", stderr: `${fault.message}\n${USAGE}\n` };
  }
}

function deadlineOf(args: readonly string[]): Deadline {
  const { kind, served, hearing } = optionsOf(args);
  const days = calendar(holidayYears());
  if (kind === "report") {
    if (served === undefined)
      throw new BadInput("A report needs --served: the day the summons was received.");
    return reportDeadline(
      { served: dayOf("--served", served), hearing: hearing === undefined ? undefined : hearingOf(hearing) },
      DEFAULT_PERIODS,
      days,
    );
  }
  if (served !== undefined) throw new BadInput("A filing counts from the hearing: --served is not for it.");
  if (hearing === undefined) throw new BadInput("A filing needs --hearing: the day of the hearing.");
  return filingDeadline({ hearing: hearingOf(hearing) }, DEFAULT_PERIODS, days);
}

interface Options {
  readonly kind: "report" | "filing";
  readonly served: string | undefined;
  readonly hearing: string | undefined;
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const [kind, ...more] = positionals;
  if (kind !== "report" && kind !== "filing")
    throw new BadInput(
      kind === undefined
        ? "Say which deadline: report or filing."
        : `There is no deadline "${kind}": say report or filing.`,
    );
  if (more.length > 0) throw new BadInput(`Too many words: "${more.join(" ")}".`);
  return { kind, served: values.served, hearing: values.hearing };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { served: { type: "string" }, hearing: { type: "string" } },
    });
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
