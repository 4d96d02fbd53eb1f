/** What tables of a bulletin have in common: their columns of attendance, the lines they always name, and what they call a period. */
import type { CountingPolicy } from "../../../domain/policy.ts";
import type { BulletinEdition, PeriodFigures } from "../../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { attendance, type GroupTally, type Tally } from "../../../domain/statistics/ranking.ts";
import { type Cell, type Column, figures as figure } from "./cells.ts";

/** What a table counts in: cases (件), or (case, respondent) pairs (单位次). A rate is called by it wherever it stands. */
export type Unit = CountingPolicy["rankBy"];
export const RATE_NAMES: Readonly<Record<Unit, string>> = { cases: "案件出庭率", pairs: "单位出庭率" };

/** What a district's rate is held against: the whole, in what districts are ranked by. */
export function wholeRanked({
  counting,
  total,
  agencyLevel,
}: Pick<BulletinStatistics, "counting" | "total" | "agencyLevel">): Tally {
  return counting.rankBy === "cases" ? total : agencyLevel;
}

/** How a caption says it. */
export const COUNTED_IN: Readonly<Record<Unit, string>> = { cases: "按件计", pairs: "按单位次计" };

export function tallyColumns(unit: Unit): readonly Column[] {
  return [
    figure("开庭审理", 9),
    figure("负责人出庭", 10),
    figure("未出庭", 8),
    figure("情况不明", 9),
    figure(RATE_NAMES[unit], 11),
  ];
}
export const NOBODY = "本期没有应统计的案件。";

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

export type Instances = Pick<PeriodFigures, "total" | "first" | "second" | "retrial" | "enterprise">;

/** The instances a bulletin always names; a retrial only where there is one. */
export function instances(figures: Instances): readonly (readonly [string, keyof Instances])[] {
  const always = [
    ["合计", "total"],
    ["一审", "first"],
    ["二审", "second"],
  ] as const;
  return figures.retrial.heard === 0 ? always : [...always, ["再审", "retrial"]];
}

export function tallied(tally: Tally): readonly Cell[] {
  return [tally.heard, tally.present, tally.absent, tally.unknown, { rate: attendance(tally) }];
}

export const MORE: readonly Column[] = [figure("正职出庭", 9), figure("涉企开庭", 9), figure("涉企出庭", 9)];

export function more({ principals, enterpriseHeard, enterprisePresent }: GroupTally): readonly Cell[] {
  return [principals, enterpriseHeard, enterprisePresent];
}
