/** What the material for the half-yearly joint meeting (联席会议材料) says. */
import type { CaseAgency } from "../statistics/figures.ts";

/** A case proposed as typical (典型案件), and why. */
export interface TypicalCase extends CaseAgency {
  readonly why: string;
}

/** What the pack says, in Chinese sentences; the table's rows are of counties. */
export interface PackContents {
  readonly state: readonly string[];
  readonly counties: readonly {
    readonly name: string;
    readonly heard: number;
    readonly present: number;
    readonly rate: string;
  }[];
  readonly cases: readonly TypicalCase[];
  readonly problems: readonly string[];
  readonly corrections: readonly string[];
  readonly next: readonly string[];
}
