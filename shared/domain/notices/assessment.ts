/** What notices say of the yearly assessment (年度考核): to each unit its own lines, to the bureau the whole. */

import type { AsWritten } from "../as-written.ts";
import type { CivilDate, Year } from "../time/time.ts";
import { entryLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AttachedFile, ScoreShown } from "./frame/shown.ts";

/** Which unit's assessment of whose year. */
interface OfAssessment {
  readonly unit: string;
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

/** A unit whose score is another than in the draft, both as printed; or a sentence about it. */
export type ScoreChange =
  | { readonly type: "changed"; readonly unit: string; readonly before: string; readonly after: string }
  | AsWritten;

/** What each of them says. */
export interface AssessmentNotices {
  /** 年度考核结果（征求意见）, to each unit with its own lines. */
  "assessment-draft": { readonly score: ScoreShown; readonly objectUntil: CivilDate } & OfAssessment;
  /** 考核异议, to the bureau. */
  "assessment-objection": { readonly by: string; readonly text: string } & OfAssessment;
  /** 考核异议答复, to the unit. */
  "assessment-answered": {
    readonly accepted: boolean;
    readonly by: string;
    readonly text: string;
  } & OfAssessment;
  /** 年度考核结果. `draft`: the score it had in the draft. */
  "assessment-final": { readonly score: ScoreShown; readonly draft: string } & OfAssessment;
  /** The whole assessment, to its bureau: as a draft, and final. */
  "assessment-made": {
    readonly year: Year;
    readonly draft: boolean;
    readonly counties: number;
    readonly agencies: number;
    /** Units whose score is another than in the draft. */
    readonly changed: readonly ScoreChange[];
    readonly objectUntil: CivilDate;
    readonly files: readonly AttachedFile[];
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const ASSESSMENT_NOTICES = {
  "assessment-draft": {
    word: "考核",
    link: (content) => entryLink("assessment", content),
    leaves: "at-once",
  },
  "assessment-objection": { word: "考核", link: () => ({ task: "programme" }), leaves: "at-once" },
  "assessment-answered": {
    word: "考核",
    link: (content) => entryLink("assessment", content),
    leaves: "at-once",
  },
  "assessment-final": {
    word: "考核",
    link: (content) => entryLink("assessment", content),
    leaves: "at-once",
  },
  "assessment-made": { word: "考核", link: () => ({ task: "programme" }), leaves: "when-offices-open" },
} satisfies NoticeRules<AssessmentNotices>;
