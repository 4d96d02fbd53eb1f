/** The tables of loss (败诉): by district, level, field and kind of act, by court; and all of them at once, cell by cell. */
import type { Act } from "../../../domain/classes/act.ts";
import type { Field } from "../../../domain/classes/field.ts";
import type { BulletinEdition } from "../../../domain/statistics/bulletin-edition.ts";
import type { DocketTally } from "../../../domain/statistics/docket/docket-case.ts";
import { docketRate } from "../../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { actName, fieldName } from "../../wording/class-wording.ts";
import {
  type BulletinTable,
  type Cell,
  type Column,
  figures as figure,
  onScreen,
  pointsOf,
  words,
} from "./cells.ts";
import { periodWords } from "./columns.ts";
import { clearanceCell } from "./docket.ts";
import { levelName } from "./labels.ts";

/** What each table counts of a group. */
const COLUMNS: readonly Column[] = [
  figure("收案", 8),
  figure("结案", 8),
  onScreen(figure("未结", 8)),
  onScreen(figure("结收比（%）", 10)),
  figure("一审审结", 9),
  onScreen(figure("结果未知", 9)),
  figure("败诉", 8),
  figure("败诉率", 11),
  figure("占败诉", 11),
  onScreen(figure("撤诉", 8)),
];

function cellsOf(tally: DocketTally, whole: DocketTally): readonly Cell[] {
  const { received, closed, pending, first, outcomeUnknown, lost, withdrawn } = tally;
  return [
    received,
    closed,
    pending,
    clearanceCell(tally),
    first,
    outcomeUnknown,
    lost,
    { rate: docketRate("lost", tally) },
    { rate: { part: lost, whole: whole.lost } },
    withdrawn,
  ];
}

interface Group {
  readonly name: string;
  readonly tally: DocketTally;
  readonly previous?: DocketTally | undefined;
  readonly lastYear?: DocketTally | undefined;
}

/** Groups that add up to `whole`, which stands last; `compared`: against which the rates of loss are held. */
function table(
  [name, caption]: readonly [string, string],
  groups: readonly Group[],
  whole: Group,
  compared: readonly string[] = [],
): BulletinTable {
  const row = (group: Group): readonly Cell[] => {
    const now = docketRate("lost", group.tally);
    const since = [group.previous, group.lastYear].slice(0, compared.length);
    return [
      group.name,
      ...cellsOf(group.tally, whole.tally),
      ...since.map((before) => pointsOf(now, before && docketRate("lost", before))),
    ];
  };
  return {
    name,
    caption,
    head: 0,
    none: "本期没有收案、结案的记录。",
    columns: [
      words(name.replace(/败诉$/u, ""), 20),
      ...COLUMNS,
      ...compared.map((title, index) => (index === 0 ? figure(title, 12) : onScreen(figure(title, 12)))),
    ],
    rows: groups.length === 0 ? [] : [...groups.map(row), row(whole)],
    totalled: groups.length > 0,
  };
}

const CASES = "单位：件";
const PAIRS = "按单位次计";

/** 各管理领域: in cases, with the change of the rate of loss. */
export function fieldLosses(
  { docket }: BulletinStatistics,
  edition: BulletinEdition,
): BulletinTable | undefined {
  if (!docket.byField.some(({ field }) => field !== undefined)) return undefined;
  const earlier = tallies(edition, "byField", ({ field }) => field);
  return table(
    ["管理领域败诉", `各行政管理领域收结案和败诉情况（${CASES}）`],
    docket.byField.map(({ field, ...tally }) => ({
      name: field === undefined ? "领域未知" : fieldName(field as Field),
      tally,
      previous: earlier.previous.get(field),
      lastYear: earlier.lastYear.get(field),
    })),
    wholeOf(docket.total, edition),
    comparedTo(edition),
  );
}

/** 各类行政行为. */
export function actLosses(
  { docket }: BulletinStatistics,
  edition: BulletinEdition,
): BulletinTable | undefined {
  if (!docket.byAct.some(({ act }) => act !== undefined)) return undefined;
  return table(
    ["行为种类败诉", `各类被诉行政行为收结案和败诉情况（${CASES}）`],
    docket.byAct.map(({ act, ...tally }) => ({
      name: act === undefined ? "行为未知" : actName(act as Act),
      tally,
    })),
    wholeOf(docket.total, edition),
  );
}

/** 各县区, in pairs. */
export function countyLosses({ docket }: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const earlier = tallies(edition, "byJurisdiction", ({ jurisdiction }) => jurisdiction);
  return table(
    ["县区败诉", `各县区收结案和败诉情况（${PAIRS}）`],
    docket.byJurisdiction.map(({ jurisdiction, ...tally }) => ({
      name: jurisdiction,
      tally,
      previous: earlier.previous.get(jurisdiction),
      lastYear: earlier.lastYear.get(jurisdiction),
    })),
    { name: "合计", tally: docket.pairs },
    comparedTo(edition),
  );
}

/** 各层级, in pairs. */
export function levelLosses({ docket }: BulletinStatistics): BulletinTable {
  return table(
    ["层级败诉", `各层级行政机关收结案和败诉情况（${PAIRS}）`],
    docket.byLevel.map(({ level, ...tally }) => ({ name: levelName(level), tally })),
    { name: "合计", tally: docket.pairs },
  );
}

/** 各法院, in cases. */
export function courtDocket({ docket }: BulletinStatistics): BulletinTable {
  return table(
    ["法院收结案", `各法院收结案情况（${CASES}）`],
    docket.byCourt.map(({ court, code: _, ...tally }) => ({ name: court, tally })),
    { name: "合计", tally: docket.total },
  );
}

/** 县区、单位、层级、领域 at once, to be filtered and summed up in a workbook. */
export function lossCells({ docket }: BulletinStatistics): BulletinTable {
  return {
    name: "收结案明细",
    caption: "各县区、单位、层级、领域收结案和败诉情况（按单位次计）",
    head: 1,
    none: "本期没有收案、结案的记录。",
    columns: [words("县区", 12), words("行政机关", 26), words("层级", 18), words("管理领域", 14), ...COLUMNS],
    rows: docket.cells.map(({ jurisdiction, agency, level, field, ...tally }) => [
      jurisdiction,
      agency,
      levelName(level),
      field === undefined ? "未知" : fieldName(field as Field),
      ...cellsOf(tally, docket.pairs),
    ]),
  };
}

function comparedTo(edition: BulletinEdition): readonly string[] {
  return [`败诉率较${periodWords(edition).before}（百分点）`, "败诉率较上年同期（百分点）"];
}

function wholeOf(tally: DocketTally, { previous, lastYear }: BulletinEdition): Group {
  return {
    name: "合计",
    tally,
    previous: previous?.docket?.total,
    lastYear: lastYear?.docket?.total,
  };
}

/** The groups of the periods it is compared with, by name. */
function tallies<Key extends "byField" | "byJurisdiction", Name extends string | undefined>(
  { previous, lastYear }: BulletinEdition,
  key: Key,
  nameOf: (one: NonNullable<NonNullable<BulletinEdition["previous"]>["docket"]>[Key][number]) => Name,
) {
  const named = (period: BulletinEdition["previous"]) =>
    new Map((period?.docket?.[key] ?? []).map((one) => [nameOf(one), one as DocketTally]));
  return { previous: named(previous), lastYear: named(lastYear) };
}
