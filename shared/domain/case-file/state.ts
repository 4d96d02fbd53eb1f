/**
 * The case file (案件档案): everything the system knows of one case in one instance. First and second
 * instance are two files that know of each other.
 */
import type { CaseClasses, ClassesSaid } from "../classes/classes.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { CourtStaff } from "../court/court-staff.ts";
import type { Halt, Outcome } from "../court/outcome.ts";
import type { CaseDuty } from "../duties/case-duty.ts";
import type { JudgmentMatter } from "../judgment/judgment-matter.ts";
import type { LossReport } from "../loss/loss-report.ts";
import type { MeetingAccess } from "../online/meeting-access.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Level, OrganisationId, OrganisationKind } from "../organisations/directory.ts";
import type { PrincipalRecord } from "../principals/principal.ts";
import type { Deadline, SittingDeadlineKind } from "../time/deadline.ts";
import type { CivilDate, Instant, Month } from "../time/time.ts";
import type { UrgingDecision } from "../urging/urging-decision.ts";
import type { CourtArrangement, CourtNote, Obstacle } from "./before-hearing.ts";
import type { DefenceRecord } from "./defence.ts";
import type { Designation, HandlingForm } from "./designation-stage.ts";
import type { DifferenceAnswer, Settlement } from "./difference.ts";
import {
  appointmentOf,
  CHANGE_AND_CANCELLATION,
  type Hearing,
  hearingsAsked,
  type PastHearing,
} from "./hearing.ts";
import type { CaseFiling, CaseReport } from "./report.ts";
import type { AttendanceStatement, HeadFacts } from "./statement.ts";

/** A court's papers that say something of a case. */
export type CourtPaperKind =
  | "summons"
  /** 起诉状副本: served by the court, or handed on by whoever got it. */
  | "complaint"
  | "appearance-notice"
  | "appeal"
  | "hearing-record"
  | "judgment"
  /** 庭前提示 */
  | "court-note"
  /** 应诉通知书: the case is accepted, no sitting set yet. */
  | "response-notice"
  /** 司法建议书 */
  | "judicial-suggestion"
  /** 送达回证 */
  | "service-receipt"
  /** 执行通知书 */
  | "enforcement-notice";

/** An agency's: 备案表, 情况说明, 答辩状, 证据目录. */
export type AgencyPaperKind = "filing" | "explanation" | "defence" | "evidence-list";

/** Documents that say something of a case. */
export type CaseDocumentKind = CourtPaperKind | AgencyPaperKind;

/** A document this file was built from. */
export interface FiledDocument {
  readonly sha256: string;
  readonly kind: CaseDocumentKind;
  readonly receivedAt: Instant;
  /** When the agency received it, where the document says so. */
  readonly servedOn?: CivilDate;
  /** A notice to appear: the respondents it names, by the names of this file. */
  readonly addressedTo?: readonly string[];
  /** A notice to appear *again* (再次通知, 法释〔2020〕3号 §7): the day of the sitting it is for. */
  readonly again?: CivilDate;
  /** A notice to appear: it calls the principal (主要负责人), not any head. */
  readonly principal?: true;
  /** The hearing was put off because these respondents had asked for it (法释〔2020〕3号 §9). */
  readonly putOffFor?: readonly string[];
  /** An agency's paper: whose it is. */
  readonly respondent?: string;
  /** 情况说明: the reason its agency claims for the head's absence, which the court judges. */
  readonly claims?: string;
  /** A bureau's copy of a court's paper, from which nothing was concluded. */
  readonly copy?: true;
}

/** The organisation a respondent's name stands for, as far as decisions need it. */
export interface Identity {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly level: Level;
  readonly jurisdiction: string;
}

/** An agency that is sued (被告; in the second instance it keeps its role of the first). */
export interface Respondent {
  /** As the court writes it. */
  readonly name: string;
  /** Absent while the directory doesn't know the name: nobody is informed then, a person looks. */
  readonly identity?: Identity;
  /** The action against it was withdrawn (准许撤回对其起诉) on this day; against the others it goes on. */
  readonly withdrawnOn?: CivilDate;
}

/** A period running for one respondent. */
export interface CaseDeadline {
  readonly kind: SittingDeadlineKind;
  readonly respondent: string;
  /** The day it runs from: receipt of the summons, or the hearing. */
  readonly startsOn: CivilDate;
  /** The hearing it belongs to. */
  readonly hearing: number;
  readonly deadline: Deadline;
  readonly status: "open" | "met" | "cancelled";
  /** The court's ledger by whose word alone it was cancelled: it is open again once the ledger takes that back. */
  readonly ledger?: string;
}

