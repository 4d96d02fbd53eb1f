/** What notices say of a report on a lost case (败诉案件报告): that it has come in, to its bureau; what that makes of it, to the agency. */
import type { LossCause, LossKind } from "../loss/loss-report.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { caseLink, dutyLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** A report as letters show it. */
export interface LossShown {
  readonly kind: LossKind;
  readonly causes: readonly LossCause[];
  readonly explanation: string;
  readonly responsible: string;
  readonly mending: string;
  readonly mendBy: CivilDate;
  readonly by: string;
  readonly at: Instant;
}

/** What each of them says. */
export interface LossNotices {
  /** 败诉案件报告送审. */
  "loss-reported": { readonly report: LossShown; readonly revision: number } & AboutCase;
  /** 败诉案件报告审核结果; `due`: until when another one is owed. */
  "loss-judged": {
    readonly accepted: boolean;
    readonly by: string;
    readonly text: string;
    readonly due?: CivilDate;
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const LOSS_NOTICES = {
  "loss-reported": {
    word: "败诉",
    link: (content) => caseLink("loss-review", content),
    leaves: "when-offices-open",
  },
  "loss-judged": {
    word: "败诉",
    link: (content) => (content.accepted ? undefined : dutyLink({ ...content, duty: "loss-report" })),
    leaves: "at-once",
  },
} satisfies NoticeRules<LossNotices>;
