/** Which tables a bulletin has, and what stands in them. */

import type { BulletinEdition, PeriodFigures } from "../../domain/statistics/bulletin-edition.ts";
import type { Absence, BulletinStatistics } from "../../domain/statistics/figures.ts";
import {
  attendance,
  type GroupTally,
  type PairTally,
  type Ranked,
  type Tally,
} from "../../domain/statistics/ranking.ts";
import { NOTHING, percent, type Ratio } from "../../domain/statistics/rate.ts";
import { printedMonth, printedPeriod } from "../frame/dates.ts";
import { groundLabel } from "../wording/report-wording.ts";
import { triggerLabel } from "../wording/suggestion-wording.ts";
import { type BulletinTable, type Cell, type Column, figures as figure, pointsOf, words } from "./cells.ts";
import { printedChange } from "./changes.ts";

/** The tables of an edition, by what they are about. */
export interface BulletinTables {
  readonly overview: BulletinTable;
  readonly rates: BulletinTable;
  readonly yearToDate: BulletinTable | undefined;
  readonly trend: BulletinTable;
  readonly counties: BulletinTable;
  readonly departments: BulletinTable;
  readonly courts: BulletinTable;
  readonly agencies: BulletinTable;
  readonly grounds: BulletinTable;
  readonly absences: BulletinTable;
  readonly suggestions: BulletinTable;
  readonly open: BulletinTable;
  readonly changes: BulletinTable | undefined;
}

/** What a table counts in: cases (件), or (case, respondent) pairs (单位次). A rate is called by it wherever it stands. */
type Unit = "cases" | "pairs";
const RATE_NAMES: Readonly<Record<Unit, string>> = { cases: "案件出庭率", pairs: "单位出庭率" };

function tallyColumns(unit: Unit): readonly Column[] {
  return [
    figure("开庭审理", 9),
    figure("负责人出庭", 10),
    figure("未出庭", 8),
    figure("情况不明", 9),
    figure(RATE_NAMES[unit], 11),
  ];
}
const NOBODY = "本期没有应统计的案件。";

export function bulletinTables(figures: BulletinStatistics, edition: BulletinEdition): BulletinTables {
  const { previous, lastYear } = edition;
  const { before } = periodWords(edition);
  return {
    overview: compared("总体情况", "行政案件开庭及负责人出庭情况（单位：件）", figures, [
      [`较${before}（百分点）`, previous],
      ["较上年同期（百分点）", lastYear],
    ]),
    rates: rates(figures, edition),
    yearToDate: yearToDate(edition),
    trend: trend(edition),
    counties: counties(figures, edition),
    departments: withExcused(
      grouped(
        "系统",
        "各系统负责人出庭情况（按单位次计）",
        figures.byDepartment,
        ({ department }) => department,
      ),
      figures.byDepartment,
    ),
    courts: courts(figures),
    agencies: agencies(figures),
    grounds: grounds(figures),
    absences: absences(figures),
    suggestions: suggestions(figures),
    open: open(figures),
    changes: edition.changes && changed(edition.changes),
  };
}

/** How the period before is called: 上月, 上季度, 前半年, 上年. */
export function periodWords({ period: { kind } }: Pick<BulletinEdition, "period">): {
  readonly before: string;
  readonly this: string;
} {
  switch (kind) {
    case "month":
      return { before: "上月", this: "本月" };
    case "quarter":
      return { before: "上季度", this: "本季度" };
    case "half-year":
      return { before: "上个半年", this: "本半年" };
    case "year":
    case "year-to-date":
      return { before: "上年", this: "本年" };
    default:
      return kind satisfies never;
  }
}

type Instances = Pick<PeriodFigures, "total" | "first" | "second" | "retrial" | "enterprise">;

/** The instances a bulletin always names; a retrial only where there is one. */
export function instances(figures: Instances): readonly (readonly [string, keyof Instances])[] {
  const always = [
    ["合计", "total"],
    ["一审", "first"],
    ["二审", "second"],
  ] as const;
  return figures.retrial.heard === 0 ? always : [...always, ["再审", "retrial"]];
}

