/** Files that prove something in a case (证明材料): why a head was absent, that the head was there, that a judgment was performed. */

import type { Proof } from "../proof-file.ts";
import type { CaseReport } from "./report.ts";
import type { CaseFile } from "./state.ts";

/** `own-side`: the agency, and whoever stands above it. A court has what was handed to it, or to both. */
export type ProofReader = "own-side" | "court";

interface HandedIn {
  readonly respondent: string;
  readonly proofs?: readonly Proof[];
}

/** With what files come in, and whether the court sees them: it has to see what it judges. */
const SOURCES: readonly (readonly [of: (file: CaseFile) => readonly HandedIn[], isForCourt: boolean])[] = [
  // Whether the head has good reason to stay away is the court's to judge (法释〔2020〕3号 §8, §9).
  [({ reports }) => reports.filter(givesReason), true],
  // What the agency means to say at the hearing is between it and its bureau.
  [({ reports }) => reports.filter((report) => !givesReason(report)), false],
  [({ defence }) => defence?.drafts ?? [], false],
  [({ obstacles }) => obstacles, true],
  [({ filings }) => filings, true],
  [({ answers }) => answers, true],
  [({ settlements }) => settlements, true],
  [({ defence }) => defence?.handed ?? [], true],
  [({ defence }) => defence?.extensions ?? [], true],
  [({ judgment }) => judgment?.performances ?? [], true],
];

/** Proofs are asked for with a report for this alone; one that its bureau has returned is to be made anew. */
function givesReason({ head, returned }: CaseReport): boolean {
  return head.appears === false && returned === undefined;
}

/** The proofs about a respondent that a reader may see, whatever they were handed in with; each once. */
export function proofsOf(file: CaseFile, respondent: string, reader: ProofReader): readonly Proof[] {
  const proofs = SOURCES.filter(([, isForCourt]) => isForCourt || reader === "own-side")
    .flatMap(([of]) => of(file))
    .filter((one) => one.respondent === respondent)
    .flatMap(({ proofs = [] }) => proofs);
  return [...new Map(proofs.map((proof) => [proof.sha256, proof])).values()];
}
