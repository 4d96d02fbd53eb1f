/** Which cases stand behind a figure (数据溯源)? */
import { LINYI } from "../policy.ts";
import { figuresOf } from "./case-figures.ts";
import { byCase, casesOf } from "./case-order.ts";
import { type DocketName, docketFiguresOf, isDocketName } from "./docket/docket-names.ts";
import type { FigureName } from "./figure-names.ts";
import type { CaseAgency } from "./figures.ts";
import { casesOfPeriod, periodIn, type StatisticsOptions } from "./statistics.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/**
 * The (case, agency) pairs a figure was counted from, in order of case. A figure by case counts their case
 * numbers, one by agency the pairs themselves.
 */
export function rowsBehind(
  figure: FigureName,
  rows: Iterable<StatisticsRow>,
  options: StatisticsOptions,
): readonly CaseAgency[] {
  if (isDocketName(figure)) return byCase(pairsInDocket(figure, rows, options));
  const cases = [...casesOfPeriod(rows, options)];
  const by = options.counting?.rankBy ?? LINYI.counting.rankBy;
  // Whether a court records who spoke shows in any of its cases.
  const recording = new Set(cases.flatMap(({ court, saidIfSpoke }) => (saidIfSpoke ? [court] : [])));
  const found: CaseAgency[] = [];
  for (const counted of cases)
    for (const [traced, pairs] of figuresOf(counted, recording.has(counted.court), by))
      if (traced === figure) found.push(...pairs.map(({ caseNumber, agency }) => ({ caseNumber, agency })));
  return byCase(found);
}

function pairsInDocket(
  figure: DocketName,
  rows: Iterable<StatisticsRow>,
  options: StatisticsOptions,
): readonly CaseAgency[] {
  const period = periodIn(options);
  const found: CaseAgency[] = [];
  for (const ofCase of casesOf(rows))
    for (const [traced, pairs] of docketFiguresOf(ofCase, period))
      if (traced === figure) found.push(...pairs.map(({ caseNumber, agency }) => ({ caseNumber, agency })));
  return found;
}
