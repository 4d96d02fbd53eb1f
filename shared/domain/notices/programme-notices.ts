/** What is said of the year besides its cases (工作台账): observations, meetings, corrections, assessments, interviews. */

import type { CivilDate, ClockTime, Month, Year } from "../time/time.ts";
import type { AttachedFile, CorrectionShown, InterviewShown, PackShown, ScoreShown } from "./shown.ts";

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

export type ProgrammeNoticeContent =
  /** 年度工作提示: what the jurisdiction is to do this year besides its cases, and where it is recorded. */
  | {
      readonly kind: "programme-plan";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly perYear: number;
      readonly meetings: boolean;
    }
  /** 旁听提醒. */
  | {
      readonly kind: "observations-behind";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly held: number;
      /** As many as should have been held by now. */
      readonly atLeast: number;
      readonly perYear: number;
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
    };
