/** Cases, hearings, files and figures as letters show them: what notices carry instead of text. */

import type { AsWritten } from "../../as-written.ts";
import type { RowToCheck } from "../../case-file/ledger/row-problem.ts";
import type { CaseNumber } from "../../court/case-number.ts";
import type { CourtStaff } from "../../court/court-staff.ts";
import type { FactField } from "../../refusal.ts";
import type { IndicatorFigures } from "../../statistics/indicators.ts";
import type { CivilDate, ClockTime, Instant, Month, Year } from "../../time/time.ts";
import type { EventTriggerName } from "../../unit-events/interview-triggers.ts";
import type { Indicator } from "../../unit-events/score-model.ts";
import type { EventShown, UnitEventKind } from "../../unit-events/unit-event.ts";
import type { OpenPoint, PackContents } from "./pack-contents.ts";

/** A case as letters show it. */
export interface CaseSummary {
  readonly caseNumber: CaseNumber;
  readonly court: string;
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly respondents: readonly string[];
  /** Who at the court deals with it. */
  readonly staff?: CourtStaff;
}

/** Which case a notice is about, and which of its respondents. */
export interface AboutCase {
  readonly case: CaseSummary;
  readonly respondent: string;
}

/** One fact a reader took from a document, for the person who checks it. */
export interface FactShown {
  readonly field: FactField;
  /** Of `attended`: whose head it is. */
  readonly organ?: string;
  /** As read; a time as `2026-09-24 09:00`, of `attended` yes, no or review. */
  readonly value: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The span of the document it came from. */
  readonly text: string;
}

/** The file a notice is about, as its sender knows it. */
export interface FileShown {
  readonly name: string;
  /** Its key in the inbox bucket. */
  readonly key: string;
  readonly receivedAt: Instant;
}

/** A file that goes with a mail; its bytes are kept in the records bucket. */
export interface AttachedFile {
  readonly name: string;
  readonly key: string;
  readonly contentType: string;
}

/** A proposal for correction (整改建议) as letters show it. */
export interface CorrectionShown {
  readonly agency: string;
  readonly caseNumber?: CaseNumber;
  readonly shortcoming: string;
  readonly proposal: string;
  readonly due: CivilDate;
}

/** A rate of appearance below what is asked for, as printed. */
interface LowRate {
  readonly heard: number;
  readonly present: number;
  readonly rate: string;
  readonly belowPercent: number;
}

/** Why a unit should be called in (约谈), with its figures. */
export type InterviewReason =
  | ({ readonly type: "low-rate" } & LowRate)
  /** In cases of enterprises (涉企). */
  | ({ readonly type: "low-enterprise-rate" } & LowRate)
  /** Its heads stayed away so often without a reason that the court accepted. */
  | { readonly type: "repeated-absence"; readonly cases: readonly CaseNumber[] }
  /** Of its first-instance cases that are closed, too many were lost (败诉率). */
  | {
      readonly type: "high-loss-rate";
      readonly closed: number;
      readonly lost: number;
      readonly rate: string;
      readonly abovePercent: number;
      readonly cases: readonly CaseNumber[];
    }
  /** Too much of something happened that a trigger counts. */
  | { readonly type: "events"; readonly trigger: EventTriggerName; readonly events: readonly EventShown[] }
  | AsWritten;

/** An interview (约谈) as letters show it; day and place are set once it is confirmed. */
export interface InterviewShown {
  /** Whose bureau calls: 临沂市, 兰山区. */
  readonly issuedBy: string;
  readonly unit: string;
  readonly from: Month;
  readonly to: Month;
  readonly heard: number;
  readonly present: number;
  readonly reasons: readonly InterviewReason[];
  readonly date?: CivilDate;
  readonly time?: ClockTime;
  readonly place?: string;
  readonly demands?: string;
  /** When the bureau confirmed it: the letter's date. */
  readonly calledOn?: CivilDate;
  /** 发文字号. */
  readonly document?: string;
  readonly outcome?: string;
}

/** A planned observation (旁听庭审) as letters show it. */
export interface ObservationShown {
  /** Whose bureau invites: 临沂市, 兰山区. */
  readonly issuedBy: string;
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly place?: string;
  readonly court: string;
  readonly caseNumber: CaseNumber;
  readonly cause?: string;
  /** 党委（党组）中心组学法. */
  readonly study?: true;
}

/** 联席会议材料 as letters and papers show it. */
export interface PackShown extends PackContents {
  /** 议题 of the court, and points of earlier meetings that are open, once the agenda is confirmed. */
  readonly topics?: readonly string[];
  readonly openPoints?: readonly OpenPoint[];
  readonly place: string;
  readonly year: Year;
  readonly half: 1 | 2;
  readonly from: Month;
  readonly to: Month;
}

/** A row of a ledger to look at; `alike`: so many rows have the very same problem. */
export type LedgerRowShown = Omit<RowToCheck, "cells"> & { readonly alike: number };

/** One line of a score: of an indicator, with the figures it follows from; its score as printed, "—" where it doesn't apply. */
export interface ScoreLine {
  readonly indicator: Indicator;
  readonly weight: number;
  readonly score: string;
  readonly figures: IndicatorFigures;
  /** The cases by which it can be checked; scores of before name none. */
  readonly cases?: CasesShown;
}

/** Cases as far as a letter names them, and how many more there are. */
export interface CasesShown {
  readonly cases: readonly CaseNumber[];
  readonly more: number;
}

/** 扣分、加分 of a kind of events; `points` for each and `score` for all, as printed. */
export interface EventLineShown {
  readonly event: UnitEventKind;
  readonly count: number;
  readonly points: string;
  readonly score: string;
  /** There is a most that may be deducted or added for it, and this is that. */
  readonly capped: boolean;
  readonly events: readonly EventShown[];
}

/** 一票否决: the most the score can be, as printed. */
export interface VetoShown {
  readonly event: UnitEventKind;
  readonly count: number;
  readonly score: string;
  readonly events: readonly EventShown[];
}

/** One line as a version of this system kept it that kept no data. */
export interface ScoreLineAsWritten {
  readonly indicator: "as-written";
  readonly name: string;
  readonly score: string;
  readonly why: string;
}

/** A score as printed, the place it gives, and each line of it with its reason. */
export interface ScoreShown {
  readonly score: string;
  readonly rank?: number;
  /** How many units of its kind have a place. */
  readonly ranked: number;
  readonly lines: readonly (ScoreLine | ScoreLineAsWritten)[];
  /** What was deducted and added besides, and all of it together after the caps, as printed. */
  readonly eventLines?: readonly EventLineShown[];
  readonly ofEvents?: string;
  readonly vetoes?: readonly VetoShown[];
  /** 等次. */
  readonly grade?: string;
}
