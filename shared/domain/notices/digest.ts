/** What a bureau is told once a day (每日摘要): what it should know and needn't do at once, as data in a line each. */

import type { JointAppearance } from "../case-file/before-hearing.ts";
import type { Side } from "../case-file/difference.ts";
import type { ActKind } from "../case-file/state.ts";
import type { HeadFacts } from "../case-file/statement.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { HearingSaid } from "../court/hearing-said.ts";
import type { Halt } from "../court/outcome.ts";
import { defined } from "../defined.ts";
import type { MoveReason } from "../duties/case-duty.ts";
import type { FileNews } from "../file-news.ts";
import type { AppealChoice, HigherRuling, Performance } from "../judgment/judgment-matter.ts";
import type { CopyToSuperior } from "../policy.ts";
import type { PrincipalReason } from "../principals/principal.ts";
import type { Adoption } from "../suggestion/suggestion.ts";
import type { DeadlineKind, DutyKind } from "../time/deadline.ts";
import type { CivilDate, Instant, Year } from "../time/time.ts";
import type { UrgedKind } from "../urging/urging-decision.ts";
import { type Gathered, linkOfGathered } from "./agency-digest.ts";
import type { LinkTarget } from "./frame/link-target.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";

/** What is new; `respondents` are those of the case, `respondent` the one it concerns. */
export type DigestNews =
  | { readonly type: "case-opened"; readonly court: string; readonly respondents: readonly string[] }
  | { readonly type: "hearing-set"; readonly hearing: HearingSaid; readonly respondents: readonly string[] }
  | { readonly type: "hearing-changed"; readonly hearing: HearingSaid }
  | { readonly type: "hearing-postponed" }
  | { readonly type: "hearing-held"; readonly date: CivilDate }
  /** `differs`: other sources say otherwise, and both sides have been asked (核对函). */
  | ({ readonly type: "attendance"; readonly respondent: string; readonly differs: boolean } & Pick<
      HeadFacts,
      "headAttended" | "headName" | "headTitle" | "absenceReason"
    >)
  | { readonly type: "difference-answered"; readonly respondent: string; readonly side: Side }
  | {
      readonly type: "difference-settled";
      readonly respondent: string;
      readonly settledBy: "both-sides" | "bureau";
    }
  | { readonly type: "appeal-filed" }
  | { readonly type: "appeal-linked"; readonly appeal: CaseNumber }
  | { readonly type: "case-closed" }
  | { readonly type: "case-halted"; readonly result: Halt }
  | { readonly type: "action-withdrawn"; readonly respondent: string }
  | {
      readonly type: "deadline-met";
      readonly respondent: string;
      readonly kind: DeadlineKind;
      readonly on: CivilDate;
    }
  | { readonly type: "deadline-recomputed"; readonly respondent: string; readonly due: CivilDate }
  | { readonly type: "report-returned"; readonly respondent: string }
  /** 出庭通知书; `late`: it came with too few clear days (整日) before the hearing (法释〔2020〕3号 §5). */
  | {
      readonly type: "appearance-notice";
      readonly late?: {
        readonly hearing: HearingSaid;
        readonly clearDays: number;
        readonly verdict: "tight" | "violation";
      };
    }
  /** 法释〔2020〕3号 §3: a paper of the court says whose head appears of several that are sued. */
  | ({ readonly type: "appearance-arranged" } & JointAppearance)
  /** 应由正职出庭. */
  | {
      readonly type: "principal-owed";
      readonly respondent: string;
      readonly reasons: readonly PrincipalReason[];
    }
  /** What the leader named said to a principal's absence. */
  | { readonly type: "principal-absence-answered"; readonly respondent: string; readonly approved: boolean }
  /** 法释〔2020〕3号 §3: some days before the hearing nobody has said whose head appears, or not all say the same. */
  | {
      readonly type: "appearance-unsettled";
      readonly hearing: HearingSaid;
      readonly respondents: readonly string[];
      readonly words: readonly (JointAppearance & { readonly saidBy: string })[];
    }
  | { readonly type: "court-note" }
  /** A court's paper that sets no sitting: it stands with its case. */
  | {
      readonly type: "court-paper";
      readonly kind:
        | "response-notice"
        | "complaint"
        | "judicial-suggestion"
        | "service-receipt"
        | "enforcement-notice";
    }
  | ({ readonly type: "appeal-chosen" } & Pick<AppealChoice, "respondent" | "choice" | "leader">)
  | { readonly type: "judgment-effective"; readonly respondent: string; readonly on: CivilDate }
  | ({ readonly type: "order-performed" } & Pick<Performance, "respondent" | "item" | "on" | "source">)
  | { readonly type: "performance-refused"; readonly respondent: string; readonly item: number }
  | ({ readonly type: "higher-ruled" } & Pick<HigherRuling, "number" | "result">)
  | { readonly type: "handling-form-submitted"; readonly respondent: string; readonly agency: string }
  | { readonly type: "handling-form-proposed"; readonly respondent: string }
  | { readonly type: "handling-form-returned"; readonly respondent: string }
  | { readonly type: "objection-kept"; readonly respondent: string }
  | { readonly type: "designation-made"; readonly respondent: string; readonly agency: string }
  /** 撤回. */
  | {
      readonly type: "taken-back";
      readonly act: ActKind;
      readonly respondent?: string;
      readonly by: string;
      readonly office: "own" | "bureau";
    }
  | FileNews
  /** A county has watched fewer hearings (旁听) than it should have by now; to the city's bureau. */
  | {
      readonly type: "observations-behind";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly held: number;
      readonly atLeast: number;
    }
  /**
   * 督办 to come: on `letterOn`, unless a person puts it off; absent where the hearing comes first. `heldUntil`: it had been
   * put off until the day.
   */
  | ({
      readonly type: "urging-announced";
      readonly due: CivilDate;
      readonly letterOn?: CivilDate;
      /** Of a report or filing: its hearing. */
      readonly hearing?: CivilDate;
      readonly heldUntil?: CivilDate;
    } & Urged)
  /** 内部报送: the defence is there to be read before it goes to the court. */
  | { readonly type: "defence-drafted"; readonly respondent: string }
  /** 延期举证. */
  | { readonly type: "extension-asked"; readonly respondent: string }
  /** The last day of what is owed beside the sittings has been moved. */
  | {
      readonly type: "duty-moved";
      readonly respondent: string;
      readonly kind: DutyKind;
      readonly due: CivilDate;
      readonly why: MoveReason;
    }
  /** A court asks to put a topic on the agenda of the joint meeting. */
  | { readonly type: "topic-proposed"; readonly court: string; readonly text: string }
  /** A point of a joint meeting (议定事项), or what a unit promised at a 约谈会, isn't settled and its day is over. */
  | {
      readonly type: "point-overdue";
      readonly text: string;
      readonly due: CivilDate;
      readonly owner?: string;
    }
  | {
      readonly type: "promise-overdue";
      readonly unit: string;
      readonly text: string;
      readonly due: CivilDate;
    }
  /** A planned observation took place yesterday: who came? */
  | { readonly type: "observation-to-record"; readonly observed: CaseNumber; readonly date: CivilDate }
  /** 整改督办 to come, on `letterOn`, unless the answer comes first. */
  | {
      readonly type: "correction-announced";
      readonly agency: string;
      readonly due: CivilDate;
      readonly letterOn: CivilDate;
    }
  /** 司法建议 came from a court; `toCheck`: its bureau must see to whom it goes, or what it says. */
  | {
      readonly type: "suggestion-received";
      readonly court: string;
      readonly to: string;
      readonly toCheck: boolean;
    }
  | { readonly type: "suggestion-replied"; readonly to: string; readonly adoption: Adoption }
  /** 督办 of a reply to come, on `letterOn`, unless it comes first. */
  | {
      readonly type: "suggestion-announced";
      readonly agency: string;
      readonly due: CivilDate;
      readonly letterOn: CivilDate;
    }
  /** 督办函 has gone to the agency; `copy`: what becomes of its superior's copy. */
  | ({ readonly type: "urged"; readonly due: CivilDate; readonly copy: CopyToSuperior } & Urged)
  /** Its superior has a copy. */
  | ({ readonly type: "urging-copied" } & Urged)
  /** To an agency: a letter that comes in its one mail of the day, with all that it would say by itself. */
  | { readonly type: "letter"; readonly letter: Gathered }
  /** Kept as a sentence by a version of this system that kept no data. */
  | { readonly type: "as-written"; readonly text: string };

