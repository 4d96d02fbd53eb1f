/**
 * What stands on boards of more open cases than a page can read: counted here, once in an hour of the day in which people look, and
 * kept with its time. One pass over the open cases and the month's rows, a few hundred at a time.
 */
import { jurisdictions } from "../../shared/casework/jurisdictions.ts";
import { asOne, openRows } from "../../shared/casework/open-rows.ts";
import {
  type AreaFigures,
  monthFigures,
  openCount,
  WHOLE_CITY,
} from "../../shared/domain/board/board-figures.ts";
import { loggedFault } from "../../shared/domain/operations/logged-fault.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { civilDateAt, clockTimeAt, type Instant, monthOf } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Operations } from "../../shared/ports/operations.ts";
import type { Records } from "../../shared/ports/records.ts";

export interface CountPorts {
  readonly records: Pick<Records, "openCases" | "monthRows">;
  readonly directory: Pick<Directory, "names">;
  readonly operations: Pick<Operations, "counted">;
}

/** The first and the last hour in which boards are counted: from before offices open until after they close. */
const [FROM, TO] = ["07", "19"];

/**
 * Whether boards are counted in the hour of an instant.
 * @internal For its test.
 */
export function isCountingHour(now: Instant): boolean {
  const hour = clockTimeAt(now).slice(0, 2);
  return FROM <= hour && hour <= TO;
}

/**
 * {@link countBoards} in its hours; undefined in others. Where it fails or has no time, the figures before stay, with their time, and the
 * log says why: a fault here must not look as if reminders had not been written.
 */
export async function countInHour(
  ports: CountPorts,
  now: Instant,
  rules: Rules,
  hasTime: () => boolean,
): Promise<Readonly<Record<string, number | string>> | undefined> {
  if (!isCountingHour(now)) return undefined;
  try {
    return await countBoards(ports, now, rules, hasTime);
  } catch (fault) {
    return loggedFault(fault);
  }
}

/**
 * Counts every jurisdiction and the whole city; says how many cases are open, and how many rows the month has. Where there is no time
 * for all of them, nothing is kept and it throws: half a count is none.
 * @internal Its test and the bench have no hour.
 */
export async function countBoards(
  { records, directory, operations }: CountPorts,
  now: Instant,
  { policy }: Rules,
  hasTime: () => boolean = () => true,
): Promise<{ readonly open: number; readonly rows: number }> {
  const today = civilDateAt(now);
  const areas = await jurisdictions(directory);
  const counts = new Map(areas.map((area) => [area, openCount(today)]));
  const whole = openCount(today);
  for await (const rows of openRows(records, areas)) {
    if (!hasTime()) throw new Error("too little time to count all open cases");
    for (const row of rows) counts.get(row.board)?.add(row);
    whole.add(asOne(rows));
  }
  const heard = await Array.fromAsync(records.monthRows(policy.jurisdiction.code, monthOf(today)));
  const byArea = Map.groupBy(heard, ({ jurisdiction }) => jurisdiction);
  const figures = (area: string, cases: AreaFigures["cases"], rows: typeof heard): AreaFigures => ({
    area,
    at: now,
    cases,
    month: monthFigures(rows, { today, counting: policy.counting }),
    rows: heard.length,
  });
  const city = figures(WHOLE_CITY, whole.figures(), heard);
  await operations.counted([
    city,
    ...[...counts].map(([area, count]) => figures(area, count.figures(), byArea.get(area) ?? [])),
  ]);
  return { open: city.cases.open, rows: heard.length };
}
