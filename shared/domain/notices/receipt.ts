/** What confirms to somebody that what they filed has come in (回执), with what it says. */
import type { ObstacleVerdict } from "../case-file/before-hearing.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { Person, SittingResult } from "../case-file/report.ts";
import type { HeadFacts } from "../case-file/statement.ts";
import type { AbsenceGround } from "../court/absence-ground.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { OfCorrection } from "./correction.ts";
import type { DigestLine } from "./digest.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";
import type { LossShown } from "./loss.ts";
import type { HeadShown } from "./report.ts";

/** Who filled it in, as typed, and when; names of the files handed in with it. */
interface FiledBy {
  readonly by: string;
  readonly at: Instant;
  readonly proofs?: readonly string[];
}

/** What was filed in a case. */
export type Filed =
  | ({
      readonly type: "report";
      readonly revision: number;
      readonly proposal: string;
      readonly head: HeadShown;
      readonly others: readonly Person[];
    } & FiledBy)
  | ({
      readonly type: "filing";
      readonly revision: number;
      readonly result: SittingResult;
      readonly facts?: HeadFacts;
      readonly staff: readonly Person[];
      readonly settlement?: string;
    } & FiledBy)
  | ({
      readonly type: "obstacle";
      readonly ground: AbsenceGround;
      readonly explanation: string;
    } & FiledBy)
  /** The court's. */
  | ({
      readonly type: "obstacle-answer";
      readonly verdict: ObstacleVerdict;
      readonly reason: string;
    } & FiledBy)
  | ({
      readonly type: "difference-answer";
      readonly sitting: CivilDate;
      readonly facts: HeadFacts;
      readonly reason?: string;
    } & FiledBy)
  /** 败诉案件报告. */
  | ({ readonly type: "loss-report"; readonly revision: number; readonly report: LossShown } & FiledBy)
  /** It came on paper, by telephone or as a file, and was registered. */
  | { readonly type: "registered"; readonly duty: "report" | "filing"; readonly facts?: HeadFacts };

/** What each of them says. */
export interface ReceiptNotices {
  /** 回执, to whoever filed it. */
  receipt: { readonly hearing?: HearingDetails; readonly filed: Filed } & AboutCase;
  /** 整改答复回执. */
  "correction-receipt": FiledBy & { readonly text: string } & OfCorrection;
  /** 收件回执: what became of all the files a court sent since the last one. */
  "files-receipt": { readonly date: CivilDate; readonly lines: readonly DigestLine[] };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const RECEIPT_NOTICES = {
  receipt: { word: "回执", link: "none", leaves: "at-once" },
  "correction-receipt": { word: "回执", link: "none", leaves: "at-once" },
  "files-receipt": { word: "收件", link: "none", leaves: "when-offices-open" },
} satisfies NoticeRules<ReceiptNotices>;
