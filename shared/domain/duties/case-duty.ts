/**
 * What does an agency owe in a case beside its sittings (案件期限义务)? 答辩, 举证, 上诉决定, 履行 and the like: one duty of one respondent with
 * its last day. Which of them there are follows from the case; this says what one is, and how what happens changes it.
 */
import type { Deadline, DutyKind } from "../time/deadline.ts";
import type { CivilDate } from "../time/time.ts";

/** By what a duty was met: a form at the desk, the bureau's word that it came otherwise, or a paper or ledger. */
export type MetBy = "form" | "receipt" | "paper";

/** One duty, by what tells it from the others of its case. */
export interface DutyRef {
  readonly kind: DutyKind;
  readonly respondent: string;
  /** Where a respondent may have several of a kind: which one, in letters, digits and `-`. */
  readonly subject?: string;
}

export interface CaseDuty extends DutyRef {
  /** The day it runs from. */
  readonly startsOn: CivilDate;
  readonly deadline: Deadline;
  readonly status: "open" | "met" | "cancelled";
  readonly metOn?: CivilDate;
  readonly metBy?: MetBy;
}

/** A duty that should run by what the case says, or did until it was met. */
export interface WantedDuty extends Omit<CaseDuty, "status" | "metOn" | "metBy"> {
  readonly met?: { readonly on: CivilDate; readonly by: MetBy };
}

/** Why its last day moved: another holiday calendar, more time given, what it is counted from put right, told of it late. */
export type MoveReason = "calendar" | "extended" | "corrected" | "told";

export type DutyEvent =
  | { readonly type: "duty-opened"; readonly duty: CaseDuty }
  | ({
      readonly type: "duty-moved";
      readonly startsOn: CivilDate;
      readonly deadline: Deadline;
      readonly why: MoveReason;
    } & DutyRef)
  | ({ readonly type: "duty-met"; readonly on: CivilDate; readonly by: MetBy } & DutyRef)
  /** What had met it, or had ended it, is no longer so. */
  | ({ readonly type: "duty-reopened" } & DutyRef)
  /** The case no longer asks for it. */
  | ({ readonly type: "duty-cancelled" } & DutyRef);

/** Whether two speak of one duty. */
export function sameDuty(one: DutyRef, other: DutyRef): boolean {
  return one.kind === other.kind && one.respondent === other.respondent && one.subject === other.subject;
}

/** The duties after an event. */
export function evolveDuties(duties: readonly CaseDuty[], event: DutyEvent): readonly CaseDuty[] {
  if (event.type === "duty-opened")
    return [...duties.filter((one) => !sameDuty(one, event.duty)), event.duty];
  return duties.map((one) => (sameDuty(one, event) ? changed(one, event) : one));
}

function changed(
  { metOn: _, metBy: __, ...duty }: CaseDuty,
  event: Exclude<DutyEvent, { readonly type: "duty-opened" }>,
): CaseDuty {
  switch (event.type) {
    case "duty-moved":
      return { ...duty, startsOn: event.startsOn, deadline: event.deadline };
    case "duty-met":
      return { ...duty, status: "met", metOn: event.on, metBy: event.by };
    case "duty-reopened":
      return { ...duty, status: "open" };
    case "duty-cancelled":
      return { ...duty, status: "cancelled" };
    default:
      return event satisfies never;
  }
}
