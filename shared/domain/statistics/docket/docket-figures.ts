/** Which figures has the docket of a period (收结存和裁判结果)? */
import type { Instance } from "../../court/case-number.ts";
import type { Level } from "../../organisations/level.ts";
import type { DocketTally, ResultLine } from "./docket-case.ts";

/** How often an outcome table's line was ruled, by instance; `halted`: of cases that are still pending. */
export interface ResultCount {
  readonly line: ResultLine;
  readonly first: number;
  readonly second: number;
  readonly retrial: number;
  readonly halted: number;
}

export interface DocketFigures {
  /** In cases: 合计, and each instance. */
  readonly total: DocketTally;
  readonly byInstance: Readonly<Record<Exclude<Instance, "other">, DocketTally>>;
  /** 管理领域, 被诉行为, in cases, most closed first; undefined: not known. */
  readonly byField: readonly (DocketTally & { readonly field: string | undefined })[];
  readonly byAct: readonly (DocketTally & { readonly act: string | undefined })[];
  /** In cases, in the order of courts' codes. */
  readonly byCourt: readonly (DocketTally & { readonly court: string; readonly code: string })[];
  /** In (case, agency) pairs. */
  readonly pairs: DocketTally;
  readonly byJurisdiction: readonly (DocketTally & { readonly jurisdiction: string })[];
  readonly byLevel: readonly (DocketTally & { readonly level: Level })[];
  /** District × agency × level × field, in pairs: what the other tables of pairs are sums of. */
  readonly cells: readonly DocketCell[];
  /** Of what was closed, most frequent first within the order of the table. */
  readonly results: readonly ResultCount[];
  /** Closed cases of which nothing shows when they were closed: in none of the counts. */
  readonly undated: number;
}

export interface DocketCell extends DocketTally {
  readonly jurisdiction: string;
  readonly agency: string;
  readonly level: Level;
  readonly field: string | undefined;
}

/** The counts of a period that another is compared with. */
export type DocketSummary = Pick<DocketFigures, "total" | "byInstance" | "byField" | "byJurisdiction">;
