import { announcedHearing } from "../moments/hearing.ts";
import { addressees } from "../parties/addressees.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { withAddressees } from "./summons.ts";

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
  // A notice to take part calls a third party, not the one that is sued.
  if (/参加诉讼/u.test(paper.facts.title ?? "")) {
    const isThird = /第三人(?:的)?(?:身份)?参加|追加[^。]{0,20}第三人/u.test(paper.flat.text);
    const known = [...paper.facts.respondents, ...paper.facts.thirdParties].map(({ value }) => value);
    const joined = addressed.filter(({ value }) => isThird && !known.includes(value));
    return {
      ...paper.facts,
      thirdParties: [
        ...paper.facts.thirdParties,
        ...joined.map((fact) => ({ ...fact, rule: "called-to-take-part" })),
      ],
    };
  }
  // Some courts set the hearing in the same notice.
  const { hearing } = announcedHearing(paper.flat, paper.labels, {
    caseYear: paper.year,
    issuedOn: paper.facts.issuedOn?.value,
  });
  return {
    ...paper.facts,
    ...(hearing === undefined ? {} : { hearing }),
    respondents: withAddressees(paper, addressed, 0.9),
    ...(summoned === undefined ? {} : { summoned }),
  };
}
