/** Why was a file not taken as it is? In Chinese, as the letter about it says. */
import type { DocumentRecord } from "../../../../shared/domain/document.ts";
import { explainDoubts } from "../../../../shared/letters/refusals/doubts.ts";
import { explainRejection } from "../../../../shared/letters/refusals/rejections.ts";

/** The reason of a rejection, or what makes a person look; empty where nothing stood in the way. */
export function whyNot({ rejection, doubts = [] }: DocumentRecord): string {
  return rejection === undefined ? explainDoubts(doubts) : explainRejection(rejection).why;
}
