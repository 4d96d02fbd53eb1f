/** What can a document say? A fact with where it was read, and the facts that are made of several. */
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import type { CivilDate, ClockTime } from "../../domain/time/time.ts";

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
  /** Of a sitting over the net, the platform. */
  readonly place?: Fact<string>;
  readonly mode?: Fact<HearingMode>;
  /** 会议号, and its password. */
  readonly meeting?: Fact<string>;
  readonly password?: Fact<string>;
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
  /** The person put forward as head, also where that person doesn't count as one. */
  readonly headName?: Fact<string>;
  readonly headTitle?: Fact<string>;
  readonly absenceReason?: Fact<string>;
  /** The head's connection was lost for a while at a sitting over the net: a note, no leaving. */
  readonly dropped?: Fact<true>;
  /** 中途退庭 without the court's leave. */
  readonly leftEarly?: Fact<true>;
  /** Refused to explain so that the hearing could not go on (拒不说明). */
  readonly refusedToExplain?: Fact<true>;
  /** What the court found when it checked the head's identity paper. */
  readonly identityPapers?: Fact<"in-order" | "defective">;
  /** What the court found of the reason; `none`: it says that none was given. */
  readonly reasonWeighed?: Fact<"accepted" | "refused" | "none">;
  /** The court had notified the head to appear again (再次通知). */
  readonly notifiedAgain?: Fact<true>;
  /** The head spoke at the hearing (出声). */
  readonly spoke?: Fact<true>;
  /** Staff of the agency appeared. */
  readonly staffAppeared?: Fact<boolean>;
  /** Nobody but lawyers appeared (行诉解释 §128). */
  readonly lawyerOnly?: Fact<true>;
  /** Neither head nor staff nor lawyer appeared (法释〔2020〕3号 §12(3)). */
  readonly nobodyCame?: Fact<true>;
}

/** One of those a paper was served on (受送达人). */
export interface ServedRecipient {
  readonly name: Fact<string>;
  readonly on?: Fact<CivilDate>;
  /** It came back, or nobody was found. */
  readonly failed?: Fact<true>;
}

/** 送达回证: which papers were served, on whom, on which day. */
export interface ServiceFacts {
  /** By their names: 行政判决书, 传票. */
  readonly papers: readonly Fact<string>[];
  readonly recipients: readonly ServedRecipient[];
}

/** 执行通知书: who must perform which judgment, until when. */
export interface EnforcementFacts {
  /** The enforcement's own number (执行案号), which no case of ours has. */
  readonly number: Fact<string>;
  /** 被执行人. */
  readonly debtors: readonly Fact<string>[];
  /** 申请执行人. */
  readonly applicants: readonly Fact<string>[];
  /** 执行依据: the cases whose judgments are to be performed. */
  readonly basis: readonly Fact<CaseNumber>[];
  /** Days from the notice; 0: at once. */
  readonly withinDays?: Fact<number>;
  readonly until?: Fact<CivilDate>;
}

/** Whose heads appear where several are sued, and who settled it: the respondents, or the court. */
export interface WhoAppears {
  readonly by: "agreed" | "court";
  /** Agencies sued, by their full names. */
  readonly respondents: readonly string[];
}

/** What a letter says beforehand of who will appear, or why nobody can (授权委托书, 情况说明): never attendance. */
export interface PlanFacts {
  readonly organ?: Fact<string>;
  /** Those authorised to appear. */
  readonly persons: readonly Fact<string>[];
  /** Why the head can't come. */
  readonly reason?: Fact<string>;
}
