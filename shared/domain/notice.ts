/**
 * Notices (函、通知): what a person is told, as data. The outbox keeps them, `letters` words them, and only
 * the mailer sends them. A notice has one recipient and an identity that follows from what it says, so
 * that deciding the same thing twice yields the same notice.
 */
import type { DesignationStage } from "./case-file/designation.ts";
import type { Difference } from "./case-file/differences.ts";
import type { DifferenceAnswer, Side } from "./case-file/reconciliation.ts";
import type { HeadFacts } from "./case-file/state.ts";
import type { CaseNumber } from "./case-number.ts";
import type { Deadline } from "./deadline.ts";
import type { LinkTarget } from "./desk-link.ts";
import type { OrganisationId } from "./directory.ts";
import type { HeadRank } from "./head.ts";
import type { PackContents } from "./meeting-pack.ts";
import type { ChangeLine } from "./organisation-change.ts";
import type { PeriodKind } from "./period.ts";
import type { ScoreShown } from "./programme/entry.ts";
import type { CivilDate, ClockTime, Instant, Month, Year } from "./time.ts";

declare const brand: unique symbol;
/** Identifies a notice; upper-case letters, digits and `-`, fit for a mail tag. */
export type NoticeId = string & { readonly [brand]: "NoticeId" };

/** Whose mail it is. `address` is copied at the time of decision: a later correction concerns later mail. */
export interface Recipient {
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly name: string;
  readonly address: string;
}

/** A hearing as letters show it. `sequence` counts its changes, as a calendar entry needs. */
export interface HearingDetails {
  /** 1 for the case's first set hearing, 2 for the one set after a postponement or a sitting, … */
  readonly ordinal: number;
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly endTime?: ClockTime;
  readonly place?: string;
  readonly sequence: number;
}

/** A case as letters show it. */
export interface CaseSummary {
  readonly caseNumber: CaseNumber;
  readonly court: string;
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly respondents: readonly string[];
}

/** One fact a reader took from a document, for the person who checks it. */
export interface FactShown {
  /** What it is, in Chinese: 案号, 开庭时间, … */
  readonly label: string;
  readonly value: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The span of the document it came from. */
  readonly text: string;
}

/** The file a notice is about, as its sender knows it. */
export interface FileShown {
  readonly name: string;
  /** Its key in the inbox bucket. */
  readonly key: string;
  readonly receivedAt: Instant;
}

/** Figures of the bulletin in a mail's body; rates are printed already ("89.78%", "—"). */
export interface KeyFigures {
  readonly heard: number;
  readonly present: number;
  readonly rate: string;
  readonly enterpriseHeard: number;
  readonly enterprisePresent: number;
  readonly enterpriseRate: string;
  readonly absent: number;
  readonly unknown: number;
  /** 正职出庭率, 败诉率, 化解率. */
  readonly principalRate?: string;
  readonly lostRate?: string;
  readonly resolvedRate?: string;
  /** Changes of the rate in 百分点, "+17.73", since the period before and the same period last year. */
  readonly sincePrevious?: string;
  readonly sinceLastYear?: string;
  readonly yearToDate?: { readonly heard: number; readonly present: number; readonly rate: string };
}

/** A file that goes with a mail; its bytes are kept in the records bucket. */
export interface AttachedFile {
  readonly name: string;
  readonly key: string;
  readonly contentType: string;
}

/** A proposal for correction (整改建议) as letters show it. */
export interface CorrectionShown {
  readonly agency: string;
  readonly caseNumber?: CaseNumber;
  readonly shortcoming: string;
  readonly proposal: string;
  readonly due: CivilDate;
}

/** An interview (约谈) as letters show it; day and place are set once it is confirmed. */
export interface InterviewShown {
  /** The bureau that calls. */
  readonly issuer: string;
  readonly unit: string;
  readonly from: Month;
  readonly to: Month;
  readonly heard: number;
  readonly present: number;
  readonly reasons: readonly string[];
  readonly date?: CivilDate;
  readonly time?: ClockTime;
  readonly place?: string;
  readonly demands?: string;
  /** When the bureau confirmed it: the letter's date. */
  readonly calledOn?: CivilDate;
  readonly outcome?: string;
}

/** 联席会议材料 as letters and papers show it. */
export interface PackShown extends PackContents {
  readonly place: string;
  readonly year: Year;
  readonly half: 1 | 2;
  readonly from: Month;
  readonly to: Month;
}

