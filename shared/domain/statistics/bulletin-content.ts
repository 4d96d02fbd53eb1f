/** What a bureau gives a bulletin (通报) besides its figures: its words, its numbers, whom it is for, and what is circulated. */

/** Whom a bulletin is circulated to. */
export type Circle = "governments" | "bureaus" | "courts" | "agencies";
export const CIRCLES: readonly Circle[] = ["governments", "bureaus", "courts", "agencies"];

/** Lists that name units and cases: the bureau's own annex, unless it chooses to circulate them. */
export type UnitList = "agencies" | "absences" | "open" | "suggestions" | "changes";
export const UNIT_LISTS: readonly UnitList[] = ["agencies", "absences", "open", "suggestions", "changes"];

/** What the bureau gives a bulletin besides its figures. */
export interface BulletinContent {
  /** 情况分析, a paragraph each. */
  readonly analysis: readonly string[];
  /** 工作要求 in the bureau's words, an item each. */
  readonly demands: readonly string[];
  /** Whether what the figures call for stands before those. */
  readonly calledFor: boolean;
  /** 期号 within the year. */
  readonly issue?: number;
  /** 发文字号: 临司通〔2026〕9号. */
  readonly document?: string;
  readonly to: readonly Circle[];
  /** Lists that are circulated; the others go to the bureau alone. */
  readonly shown: readonly UnitList[];
}

/** Before the bureau has chosen anything: what a correction changes is said to all who have what it corrects. */
export const PLAIN_CONTENT: BulletinContent = {
  analysis: [],
  demands: [],
  calledFor: true,
  to: CIRCLES,
  shown: ["changes"],
};

/** What its bureau gave it besides the figures. */
export interface BulletinWords {
  /** As printed: 〔2026〕第9期, 临司通〔2026〕9号. */
  readonly issue?: string;
  readonly document?: string;
  readonly analysis: readonly string[];
  readonly demands: readonly string[];
}
