/**
 * What stands on boards of more open cases than a page can read: counted by the hour, and kept with its time. One pass over the open
 * cases in parts of so many; what a part came to is kept with how far it came, and a message asks for the next. However large the
 * province, a run takes no longer; however often or late it is called, each case is counted once.
 */
import { jurisdictions } from "../../shared/casework/jurisdictions.ts";
import { asOne, openRows } from "../../shared/casework/open-rows.ts";
import type { BoardCount } from "../../shared/domain/board/board-count.ts";
import {
  type AreaFigures,
  type MonthFigures,
  monthCount,
  openCount,
  WHOLE_CITY,
} from "../../shared/domain/board/board-figures.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { casesInOrder } from "../../shared/domain/statistics/case-order.ts";
import { monthTallies } from "../../shared/domain/statistics/month-tallies.ts";
import { runningStatistics } from "../../shared/domain/statistics/statistics.ts";
import { monthsOf } from "../../shared/domain/time/period.ts";
import { addMonths, civilDateAt, type Instant, monthOf } from "../../shared/domain/time/time.ts";
import type { CountQueue } from "../../shared/ports/count-queue.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Operations } from "../../shared/ports/operations.ts";
import type { Records } from "../../shared/ports/records.ts";

export interface CountPorts {
  readonly records: Pick<Records, "openCases" | "monthRows">;
  readonly directory: Pick<Directory, "names">;
  readonly operations: Pick<Operations, "counted" | "boardCount" | "keepBoardCount" | "keepMonth" | "months">;
  readonly queue: CountQueue;
}

/** Open cases of a part: some 1,800 read units, and half a minute. */
const PART = 20_000;
/** Of all boards together so many rows are read ahead: each part begins with the next of every board. */
const READ_AHEAD = 2_000;
const [LEAST_READ, MOST_READ_AT_ONCE] = [10, 250];

/** By what a part is called for: an hour of the schedule, or the part before it, of the count of an instant. */
export type CountCall = { readonly begin: Instant } | { readonly goOn: Instant };

/** What a call came to. `idle`: that part was counted already, or another call of it was faster. */
export type Counted =
  | { readonly came: "idle" }
  | { readonly came: "part"; readonly at: Instant; readonly part: number; readonly counted: number }
  | { readonly came: "done"; readonly at: Instant; readonly open: number; readonly rows: number }
  /** All but months that are over had been counted. */
  | { readonly came: "months"; readonly at: Instant; readonly months: number };

/**
 * Counts a part of what is under way, or the first of a new count. A count that has not come to its end is gone on with at the next
 * hour of its day, so that figures come, if late, where an hour is too short for all.
 */
export async function countBoards(
  ports: CountPorts,
  call: CountCall,
  rules: Rules,
  most = PART,
): Promise<Counted> {
  const kept = await ports.operations.boardCount();
  if ("goOn" in call && kept?.done === true && kept.at === call.goOn)
    return monthsBefore(ports, kept.at, rules, most);
  const begun = await toCount(ports, call, kept);
  if (begun === undefined) return { came: "idle" };
  const { count, counted, isEnd } = await counting(ports, begun, most);
  if (isEnd) {
    const done = await finished(ports, count, kept, rules);
    await monthsBefore(ports, count.at, rules, most);
    return done;
  }
  if (!(await ports.operations.keepBoardCount(count, kept))) return { came: "idle" };
  await ports.queue.goOn(count.at);
  return { came: "part", at: count.at, part: count.part, counted };
}

/** The count to go on with; undefined where there is nothing to do. */
async function toCount(
  { directory }: CountPorts,
  call: CountCall,
  kept: BoardCount | undefined,
): Promise<BoardCount | undefined> {
  if ("goOn" in call) return kept?.at === call.goOn && !kept.done ? kept : undefined;
  const isOfDay = kept !== undefined && civilDateAt(kept.at) === civilDateAt(call.begin);
  if (isOfDay && !kept.done) return kept;
  // The same hour, called again; or one that comes late.
  if (kept !== undefined && kept.at >= call.begin) return undefined;
  const areas = [WHOLE_CITY, ...(await jurisdictions(directory))];
  const nothing = { open: 0, states: {}, concerns: {}, silent: [] };
  return { at: call.begin, part: 0, done: false, areas: areas.map((area) => ({ area, tally: nothing })) };
}

