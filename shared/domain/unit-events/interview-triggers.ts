/** 约谈: which facts of a period propose to call a unit in? A policy switches on those it names, with their bounds. */
import type { UnitEventKind } from "./unit-event.ts";

/** A rate of appearance below this is low, where at least so many pairs were heard. */
export interface RateTrigger {
  readonly belowPercent: number;
  readonly minimumHeard: number;
}

/** More of its first-instance cases were lost than this, of at least so many closed, in as many months up to the period's end. */
export interface LossTrigger {
  readonly abovePercent: number;
  readonly minimumClosed: number;
  readonly withinMonths: number;
}

/**
 * As many of such events are too many: of the period itself, or of as many months up to its end, of which one at least lies in
 * the period.
 */
export interface EventTrigger {
  readonly atLeast: number;
  readonly withinMonths?: number;
}

/** Those that a policy doesn't name are off. */
export interface InterviewTriggers extends Readonly<Partial<Record<EventTriggerName, EventTrigger>>> {
  readonly rate?: RateTrigger;
  /** In cases of enterprises (涉企). */
  readonly enterpriseRate?: RateTrigger;
  readonly lossRate?: LossTrigger;
}

/** Triggers that count events, each with those it counts. */
export const EVENT_TRIGGERS = {
  /** 未出庭且理由未经法院认可. */
  absences: ["absent"],
  /** 应由正职出庭而未出庭. */
  principalAbsences: ["principal-absent"],
  repeatLoss: ["repeat-loss"],
  unansweredSuggestions: ["suggestion-unanswered"],
  unperformedJudgments: ["judgment-unperformed"],
  lateReports: ["late-report", "missing-report"],
  lateFilings: ["late-filing", "missing-filing"],
  lateDefences: ["late-defence"],
  lateLossReports: ["late-loss-report"],
} as const satisfies Readonly<Record<string, readonly UnitEventKind[]>>;

export type EventTriggerName = keyof typeof EVENT_TRIGGERS;

/** Those of them that are on. */
export function eventTriggersOn(
  triggers: InterviewTriggers,
): readonly (readonly [EventTriggerName, EventTrigger])[] {
  return (Object.keys(EVENT_TRIGGERS) as EventTriggerName[]).flatMap((name) => {
    const trigger = triggers[name];
    return trigger === undefined ? [] : [[name, trigger] as const];
  });
}
