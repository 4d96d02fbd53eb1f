/** What can happen to a case file; the audit trail keeps each with who or what caused it. */
import type { ClassesEvent } from "../classes/classes.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { CourtStaff } from "../court/court-staff.ts";
import type { Outcome } from "../court/outcome.ts";
import type { DutyEvent } from "../duties/case-duty.ts";
import type { JudgmentEvent } from "../judgment/judgment-matter.ts";
import type { LossEvent } from "../loss/loss-report.ts";
import type { MeetingAccessReceived } from "../online/meeting-access.ts";
import type { PrincipalEvent } from "../principals/principal.ts";
import type { Remark } from "../proof-file.ts";
import type { Deadline, SittingDeadlineKind } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { UrgedDuty, UrgingDecision } from "../urging/urging-decision.ts";
import type { CourtArrangement, CourtNote, Obstacle, ObstacleAnswer } from "./before-hearing.ts";
import type { DefenceEvent } from "./defence.ts";
import type {
  Designation,
  DesignationStage,
  FormAnswer,
  HandlingForm,
  Objection,
  OfficeOpinion,
} from "./designation-stage.ts";
import type { DifferenceAnswer, Settlement } from "./difference.ts";
import type { Hearing } from "./hearing.ts";
import type { CaseFiling, CaseReport } from "./report.ts";
import type {
  CaseDeadline,
  CaseHalt,
  EnteredCase,
  FiledDocument,
  HandAct,
  Identity,
  LedgerEntry,
  Respondent,
  TakenBack,
} from "./state.ts";
import type { AttendanceStatement } from "./statement.ts";

/** The parties and subject of a case, as far as a document gives them. */
export interface Parties {
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly respondents: readonly Respondent[];
  readonly thirdParties: readonly string[];
  readonly enterprise?: boolean;
  readonly originCaseNumber?: CaseNumber;
}

/** How what was owed, or a court's word, came in beside the system. */
export type ReceiptWay = "telephone" | "paper" | "in-person" | "other";

/** On whose word a person of the bureau registered something, when and how it came. */
export interface HandSource {
  readonly way: ReceiptWay;
  /** Who said it, as typed: 沂南县人民法院书记员马超. */
  readonly told: string;
  readonly on: CivilDate;
}

