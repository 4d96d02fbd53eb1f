/**
 * What a deployment may choose: the [P] values of the field. `infra/config.ts` sets them, every function
 * receives them as data, and these defaults are the working mechanisms of Linyi.
 */

import type { RetentionPolicy } from "./archive/retention.ts";
import type { HeadPolicy } from "./court/head-policy.ts";
import type { HandlingRule } from "./handling/handling-rule.ts";
import { HANDLING_RULES } from "./handling/handling-rules.ts";
import type { PrincipalPolicy } from "./principals/principal.ts";
import { DEFAULT_PERIODS, type DutyKind, type PeriodPolicy } from "./time/deadline.ts";
import { type CivilDate, type ClockTime, clockTime } from "./time/time.ts";
import type { InterviewTriggers } from "./unit-events/interview-triggers.ts";
import type { ScoreModel } from "./unit-events/score-model.ts";
import type { ReturnMapping } from "./yearly-return/mapping.ts";

/** Everything a deployment may choose. */
export interface Policy {
  /** The municipality this deployment serves, e.g. `{ code: "3713", name: "临沂市" }`. */
  readonly jurisdiction: { readonly code: string; readonly name: string };
  /** The day from which the system is used: nothing of before it is chased for, neither sittings nor ledgers nor checks of the year. */
  readonly startsOn?: CivilDate;
  /** Someone who hears of a duty when its time is over, or nearly, has as many working days from then; 1 or more. */
  readonly firstContact: { readonly workingDays: number };
  /** Lengths of the internal periods (三日报告、二日备案). */
  readonly periods: PeriodPolicy;
  /** Days before the hearing on which the agency is reminded, furthest first. */
  readonly hearingReminders: readonly number[];
  readonly report: {
    /** Days before the report is due on which the agency is reminded. */
    readonly remindBefore: readonly number[];
    /** Days after it was due on which its bureau is informed that a 督办函 will go; it goes on the next working day. */
    readonly escalateAfter: readonly number[];
  };
  readonly filing: {
    /** The first of these asks for it, the morning after the hearing; the last is on the day it is due. */
    readonly remindBefore: readonly number[];
    readonly escalateAfter: readonly number[];
    /** A sitting that comes to light later than this many days afterwards is history: nobody is chased for its filing. */
    readonly historyAfterDays: number;
  };
  /** What is owed in a case beside its sittings: 答辩, 举证, 上诉决定, 履行 … */
  readonly duties: Readonly<Record<DutyKind, DutyPolicy>> & {
    /** One that comes to light later than this many days after its last day is history: nobody is chased for it. */
    readonly historyAfterDays: number;
  };
  /** 督办函: what an agency is urged by in its bureau's name. */
  readonly supervision: {
    /**
     * The copy to the agency's superior: `confirm`, only after a person of the bureau has said so; as many working days
     * after the letter, unless a person has said no; or `automatic`, as soon as the letter has gone.
     */
    readonly copy: CopyToSuperior;
  };
  /** 出庭指派, while the bureau's form or the government's approval is waited for. */
  readonly designation: {
    /** Days after which whoever is waited for is reminded. */
    readonly remindAfter: readonly number[];
    /** Days before the hearing on which both are, furthest first. */
    readonly beforeHearing: readonly number[];
    /** `two-step`: the government's office states its opinion and names the leader who is to appear (拟办), the leader approves (审批). */
    readonly approval: "one-step" | "two-step";
    /** Days within which a designated agency may object (异议). */
    readonly objectionDays: number;
  };
  /** 承办单位: by which rules a unit is proposed to answer for a government; the bureau designates. The first that holds. */
  readonly handling: { readonly rules: readonly HandlingRule[] };
  /** Titles that also count as a head's in this place, never do, or go to a person, whatever the general rule says. */
  readonly heads: HeadPolicy;
  /** 共同被告: on so many days before the hearing bureau and court hear that nobody has said whose head appears. */
  readonly jointAppearance: { readonly tellBefore: number };
  /** 应由正职出庭. */
  readonly principals: PrincipalPolicy;
  /** 裁判送达之后: the decision whether to appeal (上诉或服判). */
  readonly judgment: {
    /** It is due so many days before the period to appeal ends. */
    readonly daysBefore: number;
    /** Who approves it: the agency's own leader, named on the form, or its bureau. A government that is sued approves by its own link. */
    readonly approval: "own-leader" | "bureau";
  };
  /** 撤回: hours within which an act can be taken back by who did it, or by their bureau. */
  readonly undo: { readonly hours: number };
  /** 核对: days after a difference was put to agency and court. */
  readonly difference: {
    /** On which a side that hasn't answered is reminded. */
    readonly remindAfter: readonly number[];
    /** On which it goes to the bureau, which decides. */
    readonly decideAfter: number;
  };
  readonly ledger: {
    /** Day of the month by which a court's ledger of the month before is due. */
    readonly dueDay: number;
    /** Whether that day moves to a working day when it is a day off. */
    readonly rolls: boolean;
    /** Days of the month on which a court that has not sent it is reminded. */
    readonly remindOn: readonly number[];
  };
  /** 通报: `signed`: it leaves when its bureau has signed it, and not before; `automatic`: by itself on the day it is due. */
  readonly bulletin: { readonly issue: "signed" | "automatic" };
  /** 统计口径: what the rates of bulletins are made of. A bulletin that was issued keeps those it was counted by. */
  readonly counting: CountingPolicy;
  /** 旁听、培训、整改、联席会议; days of the year as `MM-DD`. */
  readonly programme: {
    readonly observations: {
      /** 旁听庭审 a year, of the city and of each county. */
      readonly perYear: number;
      /** On these days whoever has held fewer is reminded; from the second on the city hears of a county. */
      readonly checkOn: readonly { readonly on: string; readonly atLeast: number }[];
    };
    readonly meetings: {
      /** Whether counties hold joint meetings of their own. */
      readonly counties: boolean;
      /** On these days bureau and court are reminded where the half-year's meeting hasn't been held. */
      readonly checkOn: readonly { readonly on: string; readonly half: 1 | 2 }[];
      /** 议定事项: days before its day on which whoever sees to it is reminded, and after it, with word to the bureau. */
      readonly points: {
        readonly remindBefore: readonly number[];
        readonly escalateAfter: readonly number[];
      };
    };
    readonly corrections: {
      /** Days an agency is given to mend a shortcoming, unless the bureau says otherwise. */
      readonly days: number;
      readonly remindBefore: readonly number[];
      readonly escalateAfter: readonly number[];
    };
  };
  /** 年度统计报表 of the year before: its last day and when its bureau is reminded, `MM-DD`; which columns it has. */
  readonly yearlyReturn: {
    readonly due: string;
    readonly remindOn: string;
    /** Without it columns of our own stand in; the national form's are an admin's to map to. */
    readonly mapping?: ReturnMapping;
  };
  /** 约谈: whom the figures of a period propose to call in. */
  readonly interviews: {
    /** Candidates are looked for when such a period has closed. */
    readonly per: "month" | "quarter" | "half-year";
    /** What calls for an interview; what isn't named is off. */
    readonly triggers: InterviewTriggers;
    /** Days after the interview on which its bureau is reminded to record what came of it. */
    readonly remindAfter: readonly number[];
    /** Days after the interview until it is looked at again, unless the bureau says otherwise. */
    readonly followUpDays: number;
    /** 承诺事项 of a 约谈会: days before its day on which the unit is reminded, and after it, with word to the bureau. */
    readonly promises: {
      readonly remindBefore: readonly number[];
      readonly escalateAfter: readonly number[];
    };
  };
  /** 年度考核; the draft goes out with December's bulletin. */
  readonly assessment: {
    /** How a county is scored, and how an agency. */
    readonly models: { readonly county: ScoreModel; readonly agency: ScoreModel };
    /** As many times a case of an enterprise counts. */
    readonly enterpriseWeight: number;
    /** Days after the draft within which a unit may object. */
    readonly objectionDays: number;
  };
  /** 联席会议材料. */
  readonly meetingPack: {
    /** It is made when the bulletin of such a month has been issued, as `MM`. */
    readonly after: readonly string[];
    /** As many typical cases are proposed at most. */
    readonly cases: number;
  };
  /** 归档: how long a closed case is kept (保管期限), as its catalogue says. */
  readonly archive: RetentionPolicy;
  /** What an agency is asked, reminded of or told in several cases comes in one mail a day, unless it can't wait; else each in one of its own, at once. */
  readonly agencyDigest: boolean;
  /** Mails leave on working days between these times only, unless their limit would pass. */
  readonly workingHours: { readonly from: ClockTime; readonly to: ClockTime };
  readonly mail: {
    /** A mail must be there this long before its limit: the sweep comes by the hour, and somebody has to read it. */
    readonly leadMinutes: number;
    /** A mail whose fate is unknown is tried this often; then a person must look. */
    readonly attempts: number;
  };
  /**
   * Days for which the links in mails can be used: longer than any period they are for, with the days that may be
   * overdue. A key is kept for the longest of them.
   */
  readonly links: {
    /** To what is done in one case, or with one document. */
    readonly caseDays: number;
    /** To a bureau's board (案件看板): it comes with every digest. */
    readonly boardDays: number;
    /** To a bureau's programme (工作台账): it comes once a year, and with every reminder. */
    readonly programmeDays: number;
    /** To answers that take their time: 整改, 考核. */
    readonly answerDays: number;
    /** Minutes for which the link by which somebody signs in (登录) can be used. */
    readonly signInMinutes: number;
  };
  /** Hours for which somebody stays signed in: a working day. */
  readonly sessionHours: number;
  /** Minutes after which somebody who did nothing signs in anew. */
  readonly sessionIdleMinutes: number;
  /** Facts read with less confidence than this go to a person. */
  readonly minimumConfidence: number;
}

