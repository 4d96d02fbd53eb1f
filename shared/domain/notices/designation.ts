/** What notices say while an agency is designated to answer for a government (出庭指派). */
import type { DesignationStage } from "../case-file/designation-stage.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { Person } from "../case-file/report.ts";
import type { HandlingDetails } from "../handling/handling-details.ts";
import type { Deadline } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { caseLink, designationLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** The case of a government (`respondent`) for which an agency is to be designated. */
interface AboutDesignation extends AboutCase {
  readonly stage: DesignationStage;
  readonly hearing?: HearingDetails;
}

/** What each of them says. */
export interface DesignationNotices {
  /** 案件办理单 to be filled in by the bureau, where a government itself is sued. */
  "case-handling-form": {
    readonly documentKind: "summons" | "appearance-notice" | "appeal";
    readonly receivedAt: Instant;
  } & AboutDesignation;
  /** 案件办理单送审: the government approves or returns it. */
  "handling-form-submitted": {
    readonly paper?: {
      readonly kind: "summons" | "appearance-notice" | "appeal";
      readonly receivedAt: Instant;
    };
    readonly by: string;
    readonly summary: string;
    readonly proposal: string;
    readonly agency: string;
    /** The form's further fields. */
    readonly details?: HandlingDetails;
    /** The office states an opinion; its leader decides. */
    readonly twoStep?: true;
  } & AboutDesignation;
  /** 请领导审批: to the leader in person, and to the office, which passes it on. */
  "approval-requested": {
    readonly by: string;
    readonly opinion: string;
    readonly head: Person;
    readonly summary: string;
    readonly proposal: string;
    readonly agency: string;
    readonly reader: "leader" | "office";
  } & AboutDesignation;
  /** 拟办退回, by the leader to the office. */
  "opinion-returned": {
    readonly by: string;
    readonly remarks: string;
    readonly agency: string;
  } & AboutDesignation;
  /** 指派异议: to the bureau, which may propose another agency, and to the government, which keeps or changes. */
  "designation-objection": {
    readonly agency: string;
    readonly by: string;
    readonly reason: string;
    readonly reader: "bureau" | "government";
  } & AboutDesignation;
  /** 异议答复: to the agency, and to the bureau where another agency is to be proposed. */
  "objection-answered": {
    readonly agency: string;
    readonly kept: boolean;
    readonly by: string;
    readonly text: string;
    readonly reader: "agency" | "bureau";
  } & AboutDesignation;
  /** 案件办理单退回. */
  "handling-form-returned": {
    readonly by: string;
    readonly remarks: string;
    readonly agency: string;
  } & AboutDesignation;
  /** 出庭指派通知, to the agency designated. */
  "designation-order": {
    readonly agency: string;
    readonly on: CivilDate;
    readonly by: string;
    readonly proposal: string;
    readonly report?: Deadline;
    /** 出庭负责人, where the approval names one. */
    readonly head?: Person;
    /** The last day to object; none of an appeal. */
    readonly objectUntil?: CivilDate;
  } & AboutDesignation;
  /** 撤销指派通知, to an agency in whose place another was designated. */
  "designation-withdrawn": { readonly agency: string; readonly successor: string } & AboutDesignation;
  /** 出庭指派催办. `copy`: the other one is waited for. */
  "designation-due": {
    readonly waitsFor: "bureau" | "government";
    readonly copy: boolean;
    readonly daysWaiting: number;
    readonly daysLeft?: number;
    /** Its leader is, by a link of his own. */
    readonly step?: "leader";
  } & AboutDesignation;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DESIGNATION_NOTICES = {
  "case-handling-form": {
    word: "办理",
    link: (content) => designationLink("designation", content),
    leaves: "at-once",
  },
  "handling-form-submitted": {
    word: "审批",
    link: (content) => designationLink("approval", content),
    leaves: "at-once",
  },
  "approval-requested": {
    word: "审批",
    link: (content) => designationLink("leader", content),
    leaves: "at-once",
  },
  "opinion-returned": {
    word: "退回",
    link: (content) => designationLink("approval", content),
    leaves: "at-once",
  },
  "designation-objection": {
    word: "异议",
    link: (content) => designationLink(content.reader === "bureau" ? "designation" : "approval", content),
    leaves: "at-once",
  },
  "objection-answered": {
    word: "答复",
    link: (content) =>
      content.reader === "bureau" ? designationLink("designation", content) : caseLink("report", content),
    leaves: "at-once",
  },
  "handling-form-returned": {
    word: "退回",
    link: (content) => designationLink("designation", content),
    leaves: "at-once",
  },
  "designation-order": {
    word: "指派",
    link: (content) => (content.report === undefined ? undefined : caseLink("report", content)),
    leaves: "at-once",
  },
  "designation-withdrawn": { word: "撤销", link: "none", leaves: "at-once" },
  "designation-due": {
    word: "催办",
    link: (content) =>
      content.copy
        ? undefined
        : designationLink(
            content.waitsFor === "bureau" ? "designation" : (content.step ?? "approval"),
            content,
          ),
    leaves: "at-once",
  },
} satisfies NoticeRules<DesignationNotices>;
