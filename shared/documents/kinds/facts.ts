/** What can be read in a document of any kind? */
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { CourtStaff } from "../../domain/court/court-staff.ts";
import type { Result } from "../../domain/court/outcome.ts";
import type { Ruling } from "../../domain/court/ruling.ts";
import type { LowerResult } from "../../domain/judgment/judgment-matter.ts";
import type { OrderedAct, RulingForm } from "../../domain/judgment/ordered-act.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { ClassFacts } from "../classes/class-facts.ts";
import type { ReportFigures } from "../figures/report-figures.ts";
import type { Ledger } from "../ledger/case-ledger.ts";
import type { SuggestionFacts } from "../suggestions/suggestion.ts";
import type {
  AttendanceFacts,
  DocumentKind,
  EnforcementFacts,
  Fact,
  HearingFacts,
  PlanFacts,
  PostponementFact,
  ServiceFacts,
  WhoAppears,
} from "../text/fact.ts";
import type { DirectorySheet } from "./directory-entries.ts";

/** What the system read in a document; a key that is absent is a fact the document doesn't give. */
export interface ReadDocument {
  readonly kind: Fact<DocumentKind>;
  /** The document's own title as recognised: 授权委托书, 情况说明, … */
  readonly title?: string;
  /**
   * An agency's paper on a case: who appeared (备案表), why its head could not (情况说明), its defence (答辩状), its list of evidence
   * (证据目录). `read` prints `other`.
   */
  readonly agencyPaper?: "filing" | "explanation" | "defence" | "evidence-list";
  /** A paper that a court sends and that sets no sitting: 应诉通知书, the 起诉状 with it, 司法建议书, 送达回证, 执行通知书. `read` prints
   * `other`.
   */
  readonly courtPaper?:
    | "response-notice"
    | "complaint"
    | "judicial-suggestion"
    | "service-receipt"
    | "enforcement-notice";
  /** Who at the court deals with the case (承办法官、书记员), and their telephones. */
  readonly courtStaff?: Fact<CourtStaff>;
  /** 司法建议书: what it says beside its case. */
  readonly suggestion?: SuggestionFacts;
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
  /** What it says of the case's classes and days. */
  readonly classes?: ClassFacts;
  /** The date under the document. */
  readonly issuedOn?: Fact<CivilDate>;
  readonly servedOn?: Fact<CivilDate>;
  /** 被传唤人. */
  readonly summoned?: Fact<string>;
  /** The court notified the head to appear, `again` where it is not the first time in this instance. */
  readonly notified?: Fact<"head" | "head-again">;
  /** It is the principal (主要负责人) whom the court calls, not any head. */
  readonly principalCalled?: Fact<true>;
  /** Whose head appears where several are sued (法释〔2020〕3号 §3). */
  readonly whoAppears?: Fact<WhoAppears>;
  /** A hearing was put off because the agency had asked for it. */
  readonly agencyAsked?: Fact<true>;
  /** What a summons is for where that is not a hearing: 宣判, 证据交换, 询问. */
  readonly purpose?: Fact<string>;
  /** What a judgment or ruling says of the case, from the agency's side. */
  readonly outcome?: Fact<Result>;
  /** The line of an outcome table its order belongs to. */
  readonly ruling?: Fact<Ruling>;
  /** The respondents an action is withdrawn against, where a ruling names them. */
  readonly withdrawnAgainst?: readonly Fact<string>[];
  /** What a judgment orders an agency to do, each with its words. */
  readonly ordered?: readonly Fact<OrderedAct>[];
  /** The respondents against whom its order speaks by name, where an agency lost. */
  readonly heldAgainst?: readonly Fact<string>[];
  /** Of a higher court: what becomes of the judgment below. */
  readonly onLower?: Fact<LowerResult>;
  /** 上诉人, by name. */
  readonly appellants?: readonly Fact<string>[];
  /** 判决书, 裁定书, 调解书. */
  readonly rulingForm?: Fact<RulingForm>;
  /** Within how many days it lets somebody appeal (如不服本判决…). */
  readonly appealDays?: Fact<number>;
  /** 再审期间中止原判决的执行. */
  readonly stays?: Fact<true>;
  readonly withdrawnBeforeHearing?: Fact<true>;
  /** Decided on paper, without a hearing. */
  readonly onPaper?: Fact<true>;
  /** 第二次开庭 → 2. */
  readonly sitting?: Fact<number>;
  /** 送达回证. */
  readonly service?: ServiceFacts;
  /** 执行通知书. */
  readonly enforcement?: EnforcementFacts;
  /** Parts of the file whose words are not among those that were read. */
  readonly unread?: readonly Fact<UnreadPart>[];
}

/** A document nothing is known of yet; extractors add to it. */
export const NOTHING_READ = {
  caseNumbers: [],
  plaintiffs: [],
  respondents: [],
  thirdParties: [],
  attendance: [],
} as const satisfies Partial<ReadDocument>;
