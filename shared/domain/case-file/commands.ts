/** What can happen to a case from outside: the documents and ledgers that a case file is asked to take in. */
import type { ClassesSaid } from "../classes/classes.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { CourtStaff } from "../court/court-staff.ts";
import type { HearingMode } from "../court/hearing-mode.ts";
import type { Result } from "../court/outcome.ts";
import type { GivenJudgment, HigherRuling } from "../judgment/judgment-matter.ts";
import type { RulingForm } from "../judgment/ordered-act.ts";
import type { MeetingSaid } from "../online/meeting-access.ts";
import type { CivilDate, ClockTime, Instant } from "../time/time.ts";
import type { JointAppearance } from "./before-hearing.ts";
import type { Parties } from "./events.ts";
import type { CaseDocumentKind } from "./state.ts";
import type { AttendanceStatement } from "./statement.ts";

/** Day, hour and room of a hearing as a document gives them. */
export interface HearingFacts {
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly endTime?: ClockTime;
  /** Of a sitting over the net, the platform. */
  readonly place?: string;
  readonly mode?: HearingMode;
}

/** What a court's judgment or ruling says of a case. */
export interface RuledResult {
  readonly outcome: Result;
  /** Whether there was a hearing; undefined where the paper doesn't say. */
  readonly heard: boolean | undefined;
  /** The respondents an action is withdrawn against, as the paper names them; absent: all of them. */
  readonly against?: readonly string[];
}

/** A document says something of the case: all it says, read and checked. */
export interface FileDocument {
  readonly type: "file-document";
  /** When it reached the inbox. */
  readonly at: Instant;
  readonly sha256: string;
  readonly kind: CaseDocumentKind;
  readonly caseNumber: CaseNumber;
  readonly court: string;
  readonly parties: Parties;
  /** Its own date, which distinguishes a newer summons from an older one. */
  readonly issuedOn?: CivilDate;
  /** When the agency received the summons, where the document says so; else the day it reached the inbox counts. */
  readonly servedOn?: CivilDate;
  /** The sitting it summons to, plans or records. */
  readonly hearing?: HearingFacts;
  /** It says that a hearing set before is off; with no `hearing` the new date is not known yet. */
  readonly postponed?: boolean;
  readonly attendance: readonly Omit<AttendanceStatement, "document">[];
  /** Whose head appears where several are sued, by the names of the paper (法释〔2020〕3号 §3). */
  readonly joint?: JointAppearance;
  /** The way into a sitting over the net, for those the paper is for. */
  readonly meeting?: MeetingSaid;
  /** A notice to appear calls the principal (主要负责人). */
  readonly principal?: true;
  /** The respondents, by the names of the paper, whose first case of the year it is. */
  readonly firstOfYear?: readonly string[];
  /** A notice to appear again (再次通知, 法释〔2020〕3号 §7). */
  readonly again?: true;
  /** With `postponed`: the respondents at whose request, by the names of the paper; empty: whichever are sued. */
  readonly putOffFor?: readonly string[];
  /** 情况说明: the reason it claims for the head's absence. */
  readonly claims?: string;
  /** Who at the court deals with the case. */
  readonly staff?: CourtStaff;
  /** 庭前提示: its words. */
  readonly note?: string;
  /** A bureau's copy of a court's record or judgment: it is kept, and proves nothing. */
  readonly copy?: true;
  /** A person confirmed or corrected what it says (人工复核), as typed. */
  readonly reviewedBy?: string;
  /** What a judgment or ruling says of the case. */
  readonly result?: RuledResult;
  /** What a paper of the court says of the case's classes and days. */
  readonly classes?: ClassesSaid;
  /** The same of its effect and of what it orders. */
  readonly ruling?: Omit<GivenJudgment, "document" | "issuedOn">;
  /** 上诉状: whoever appeals, by the names of the paper. */
  readonly appellants?: readonly string[];
  /** 送达回证: which of the court's rulings was served on whom. */
  readonly service?: ServedRuling;
  /** 执行通知书. */
  readonly enforcement?: EnforcementOrder;
}

/** A ruling that was served, on those and on the days of whom the receipt is sure. */
export interface ServedRuling {
  readonly form: RulingForm;
  readonly recipients: readonly { readonly name: string; readonly on: CivilDate }[];
}

/** 执行通知书: its number, whom it tells to perform, and within which time. */
export interface EnforcementOrder {
  readonly number: string;
  readonly debtors: readonly string[];
  readonly withinDays?: number;
  readonly until?: CivilDate;
}

/** What a higher court ruled on the judgment of this case. */
export interface NoteHigherRuling {
  readonly type: "note-higher-ruling";
  readonly at: Instant;
  readonly ruling: HigherRuling;
}

/** An appeal against this case has a number of its own now. */
export interface LinkAppeal {
  readonly type: "link-appeal";
  readonly at: Instant;
  readonly appeal: CaseNumber;
}

/** The directory was asked again for names it didn't know. */
export interface IdentifyRespondents {
  readonly type: "identify-respondents";
  readonly at: Instant;
  readonly identities: Parties["respondents"];
}

/** Time has passed: provisional dates are settled where the calendar has arrived. */
export interface Recompute {
  readonly type: "recompute";
  readonly at: Instant;
}

/** What every act at the desk says: when, by whom (as typed), for which respondent, and on which state of things. */
export interface DeskAct {
  readonly at: Instant;
  readonly by: string;
  readonly respondent: string;
  /** {@link basisOf} of the file the form was made from. */
  readonly basis: string;
}
