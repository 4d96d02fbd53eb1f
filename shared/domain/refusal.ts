/**
 * What does the system expect to go wrong? Refusals as values: what a document can't be used for, what a person must look
 * at first, what can't be done at the desk as things stand. `letters/refusals` says each in words; a fault of ours is
 * thrown instead and never becomes a mail.
 */
import type { CaseNumber } from "./court/case-number.ts";
import type { PostDoubt } from "./court/head.ts";
import type { HearingSaid } from "./court/hearing-said.ts";
import type { DirectoryProblem } from "./organisations/directory-problems.ts";
import type { CivilDate } from "./time/time.ts";
import type { UnreadPart } from "./unread-part.ts";

/** A document by its kind and, where it has one, its own title (授权委托书). */
export interface PaperNamed {
  readonly kind: string;
  readonly title?: string;
}

/** A document that can't be used: it goes back to its court (退件). */
export type Rejection =
  | { readonly type: "empty" }
  | { readonly type: "too-large"; readonly megabytes: number }
  | { readonly type: "too-many-pages"; readonly pages: number; readonly limit: number }
  | { readonly type: "encrypted" }
  | { readonly type: "broken"; readonly format: string }
  | { readonly type: "no-text-layer" }
  | { readonly type: "unsupported-format"; readonly format: string }
  /** Not opened, to be safe: it unpacks to far more than it is, has macros, or asks too much of its reader. */
  | {
      readonly type: "suspicious";
      readonly sign: "bomb" | "macro" | "takes-too-long" | "takes-too-much-memory";
    }
  | { readonly type: "not-administrative"; readonly number: string | undefined }
  | { readonly type: "unrecognised" }
  | { readonly type: "not-a-case-document"; readonly paper: PaperNamed }
  | { readonly type: "no-case-number" }
  | { readonly type: "bad-directory"; readonly problems: readonly DirectoryFileProblem[] }
  /** A person of the bureau looked at it (人工复核) and sends it back. */
  | { readonly type: "sent-back"; readonly reason: string }
  /** An agency's folder takes its own filings and explanations, and nothing of a court's. */
  | { readonly type: "not-from-agency"; readonly paper: PaperNamed }
  /** A report whose figures don't add up. */
  | { readonly type: "figures-contradict" }
  | { readonly type: "not-its-own"; readonly agency: string; readonly read: string }
  | { readonly type: "unknown-folder"; readonly folder: string }
  /** Its case, or the paper itself, is more than is stored of one. */
  | { readonly type: "case-full" }
  /** Kept as sentences by a version of this system that kept no data. */
  | { readonly type: "as-written"; readonly why: string; readonly todo: string };

/** What a directory (名录) that was uploaded has wrong; `place` is where in the file, as its reader names it. */
export type DirectoryFileProblem =
  | DirectoryProblem
  | { readonly type: "no-directory" }
  /** A field of the JSON, by its path: `organisations.3.level`; empty for the file as a whole. */
  | { readonly type: "malformed"; readonly path: string }
  /** A cell of the sheet that is empty or says something impossible, by the field it fills. */
  | { readonly type: "bad-cell"; readonly field: string; readonly place?: string }
  /** A sentence of the sheet's reader. */
  | { readonly type: "as-read"; readonly text: string };

/** What is read from a document, as far as a person is asked about it. */
export type FactField =
  | "kind"
  | "case-number"
  | "origin-case-number"
  | "court"
  | "cause"
  | "plaintiff"
  | "respondent"
  | "hearing-time"
  | "hearing-place"
  | "postponement"
  | "outcome"
  | "absence-reason"
  | "attended"
  | "head-name"
  | "head-title";

