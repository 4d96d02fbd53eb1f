import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { CivilDate, ClockTime } from "../../domain/time/time.ts";
import type { Ledger } from "../ledger/case-ledger.ts";
import type { DirectorySheet } from "./directory-entries.ts";
import type { ReportFigures } from "./report-figures.ts";

/** What a document says about one thing, how sure the reading is (0 to 1), by which rule, from which words. */
export interface Fact<T> {
  readonly value: T;
  readonly confidence: number;
  /** kebab-case name of the rule that read it. */
  readonly rule: string;
  /** The words of the source it was read from. */
  readonly text: string;
}

export type DocumentKind =
  /** 传票, 开庭通知, and notices that move or cancel a hearing */
  | "summons"
  /** 出庭通知书 to the head of an agency */
  | "appearance-notice"
  /** 上诉状 */
  | "appeal"
  /** 庭审笔录 */
  | "hearing-record"
  /** 判决书, 裁定书, 调解书 */
  | "judgment"
  /** 台账 */
  | "case-ledger"
  | "directory"
  | "other";

/** A day and, where the document gives it, the time of day, in Asia/Shanghai. */
export interface CivilMoment {
  readonly date: CivilDate;
  readonly time?: ClockTime;
}

/** The sitting a document summons to, plans or records. */
export interface HearingFacts {
  readonly start: Fact<CivilMoment>;
  readonly end?: Fact<CivilMoment>;
  readonly place?: Fact<string>;
}

/** A sitting that will not take place (延期, 取消). */
export interface PostponementFact {
  readonly original?: CivilMoment;
  readonly reason?: string;
  /** Whether the document says when the hearing will be instead. */
  readonly newDateGiven: boolean;
}

export type Attended = true | false | "review";

/** Who appeared for one agency at one sitting. */
export interface AttendanceFacts {
  /** The agency sued, by its full name. */
  readonly organ: Fact<string>;
  readonly headAttended?: Fact<Attended>;
  /** The person put forward as head, also where he doesn't count as one. */
  readonly headName?: Fact<string>;
  readonly headTitle?: Fact<string>;
  readonly absenceReason?: Fact<string>;
  /** 中途退庭 without the court's leave. */
  readonly leftEarly?: Fact<true>;
  /** Refused to explain so that the hearing could not go on (拒不说明). */
  readonly refusedToExplain?: Fact<true>;
  /** What the court found when it checked the head's identity paper. */
  readonly identityPapers?: Fact<"in-order" | "defective">;
  /** The head spoke at the hearing (出声). */
  readonly spoke?: Fact<true>;
  /** Staff of the agency appeared. */
  readonly staffAppeared?: Fact<boolean>;
  /** Nobody but lawyers appeared (行诉解释 §128). */
  readonly lawyerOnly?: Fact<true>;
  /** Neither head nor staff nor lawyer appeared (法释〔2020〕3号 §12(3)). */
  readonly nobodyCame?: Fact<true>;
}

/** What a letter says beforehand of who will appear, or why nobody can (授权委托书, 情况说明): never attendance. */
export interface PlanFacts {
  readonly organ?: Fact<string>;
  /** Those authorised to appear. */
  readonly persons: readonly Fact<string>[];
  /** Why the head can't come. */
  readonly reason?: Fact<string>;
}

export type Outcome = "plaintiff-won" | "plaintiff-lost" | "withdrawn" | "dismissed" | "settled" | "other";

/** What the system read in a document; a key that is absent is a fact the document doesn't give. */
export interface ReadDocument {
  readonly kind: Fact<DocumentKind>;
  /** The document's own title as recognised: 授权委托书, 情况说明, … */
  readonly title?: string;
  /** An agency's paper on a case: who appeared (备案表), or why its head could not (情况说明). `read` prints `other`. */
  readonly agencyPaper?: "filing" | "explanation";
  /** 庭前提示: what the court wants attended to at the hearing, in its words. `read` prints `other`. */
  readonly courtNote?: Fact<string>;
  readonly administrative: Fact<boolean>;
  readonly caseNumbers: readonly Fact<CaseNumber>[];
  /** Numbers of other courts' cases and papers that stand where the document's own would. */
  readonly foreignNumber?: Fact<string>;
  readonly originCaseNumber?: Fact<CaseNumber>;
  readonly court?: Fact<string>;
  readonly cause?: Fact<string>;
  readonly plaintiffs: readonly Fact<string>[];
  readonly respondents: readonly Fact<string>[];
  readonly thirdParties: readonly Fact<string>[];
  readonly hearing?: HearingFacts;
  readonly attendance: readonly AttendanceFacts[];
  /** What a ledger (台账) holds, row by row, with the rows that could not be used. */
  readonly ledger?: Ledger;
  /** What a court's report of figures (台账报告、统计表) counts. */
  readonly figures?: ReportFigures;
  /** Whom a sheet of contacts (通讯录) names, with what is wrong in it. */
  readonly directory?: DirectorySheet;

  readonly plan?: PlanFacts;
  readonly postponement?: Fact<PostponementFact>;
  /** The date under the document. */
  readonly issuedOn?: Fact<CivilDate>;
  readonly servedOn?: Fact<CivilDate>;
  /** 被传唤人. */
  readonly summoned?: Fact<string>;
  /** The court notified the head to appear, `again` where it is not the first time in this instance. */
  readonly notified?: Fact<"head" | "head-again">;
  /** What a summons is for where that is not a hearing: 宣判, 证据交换, 询问. */
  readonly purpose?: Fact<string>;
  readonly outcome?: Fact<Outcome>;
  readonly withdrawnBeforeHearing?: Fact<true>;
  /** Decided on paper, without a hearing. */
  readonly onPaper?: Fact<true>;
  /** 和解, 调解: the dispute was settled. */
  readonly settled?: Fact<true>;
  /** 第二次开庭 → 2. */
  readonly sitting?: Fact<number>;
}

/** A document nothing is known of yet; extractors add to it. */
export const NOTHING_READ = {
  caseNumbers: [],
  plaintiffs: [],
  respondents: [],
  thirdParties: [],
  attendance: [],
} as const satisfies Partial<ReadDocument>;
