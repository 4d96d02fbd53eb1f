/** Files that prove something in a case (证明材料): why a head was absent, or that he was there. */
import type { CaseFile } from "./state.ts";

/** A file kept in the records bucket, under its hash. */
export interface Proof {
  readonly key: string;
  readonly sha256: string;
  /** As its owner called it. */
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}

/** Every proof about a respondent, whatever it was handed in with; each once. */
export function proofsOf(file: CaseFile, respondent: string): readonly Proof[] {
  const handedIn = [...file.reports, ...file.filings, ...file.answers, ...file.settlements];
  const proofs = handedIn.filter((one) => one.respondent === respondent).flatMap(({ proofs = [] }) => proofs);
  return [...new Map(proofs.map((proof) => [proof.sha256, proof])).values()];
}
