/** The cases behind a figure (数据溯源): counted once more by the same rules, listening for that figure alone. */
import type { FigureName } from "./figure-names.ts";
import type { CaseAgency } from "./figures.ts";
import { byCase } from "./period-count.ts";
import { type StatisticsOptions, type StatisticsRow, statistics } from "./statistics.ts";

/**
 * The (case, agency) pairs a figure was counted from, in order of case. A figure by case counts their case
 * numbers, one by agency the pairs themselves.
 */
export function rowsBehind(
  figure: FigureName,
  rows: Iterable<StatisticsRow>,
  options: StatisticsOptions,
): readonly CaseAgency[] {
  const found = new Map<string, CaseAgency>();
  statistics(rows, {
    ...options,
    trace: (traced, pairs) => {
      if (traced !== figure) return;
      for (const { caseNumber, agency } of pairs)
        found.set(`${caseNumber}\n${agency}`, { caseNumber, agency });
    },
  });
  return byCase([...found.values()]);
}