function compared(
  name: string,
  caption: string,
  now: Instances,
  earlier: readonly (readonly [string, Instances | undefined])[],
): BulletinTable {
  const lines = [...instances(now), ["其中：涉企", "enterprise"] as const];
  return {
    name,
    caption,
    head: 0,
    none: NOBODY,
    columns: [words("类别", 12), ...tallyColumns("cases"), ...earlier.map(([title]) => figure(title, 12))],
    rows: lines.map(([line, key]) => [
      line,
      ...tallied(now[key]),
      ...earlier.map(([, before]) => pointsOf(attendance(now[key]), before && attendance(before[key]))),
    ]),
  };
}

function tallied(tally: Tally): readonly Cell[] {
  return [tally.heard, tally.present, tally.absent, tally.unknown, { rate: attendance(tally) }];
}

const RATES: readonly (readonly [string, string, string, (figures: PeriodFigures) => Ratio])[] = [
  [
    "正职出庭率",
    "正职出庭",
    "开庭审理",
    ({ principals, total }) => ({ part: principals, whole: total.heard }),
  ],
  [
    "出声率",
    "出庭并发言",
    "记录发言的法院开庭审理",
    ({ speech }) => ({ part: speech.spoke, whole: speech.heard }),
  ],
  ["败诉率", "败诉", "一审审结", ({ defeat }) => ({ part: defeat.lost, whole: defeat.closed })],
  [
    "化解率",
    "和解撤诉",
    "进入调解",
    ({ resolution }) => ({ part: resolution.settledAfterMediation, whole: resolution.mediated }),
  ],
];

/** 正职出庭率, 出声率, 败诉率, 化解率, each with the counts it is made of. */
function rates(figures: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { previous, lastYear } = edition;
  return {
    name: "主要指标",
    caption: "主要指标（单位：件）",
    head: 0,
    none: NOBODY,
    columns: [
      words("指标", 10),
      words("口径", 24),
      figure("件数", 8),
      figure("基数", 8),
      figure("比率", 11),
      figure(`较${periodWords(edition).before}（百分点）`, 12),
      figure("较上年同期（百分点）", 12),
    ],
    rows: RATES.map(([name, part, whole, of]) => {
      const ratio = of(figures);
      return [
        name,
        `${part}÷${whole}`,
        ratio.part,
        ratio.whole,
        { rate: ratio },
        pointsOf(ratio, previous && of(previous)),
        pointsOf(ratio, lastYear && of(lastYear)),
      ];
    }),
  };
}

function yearToDate({ yearToDate: now, lastYearToDate: before }: BulletinEdition): BulletinTable | undefined {
  if (now === undefined) return undefined;
  const table = compared("本年累计", `${printedPeriod(now.period)}累计（单位：件）`, now, [
    ["较上年同期（百分点）", before],
  ]);
  const change = (key: keyof Instances): Cell =>
    before === undefined ? NOTHING : { change: [now[key].heard, before[key].heard] };
  const keys = [...instances(now).map(([, key]) => key), "enterprise" as const];
  return {
    ...table,
    columns: [...table.columns, figure("开庭件数较上年同期", 12)],
    rows: table.rows.map((row, index) => [...row, change(keys[index] ?? "total")]),
  };
}

function trend({ trend: months }: BulletinEdition): BulletinTable {
  return {
    name: "近12个月",
    caption: "近12个月负责人出庭情况（单位：件）",
    head: 0,
    none: "没有以前月份的数据。",
    columns: [words("月份", 12), ...tallyColumns("cases")],
    rows: months.map((month) => [printedMonth(month.month), ...tallied(month)]),
  };
}

const MORE: readonly Column[] = [figure("正职出庭", 9), figure("涉企开庭", 9), figure("涉企出庭", 9)];

/** Courts are listed, not ranked: whether heads come is not theirs to answer for. */
function courts({ byCourt }: BulletinStatistics): BulletinTable {
  return {
    name: "法院",
    caption: "各法院审理案件负责人出庭情况（单位：件）",
    head: 0,
    none: NOBODY,
    columns: [words("法院", 20), ...tallyColumns("cases"), ...MORE],
    rows: byCourt.map((court) => [court.court, ...tallied(court), ...more(court)]),
  };
}

