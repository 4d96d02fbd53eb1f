/** Which rates follow from a docket's counts? What isn't known is in no base, and stands beside it. */
import type { DocketTally } from "./docket-case.ts";

/** 败诉率, 实体败诉率, 撤诉率, 上诉率, 服判息诉率 of first-instance cases; 改判率, 发回率 of second-instance ones. */
export const DOCKET_RATES = [
  "lost",
  "lost-on-merits",
  "withdrawn",
  "appealed",
  "unappealed",
  "reversed",
  "remanded",
] as const;
export type DocketRateName = (typeof DOCKET_RATES)[number];

/** Part of those of which it is known; `unknown`: those closed of which it isn't. */
export interface DocketRate {
  readonly part: number;
  readonly whole: number;
  readonly unknown: number;
}

export function docketRate(name: DocketRateName, tally: DocketTally): DocketRate {
  const { first, outcomeUnknown, second, reviewUnknown } = tally;
  switch (name) {
    case "lost":
    case "withdrawn":
      return { part: tally[name], whole: first - outcomeUnknown, unknown: outcomeUnknown };
    case "lost-on-merits":
      return { part: tally.lost, whole: tally.merits, unknown: outcomeUnknown + tally.meritsUnknown };
    case "appealed":
      return { part: tally.appealed, whole: tally.appealKnown, unknown: first - tally.appealKnown };
    case "unappealed":
      return {
        part: tally.appealKnown - tally.appealed,
        whole: tally.appealKnown,
        unknown: first - tally.appealKnown,
      };
    case "reversed":
    case "remanded":
      return { part: tally[name], whole: second - reviewUnknown, unknown: reviewUnknown };
    default:
      return name satisfies never;
  }
}

/** 结收比, closed ÷ received, in hundredths of a percent; it may be over 100 %, and is nothing where nothing was received. */
export function clearance({
  closed,
  received,
}: Pick<DocketTally, "closed" | "received">): number | undefined {
  return received === 0 ? undefined : Math.floor((closed * 20_000 + received) / (2 * received));
}

/** Whether a docket has anything to show: what was closed, or was received on a day that a source states. */
export function hasDocket({ closed, received, inferred }: DocketTally): boolean {
  return closed > 0 || received > inferred;
}
