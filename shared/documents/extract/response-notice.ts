import type { ReadDocument } from "../facts.ts";
import type { CasePaper } from "./case-facts.ts";
import { addressees, withAddressees } from "./summons.ts";

/** Whether a title is that of a court's notice to respond (应诉通知书) or of what it serves with it. */
export function isResponseNotice(title: string | undefined): boolean {
  return (
    title !== undefined && /(?:应诉|举证|答辩|参加诉讼).{0,6}通知书?$/u.test(title) && !/负责人/u.test(title)
  );
}

/** Reads a notice of response: the agency it is addressed to is the one sued, and no hearing is set yet. */
export function readResponseNotice(paper: CasePaper): ReadDocument {
  const addressed = addressees(paper.flat);
  const [summoned] = addressed;
  return {
    ...paper.facts,
    respondents: withAddressees(paper, addressed, 0.9),
    ...(summoned === undefined ? {} : { summoned }),
  };
}