/** Ranked, in pairs. */
function grouped<Group extends GroupTally & Ranked>(
  name: string,
  caption: string,
  groups: readonly Group[],
  nameOf: (group: Group) => string,
  width = 20,
): BulletinTable {
  return {
    name,
    caption,
    head: 1,
    none: NOBODY,
    columns: [figure("排名", 6), words(name, width), ...tallyColumns("pairs"), ...MORE],
    rows: groups.map((group) => [place(group), nameOf(group), ...tallied(group), ...more(group)]),
  };
}

/** 法释〔2020〕3号 §3: a column of its own for those whose co-respondent's head appears for them; no case of their rate. */
function withExcused(table: BulletinTable, tallies: readonly PairTally[]): BulletinTable {
  return {
    ...table,
    columns: [...table.columns, figure("由共同被告负责人出庭", 12)],
    rows: table.rows.map((row, index) => [...row, tallies[index]?.excused ?? 0]),
  };
}

function place({ rank }: Ranked): Cell {
  return rank ?? NOTHING;
}

function more({ principals, enterpriseHeard, enterprisePresent }: GroupTally): readonly Cell[] {
  return [principals, enterpriseHeard, enterprisePresent];
}

function counties(figures: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { byJurisdiction, agencyLevel } = figures;
  const table = withExcused(
    grouped(
      "县区",
      "各县区行政机关负责人出庭情况（按单位次计）",
      byJurisdiction,
      ({ jurisdiction }) => jurisdiction,
      13,
    ),
    byJurisdiction,
  );
  const before = new Map(edition.previous?.byJurisdiction.map((one) => [one.jurisdiction, attendance(one)]));
  const sum = (part: "principals" | "enterpriseHeard" | "enterprisePresent") =>
    byJurisdiction.reduce((all, one) => all + one[part], 0);
  const total: readonly Cell[] = [
    "",
    "合计",
    ...tallied(agencyLevel),
    sum("principals"),
    sum("enterpriseHeard"),
    sum("enterprisePresent"),
    agencyLevel.excused,
    pointsOf(attendance(agencyLevel), edition.previous && attendance(edition.previous.agencyLevel)),
  ];
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
      ...(byJurisdiction.length === 0 ? [] : [total]),
    ],
    totalled: byJurisdiction.length > 0,
    note: casesAndPairs(figures),
  };
}

function agencies({ byAgency }: BulletinStatistics): BulletinTable {
  const table = withExcused(
    grouped("行政机关", "各被诉行政机关负责人出庭情况（按单位次计）", byAgency, ({ agency }) => agency),
    byAgency,
  );
  return {
    ...table,
    columns: table.columns.toSpliced(2, 0, words("县区", 12)),
    rows: table.rows.map((row, index) => row.toSpliced(2, 0, byAgency[index]?.jurisdiction ?? "")),
  };
}

const CAME: Readonly<Record<keyof BulletinStatistics["withoutHead"], string>> = {
  staff: "相应工作人员出庭",
  lawyers: "仅委托律师出庭",
  nobody: "均未出庭",
  notStated: "出庭人员未载明",
};

/** Why heads stayed away, whether the court accepted it, and who came instead: three readings of the same absences. */
function grounds({ grounds: classes, reasons, withoutHead, agencyLevel }: BulletinStatistics): BulletinTable {
  const { absent } = agencyLevel;
  const row = (kind: string, name: string, count: number): readonly Cell[] => [
    kind,
    name,
    count,
    { rate: { part: count, whole: absent } },
  ];
  return {
    name: "未出庭原因",
    caption: "负责人未出庭的原因、认定和出庭人员（按单位次计）",
    head: 1,
    none: "",
    columns: [words("分类", 12), words("情形", 24), figure("单位次", 8), figure("占未出庭", 9)],
    rows: [
      ...classes.map(({ ground, count }) => row("所述原因", groundLabel(ground), count)),
      row("法院认定", "理由成立", reasons.accepted),
      row("法院认定", "理由不成立", reasons.refused),
      row("法院认定", "未载明", absent - reasons.accepted - reasons.refused),
      ...(Object.keys(CAME) as (keyof typeof CAME)[]).map((key) =>
        row("出庭人员", CAME[key], withoutHead[key]),
      ),
    ],
  };
}