/** What a court's ledger for a month says of the case as a whole; the newest of each court and month. */
export interface LedgerEntry {
  readonly court: OrganisationId;
  readonly month: Month;
  /** SHA-256 of the file. */
  readonly document: string;
  readonly receivedAt: Instant;
  readonly heard?: boolean;
  /** The dispute was sent to mediation. */
  readonly mediated?: boolean;
  readonly enterprise?: boolean;
  readonly closed?: boolean;
  /** The month it counts to while no day of a hearing is known; absent where the ledger doesn't say. */
  readonly undatedIn?: Month;
  /** What it says of agencies beside their attendance at a sitting that is known. */
  readonly agencies?: readonly LedgerAgency[];
  /** What it says of the case's classes and days. */
  readonly classes?: ClassesSaid;
}

/** What a ledger's entry keeps of one agency. */
export interface LedgerAgency {
  readonly respondent: string;
  /** Its district (县区), for an agency the directory doesn't know. */
  readonly jurisdiction?: string;
  /** The ledger contradicts itself about it: a person must look. */
  readonly doubtful?: true;
  /** Its attendance, where neither the ledger nor the file knew a day to set it down to. */
  readonly undated?: HeadFacts;
}

/** The case stands still (中止诉讼), or goes to another court (移送): until a summons says that it goes on here. */
export interface CaseHalt {
  readonly result: Halt;
  /** The ruling's day. */
  readonly since: CivilDate;
}

/** What somebody did that can be taken back (撤回). */
export type ActKind =
  /** 人工复核 of a document. */
  | "review"
  /** 文书登记: what a paper brought about as it was read, until a person read it otherwise. */
  | "reading"
  | "report"
  | "report-returned"
  | "supervision"
  | "filing"
  | "obstacle"
  /** The court's answer to it. */
  | "obstacle-answer"
  /** A report or filing that the bureau registered (回执). */
  | "receipt"
  /** 核对: an answer, and what it settled. */
  | "difference"
  | "handling-form"
  /** 拟办, or its return to the office. */
  | "opinion"
  | "approval"
  /** 指派异议. */
  | "objection"
  /** 败诉案件报告, and what its bureau makes of it. */
  | "loss-report"
  | "loss-verdict"
  /** 答辩、举证 handed in, shown, put off. */
  | "defence"
  /** 上诉或服判. */
  | "appeal-choice"
  /** Its approval. */
  | "appeal-approval"
  /** 履行事项核定. */
  | "orders"
  /** 履行情况. */
  | "performance"
  /** 裁判送达、生效、履行: the court's word, or the bureau's. */
  | "judgment-note"
  /** 被告单位核定: the bureau said which agency a name stands for. */
  | "identification"
  /** 应当通知、应由正职出庭: what the bureau chose. */
  | "call-classes"
  /** What the leader named said to a principal's absence. */
  | "principal-answer"
  /** 分类更正: field, kind of act, days. */
  | "classes"
  | HandAct;

/** What a person of the bureau registers in a case without a paper (手工办理). */
export type HandAct =
  /** 更正开庭, 取消开庭, 登记改期. */
  | "hearing-correction"
  | "hearing-cancellation"
  | "hearing-move"
  /** 结案, 中止, 移送. */
  | "closing"
  /** 更正裁判结果. */
  | "outcome-correction"
  /** 撤销误登: the case is none. */
  | "voiding"
  /** 录入案件. */
  | "case-entry"
  /** 合并误登: two numbers were one case; on both of them. */
  | "merger"
  /** 移出误登: a respondent or a sitting that was put to the wrong case; on both of them. */
  | "split";

/** 录入案件: what a person entered without a paper of the court. */
export interface EnteredCase {
  /** When the agency received the summons, as far as the person knows. */
  readonly servedOn?: CivilDate;
}

/** Letters that were sent to one reader because of an act that was taken back. */
export interface VoidedLetters {
  readonly to: Audience;
  /** The keys of their obligations, and when they left. */
  readonly letters: readonly { readonly key: string; readonly at: Instant }[];
}

