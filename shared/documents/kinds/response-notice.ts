/** Who has to respond by a court's notice (应诉通知书, 举证通知书, 参加诉讼通知书)? The agency sued, or a third party. */
import { announcedHearing } from "../moments/hearing.ts";
import { addressees } from "../parties/addressees.ts";
import { courtStaff } from "../parties/court-staff.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { withAddressees } from "./addressed-agency.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { summonedParties } from "./summons.ts";

/** Whether a title is that of a court's notice to respond (应诉通知书) or of what it serves with it. */
export function isResponseNotice(title: string | undefined): boolean {
  return (
    title !== undefined && /(?:应诉|举证|答辩|参加诉讼).{0,6}通知书?$/u.test(title) && !/负责人/u.test(title)
  );
}

/** Reads a notice of response: the agency it is addressed to is the one sued, and no hearing is set yet. */
export function readResponseNotice(paper: CasePaper): ReadDocument {
  if (/参加诉讼/u.test(paper.facts.title ?? "")) return readCallToTakePart(paper);
  const called = addressees(paper.flat);
  const addressed = called.length > 0 ? called : summonedParties(paper.flat, paper.labels);
  const [summoned] = addressed;
  const staff = courtStaff(paper.flat);
  // Some courts set the hearing in the same notice.
  const { hearing } = announcedHearing(paper.flat, paper.labels, {
    caseYear: paper.year,
    issuedOn: paper.facts.issuedOn?.value,
  });
  return {
    ...paper.facts,
    // What is served with it (举证通知书) opens no case of its own.
    ...(/应诉.{0,6}通知书?$/u.test(paper.facts.title ?? "") && { courtPaper: "response-notice" as const }),
    ...(staff === undefined ? {} : { courtStaff: staff }),
    ...(hearing === undefined ? {} : { hearing }),
    respondents: withAddressees(paper, addressed, CONFIDENCE.stated),
    ...(summoned === undefined ? {} : { summoned }),
  };
}

/** A notice to take part calls a third party, not the one that is sued. */
function readCallToTakePart({ flat, facts }: CasePaper): ReadDocument {
  const isThird = /第三人(?:的)?(?:身份)?参加|追加[^。]{0,20}第三人/u.test(flat.text);
  const known = [...facts.respondents, ...facts.thirdParties].map(({ value }) => value);
  const joined = addressees(flat)
    .filter(({ value }) => isThird && !known.includes(value))
    .map((fact) => ({ ...fact, rule: "called-to-take-part" }));
  return { ...facts, thirdParties: [...facts.thirdParties, ...joined] };
}