const CAME_ALONE: Readonly<Record<NonNullable<Absence["withoutHead"]>, string>> = {
  staff: "工作人员",
  lawyers: "仅律师",
  nobody: "无人出庭",
};

/** 单位次 beside 件, with both rates by name: what a reader who compares two tables must know. */
function casesAndPairs({ total, agencyLevel }: BulletinStatistics): string {
  const excused =
    agencyLevel.excused > 0 ? `由共同被告负责人出庭的${agencyLevel.excused}个单位次不在其内。` : "";
  return `注：每案每一被诉行政机关计1个单位次。本期开庭审理${total.heard}件，合${agencyLevel.heard}个单位次；${RATE_NAMES.cases}${percent(attendance(total))}（${total.present}/${total.heard}件），${RATE_NAMES.pairs}${percent(attendance(agencyLevel))}（${agencyLevel.present}/${agencyLevel.heard}个单位次）。共同被告中一名负责人出庭的，该案计为出庭，各被告仍分别计算单位次。${excused}`;
}

function absences({ absences: list, total }: BulletinStatistics): BulletinTable {
  return {
    name: "未出庭案件",
    caption: `负责人未出庭案件（${list.length}个单位次）`,
    head: 0,
    none: "本期没有负责人未出庭的案件。",
    note: `注：本表按单位次列出，合案件${total.absent}件；“同案其他被告的负责人已出庭”的，该案计为出庭，不在其内。`,
    columns: [
      words("案号", 26),
      words("行政机关", 22),
      words("县区", 13),
      words("审理法院", 22),
      words("开庭日期", 16),
      words("未出庭原因", 22),
      words("法院认定", 10),
      words("出庭人员", 9),
    ],
    rows: list.map((absence) => [
      absence.caseNumber,
      absence.agency,
      absence.jurisdiction,
      absence.court,
      absence.heardOn === undefined ? undefined : { day: absence.heardOn },
      `${absence.reason ?? "未说明"}${absence.coRespondentPresent ? "（同案其他被告的负责人已出庭）" : ""}`,
      absence.accepted === undefined ? undefined : absence.accepted ? "成立" : "不成立",
      absence.withoutHead && CAME_ALONE[absence.withoutHead],
    ]),
  };
}

function suggestions({ possibleSuggestions: list }: BulletinStatistics): BulletinTable {
  return {
    name: "可能的司法建议",
    caption: "可能被提出司法建议的情形（法释〔2020〕3号第十二条，由人民法院决定）",
    head: 0,
    none: "本期没有发现可能被提出司法建议的情形。",
    columns: [words("案号", 30), words("行政机关", 24), words("情形", 40)],
    rows: list.map(({ caseNumber, agency, triggers }) => [
      caseNumber,
      agency,
      triggers.map(triggerLabel).join("；"),
    ]),
  };
}

/** What a person must still find out, with whom it rests. */
function open({ unknown, differences, notHearable }: BulletinStatistics): BulletinTable {
  const lists = [
    ["是否出庭不明", "审理法院和被诉行政机关补报", unknown.attendance],
    [
      "未说明由谁出庭（同案其他被告的负责人已出庭）",
      "被诉行政机关说明，或者审理法院确定",
      unknown.coRespondents,
    ],
    ["是否开庭不明", "审理法院补报", unknown.hearing],
    ["各方记载不一致", "正在核对", differences],
    ["按案件类型不应开庭而登记为开庭，未计入", "审理法院核对案号", notHearable],
  ] as const;
  return {
    name: "待核实事项",
    caption: "待核实事项",
    head: 1,
    none: "没有待核实的事项。",
    columns: [words("事项", 22), words("案号", 30), words("行政机关", 26), words("办理", 20)],
    rows: lists.flatMap(([what, todo, list]) =>
      list.map(({ caseNumber, agency }) => [what, caseNumber, agency, todo]),
    ),
  };
}

function changed({ against, rows }: NonNullable<BulletinEdition["changes"]>): BulletinTable {
  return {
    name: "版本变化",
    caption: `与第${against}版相比的变化（${rows.length}项）`,
    head: 0,
    none: `统计数据与第${against}版相同。`,
    columns: [words("案号", 30), words("行政机关", 24), words("变化", 40)],
    rows: rows.map((change) => [change.caseNumber, change.agency, printedChange(change)]),
  };
}