/** Of `most` cases more. */
async function counting(
  { records }: CountPorts,
  { at, part, after, areas }: BoardCount,
  most: number,
): Promise<{ readonly count: BoardCount; readonly counted: number; readonly isEnd: boolean }> {
  const today = civilDateAt(at);
  const counts = new Map(areas.map(({ area, tally }) => [area, openCount(today, tally)]));
  const boards = areas.map(({ area }) => area).filter((area) => area !== WHOLE_CITY);
  const some = Math.max(LEAST_READ, Math.min(MOST_READ_AT_ONCE, Math.floor(READ_AHEAD / boards.length)));
  let counted = 0;
  let last = after;
  for await (const rows of openRows(records, boards, { after, some })) {
    if (counted === most) return { count: soFar(), counted, isEnd: false };
    for (const row of rows) counts.get(row.board)?.add(row);
    const row = asOne(rows);
    counts.get(WHOLE_CITY)?.add(row);
    last = row.caseNumber;
    counted += 1;
  }
  return { count: soFar(), counted, isEnd: true };

  function soFar(): BoardCount {
    const tallies = [...counts].map(([area, count]) => ({ area, tally: count.tally() }));
    return { at, part: part + 1, done: false, ...(last !== undefined && { after: last }), areas: tallies };
  }
}

/** Makes the figures, with the month's attendance, and keeps them all. Called again, it makes the same ones anew. */
async function finished(
  ports: CountPorts,
  { at, part, areas }: BoardCount,
  kept: BoardCount | undefined,
  rules: Rules,
): Promise<Counted> {
  const today = civilDateAt(at);
  const { months, rows } = await monthOfAreas(ports, at, rules);
  const nothing = monthCount({ today, counting: rules.policy.counting }).figures();
  const figures = areas.map(
    ({ area, tally }): AreaFigures => ({
      area,
      at,
      cases: openCount(today, tally).figures(),
      month: months.get(area) ?? nothing,
      rows,
    }),
  );
  await ports.operations.counted(figures);
  await ports.operations.keepBoardCount({ at, part, done: true, areas: [] }, kept);
  const open = figures.find(({ area }) => area === WHOLE_CITY)?.cases.open ?? 0;
  return { came: "done", at, open, rows };
}

/** The month's attendance of each area with hearings in it, and how many rows it has: a case at a time. */
async function monthOfAreas(
  { records }: CountPorts,
  at: Instant,
  { policy }: Rules,
): Promise<{ readonly months: ReadonlyMap<string, MonthFigures>; readonly rows: number }> {
  const today = civilDateAt(at);
  const counts = new Map<string, ReturnType<typeof monthCount>>();
  const countOf = (area: string) => {
    const count = counts.get(area) ?? monthCount({ today, counting: policy.counting });
    counts.set(area, count);
    return count;
  };
  let rows = 0;
  for await (const pairs of casesInOrder(records.monthRows(policy.jurisdiction.code, monthOf(today)))) {
    rows += pairs.length;
    countOf(WHOLE_CITY).add(pairs);
    for (const [area, [first, ...others]] of Map.groupBy(pairs, ({ jurisdiction }) => jurisdiction))
      if (first !== undefined) countOf(area).add([first, ...others]);
  }
  return { months: new Map([...counts].map(([area, count]) => [area, count.figures()])), rows };
}

/** Months before this one that people look at. */
const MONTHS_BEFORE = 12;

/**
 * Counts the months before that haven't been counted on that day, the newest first, until `most` rows have been read; a message asks for
 * the others. What came late into a month is known the next morning.
 */
async function monthsBefore(
  { records, operations, queue }: CountPorts,
  at: Instant,
  { policy }: Rules,
  most: number,
): Promise<Counted> {
  const today = civilDateAt(at);
  const from = addMonths(monthOf(today), -MONTHS_BEFORE);
  const known = new Map((await operations.months(from)).map((one) => [one.month, civilDateAt(one.at)]));
  const open = monthsOf({ from, to: addMonths(monthOf(today), -1) }).filter(
    (one) => known.get(one) !== today,
  );
  let [months, read] = [0, 0];
  for (const month of open.toReversed()) {
    if (read >= most) {
      await queue.goOn(at);
      break;
    }
    let rows = 0;
    const count = runningStatistics({ month, lists: "none", counting: policy.counting });
    for await (const pairs of casesInOrder(records.monthRows(policy.jurisdiction.code, month))) {
      count.add(pairs);
      rows += pairs.length;
    }
    await operations.keepMonth({ month, at, rows, tallies: monthTallies(count.figures) });
    read += rows;
    months += 1;
  }
  return months === 0 ? { came: "idle" } : { came: "months", at, months };
}
