/** What does the material for the half-yearly joint meeting (联席会议材料) hold? Figures, cases, problems and steps, as data. */

import type { AsWritten } from "../../as-written.ts";
import type { CaseAgency } from "../../statistics/figures.ts";
import type { SuggestionTrigger } from "../../statistics/judicial-suggestion.ts";
import type { CivilDate } from "../../time/time.ts";

interface Attended {
  readonly heard: number;
  readonly present: number;
}

/** How matters stand, one figure each. */
export type PackFigure =
  | ({ readonly type: "heard" } & Attended)
  | { readonly type: "instances"; readonly first: Attended; readonly second: Attended }
  | ({ readonly type: "enterprise" } & Attended)
  /** 正职. */
  | { readonly type: "principals"; readonly heard: number; readonly principals: number }
  /** 出声, of the cases whose record says. */
  | { readonly type: "speech"; readonly heard: number; readonly spoke: number }
  /** 败诉. */
  | { readonly type: "defeat"; readonly closed: number; readonly lost: number }
  /** 化解. */
  | { readonly type: "resolution"; readonly mediated: number; readonly settled: number }
  | AsWritten;

/** Why a case is proposed as typical (典型案件). */
export type TypicalReason =
  | { readonly type: "possible-suggestion"; readonly triggers: readonly SuggestionTrigger[] }
  | { readonly type: "enterprise-without-head" }
  | { readonly type: "lost-without-head" }
  | { readonly type: "settled-with-principal" }
  | { readonly type: "principal-spoke" }
  | AsWritten;

/** A case proposed as typical, with all that makes it so. */
export interface TypicalCase extends CaseAgency {
  readonly why: readonly TypicalReason[];
}

/** A problem that the figures show. */
export type PackProblem =
  | { readonly type: "heads-absent"; readonly absent: number; readonly rate: string }
  | {
      readonly type: "absent-again-and-again";
      readonly agencies: readonly { readonly name: string; readonly times: number }[];
    }
  | { readonly type: "sources-differ"; readonly cases: number }
  | { readonly type: "attendance-unknown"; readonly cases: number }
  | { readonly type: "late"; readonly reports: number; readonly filings: number }
  | AsWritten;

/** What is to be done next: about one of the problems, or to go on as before; or what a person wrote. */
export type PackStep = { readonly type: Exclude<PackProblem["type"], "as-written"> | "go-on" } | AsWritten;

/** A proposal for correction (整改建议) that isn't settled. */
export type OpenCorrection =
  | {
      readonly type: "open";
      readonly agency: string;
      readonly shortcoming: string;
      readonly state: "awaiting-answer" | "answered" | "returned";
      readonly due: CivilDate;
    }
  | AsWritten;

/** What the pack says; the table's rows are of counties. */
export interface PackContents {
  readonly state: readonly PackFigure[];
  readonly counties: readonly {
    readonly name: string;
    readonly heard: number;
    readonly present: number;
    readonly rate: string;
  }[];
  readonly cases: readonly TypicalCase[];
  readonly problems: readonly PackProblem[];
  readonly corrections: readonly OpenCorrection[];
  readonly next: readonly PackStep[];
}

/** 上次议定事项 that isn't settled, as the agenda has it. */
export interface OpenPoint {
  readonly text: string;
  readonly owner?: string;
  readonly due?: CivilDate;
  /** The meeting that agreed it. */
  readonly on: CivilDate;
}