/** An act that was taken back: the file is as if it hadn't been, the audit trail keeps both. */
export interface TakenBack {
  readonly act: ActKind;
  /** What had caused it, by which its events are found in the audit trail; `struck-out:…` of what was struck out by hand. */
  readonly cause: string;
  readonly actAt: Instant;
  readonly respondent?: string;
  readonly at: Instant;
  /** Who took it back, as typed, and for which office. */
  readonly by: string;
  readonly office: "own" | "bureau";
  /** As typed; empty of a review (人工复核), which is its own. */
  readonly reason: string;
  readonly voided: readonly VoidedLetters[];
  /** The hearing it had set, which is off. */
  readonly hearing?: Hearing;
  /** The highest number of a hearing that calendars may know of a case that is none any more. */
  readonly lastOrdinal?: number;
  /** The hearing whose cancellation was taken back is set again as a change, newer than what calendars were sent. */
  readonly sequence?: number;
  /** What had been struck out by hand (误登) stands again: the letters that are named here were right. */
  readonly undone?: true;
  /** 合并误登: the number under which the case goes on. */
  readonly into?: CaseNumber;
}

/** What holds in every state. */
export interface CaseFacts {
  readonly caseNumber: CaseNumber;
  /** Counts its changes: each committed decision adds one. */
  readonly version: number;
  readonly court: string;
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly respondents: readonly Respondent[];
  readonly thirdParties: readonly string[];
  /** 涉企: a plaintiff is an enterprise. */
  readonly enterprise?: boolean;
  /** The first-instance number a second-instance or retrial case goes back to. */
  readonly originCaseNumber?: CaseNumber;
  /** Case numbers of the appeals against this case. */
  readonly appeals: readonly CaseNumber[];
  /** An appeal (上诉状) has been received, whether or not its number is known. */
  readonly appealedOn?: CivilDate;
  /** Of a case that is open: absent where it goes on. */
  readonly halted?: CaseHalt;
  readonly pastHearings: readonly PastHearing[];
  readonly deadlines: readonly CaseDeadline[];
  /** What is owed beside the sittings: 答辩, 举证, 上诉决定 … */
  readonly duties: readonly CaseDuty[];
  /** 答辩、举证: what was handed in, and more time asked for. */
  readonly defence?: DefenceRecord;
  /** Who at the court deals with it, as its papers say. */
  readonly courtStaff?: CourtStaff;
  readonly attendance: readonly AttendanceStatement[];
  /** The newest of each respondent. */
  readonly reports: readonly CaseReport[];
  /** The newest of each respondent on each hearing. */
  readonly filings: readonly CaseFiling[];
  /** 案件办理单: the newest of each government and stage. */
  readonly handlingForms: readonly HandlingForm[];
  /** 出庭指派, in order: of a government and stage the last one holds. */
  readonly designations: readonly Designation[];
  /** Whose head appears where several are sued, by the court's papers. */
  readonly arrangements: readonly CourtArrangement[];
  /** 庭前双向沟通, oldest first. */
  readonly obstacles: readonly Obstacle[];
  readonly courtNotes: readonly CourtNote[];
  /** The ways into sittings held over the net, oldest first. */
  readonly meetings?: readonly MeetingAccess[];
  /** 应由正职出庭. */
  readonly principals?: PrincipalRecord;
  /** 核对: what the sides answered to differences, the newest of each, and what was settled. */
  readonly answers: readonly DifferenceAnswer[];
  readonly settlements: readonly Settlement[];
  /** 败诉案件报告: the newest of each respondent. */
  readonly losses?: readonly LossReport[];
  /** 督办: what people of the bureau decided about it, oldest first. */
  readonly urgings: readonly UrgingDecision[];
  /** What became of its judgment: served, appealed, in effect, performed. */
  readonly judgment?: JudgmentMatter;
  readonly documents: readonly FiledDocument[];
  readonly ledgers: readonly LedgerEntry[];
  /** Its classes (案件分类), as papers and people say them. */
  readonly classes?: CaseClasses;
  /** A person opened it; no paper needs to have come. */
  readonly entered?: EnteredCase;
  /** On which boards (案件看板) it stands: those of bureaus, and of the organisations whose case it is. */
  readonly boards: readonly string[];
  /** The identity of what its rows there say: they are written again where that changes. Absent until it has been written so. */
  readonly shown?: string;
  /** What has been issued, by the key of the obligation, and when. */
  readonly sent: Readonly<Record<string, Instant>>;
  /** Acts that were taken back (撤回), in order. */
  readonly takenBack?: readonly TakenBack[];
  /** All that had opened the case was taken back, or it was registered by mistake: it counts nowhere until a paper opens it anew. */
  readonly void?: true;
}

