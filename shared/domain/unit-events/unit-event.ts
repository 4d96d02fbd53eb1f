/**
 * What happened in a case that speaks for or against its agency: an absence, a late report, a judgment lost or not performed.
 * One list for interviews (约谈) and the assessment (考核): a policy says what each counts, and each names its case.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { CivilDate } from "../time/time.ts";

/** Every kind, in the order of the tables. */
export const UNIT_EVENTS = [
  /** 负责人未出庭, without a reason the court accepted; in a case of an enterprise it is both. */
  "absent",
  "absent-enterprise",
  /** 应由正职出庭, and no principal came, nor was that approved. */
  "principal-absent",
  /** Neither a head nor staff: 仅律师出庭, 无人出庭. */
  "without-staff",
  /** 中途退庭, 拒绝说明. */
  "left-early",
  "refused-to-explain",
  /** 出庭不出声. */
  "silent",
  /** 三日报告, 二日备案: after its day, or not at all. */
  "late-report",
  "missing-report",
  "late-filing",
  "missing-filing",
  /** 答辩状、证据逾期提交或者未提交. */
  "late-defence",
  /** 一审败诉; the same agency's, for the same cause, within twelve months. */
  "lost",
  "repeat-loss",
  /** 败诉案件报告逾期. */
  "late-loss-report",
  /** 司法建议逾期未复函, 生效裁判逾期未履行. */
  "suggestion-unanswered",
  "judgment-unperformed",
  /** 整改建议逾期未答复. */
  "correction-overdue",
  /** Speak for it: 正职出庭, 和解撤诉. */
  "principal-present",
  "settled",
] as const;

export type UnitEventKind = (typeof UNIT_EVENTS)[number];

/** One of them, of an agency. */
export interface UnitEvent {
  readonly kind: UnitEventKind;
  /** As its case, or the directory, calls it. */
  readonly agency: string;
  /** The agency's district. */
  readonly jurisdiction: string;
  /** Absent of what belongs to no case (整改建议). */
  readonly caseNumber?: CaseNumber;
  /** The day it counts to; of what nobody knows the day, absent: it counts to the period it was found in. */
  readonly on?: CivilDate;
  /** Distinguishes two of a kind in one case: a sitting, an order. */
  readonly subject?: string;
}

/** An event as letters name it. */
export interface EventShown {
  readonly caseNumber?: CaseNumber;
  readonly on?: CivilDate;
}

/** By day, then by case; what is the same twice is there once, whichever source told it. */
export function inOrder(events: Iterable<UnitEvent>): readonly UnitEvent[] {
  const keyed = new Map([...events].map((event) => [keyOf(event), event]));
  return [...keyed].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event);
}

function keyOf({ kind, agency, caseNumber, on, subject }: UnitEvent): string {
  return [on ?? "", caseNumber ?? "", kind, agency, subject ?? ""].join("\n");
}

export function shownEvent({ caseNumber, on }: UnitEvent): EventShown {
  return { ...(caseNumber !== undefined && { caseNumber }), ...(on !== undefined && { on }) };
}
