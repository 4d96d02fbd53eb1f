/** What does an appeal say (上诉状)? Whom it is against, and which case of the first instance it goes back to. */
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** Reads an appeal (上诉状): no number of its own, no hearing; parties by their role in the first instance. */
export function readAppeal({ facts }: CasePaper): ReadDocument {
  return facts;
}