/** Where cities count otherwise (统计口径). */
export interface CountingPolicy {
  /** Second-instance cases are in the totals and rankings, or stand beside them alone. */
  readonly secondInstance: "in" | "out";
  /** A head who was absent for a reason the court accepted is in the base of the rates, or left out of it. */
  readonly acceptedAbsences: "in" | "out";
  /** Rankings count (case, agency) pairs (单位次), or cases: one head who came is then there for every respondent. */
  readonly rankBy: "pairs" | "cases";
  /** Only those are counted whose head the court is known to have notified (通知出庭). */
  readonly notifiedOnly: boolean;
}

/** A way of counting where it isn't Linyi's: what a bulletin must say of itself. */
export function ownCounting({ counting }: Pick<Policy, "counting">): CountingPolicy | undefined {
  const names = Object.keys(LINYI.counting) as (keyof CountingPolicy)[];
  return names.some((name) => counting[name] !== LINYI.counting[name]) ? counting : undefined;
}

/** How one kind of duty is reminded of and urged. */
export interface DutyPolicy {
  /** Days before its last day on which the agency is reminded, furthest first. */
  readonly remindBefore: readonly number[];
  /** Days after it on which its bureau is informed that a 督办函 will go, where the kind is urged. */
  readonly escalateAfter: readonly number[];
  /** As many working days before the last day it is to lie with the bureau (内部报送); 0: there is no such day. */
  readonly internalWorkingDays: number;
}

