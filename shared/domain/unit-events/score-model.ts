/** 考核: how does a policy make a score of a unit's figures and of what happened in its cases? */
import type { UnitEventKind } from "./unit-event.ts";

/** What is scored by its rate. */
export type Indicator = "attendance" | "principals" | "spoke" | "reports" | "filings" | "resolution";

/** Every indicator, in the order of the tables. */
export const INDICATORS = [
  "attendance",
  "principals",
  "spoke",
  "reports",
  "filings",
  "resolution",
] as const satisfies readonly Indicator[];

/**
 * One way to score. Indicators earn points by their rate; what has no cases is left out, and the points that remain make up a
 * hundred. Where no indicator has points, everybody begins with a hundred. Events then add and deduct, and vetoes hold down.
 */
export interface ScoreModel {
  /** Points of each indicator; they needn't add up to a hundred. */
  readonly weights: Readonly<Record<Indicator, number>>;
  /** 分档计分, in place of points in proportion to the rate; a rate below all of them earns nothing. */
  readonly tiers: Readonly<Partial<Record<Indicator, readonly Tier[]>>>;
  /** 扣分、加分 by event. */
  readonly events: readonly EventPoints[];
  /** 封顶: at most as many points are deducted, or added, by all events together. */
  readonly deductAtMost?: number;
  readonly addAtMost?: number;
  /** 一票否决. */
  readonly vetoes: readonly Veto[];
  /** 等次, by the score; the highest that is reached. None: no grade is given. */
  readonly grades: readonly Grade[];
}

/** A rate of at least `fromPercent` earns `earnsPercent` of the indicator's points. */
export interface Tier {
  readonly fromPercent: number;
  readonly earnsPercent: number;
}

/** Points for each such event, below nothing to deduct (-0.5); at most `atMost` for all of them. */
export interface EventPoints {
  readonly event: UnitEventKind;
  readonly points: number;
  readonly atMost?: number;
}

/** With as many such events the score is no more than `score`, whatever was earned. */
export interface Veto {
  readonly event: UnitEventKind;
  readonly atLeast: number;
  readonly score: number;
}

export interface Grade {
  readonly from: number;
  /** As it is printed, 优秀. */
  readonly name: string;
}

/** The kinds of events a model looks at. */
export function eventsScored({
  events,
  vetoes,
}: Pick<ScoreModel, "events" | "vetoes">): ReadonlySet<UnitEventKind> {
  return new Set([...events, ...vetoes].map(({ event }) => event));
}