/** The duty that is urged: of the sitting of this number, or beside the sittings. */
interface Urged {
  readonly respondent: string;
  readonly kind: UrgedKind;
  readonly sitting?: number;
  readonly subject?: string;
}

/** One line of the digest, with the case it is about. */
export interface DigestLine {
  readonly at: Instant;
  readonly caseNumber?: CaseNumber;
  readonly news: DigestNews;
}

/** What each of them says. */
export interface DigestNotices {
  /** 每日摘要, one mail a day for what a bureau needs to know but not to do at once. */
  digest: { readonly date: CivilDate; readonly lines: readonly DigestLine[] };
  /** 应诉事项提醒, one mail a day for all that an agency is asked, reminded of or informed of in several matters. */
  "agency-digest": { readonly date: CivilDate; readonly lines: readonly DigestLine[] };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DIGEST_NOTICES = {
  digest: {
    word: "摘要",
    link: () => ({ task: "board" }),
    leaves: "when-offices-open",
    offersCalendar: () => true,
    tasks: ({ lines }) => lines.flatMap((line) => taskOfLine(line) ?? []),
  },
  "agency-digest": {
    word: "提醒",
    link: "none",
    leaves: "at-once",
    offersCalendar: () => true,
    tasks: ({ lines }) => lines.flatMap((line) => taskOfLine(line) ?? []),
  },
} satisfies NoticeRules<DigestNotices>;

/** What its reader may do about a line; undefined where it is only to be known. */
export function taskOfLine({ caseNumber, news }: DigestLine): LinkTarget | undefined {
  if (news.type === "letter") return linkOfGathered(news.letter);
  if (news.type !== "urging-announced" && news.type !== "urged" && news.type !== "urging-copied")
    return undefined;
  const { respondent, kind: duty, sitting, subject } = news;
  return caseNumber && { task: "urging", caseNumber, respondent, duty, ...defined({ sitting, subject }) };
}