/** When a superior gets a copy of what its agency is urged by. */
export type CopyToSuperior = "confirm" | { readonly afterWorkingDays: number } | "automatic";

/** 考核 by rates alone, in proportion: nothing is deducted, and no grade given. */
const LINEAR: ScoreModel = {
  weights: { attendance: 40, principals: 15, spoke: 10, reports: 10, filings: 10, resolution: 15 },
  tiers: {},
  events: [],
  vetoes: [],
  grades: [],
};

/** Linyi's mechanisms. */
export const LINYI: Policy = {
  jurisdiction: { code: "3713", name: "临沂市" },
  firstContact: { workingDays: 2 },
  periods: DEFAULT_PERIODS,
  hearingReminders: [3, 1],
  report: { remindBefore: [1], escalateAfter: [1, 3] },
  filing: { remindBefore: [1, 0], escalateAfter: [1, 3], historyAfterDays: 30 },
  duties: {
    historyAfterDays: 30,
    defence: { remindBefore: [7, 3, 1], escalateAfter: [1], internalWorkingDays: 0 },
    evidence: { remindBefore: [7, 3, 1], escalateAfter: [1], internalWorkingDays: 0 },
    appeal: { remindBefore: [7, 3, 1], escalateAfter: [], internalWorkingDays: 0 },
    performance: { remindBefore: [15, 7, 1], escalateAfter: [1, 15], internalWorkingDays: 0 },
    "loss-report": { remindBefore: [7, 1], escalateAfter: [1, 7], internalWorkingDays: 0 },
    suggestion: { remindBefore: [15, 7, 1], escalateAfter: [1, 7], internalWorkingDays: 0 },
  },
  supervision: { copy: "confirm" },
  designation: { remindAfter: [2, 4], beforeHearing: [5, 3, 1], approval: "one-step", objectionDays: 2 },
  handling: { rules: HANDLING_RULES },
  heads: { alsoCount: [], neverCount: [], ask: [] },
  jointAppearance: { tellBefore: 3 },
  principals: {
    classes: [],
    firstOfYear: false,
    government: false,
    repeat: false,
    noticeDays: 7,
    approval: "none",
  },
  judgment: { daysBefore: 5, approval: "own-leader" },
  undo: { hours: 24 },
  difference: { remindAfter: [2], decideAfter: 5 },
  ledger: { dueDay: 3, rolls: false, remindOn: [1, 2, 3] },
  bulletin: { issue: "signed" },
  counting: { secondInstance: "in", acceptedAbsences: "in", rankBy: "pairs", notifiedOnly: false },
  programme: {
    observations: {
      perYear: 2,
      checkOn: [
        { on: "07-01", atLeast: 1 },
        { on: "10-08", atLeast: 2 },
        { on: "12-01", atLeast: 2 },
      ],
    },
    meetings: {
      counties: false,
      checkOn: [
        { on: "06-01", half: 1 },
        { on: "06-20", half: 1 },
        { on: "12-01", half: 2 },
        { on: "12-20", half: 2 },
      ],
      points: { remindBefore: [3], escalateAfter: [1, 7] },
    },
    corrections: { days: 30, remindBefore: [3], escalateAfter: [1, 7] },
  },
  yearlyReturn: { due: "01-10", remindOn: "01-04" },
  interviews: {
    per: "quarter",
    triggers: {
      rate: { belowPercent: 90, minimumHeard: 3 },
      enterpriseRate: { belowPercent: 95, minimumHeard: 3 },
      absences: { atLeast: 2 },
    },
    remindAfter: [1, 7],
    followUpDays: 30,
    promises: { remindBefore: [3], escalateAfter: [1, 7] },
  },
  assessment: {
    models: { county: LINEAR, agency: LINEAR },
    enterpriseWeight: 2,
    objectionDays: 10,
  },
  meetingPack: { after: ["05", "11"], cases: 6 },
  archive: { keep: 30, byOutcome: {} },
  agencyDigest: true,
  workingHours: { from: clockTime("08:30"), to: clockTime("17:30") },
  mail: { leadMinutes: 120, attempts: 5 },
  links: { caseDays: 45, boardDays: 90, programmeDays: 400, answerDays: 120, signInMinutes: 15 },
  sessionHours: 12,
  sessionIdleMinutes: 120,
  minimumConfidence: 0.8,
};
