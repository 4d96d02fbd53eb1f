/** The tables of what was received, closed and pending (收结存), and of how it ended: rates, and the outcome table (裁判结果表). */
import type { BulletinEdition } from "../../../domain/statistics/bulletin-edition.ts";
import type { DocketTally } from "../../../domain/statistics/docket/docket-case.ts";
import type { DocketFigures, ResultCount } from "../../../domain/statistics/docket/docket-figures.ts";
import {
  clearance,
  DOCKET_RATES,
  type DocketRateName,
  docketRate,
} from "../../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { NOTHING } from "../../../domain/statistics/rate.ts";
import { type BulletinTable, type Cell, figures as figure, onScreen, pointsOf, words } from "./cells.ts";
import { periodWords } from "./columns.ts";
import { resultName } from "./labels.ts";

/** 收结案情况, of each instance. */
export function received({ docket }: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { before } = periodWords(edition);
  const { previous, lastYear } = edition;
  const lines = [
    ["合计", docket.total, previous?.docket?.total, lastYear?.docket?.total],
    ...INSTANCES.map(
      ([name, key]) =>
        [
          name,
          docket.byInstance[key],
          previous?.docket?.byInstance[key],
          lastYear?.docket?.byInstance[key],
        ] as const,
    ),
  ] as const;
  return {
    name: "收结案",
    caption: "收案、结案和未结案件（单位：件）",
    head: 0,
    none: NONE,
    columns: [
      words("类别", 9),
      figure("收案", 8),
      figure(`收案较${before}`, 11),
      onScreen(figure("收案较上年同期", 11)),
      figure("结案", 8),
      figure(`结案较${before}`, 11),
      onScreen(figure("结案较上年同期", 11)),
      figure("未结", 8),
      figure("结收比（%）", 10),
    ],
    rows: lines
      .filter(([name, { received: came, closed, pending }]) => name === "合计" || came + closed + pending > 0)
      .map(([name, now, earlier, last]) => [
        name,
        now.received,
        changeSince(now.received, earlier?.received),
        changeSince(now.received, last?.received),
        now.closed,
        changeSince(now.closed, earlier?.closed),
        changeSince(now.closed, last?.closed),
        now.pending,
        clearanceCell(now),
      ]),
    ...noteOf(docket),
  };
}

const NONE = "本期没有收案、结案的记录。";
const INSTANCES = [
  ["一审", "first"],
  ["二审", "second"],
  ["再审", "retrial"],
] as const;

function changeSince(now: number, before: number | undefined): Cell {
  return before === undefined || before === 0 ? NOTHING : { change: [now, before] };
}

export function clearanceCell(tally: DocketTally): Cell {
  const hundredths = clearance(tally);
  return hundredths === undefined ? NOTHING : { hundredths };
}

/** What isn't known of the days, with its number. */
function noteOf({ total, undated }: DocketFigures): Pick<BulletinTable, "note"> {
  const told = [
    [total.inferred, `收案中有${total.inferred}件没有立案日期，按最早的材料计入收案月份`],
    [undated, `另有${undated}件已结而结案时间未知，未计入结案和未结`],
  ] as const;
  const open = told.filter(([count]) => count > 0).map(([, text]) => text);
  return open.length === 0 ? {} : { note: `注：${open.join("；")}。` };
}

const RATES: Readonly<Record<DocketRateName, readonly [name: string, of: string]>> = {
  lost: ["败诉率", "败诉÷一审审结（结果已知）"],
  "lost-on-merits": ["实体败诉率", "败诉÷一审实体判决"],
  withdrawn: ["撤诉率", "撤诉（含和解撤诉）÷一审审结（结果已知）"],
  appealed: ["上诉率", "提起上诉÷一审审结（上诉情况已知）"],
  unappealed: ["服判息诉率", "未上诉÷一审审结（上诉情况已知）"],
  reversed: ["改判率", "改判÷二审审结（结果已知）"],
  remanded: ["发回率", "发回重审、指令审理÷二审审结（结果已知）"],
};

/** 裁判指标: each with the counts it is made of, and how many are in no base since nobody knows. */
export function judged({ docket: { total } }: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { previous, lastYear } = edition;
  const rows = DOCKET_RATES.map((name) => ({ name, rate: docketRate(name, total) }));
  return {
    name: "裁判指标",
    caption: "结案案件裁判指标（单位：件）",
    head: 0,
    none: NONE,
    columns: [
      words("指标", 11),
      words("口径", 24),
      figure("件数", 8),
      figure("基数", 8),
      figure("比率", 10),
      figure("未知", 8),
      figure(`较${periodWords(edition).before}（百分点）`, 12),
      figure("较上年同期（百分点）", 12),
    ],
    rows: rows
      .filter(({ rate }) => rate.whole + rate.unknown > 0)
      .map(({ name, rate }) => {
        const since = (period: typeof previous) =>
          pointsOf(rate, period?.docket && docketRate(name, period.docket.total));
        return [
          ...RATES[name],
          rate.part,
          rate.whole,
          { rate },
          rate.unknown,
          since(previous),
          since(lastYear),
        ];
      }),
  };
}

/** 裁判结果表. */
export function results({ docket }: BulletinStatistics): BulletinTable {
  const { total, results: lines } = docket;
  const closed = ({ first, second, retrial }: ResultCount) => first + second + retrial;
  const halted = lines.filter((line) => line.halted > 0);
  const sum = (key: "first" | "second" | "retrial") => lines.reduce((all, line) => all + line[key], 0);
  const ruled = lines.filter((line) => closed(line) > 0);
  return {
    name: "裁判结果",
    caption: "结案案件裁判结果（单位：件）",
    head: 0,
    none: NONE,
    columns: [
      words("裁判结果", 26),
      figure("一审", 9),
      figure("二审", 9),
      figure("再审", 9),
      figure("合计", 9),
      figure("占结案", 11),
    ],
    rows: [
      ...ruled.map((line) => [
        resultName(line.line),
        line.first,
        line.second,
        line.retrial,
        closed(line),
        { rate: { part: closed(line), whole: total.closed } },
      ]),
      ...(ruled.length === 0
        ? []
        : [
            [
              "合计",
              sum("first"),
              sum("second"),
              sum("retrial"),
              total.closed,
              { rate: { part: total.closed, whole: total.closed } },
            ],
          ]),
    ],
    totalled: ruled.length > 0,
    ...(halted.length > 0 && {
      note: `注：未结案件中${halted.map((line) => `${resultName(line.line)}${line.halted}件`).join("，")}，不在本表之内。`,
    }),
  };
}
