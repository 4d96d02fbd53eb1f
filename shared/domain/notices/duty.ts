/** What notices say of a duty beside the sittings (答辩、举证、上诉决定、履行 …): that it is owed, is due soon, is overdue. */
import type { Deadline, DutyKind } from "../time/deadline.ts";
import type { CivilDate } from "../time/time.ts";
import { dutyLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** A duty as letters show it. */
export interface DutyShown extends AboutCase {
  readonly duty: DutyKind;
  /** Which of its kind, where there may be several. */
  readonly subject?: string;
  readonly deadline: Deadline;
  /** The day on which it is to lie with the bureau. */
  readonly internal?: CivilDate;
  /** What is owed by the same day, for which this letter speaks as well. */
  readonly also?: readonly DutyKind[];
  /** The letter is for the bureau of a government that has designated nobody yet. */
  readonly reader?: "bureau";
}

/** What each of them says. */
export interface DutyNotices {
  /** 期限告知. */
  "duty-asked": DutyShown;
  /** 临期提醒. */
  "duty-due": DutyShown;
  /** 督办函. `copy`: this is the superior's copy. */
  "duty-overdue": DutyShown & { readonly daysOver: number; readonly copy: boolean };
  /** 延期举证申请, to the court; `deadline`: that of the evidence as it stands. */
  "extension-asked": {
    readonly deadline: Deadline;
    readonly reason: string;
    readonly by: string;
  } & AboutCase;
  /** 延期举证答复, to the agency. `until`: granted until that day; without it, refused. */
  "extension-answered": {
    readonly deadline: Deadline;
    readonly until?: CivilDate;
    readonly by: string;
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DUTY_NOTICES = {
  "duty-asked": { word: "期限", link: dutyLink, leaves: "at-once" },
  "duty-due": { word: "临期", link: dutyLink, leaves: "at-once" },
  "duty-overdue": {
    word: "督办",
    link: (content) => (content.copy ? undefined : dutyLink(content)),
    leaves: "at-once",
  },
  "extension-asked": {
    word: "延期",
    link: (content) => dutyLink({ ...content, duty: "evidence" }),
    leaves: "when-offices-open",
  },
  "extension-answered": { word: "答复", link: "none", leaves: "when-offices-open" },
} satisfies NoticeRules<DutyNotices>;