export type CaseEvent =
  | ClassesEvent
  | ({ readonly type: "case-opened"; readonly caseNumber: CaseNumber; readonly court: string } & Parties)
  /** Only what the file didn't have yet. */
  | ({ readonly type: "parties-added" } & Parties)
  | { readonly type: "document-filed"; readonly document: FiledDocument }
  | { readonly type: "respondent-identified"; readonly name: string; readonly identity: Identity }
  | { readonly type: "hearing-set"; readonly hearing: Hearing }
  /** Another hour or room on the same day; `hearing.sequence` has grown. */
  | { readonly type: "hearing-changed"; readonly hearing: Hearing }
  /** `ledger`: by the court's ledger's word alone, which may take it back. `mistaken`: the court had never set it. */
  | { readonly type: "hearing-postponed"; readonly ledger?: string; readonly mistaken?: true }
  | { readonly type: "hearing-held"; readonly hearing: Hearing }
  | { readonly type: "attendance-recorded"; readonly statement: AttendanceStatement }
  /** 人工复核: a person confirmed or corrected what the document says. */
  | { readonly type: "document-reviewed"; readonly sha256: string; readonly by: string }
  /** What a person found takes the place of what its document left open. */
  | { readonly type: "attendance-settled"; readonly statement: AttendanceStatement; readonly by: string }
  | { readonly type: "deadline-opened"; readonly deadline: CaseDeadline }
  /** The holiday calendar arrived and the provisional date is settled. */
  | {
      readonly type: "deadline-recomputed";
      readonly kind: SittingDeadlineKind;
      readonly respondent: string;
      readonly hearing: number;
      readonly deadline: Deadline;
    }
  | {
      readonly type: "deadline-met";
      readonly kind: SittingDeadlineKind;
      readonly respondent: string;
      readonly on: CivilDate;
      /** The one hearing it is about; without it, all that are open. */
      readonly hearing?: number;
    }
  /** The report was returned: it is owed again. */
  | {
      readonly type: "deadline-reopened";
      readonly kind: SittingDeadlineKind;
      readonly respondent: string;
      readonly hearing: number;
    }
  | {
      readonly type: "deadline-cancelled";
      readonly kind: SittingDeadlineKind;
      readonly respondent: string;
      readonly hearing: number;
      /** By the court's ledger's word alone, which may take it back. */
      readonly ledger?: string;
    }
  | DutyEvent
  | DefenceEvent
  /** Who at the court deals with the case, as its paper says. */
  | { readonly type: "court-staff-noted"; readonly staff: CourtStaff }
  /** 三日报告: takes the place of the respondent's former one. */
  | { readonly type: "report-submitted"; readonly report: CaseReport }
  /** 退回. */
  | { readonly type: "report-returned"; readonly respondent: string; readonly remark: Remark }
  /** 督导意见. */
  | { readonly type: "supervision-noted"; readonly respondent: string; readonly remark: Remark }
  /** 二日备案: takes the place of the respondent's former one on that hearing, with what that said of attendance. */
  | { readonly type: "filing-submitted"; readonly filing: CaseFiling; readonly hearingDate: CivilDate }
  /** 败诉案件报告, and its verdict. */
  | LossEvent
  /** 案件办理单: takes the place of the government's former one. */
  | { readonly type: "handling-form-submitted"; readonly form: HandlingForm }
  /** 拟办: what the government's office says to its leader. */
  | {
      readonly type: "handling-form-proposed";
      readonly respondent: string;
      readonly stage: DesignationStage;
      readonly opinion: OfficeOpinion;
    }
  /** The leader returned it to the office. */
  | {
      readonly type: "opinion-returned";
      readonly respondent: string;
      readonly stage: DesignationStage;
      readonly remark: Remark;
    }
  /** 指派异议 of the agency. */
  | {
      readonly type: "designation-objected";
      readonly respondent: string;
      readonly stage: DesignationStage;
      readonly remark: Remark;
    }
  /** 异议答复: 维持, or 改派. */
  | {
      readonly type: "objection-answered";
      readonly respondent: string;
      readonly stage: DesignationStage;
      readonly answer: NonNullable<Objection["answer"]>;
    }
  /** 审批: 同意 or 退回. */
  | {
      readonly type: "handling-form-answered";
      readonly respondent: string;
      readonly stage: DesignationStage;
      readonly answer: FormAnswer;
    }
  /** 出庭指派: what another agency reported before is not this one's report. */
  | { readonly type: "designation-made"; readonly designation: Designation }
  /** 法释〔2020〕3号 §3: a paper of the court says whose head appears; takes the place of what it said before. */
  | { readonly type: "appearance-arranged"; readonly arrangement: CourtArrangement }
  /** 出庭障碍. */
  | { readonly type: "obstacle-reported"; readonly obstacle: Obstacle }
  /** 准许, 不准许: the court's answer to what was reported at an instant. */
  | {
      readonly type: "obstacle-answered";
      readonly respondent: string;
      readonly reportedAt: Instant;
      readonly answer: ObstacleAnswer;
    }
  /** 庭前提示. */
  | { readonly type: "court-note-received"; readonly note: CourtNote }
  /** 会议号 of a sitting over the net. */
  | MeetingAccessReceived
  /** 应由正职出庭. */
  | PrincipalEvent
  /** 核对: a side says what is right. */
  | { readonly type: "difference-answered"; readonly answer: DifferenceAnswer }
  /** 核对: this holds from now on, whatever the sources said. */
  | { readonly type: "difference-settled"; readonly settlement: Settlement }
  /** 督办: put off, sent at once, copied to the superior or not. */
  | { readonly type: "urging-decided"; readonly urging: UrgingDecision }
  /** Its bureau notes that it received, beside the system, what was owed. */
  | ({
      readonly type: "receipt-noted";
      readonly on: CivilDate;
      readonly way: ReceiptWay;
      readonly by: string;
      /** Who said or brought it, as typed. */
      readonly told?: string;
    } & UrgedDuty)
  /** 手工办理: who registered it, why and on whose word; what follows from it stands in events of its own. */
  | {
      readonly type: "done-by-hand";
      readonly act: HandAct;
      readonly by: string;
      readonly reason: string;
      readonly source?: HandSource;
      /** Of two cases: the other. */
      readonly other?: CaseNumber;
      /** 录入案件. */
      readonly entered?: EnteredCase;
    }
  /** 移出误登: this one is sued in another case; what it had reported here is gone with it. */
  | { readonly type: "respondent-removed"; readonly name: string }
  /** 移出误登: this sitting is another case's, with what was said of it. */
  | { readonly type: "hearing-removed"; readonly ordinal: number }
  /** 撤销误登: there is no such case. */
  | { readonly type: "case-voided" }
  /** Letters that were right until something was struck out by hand. */
  | { readonly type: "letters-voided"; readonly taking: TakenBack }
  | { readonly type: "appeal-filed"; readonly on: CivilDate }
  | JudgmentEvent
  | { readonly type: "appeal-linked"; readonly appeal: CaseNumber }
  /** 准许撤回对其起诉: the action against this respondent ends, the case goes on. */
  | { readonly type: "action-withdrawn"; readonly respondent: string; readonly on: CivilDate }
  /** 中止诉讼, 移送. */
  | { readonly type: "case-halted"; readonly halt: CaseHalt }
  | {
      readonly type: "case-closed";
      readonly outcome: Outcome;
      readonly byLedger?: true;
      /** No paper says so: a judgment, or the court's ledger, takes its place. */
      readonly byHand?: true;
    }
  /** 台账: takes the place of the same court's former one for that month, with all it said. */
  | { readonly type: "ledger-noted"; readonly entry: LedgerEntry }
  /** A later ledger doesn't name the case any more. */
  | {
      readonly type: "ledger-withdrawn";
      readonly ledger: Pick<LedgerEntry, "court" | "month" | "document" | "receivedAt">;
    }
  /** 撤回: what an act had brought about is as if it hadn't been. It is applied to the file without that act. */
  | { readonly type: "taken-back"; readonly taking: TakenBack }
  | { readonly type: "notice-issued"; readonly key: string; readonly at: Instant };

/** An event as the audit trail keeps it. */
export interface RecordedEvent {
  readonly at: Instant;
  /** `document:<sha256>`, `sweep`, `link:<nonce>`: who or what caused it. */
  readonly cause: string;
  readonly event: CaseEvent;
}
