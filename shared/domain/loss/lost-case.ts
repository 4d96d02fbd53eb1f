/**
 * One agency's loss in one case, as it is kept for those who look at many: its bureau's register (败诉案件台账), the agency's own past, and who
 * asks for the same cause again.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Year } from "../time/time.ts";
import type { LossCause, LossKind } from "./loss-report.ts";

/** Where its report stands. */
export const LOSS_STATES = [
  /** 待核定: several are sued, and the order doesn't say who of them lost. */
  "unclear",
  /** 未生效: the judgment may still be appealed, or its day of effect isn't known. */
  "not-effective",
  /** 待报告. */
  "owed",
  /** 待审核. */
  "reported",
  /** 已退回. */
  "returned",
  /** 已认可. */
  "accepted",
] as const;
export type LossState = (typeof LOSS_STATES)[number];

export interface LostCase {
  /** Whose register: the jurisdiction of the bureau, or the board of an organisation. */
  readonly owner: string;
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
  readonly organisation?: OrganisationId;
  readonly district: string;
  readonly court: string;
  /** 案由. */
  readonly cause?: string;
  /** The judgment's day; where no paper says it, the day the case was known to be lost. */
  readonly lostOn: CivilDate;
  readonly effectiveOn?: CivilDate;
  readonly due?: CivilDate;
  readonly state: LossState;
  readonly kind?: LossKind;
  /** None before a report. */
  readonly causes: readonly LossCause[];
  readonly mendBy?: CivilDate;
}

/** Where in a register it stands. */
export type LossPlace = Pick<LostCase, "owner" | "caseNumber" | "respondent" | "lostOn">;

/** Whether two stand in one place: of one register, and of one year there. */
export function isSamePlace(one: LossPlace, other: LossPlace): boolean {
  return (
    one.owner === other.owner &&
    one.caseNumber === other.caseNumber &&
    one.respondent === other.respondent &&
    yearOfLoss(one) === yearOfLoss(other)
  );
}

/** The year of its register: that of the judgment. */
export function yearOfLoss({ lostOn }: Pick<LostCase, "lostOn">): Year {
  return lostOn.slice(0, 4) as Year;
}

/** Whether its report is late on a day. */
export function isLossOverdue({ state, due }: LostCase, today: CivilDate): boolean {
  return (state === "owed" || state === "returned") && due !== undefined && due < today;
}
