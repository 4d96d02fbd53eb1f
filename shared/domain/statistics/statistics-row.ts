/** What the month's figures are counted from, whichever source it came by. */

import type { Act } from "../classes/act.ts";
import type { CaseForm, PlaintiffKind, Procedure, Review } from "../classes/classes.ts";
import type { Field } from "../classes/field.ts";
import type { StatedGround } from "../court/absence-ground.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { HearingMode } from "../court/hearing-mode.ts";
import type { Outcome } from "../court/outcome.ts";
import type { Ruling } from "../court/ruling.ts";
import type { PrincipalReason } from "../principals/principal.ts";
import type { CivilDate, Month } from "../time/time.ts";

/**
 * What 法释〔2020〕3号 §12 looks at beside absence: the head left without leave, refused to explain; `put-off`: the
 * hearing had been put off before, at this agency's request.
 */
export type Conduct = "left-early" | "refused-to-explain" | "put-off";

/** By whose word another respondent's head appears for it (法释〔2020〕3号 §3): 协商确定, 法院确定. */
export type Excuse = "agreed" | "court";

/** What a row says of its case's classes and days. What is absent is unknown, and never “no”. */
export interface RowClasses {
  /** 管理领域. */
  readonly field?: Field;
  /** 被诉行为种类. */
  readonly act?: Act;
  /** Which of the two a rule proposes and nobody has confirmed. */
  readonly proposed?: readonly ("field" | "act")[];
  /** 行政赔偿, alone or along with the rest. */
  readonly compensation?: boolean;
  /** 行政协议. */
  readonly agreement?: boolean;
  /** 一并审查规范性文件. */
  readonly normReview?: boolean;
  readonly review?: Review;
  /** This agency is sued as the one that reconsidered (复议机关). */
  readonly reviewer?: true;
  readonly plaintiffKind?: PlaintiffKind;
  readonly procedure?: Procedure;
  /** 判决, 裁定, 调解. */
  readonly form?: CaseForm;
  /** What the court ruled, in the words of an outcome table (裁判结果); of one still pending, that it stands still. */
  readonly ruling?: Ruling;
  /** Of a first-instance case: an appeal was made, or none; absent where nobody knows. */
  readonly appealed?: boolean;
  /** 司法建议文号, as the court's ledger gives it. */
  readonly suggestion?: string;
  /** 立案日期, as a source states it. */
  readonly acceptedOn?: CivilDate;
  /**
   * The month it counts as received in (收案): that of {@link acceptedOn}; where nobody states a day, that of the first thing
   * known of the case, within the year of its number. Absent in rows from before this was kept.
   */
  readonly receivedIn?: Month;
  /** 结案日期, as a source states it; of a judgment the day it bears. */
  readonly closedOn?: CivilDate;
  /** The month it counts as closed in (结案); absent while it is open, or nothing shows when it was closed. */
  readonly closedIn?: Month;
  /** The month of hearings it counts to; absent where it counts to none, and in rows from before this was kept. */
  readonly countsIn?: Month;
}

/** One row per (case number, agency); the case file and the courts' ledgers both produce it. */
export interface StatisticsRow extends RowClasses {
  readonly caseNumber: CaseNumber;
  /** Full name of the respondent agency. */
  readonly agency: string;
  /** The agency's district (县区), never the court's; {@link UNKNOWN_JURISDICTION} where not known. */
  readonly jurisdiction: string;
  readonly court: string | undefined;
  /** First sitting of this instance; its month is the bulletin's month. */
  readonly heardOn: CivilDate | undefined;
  /** Undefined: pending or unknown. */
  readonly heard: boolean | undefined;
  /** A head was present. Undefined: unknown or in review, neither present nor absent. */
  readonly present: boolean | undefined;
  /**
   * Its head did not have to appear, since another respondent's does: by agreement among them, or by the court's decision
   * (法释〔2020〕3号 §3). No fault, and no case of its own rate; staff are owed all the same.
   */
  readonly excused: Excuse | undefined;
  readonly rank: "principal" | "deputy" | "in-charge" | undefined;
  /** To count people (人) apart from cases (件). */
  readonly headName: string | undefined;
  /** The head spoke at the hearing (出声); undefined where the court doesn't record it. */
  readonly spoke: boolean | undefined;
  /** The case involves an enterprise (涉企). */
  readonly enterprise: boolean | undefined;
  readonly absenceReason: string | undefined;
  /** The ground the agency named; where undefined, that of {@link absenceReason}'s words. */
  readonly absenceGround: StatedGround | undefined;
  /** Whether the court accepted the reason. */
  readonly reasonAccepted: boolean | undefined;
  /** Who came for the agency where no head did (行政诉讼法 §3(3), 行诉解释 §128). */
  readonly withoutHead: "staff" | "lawyers" | "nobody" | undefined;
  readonly conduct: readonly Conduct[] | undefined;
  readonly outcome: Outcome | undefined;
  readonly closed: boolean | undefined;
  /** The dispute was sent to mediation. */
  readonly mediated: boolean | undefined;
  /** `settled`: the sources differed, and what holds was settled (核对). */
  readonly source: "settled" | "hearing-record" | "judgment" | "court-ledger" | "filing";
  /** Sources differ about this row and nobody has settled it yet. */
  readonly openDifference: boolean;
  /** How its first sitting was held (线上, 线下, 异地); absent where no source says. */
  readonly mode?: HearingMode;
  /** The court notified this agency's head to appear (出庭通知书); that no notice is known proves nothing. */
  readonly notified?: true;
  /** 答辩: in time, late, or not known to have been made; absent where no day for it is known. */
  readonly defence?: "in-time" | "late" | "open";
  /** 应由正职出庭, and why, as it stood before the sitting. */
  readonly principalOwed?: readonly PrincipalReason[];
  /** Of one that was owed and is not reported to come: whether that was in order (approved, or explained where that suffices). */
  readonly principalExcused?: boolean;
  /** When its judgment was served on this agency. */
  readonly judgmentServedOn?: CivilDate;
  /** Who appealed: this agency, or somebody else, or nobody knows who; absent where no appeal is known. */
  readonly appealedBy?: "agency" | "other";
  /** Since when the judgment holds of which it owes the performance. */
  readonly effectiveOn?: CivilDate;
  /** What it was ordered, all of it: done in time, done late, or not done yet; absent where nothing with a day is ordered of it. */
  readonly performance?: "in-time" | "late" | "open";
  /** 答辩、举证: the last day, and the day on which both were at the court; absent where nothing was owed, or until they are. */
  readonly defenceDue?: CivilDate;
  readonly defenceOn?: CivilDate;
}

/** Where a case stands among those received, pending and closed: under the month it was closed in, or with those still open. */
export type Docket = Month | "open";

/** Stands for an agency that the source doesn't name; the case counts all the same. */
export const UNKNOWN_AGENCY = "未知";

/** Facts of a row that a bulletin shows, and so can correct. */
export const SHOWN_FACTS = [
  "jurisdiction",
  "court",
  "heardOn",
  "heard",
  "present",
  "excused",
  "rank",
  "headName",
  "spoke",
  "enterprise",
  "absenceReason",
  "absenceGround",
  "reasonAccepted",
  "withoutHead",
  "conduct",
  "outcome",
  "closed",
  "mediated",
  "openDifference",
] as const satisfies readonly (keyof StatisticsRow)[];
