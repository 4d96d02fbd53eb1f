/** What jobs ask of the rows that a version of a bulletin was counted from. */
import type { StatisticsRow } from "../domain/statistics/statistics-row.ts";

/** The rows frozen in a version's folder. */
export type FrozenRowsOf = (folder: string) => Promise<readonly StatisticsRow[]>;
