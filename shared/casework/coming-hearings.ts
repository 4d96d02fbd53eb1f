/** 今后的开庭: the next hearings of a board, by its rows, or, where these are too many to be read, by the diaries of its bureaus. */
import { COMING_DAYS, isConcerned, MOST_NAMED, runningOf } from "../domain/board/board-query.ts";
import type { BoardRow } from "../domain/board/board-row.ts";
import { dayOfEntry, isHearingEntry } from "../domain/board/diary.ts";
import type { Organisation } from "../domain/organisations/directory.ts";
import { addDays, type CivilDate } from "../domain/time/time.ts";
import type { Records } from "../ports/records.ts";

/** A hearing as the list has it; the agencies by name. */
export interface ComingHearing extends Pick<BoardRow, "caseNumber" | "court"> {
  readonly hearing: NonNullable<BoardRow["hearing"]>;
  readonly agencies: readonly string[];
  /** A report for it is still owed. */
  readonly unreported: boolean;
}

export interface ComingHearings {
  /** Those that the page names, the nearest first. */
  readonly next: readonly ComingHearing[];
  /** How many there are in all; undefined where nobody has counted them. */
  readonly total: number | undefined;
}

/** By all rows. */
export function comingOf(rows: readonly BoardRow[], today: CivilDate): ComingHearings {
  const coming = rows.flatMap(({ caseNumber, court, hearing, agencies }) =>
    hearing !== undefined && isConcerned({ hearing, agencies }, "hearing", today)
      ? [
          {
            caseNumber,
            court,
            hearing,
            agencies: agencies.map(({ name }) => name),
            unreported: runningOf({ hearing, agencies }, today).some(({ kind }) => kind === "report"),
          },
        ]
      : [],
  );
  return { next: coming.toSorted(byTime).slice(0, MOST_NAMED), total: coming.length };
}

/** By diaries, of each as much as the page names; `total` as it was counted. */
export async function comingInDiaries(
  records: Pick<Records, "diary">,
  bureaus: readonly Pick<Organisation, "id">[],
  today: CivilDate,
  total: number | undefined,
): Promise<ComingHearings> {
  const each = await Promise.all(bureaus.map(({ id }) => nextIn(records, id, today)));
  const merged = new Map<string, ComingHearing>();
  for (const one of each.flat()) {
    const known = merged.get(one.caseNumber);
    const agencies = [...new Set([...(known?.agencies ?? []), ...one.agencies])];
    const unreported = one.unreported || known?.unreported === true;
    merged.set(one.caseNumber, { ...(known ?? one), agencies, unreported });
  }
  return { next: [...merged.values()].toSorted(byTime).slice(0, MOST_NAMED), total };
}

/** A diary has an entry for each respondent. */
async function nextIn(
  records: Pick<Records, "diary">,
  owner: Organisation["id"],
  today: CivilDate,
): Promise<readonly ComingHearing[]> {
  const last = addDays(today, COMING_DAYS);
  const found = new Map<string, ComingHearing>();
  for await (const entry of records.diary(owner, today, 2 * MOST_NAMED)) {
    if (dayOfEntry(entry) > last) break;
    if (!isHearingEntry(entry) || entry.status !== "set") continue;
    const { caseNumber, court, respondent, hearing, dues } = entry;
    const known = found.get(caseNumber);
    if (known === undefined && found.size === MOST_NAMED) break;
    const { date, time, place, mode } = hearing;
    found.set(caseNumber, {
      caseNumber,
      court,
      hearing: {
        date,
        ...(time !== undefined && { time }),
        ...(place !== undefined && { place }),
        ...(mode !== undefined && { mode }),
      },
      agencies: [...(known?.agencies ?? []), respondent],
      unreported:
        known?.unreported === true || dues.some(({ kind, status }) => kind === "report" && status === "open"),
    });
  }
  return [...found.values()];
}

function byTime(one: ComingHearing, other: ComingHearing): number {
  return timeOf(one) < timeOf(other) ? -1 : 1;
}

function timeOf({ hearing, caseNumber }: ComingHearing): string {
  return `${hearing.date} ${hearing.time ?? ""} ${caseNumber}`;
}