/** A document that a person must look at (人工复核) before anything is changed. */
export type Doubt =
  | { readonly type: "uncertain-facts"; readonly fields: readonly FactField[] }
  | { readonly type: "no-hearing-date" }
  | { readonly type: "no-respondent" }
  | {
      readonly type: "attendance-unclear";
      readonly respondent: string;
      readonly title?: string;
      /** What the place's titles, or the agency's list of leaders, have against it. */
      readonly because?: PostDoubt;
    }
  | {
      readonly type: "parties-differ";
      readonly caseNumber: CaseNumber;
      readonly known: readonly string[];
      readonly read: readonly string[];
    }
  | {
      readonly type: "hearing-conflict";
      readonly caseNumber: CaseNumber;
      readonly known: HearingSaid;
      readonly read: HearingSaid;
    }
  | { readonly type: "case-closed"; readonly caseNumber: CaseNumber }
  /** A person reads otherwise what is filed already, and other papers or acts rest on it by now. */
  | { readonly type: "filed-otherwise"; readonly caseNumber: CaseNumber }
  /** An agency's paper on a case no court has told of. */
  | { readonly type: "case-unknown"; readonly caseNumber: CaseNumber }
  /** A filing on a day on which the case was not heard, as far as is known. */
  | {
      readonly type: "no-such-sitting";
      readonly caseNumber: CaseNumber;
      readonly read: CivilDate;
      readonly known: readonly CivilDate[];
    }
  /** A court uploaded a paper of another court's case, or one on which another court's name stands. */
  | {
      readonly type: "other-courts-case";
      readonly caseNumber: CaseNumber;
      readonly uploader: string;
      /** The court of the case by the code in its number, where the directory knows it. */
      readonly court?: string;
      /** The court by which the paper itself is signed, where it is that which differs. */
      readonly written?: string;
    }
  /** A bureau uploaded a paper of a case that is no matter of its jurisdiction. */
  | {
      readonly type: "other-jurisdictions-case";
      readonly caseNumber: CaseNumber;
      readonly uploader: string;
      readonly court: string;
    }
  /** A bureau uploaded a record or judgment: a copy, which proves nothing until its court has sent it. */
  | { readonly type: "copy-of-court-paper"; readonly caseNumber: CaseNumber; readonly uploader: string }
  /** A record or judgment of a sitting on a day on which, by all that is known, there was none. */
  | ImplausibleSitting
  | HearingOver
  /** Words of the file may stand where nothing was read. */
  | { readonly type: "unread-parts"; readonly parts: readonly UnreadPart[] }
  /** Kept as a sentence by a version of this system that kept no data. */
  | { readonly type: "as-written"; readonly text: string };

/**
 * A paper says that the case was heard on a day that can't be right, or that nobody has heard of: mistyped, most often.
 * `known` is the hearing that was set, where there is one.
 */
export interface ImplausibleSitting {
  readonly type: "implausible-sitting";
  /** As {@link file://./case-file/sitting-day.ts} finds it. */
  readonly because: "after-the-paper-came" | "before-the-case" | "not-the-day-set";
  readonly caseNumber: CaseNumber;
  readonly read: CivilDate;
  /** The day on which the paper came. */
  readonly received: CivilDate;
  readonly known?: HearingSaid;
}

/** A summons calls to a day that is over when it comes: mistyped, or handed in when nobody can be told any more. */
export interface HearingOver {
  readonly type: "hearing-over";
  readonly caseNumber: CaseNumber;
  readonly read: CivilDate;
  /** The day on which the paper came. */
  readonly received: CivilDate;
  /** The hearing that is set. */
  readonly known?: HearingSaid;
}