/** 已登记 · 待开庭 · 延期待定 · 已开庭 · 已结案. */
export type CaseState =
  | { readonly state: "registered" }
  | { readonly state: "awaiting-hearing"; readonly hearing: Hearing }
  | { readonly state: "postponed" }
  | { readonly state: "heard" }
  /** `byLedger`, `byHand`: no judgment says so, only the court's ledger, or a person of the bureau. */
  | { readonly state: "closed"; readonly outcome: Outcome; readonly byLedger?: true; readonly byHand?: true };

export type CaseFile = CaseFacts & CaseState;

/** Whether nothing but ledgers tells of it. */
export function isLedgersAlone({ documents, entered }: Pick<CaseFacts, "documents" | "entered">): boolean {
  return documents.length === 0 && entered === undefined;
}

/** The respondents against whom the action goes on. */
export function stillSued({ respondents }: Pick<CaseFacts, "respondents">): readonly Respondent[] {
  return respondents.filter(({ withdrawnOn }) => withdrawnOn === undefined);
}

/** Who stands for the case as a whole where something is said of it once: the first still sued that the directory knows. */
export function spokesman(file: Pick<CaseFacts, "respondents">): string | undefined {
  return stillSued(file).find(({ identity }) => identity !== undefined)?.name;
}

/** The sittings that were held, earliest first. */
export function sittings(file: CaseFile): readonly PastHearing[] {
  return file.pastHearings
    .filter(({ fate }) => fate === "held")
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** The respondents still sued, and those who were when the case was heard. */
export function respondentsAtSittings(file: CaseFile): readonly Respondent[] {
  return file.respondents.filter(
    ({ withdrawnOn }) => withdrawnOn === undefined || sittings(file).some(({ date }) => date <= withdrawnOn),
  );
}

/** The number the next hearing gets: one more than any before. */
function nextOrdinal(file: CaseFile): number {
  const current = file.state === "awaiting-hearing" ? [file.hearing] : [];
  // Calendars have known one that was taken back by its number.
  const gone = (file.takenBack ?? []).map(lastKnown);
  const known = [...file.pastHearings, ...current].map(({ ordinal }) => ordinal);
  return 1 + Math.max(0, ...known, ...gone, ...hearingsAsked(file.sent));
}

/** The highest number of a hearing that calendars may know of what was taken back. */
export function lastKnown({ hearing, lastOrdinal = 0 }: TakenBack): number {
  return Math.max(lastOrdinal, hearing?.ordinal ?? 0);
}

/** How the next hearing is numbered. */
type Numbered = Pick<Hearing, "ordinal" | "appointment" | "sequence">;

/** The numbers of a hearing that has nothing to do with any before. */
export function newAppointment(file: CaseFile): Numbered {
  return { ordinal: nextOrdinal(file), sequence: 0 };
}

/**
 * The numbers of what takes the place of the hearing that is set, or was put off without another day: the same
 * appointment, newer than all that was said of it, its cancellation included. Without such a hearing, a new one.
 */
export function movedAppointment(file: CaseFile): Numbered {
  const former =
    file.state === "awaiting-hearing"
      ? file.hearing
      : file.state === "postponed"
        ? file.pastHearings.findLast(({ fate }) => fate === "postponed")
        : undefined;
  if (former === undefined) return newAppointment(file);
  return {
    ordinal: nextOrdinal(file),
    appointment: appointmentOf(former),
    sequence: former.sequence + CHANGE_AND_CANCELLATION,
  };
}

/** Every hearing that is or was set, held or not, oldest first. */
export function hearings(file: CaseFile): readonly Hearing[] {
  return [...file.pastHearings, ...(file.state === "awaiting-hearing" ? [file.hearing] : [])];
}

/** The hearing of a number, set or past; none of what has no hearing. */
export function hearingOf(file: CaseFile, ordinal: number | undefined): Hearing | undefined {
  if (ordinal === undefined) return undefined;
  if (file.state === "awaiting-hearing" && file.hearing.ordinal === ordinal) return file.hearing;
  return file.pastHearings.findLast((one) => one.ordinal === ordinal);
}
