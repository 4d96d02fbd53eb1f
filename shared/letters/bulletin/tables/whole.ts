/** The tables of the whole: 总体情况, 主要指标, 本年累计, 近12个月. */
import type { BulletinEdition, PeriodFigures } from "../../../domain/statistics/bulletin-edition.ts";
import { type CalledForPart, NOBODY_CALLED } from "../../../domain/statistics/called-for.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { attendance } from "../../../domain/statistics/ranking.ts";
import { NOTHING, type Ratio } from "../../../domain/statistics/rate.ts";
import { printedMonth, printedPeriod } from "../../frame/dates.ts";
import { type BulletinTable, type Cell, figures as figure, pointsOf, words } from "./cells.ts";
import { type Instances, instances, NOBODY, periodWords, tallied, tallyColumns } from "./columns.ts";

export function overview(figures: BulletinStatistics, edition: BulletinEdition): BulletinTable {
  const { previous, lastYear } = edition;
  return compared("总体情况", "行政案件开庭及负责人出庭情况（单位：件）", figures, [
    [`较${periodWords(edition).before}（百分点）`, previous],
    ["较上年同期（百分点）", lastYear],
  ]);
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

type RateOf = (typeof RATES)[number];

/** 通知出庭率, 应由正职出庭率, 按期答辩率, 线上开庭占比: of those of which a source says so, with how many say nothing. */
function calledForRates({ calledFor, total }: BulletinStatistics): readonly RateOf[] {
  const ratio =
    (part: CalledForPart, whole: CalledForPart) =>
    ({ calledFor: counts = NOBODY_CALLED }: PeriodFigures): Ratio => ({
      part: counts[part],
      whole: counts[whole],
    });
  const silent = total.heard - calledFor["mode-known"];
  const rates: readonly (readonly [boolean, RateOf])[] = [
    [
      calledFor.notified > 0,
      ["通知出庭率", "通知后负责人出庭", "有出庭通知的开庭单位次", ratio("notified.present", "notified")],
    ],
    [
      calledFor["principal-owed"] > 0,
      [
        "应由正职出庭率",
        "正职出庭",
        "应由正职出庭的开庭单位次",
        ratio("principal-owed.came", "principal-owed"),
      ],
    ],
    [
      calledFor.defence > 0,
      [
        "按期答辩率",
        "按期答辩",
        `已知答辩情况的开庭单位次${calledFor["defence.unknown"] > 0 ? `（另有${calledFor["defence.unknown"]}个未知）` : ""}`,
        ratio("defence.in-time", "defence"),
      ],
    ],
    [
      calledFor["mode-known"] > 0,
      [
        "线上开庭占比",
        "线上开庭",
        `载明开庭方式的开庭审理${silent > 0 ? `（另有${silent}件未知）` : ""}`,
        ratio("online", "mode-known"),
      ],
    ],
  ];
  return rates.filter(([applies]) => applies).map(([, rate]) => rate);
}

/** 正职出庭率, 出声率, 败诉率, 化解率, each with the counts it is made of. */
export function rates(figures: BulletinStatistics, edition: BulletinEdition): BulletinTable {
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
    rows: [...RATES, ...calledForRates(figures)].map(([name, part, whole, of]) => {
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

export function yearToDate({
  yearToDate: now,
  lastYearToDate: before,
}: BulletinEdition): BulletinTable | undefined {
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

export function trend({ trend: months }: BulletinEdition): BulletinTable {
  return {
    name: "近12个月",
    caption: "近12个月负责人出庭情况（单位：件）",
    head: 0,
    none: "没有以前月份的数据。",
    columns: [words("月份", 12), ...tallyColumns("cases")],
    rows: months.map((month) => [printedMonth(month.month), ...tallied(month)]),
  };
}