/** What can't be done at the desk (办理页面) as things stand. */
export interface DeskRefusal {
  readonly type: /** Somebody else changed what the form was filled in for. */
    | "changed-meanwhile"
    | "case-gone"
    /** Its registration was taken back (撤回). */
    | "case-void"
    | "not-theirs"
    | "no-hearing-set"
    | "hearing-begun"
    | "not-heard-yet"
    | "not-recorded"
    | "no-report"
    | "report-returned-already"
    /** 出庭指派 */
    | "not-government"
    | "designation-too-late"
    | "nothing-to-approve"
    | "designation-withdrawn"
    /** 督办: what was owed has come in, or is owed no more. */
    | "duty-over"
    /** 延期举证: asked for after its period; asked for already; not asked for. */
    | "extension-late"
    | "extension-open"
    | "nothing-asked"
    /** It is registered by the bureau, not handed in at the desk. */
    | "duty-by-bureau"
    /** Its letter has gone. */
    | "urged-already"
    /** Nothing is to be urged. */
    | "nothing-to-urge"
    /** A letter after the day of the hearing is of no use. */
    | "urging-too-late"
    /** The copy has gone, or a person has said what becomes of it. */
    | "copy-decided"
    | "not-designated"
    /** 撤回对其起诉: nothing is owed any more for sittings to come. */
    | "no-longer-sued"
    | "nothing-to-review"
    /** The sources of a sitting agree by now, or it has been settled. */
    | "no-difference"
    /** What was chosen leaves open whether a head was there. */
    | "not-decided"
    /** Somebody else changed an entry of the programme. */
    | "entry-changed"
    | "entry-gone"
    | "entry-withdrawn"
    | "observation-held"
    | "no-act-to-take-back"
    | "other-year"
    | "answered-already"
    | "correction-closed"
    /** 司法建议: its addressee has replied; has been asked, so that it can't become another's; is not known for sure yet. */
    /** 败诉案件报告: nothing was lost, it holds not yet, or its bureau has accepted or judged the report. */
    | "not-lost"
    | "not-effective"
    | "loss-accepted"
    | "loss-judged-already"
    | "replied-already"
    | "suggestion-issued"
    | "suggestion-to-check"
    | "nothing-to-judge"
    /** Somebody took the next step of an interview (约谈) meanwhile. */
    | "interview-moved-on"
    /** 撤回: its time is over, the hearing has begun, something was done since that rests on it, or it was taken back before. */
    | "take-back-late"
    | "take-back-heard"
    | "take-back-rested-on"
    | "taken-back-already"
    /** 出庭障碍: it was taken back, the court has answered it, or the hearing it was about is over or off. */
    | "obstacle-gone"
    | "no-absence-to-answer"
    | "obstacle-answered"
    | "no-judgment"
    | "judgment-replaced"
    | "appeal-period-over"
    | "no-appeal-choice"
    | "appeal-choice-answered"
    | "no-such-order"
    | "performed-already"
    | "nothing-noted"
    | "obstacle-over"
    | "assessment-final"
    | "objection-open"
    | "objection-late"
    /** 手工办理: no hearing is set; it stands so already; the case was heard then; it is closed; nothing is owed. */
    | "no-hearing-to-change"
    | "hearing-unchanged"
    | "hearing-held-then"
    | "closed-already"
    /** 更正裁判结果 of a case that goes on, or as it is registered. */
    | "not-closed"
    | "outcome-unchanged"
    | "not-owed"
    /** Two cases: it is known already; it is the same; it is another bureau's; both have a hearing set, on different days; nobody else is sued. */
    | "case-known"
    | "no-court"
    | "same-case"
    | "others-case"
    | "two-hearings"
    | "only-respondent"
    /** 通报签发 */
    | "signing-changed"
    | "bulletin-signed"
    | "bulletin-issuing"
    | "bulletin-issued"
    | "nothing-to-take-back"
    | "issue-number-taken"
    | "nothing-to-issue"
    | "nothing-to-sign"
    /** 名录: the directory doesn't have the unit, it is another bureau's, it is no more, or somebody else changed it. */
    | "unit-gone"
    | "unit-not-theirs"
    | "unit-closed"
    | "unit-changed"
    /** 邮箱变更确认: somebody has agreed or not, or the address is another already. */
    | "address-settled"
    /** The case waits for the name no longer. */
    | "name-settled";
}
