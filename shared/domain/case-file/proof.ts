/** Files that prove something in a case (证明材料): why a head was absent, or that the head was there. */

import type { Proof } from "../proof-file.ts";
import type { CaseFile } from "./state.ts";

/** Every proof about a respondent, whatever it was handed in with; each once. */
export function proofsOf(file: CaseFile, respondent: string): readonly Proof[] {
  const handedIn = [
    ...file.reports,
    ...file.obstacles,
    ...file.filings,
    ...file.answers,
    ...file.settlements,
    ...(file.defence?.handed ?? []),
    ...(file.defence?.drafts ?? []),
    ...(file.defence?.extensions ?? []),
    ...(file.judgment?.performances ?? []),
  ];
  const proofs = handedIn.filter((one) => one.respondent === respondent).flatMap(({ proofs = [] }) => proofs);
  return [...new Map(proofs.map((proof) => [proof.sha256, proof])).values()];
}