/** Which unit's assessment of whose year. */
interface OfAssessment {
  readonly unit: string;
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

/** Which proposal of whose year. */
interface OfCorrection {
  readonly correction: CorrectionShown;
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

/** The case of a government (`respondent`) for which an agency is to be designated (出庭指派). */
interface AboutDesignation {
  readonly case: CaseSummary;
  readonly respondent: string;
  readonly stage: DesignationStage;
  readonly hearing?: HearingDetails;
}

/** A row of a ledger to look at; `used`: it counts, with something left open. */
export interface LedgerRowShown {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
  readonly used: boolean;
}

/** What each kind of notice says. */
export type NoticeContent =
  /** 开庭提醒函, on receipt of the summons. `audience` head: the copy for the head himself. */
  | {
      readonly kind: "hearing-notice";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly report?: Deadline;
      readonly audience: "legal-section" | "head";
      /** The court has notified the head to appear (出庭通知书). */
      readonly headNotified?: boolean;
    }
  /** 开庭提醒函, some days before. */
  | {
      readonly kind: "hearing-reminder";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly daysLeft: number;
      readonly reportOpen: boolean;
      /** The head who will appear as reported, for the identity paper that goes along. */
      readonly head?: { readonly name: string; readonly title: string; readonly rank: HeadRank };
    }
  /** 延期、变更开庭通知: the hearing is off; `hearing` is the new one where it is known. */
  | {
      readonly kind: "hearing-changed";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly cancelled: HearingDetails;
      readonly hearing?: HearingDetails;
      readonly report?: Deadline;
      /** The case has ended (withdrawn, decided): there will be no hearing. */
      readonly closed?: boolean;
    }
  /** 出庭通知书 of the court, once the hearing is known already. */
  | {
      readonly kind: "appearance-notice";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly receivedAt: Instant;
    }
  /** 庭前提示: what needs attention at the hearing, in the court's words. */
  | {
      readonly kind: "court-note";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing?: HearingDetails;
      readonly text: string;
      readonly receivedAt: Instant;
    }
  /** 出庭障碍, to the court that judges it and to the bureau. */
  | {
      readonly kind: "obstacle-reported";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly by: string;
      readonly ground: string;
      readonly explanation: string;
      readonly reader: "court" | "bureau";
    }
  /** 单位信息变更, told by the organisation itself. */
  | {
      readonly kind: "organisation-changed";
      readonly organisation: string;
      readonly by: string;
      readonly at: Instant;
      readonly changes: readonly ChangeLine[];
      readonly functions?: string;
      /** Its open cases: before the court that reads this, or all of them. */
      readonly cases: readonly CaseNumber[];
      readonly reader: "own" | "former-address" | "bureau" | "court";
    }
  /** 案件办理单 to be filled in by the bureau, where a government itself is sued. */
  | ({
      readonly kind: "case-handling-form";
      readonly documentKind: "summons" | "appearance-notice" | "appeal";
      readonly receivedAt: Instant;
    } & AboutDesignation)
  /** 案件办理单送审: the government approves or returns it. */
  | ({
      readonly kind: "handling-form-submitted";
      readonly paper?: {
        readonly kind: "summons" | "appearance-notice" | "appeal";
        readonly receivedAt: Instant;
      };
      readonly by: string;
      readonly summary: string;
      readonly proposal: string;
      readonly agency: string;
    } & AboutDesignation)
  /** 案件办理单退回. */
  | ({
      readonly kind: "handling-form-returned";
      readonly by: string;
      readonly remarks: string;
      readonly agency: string;
    } & AboutDesignation)
  /** 出庭指派通知, to the agency designated. */
  | ({
      readonly kind: "designation-order";
      readonly agency: string;
      readonly on: CivilDate;
      readonly by: string;
      readonly proposal: string;
      readonly report?: Deadline;
    } & AboutDesignation)
  /** 撤销指派通知, to an agency in whose place another was designated. */
  | ({
      readonly kind: "designation-withdrawn";
      readonly agency: string;
      readonly successor: string;
    } & AboutDesignation)
  /** 出庭指派催办. `copy`: the other one is waited for. */
  | ({
      readonly kind: "designation-due";
      readonly waitsFor: "bureau" | "government";
      readonly copy: boolean;
      readonly daysWaiting: number;
      readonly daysLeft?: number;
    } & AboutDesignation)
  /** 临期提醒 (three-day report not in yet). */
  | {
      readonly kind: "report-due";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly hearing?: HearingDetails;
    }
  /** 督办函 (three-day report overdue). `copy`: this is the superior's copy. */
  | {
      readonly kind: "report-overdue";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly daysOver: number;
      readonly hearing?: HearingDetails;
      readonly copy: boolean;
    }
  /** 三日报告送阅: its bureau may return it or note its supervision. `concern`: why the post may not count. */
  | {
      readonly kind: "report-received";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly revision: number;
      readonly by: string;
      readonly proposal: string;
      readonly head: string;
      readonly concern?: string;
      readonly others: readonly string[];
      /** Files handed in with it, by name; they are opened at the desk. */
      readonly proofs?: readonly string[];
    }
  /** 报告退回. */
  | {
      readonly kind: "report-returned";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly remarks: string;
      readonly by: string;
      readonly report?: Deadline;
    }
  /** 督导意见. */
  | {
      readonly kind: "supervision";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly text: string;
      readonly by: string;
    }
  /** 办理链接补发: somebody with a used or expired link asked for another. `about` names the case or file. */
  | { readonly kind: "desk-link"; readonly about: string; readonly target: LinkTarget }
  /** 备案催报. */
  | {
      readonly kind: "filing-due";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly hearing: HearingDetails;
    }
  /** 督办函 (two-day filing overdue). `copy`: this is the superior's copy. */
  | {
      readonly kind: "filing-overdue";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly daysOver: number;
      readonly hearing: HearingDetails;
      readonly copy: boolean;
    }
  /** 核对函: what the sources say of a sitting, side by side. `daysOpen` 0 at first; a reminder otherwise. */
  | {
      readonly kind: "attendance-difference";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly side: Side;
      readonly differences: readonly Difference[];
      readonly daysOpen: number;
    }
  /** 核对待认定: the sides don't agree, or don't answer; the bureau decides. */
  | {
      readonly kind: "difference-standing";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly differences: readonly Difference[];
      readonly answers: readonly DifferenceAnswer[];
    }
  /** 核对结果: what holds. */
  | {
      readonly kind: "difference-settled";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly facts: HeadFacts;
      readonly settledBy: "both-sides" | "bureau";
      readonly by: string;
      readonly reason?: string;
    }
  /** 台账催报. `daysOver` 0 on the day it is due, negative before. */
  | {
      readonly kind: "ledger-due";
      readonly court: string;
      readonly month: Month;
      readonly due: CivilDate;
      readonly daysOver: number;
      /** What the system knew already, for the court to check and complete (预填台账). */
      readonly prefilled?: { readonly cases: number; readonly files: readonly AttachedFile[] };
    }
  /** 台账核对: the ledger has come in, and these rows need its court's eye; all of them are in the file. */
  | {
      readonly kind: "ledger-received";
      readonly court: string;
      readonly month: Month;
      readonly file: FileShown;
      readonly cases: number;
      /** Cases of which no paper had come. */
      readonly opened: number;
      /** Cases a former ledger named and this one doesn't. */
      readonly withdrawn: number;
      readonly unusable: number;
      readonly doubtful: number;
      readonly rows: readonly LedgerRowShown[];
      readonly files: readonly AttachedFile[];
    }
  /**
   * 行政应诉通报, or its draft. `period`: what it covers, up to `month`; absent for the month itself. `changed`: how
   * many entries this version corrects. `left`: files too large to go along.
   */
  | {
      readonly kind: "bulletin";
      readonly jurisdiction: string;
      readonly month: Month;
      readonly period?: Exclude<PeriodKind, "month">;
      readonly changed?: number;
      readonly left?: readonly string[];
      readonly version: number;
      readonly draft: boolean;
      readonly figures: KeyFigures;
      readonly files: readonly AttachedFile[];
    }
  /** 退件通知. `why` and `todo` are Chinese sentences. */
  | {
      readonly kind: "document-rejected";
      readonly file: FileShown;
      readonly why: string;
      readonly todo: string;
    }
  /** 人工复核: read, but not surely. `doubts` are Chinese sentences. */
  | {
      readonly kind: "document-review";
      readonly file: FileShown;
      readonly court: string;
      readonly documentKind: string;
      /** What is beyond doubt has been filed already (that a case was heard); else nothing was. */
      readonly partlyFiled: boolean;
      readonly doubts: readonly string[];
      readonly facts: readonly FactShown[];
    }
  /** 被告名称待核: an agency the directory doesn't know, so nobody could be told. */
  | {
      readonly kind: "unknown-agency";
      readonly case: CaseSummary;
      readonly name: string;
      readonly hearing?: HearingDetails;
    }
  /** 地址失效: a mail came back, or there is no address: someone must find the right one. */
  | {
      readonly kind: "address-failed";
      readonly organisationName: string;
      readonly address: string | undefined;
      readonly cause: string;
      readonly subject: string;
    }
  /** 年度工作提示: what the jurisdiction is to do this year besides its cases, and where it is recorded. */
  | {
      readonly kind: "programme-plan";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly perYear: number;
      readonly meetings: boolean;
    }
  /** 旁听提醒. `copy`: the city's copy about a county. */
  | {
      readonly kind: "observations-behind";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly held: number;
      /** As many as should have been held by now. */
      readonly atLeast: number;
      readonly perYear: number;
      readonly copy: boolean;
    }
  /** 联席会议提醒, to bureau and court. */
  | {
      readonly kind: "meeting-behind";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly half: 1 | 2;
      readonly audience: "bureau" | "court";
    }
  /** 整改建议书. */
  | ({ readonly kind: "correction-proposed" } & OfCorrection)
  /** 整改临期提醒, 督办函: `daysOver` 0 on the day it is due, negative before. `copy`: the superior's or the bureau's. */
  | ({ readonly kind: "correction-due"; readonly daysOver: number; readonly copy: boolean } & OfCorrection)
  /** 整改答复送审. */
  | ({ readonly kind: "correction-answered"; readonly by: string; readonly text: string } & OfCorrection)
  /** 整改审核结果: accepted, or returned with what is missing. */
  | ({
      readonly kind: "correction-judged";
      readonly accepted: boolean;
      readonly by: string;
      readonly text: string;
    } & OfCorrection)
  /** 整改建议撤销. */
  | ({ readonly kind: "correction-withdrawn"; readonly by: string; readonly reason: string } & OfCorrection)
  /** 年度考核结果（征求意见）, to each unit with its own lines. */
  | ({
      readonly kind: "assessment-draft";
      readonly score: ScoreShown;
      readonly objectUntil: CivilDate;
    } & OfAssessment)
  /** 考核异议, to the bureau. */
  | ({ readonly kind: "assessment-objection"; readonly by: string; readonly text: string } & OfAssessment)
  | ({
      readonly kind: "assessment-answered";
      readonly accepted: boolean;
      readonly by: string;
      readonly text: string;
    } & OfAssessment)
  /** 年度考核结果. `draft`: the score it had in the draft. */
  | ({ readonly kind: "assessment-final"; readonly score: ScoreShown; readonly draft: string } & OfAssessment)
  /** The whole assessment, to its bureau: as a draft, and final. */
  | {
      readonly kind: "assessment-made";
      readonly year: Year;
      readonly draft: boolean;
      readonly counties: number;
      readonly agencies: number;
      /** Units whose score is another than in the draft. */
      readonly changed: readonly string[];
      readonly objectUntil: CivilDate;
      readonly files: readonly AttachedFile[];
    }
  /** 联席会议材料, to the bureau that confirms it. */
  | { readonly kind: "pack-made"; readonly pack: PackShown }
  /** 联席会议邀请, to bureau and court, with the pack; `sequence` counts its changes. */
  | {
      readonly kind: "meeting-invited";
      readonly pack: PackShown;
      readonly id: string;
      readonly date: CivilDate;
      readonly time: ClockTime;
      readonly place: string;
      readonly sequence: number;
    }
  /** 约谈建议名单: whom the figures propose; nobody else hears of it before the bureau has confirmed. */
  | {
      readonly kind: "interview-candidates";
      readonly from: Month;
      readonly to: Month;
      readonly candidates: readonly { readonly unit: string; readonly reasons: readonly string[] }[];
    }
  /** 约谈通知书. `copy`: the superior's. */
  | { readonly kind: "interview-called"; readonly interview: InterviewShown; readonly copy: boolean }
  | {
      readonly kind: "interview-withdrawn";
      readonly interview: InterviewShown;
      readonly by: string;
      readonly reason: string;
    }
  /** `outcome`, `follow-up`: the bureau records it. `report`: the unit says what it has mended. */
  | {
      readonly kind: "interview-due";
      readonly interview: InterviewShown;
      readonly step: "outcome" | "follow-up" | "report";
    }
  /** 每日摘要, one mail a day for what a bureau needs to know but not to do at once. */
  | { readonly kind: "digest"; readonly date: CivilDate; readonly lines: readonly DigestLine[] };

/** One line of the bureau's daily digest, in Chinese, with the case it is about. */
export interface DigestLine {
  readonly at: Instant;
  readonly caseNumber?: CaseNumber;
  readonly text: string;
}

export type NoticeKind = NoticeContent["kind"];

/** A notice in the outbox. */
export interface Notice {
  readonly id: NoticeId;
  /** What it belongs to, and is stored with: a case, a document, a bulletin, a court's month. */
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  readonly content: NoticeContent;
  readonly createdAt: Instant;
  /** Not sent before this; see working-hours.ts. */
  readonly releaseAt: Instant;
}

/** The thing a notice belongs to; `programme`: what a jurisdiction does in a year besides its cases. */
export type NoticeSubject =
  | { readonly of: "case"; readonly caseNumber: CaseNumber }
  | { readonly of: "document"; readonly sha256: string }
  | { readonly of: "bulletin"; readonly jurisdiction: string; readonly month: Month }
  | { readonly of: "ledger"; readonly court: OrganisationId; readonly month: Month }
  | { readonly of: "organisation"; readonly organisation: OrganisationId }
  | { readonly of: "programme"; readonly jurisdiction: string; readonly year: Year };

/** A line waiting to be folded into its bureau's daily digest. */
export interface WaitingLine {
  readonly id: NoticeId;
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  readonly line: DigestLine;
  /** When the digest it belongs to is due. */
  readonly releaseAt: Instant;
}

/** What an outbox item may be; see the README's picture. */
export type NoticeState =
  | "held"
  | "pending"
  | "sending"
  | "accepted"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "ambiguous";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The identity of what a notice says: the same parts give the same id. FNV-1a over the parts, twice with
 * different seeds: 64 bits, ample for telling the notices of one case apart.
 */
export function noticeId(...parts: readonly string[]): NoticeId {
  const text = parts.join("\u001f");
  const fnv = (seed: number) => {
    let hash = seed;
    for (let index = 0; index < text.length; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return hash >>> 0;
  };
  let bits = (BigInt(fnv(0x811c9dc5)) << 32n) | BigInt(fnv(0x1b873593));
  let id = "";
  for (let index = 0; index < 13; index++) {
    id = ALPHABET[Number(bits & 31n)] + id;
    bits >>= 5n;
  }
  return id as NoticeId;
}

/** The short word of each kind in a notice number. */
const KIND_WORDS: Record<NoticeKind, string> = {
  "hearing-notice": "开庭",
  "hearing-reminder": "提醒",
  "hearing-changed": "改期",
  "case-handling-form": "办理",
  "handling-form-submitted": "审批",
  "handling-form-returned": "退回",
  "designation-order": "指派",
  "designation-withdrawn": "撤销",
  "designation-due": "催办",
  "appearance-notice": "出庭",
  "court-note": "提示",
  "obstacle-reported": "障碍",
  "organisation-changed": "变更",
  "report-due": "临期",
  "report-overdue": "督办",
  "report-received": "报告",
  "report-returned": "退回",
  supervision: "督导",
  "desk-link": "链接",
  "filing-due": "备案",
  "filing-overdue": "督办",
  "attendance-difference": "核对",
  "difference-standing": "认定",
  "difference-settled": "核结",
  "ledger-due": "台账",
  "ledger-received": "台账",
  bulletin: "通报",
  "document-rejected": "退件",
  "document-review": "复核",
  "unknown-agency": "核名",
  "address-failed": "地址",
  "programme-plan": "年度",
  "observations-behind": "旁听",
  "meeting-behind": "联席",
  "correction-proposed": "整改",
  "correction-due": "整改",
  "correction-answered": "整改",
  "correction-judged": "整改",
  "correction-withdrawn": "整改",
  "assessment-draft": "考核",
  "assessment-objection": "考核",
  "assessment-answered": "考核",
  "assessment-final": "考核",
  "assessment-made": "考核",
  "pack-made": "联席",
  "meeting-invited": "联席",
  "interview-candidates": "约谈",
  "interview-called": "约谈",
  "interview-withdrawn": "约谈",
  "interview-due": "约谈",
  digest: "摘要",
};

/** The number a reader sees and can quote on the telephone: 应诉提醒〔2026〕7Q3F-K2M9. */
export function noticeNumber(notice: Pick<Notice, "id" | "content" | "createdAt">): string {
  const year = new Date(Date.parse(notice.createdAt) + 8 * 3_600_000).getUTCFullYear();
  return `应诉${KIND_WORDS[notice.content.kind]}〔${year}〕${notice.id.slice(-8, -4)}-${notice.id.slice(-4)}`;
}
