/** What is asked and told about a judgment on its way to being performed (裁判送达、上诉决定、履行). */
import type { OrderedAct, RulingForm } from "../judgment/ordered-act.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** What each of them says. */
export interface JudgmentNotices {
  /** To the agency that has lost: on which day was it served, and will it appeal? */
  "judgment-service-asked": { readonly form: RulingForm; readonly receivedAt: Instant } & AboutCase;
  /** To the court: when were these served, or since when does the judgment hold? */
  "judgment-effect-asked": { readonly form: RulingForm; readonly missing: readonly string[] } & AboutCase;
  /** 上诉决定送审, to the government that is sued, or to the bureau where the policy has it approve. */
  "appeal-choice-submitted": {
    readonly choice: "appeal" | "accept";
    readonly reason: string;
    readonly leader: string;
    readonly by: string;
    /** The last day to appeal. */
    readonly until?: CivilDate;
  } & AboutCase;
  /** 同意, 退回: to the agency. */
  "appeal-choice-answered": {
    readonly choice: "appeal" | "accept";
    readonly approved: boolean;
    readonly text: string;
    readonly by: string;
    readonly until?: CivilDate;
  } & AboutCase;
  /** 核定履行事项: what a judgment that holds seems to order, to be confirmed by its agency, or by the bureau where it doesn't. */
  "orders-to-confirm": {
    readonly effectiveOn: CivilDate;
    readonly acts: readonly OrderedAct[];
    readonly reader: "agency" | "bureau";
  } & AboutCase;
  /** 执行通知书, at once to the agency, its head and its bureau. `among`: it doesn't say which of these it is against, and only the bureau is told. */
  "enforcement-begun": {
    readonly number: string;
    readonly among?: readonly string[];
    readonly due?: CivilDate;
    readonly receivedAt: Instant;
    readonly acts: readonly OrderedAct[];
    readonly reader: "agency" | "head" | "bureau";
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const JUDGMENT_NOTICES = {
  "judgment-service-asked": {
    word: "送达",
    link: ({ case: { caseNumber }, respondent }) => ({
      task: "duty",
      caseNumber,
      respondent,
      duty: "appeal",
    }),
    leaves: "when-offices-open",
  },
  "judgment-effect-asked": {
    word: "生效",
    link: ({ case: { caseNumber }, respondent }) => ({ task: "judgment-note", caseNumber, respondent }),
    leaves: "when-offices-open",
  },
  "appeal-choice-submitted": {
    word: "上诉",
    link: ({ case: { caseNumber }, respondent }) => ({ task: "appeal-approval", caseNumber, respondent }),
    leaves: "at-once",
  },
  "appeal-choice-answered": {
    word: "上批",
    link: ({ approved, case: { caseNumber }, respondent }) =>
      approved ? undefined : { task: "duty", caseNumber, respondent, duty: "appeal" },
    leaves: "at-once",
  },
  "orders-to-confirm": {
    word: "核定",
    link: ({ case: { caseNumber }, respondent }) => ({ task: "orders", caseNumber, respondent }),
    leaves: "when-offices-open",
  },
  "enforcement-begun": {
    word: "执行",
    link: ({ reader, case: { caseNumber }, respondent }) =>
      reader === "bureau"
        ? { task: "judgment-note", caseNumber, respondent }
        : { task: "case-page", caseNumber },
    leaves: "at-once",
  },
} satisfies NoticeRules<JudgmentNotices>;
