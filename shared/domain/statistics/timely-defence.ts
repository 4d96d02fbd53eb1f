/** 按期答辩率: of the defences (答辩、举证) that were due, how many were handed in to the court in time? */
import type { CivilDate } from "../time/time.ts";
import type { Ratio } from "./rate.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** Of rows; what isn't due yet and hasn't come is left out, as is what nobody knows to have been owed. */
export function timelyDefence(rows: readonly StatisticsRow[], today: CivilDate): Ratio {
  const owed = rows.filter(
    ({ defenceDue, defenceOn }) =>
      defenceDue !== undefined && (defenceOn !== undefined || defenceDue < today),
  );
  return { part: owed.filter((row) => isTimely(row)).length, whole: owed.length };
}

function isTimely({ defenceDue, defenceOn }: StatisticsRow): boolean {
  return defenceDue !== undefined && defenceOn !== undefined && defenceOn <= defenceDue;
}
