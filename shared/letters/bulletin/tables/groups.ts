/** The tables of districts, branches, levels, agencies and courts. */
import type { BulletinEdition } from "../../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import {
  attendance,
  type GroupTally,
  type PairTally,
  type Ranked,
} from "../../../domain/statistics/ranking.ts";
import { NOTHING, percent } from "../../../domain/statistics/rate.ts";
import { type BulletinTable, type Cell, figures as figure, pointsOf, words } from "./cells.ts";
import {
  COUNTED_IN,
  MORE,
  more,
  NOBODY,
  periodWords,
  RATE_NAMES,
  tallied,
  tallyColumns,
  type Unit,
} from "./columns.ts";
import { levelName } from "./labels.ts";

/** Courts are listed, not ranked: whether heads come is not theirs to answer for. */
export function courts({ byCourt }: BulletinStatistics): BulletinTable {
  return {
    name: "法院",
    caption: "各法院审理案件负责人出庭情况（单位：件）",
    head: 0,
    none: NOBODY,
    columns: [words("法院", 20), ...tallyColumns("cases"), ...MORE],
    rows: byCourt.map((court) => [court.court, ...tallied(court), ...more(court)]),
  };
}

/** Ranked, in what the bulletin ranks by. */
function grouped<Group extends GroupTally & Ranked>(
  [name, caption, unit]: readonly [name: string, caption: string, unit: Unit],
  groups: readonly Group[],
  nameOf: (group: Group) => string,
  width = 20,
): BulletinTable {
  const table = {
    name,
    caption: `${caption}（${COUNTED_IN[unit]}）`,
    head: 1,
    none: NOBODY,
    columns: [figure("排名", 6), words(name, width), ...tallyColumns(unit), ...MORE],
    rows: groups.map((group) => [place(group), nameOf(group), ...tallied(group), ...more(group)]),
  };
  return withExcused(table, groups, unit);
}

/** 法释〔2020〕3号 §3: a column of its own for those whose co-respondent's head appears for them; no case of their rate. */
function withExcused(table: BulletinTable, tallies: readonly PairTally[], unit: Unit): BulletinTable {
  // By cases a head who came is there for each of them.
  if (unit === "cases") return table;
  return {
    ...table,
    columns: [...table.columns, figure("由共同被告负责人出庭", 12)],
    rows: table.rows.map((row, index) => [...row, tallies[index]?.excused ?? 0]),
  };
}

function place({ rank }: Ranked): Cell {
  return rank ?? NOTHING;
}

/** 各系统. */
export function departments({ byDepartment, counting }: BulletinStatistics): BulletinTable {
  return grouped(
    ["系统", "各系统负责人出庭情况", counting.rankBy],
    byDepartment,
    ({ department }) => department,
  );
}

/** 各层级, from above to below, without ranks; undefined where all are of one. */
export function levels({ byLevel, counting: { rankBy } }: BulletinStatistics): BulletinTable | undefined {
  if (byLevel.length < 2) return undefined;
  const table = {
    name: "层级",
    caption: `各层级行政机关负责人出庭情况（${COUNTED_IN[rankBy]}）`,
    head: 0,
    none: NOBODY,
    columns: [words("层级", 20), ...tallyColumns(rankBy), ...MORE],
    rows: byLevel.map((one) => [levelName(one.level), ...tallied(one), ...more(one)]),
  };
  return withExcused(table, byLevel, rankBy);
}

export function counties(figures: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { byJurisdiction, counting } = figures;
  const table = grouped(
    ["县区", "各县区行政机关负责人出庭情况", counting.rankBy],
    byJurisdiction,
    ({ jurisdiction }) => jurisdiction,
    13,
  );
  const before = new Map(edition.previous?.byJurisdiction.map((one) => [one.jurisdiction, attendance(one)]));
  return {
    ...table,
    columns: [...table.columns, figure(`较${periodWords(edition).before}（百分点）`, 12)],
    rows: [
      ...table.rows.map((row, index) => {
        const district = byJurisdiction[index];
        return district === undefined
          ? row
          : [...row, pointsOf(attendance(district), before.get(district.jurisdiction))];
      }),
      ...(byJurisdiction.length === 0 ? [] : [ofAllCounties(figures, edition)]),
    ],
    totalled: byJurisdiction.length > 0,
    note: casesAndPairs(figures),
  };
}

/** The last row: pairs add up; of cases, one of two districts counts in both and once in the whole. */
function ofAllCounties(
  { byJurisdiction, agencyLevel, total, principals, enterprise, counting }: BulletinStatistics,
  { previous }: BulletinEdition,
): readonly Cell[] {
  if (counting.rankBy === "cases")
    return [
      "",
      "合计",
      ...tallied(total),
      principals,
      enterprise.heard,
      enterprise.present,
      pointsOf(attendance(total), previous && attendance(previous.total)),
    ];
  const sum = (part: "principals" | "enterpriseHeard" | "enterprisePresent") =>
    byJurisdiction.reduce((all, one) => all + one[part], 0);
  return [
    "",
    "合计",
    ...tallied(agencyLevel),
    sum("principals"),
    sum("enterpriseHeard"),
    sum("enterprisePresent"),
    agencyLevel.excused,
    pointsOf(attendance(agencyLevel), previous && attendance(previous.agencyLevel)),
  ];
}

export function agencies({ byAgency, counting }: BulletinStatistics): BulletinTable {
  const table = grouped(
    ["行政机关", "各被诉行政机关负责人出庭情况", counting.rankBy],
    byAgency,
    ({ agency }) => agency,
  );
  return {
    ...table,
    columns: table.columns.toSpliced(2, 0, words("县区", 12)),
    rows: table.rows.map((row, index) => row.toSpliced(2, 0, byAgency[index]?.jurisdiction ?? "")),
  };
}

/** 单位次 beside 件, with both rates by name: what a reader who compares two tables must know. */
function casesAndPairs({ total, agencyLevel, counting }: BulletinStatistics): string {
  if (counting.rankBy === "cases")
    return "注：本表按件统计，共同被告中一名负责人出庭的，该案对各被告均计为出庭；一案涉及两个以上县区的，各县区分别计1件，合计不重复。";
  const excused =
    agencyLevel.excused > 0 ? `由共同被告负责人出庭的${agencyLevel.excused}个单位次不在其内。` : "";
  return `注：每案每一被诉行政机关计1个单位次。本期开庭审理${total.heard}件，合${agencyLevel.heard}个单位次；${RATE_NAMES.cases}${percent(attendance(total))}（${total.present}/${total.heard}件），${RATE_NAMES.pairs}${percent(attendance(agencyLevel))}（${agencyLevel.present}/${agencyLevel.heard}个单位次）。共同被告中一名负责人出庭的，该案计为出庭，各被告仍分别计算单位次。${excused}`;
}
