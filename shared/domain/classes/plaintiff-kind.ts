/**
 * Who sues, by the name a court wrote: 自然人, 法人, 其他组织, 公益诉讼起诉人 (行政诉讼法 §25; 民法典 §54, §76, §87, §96, §101, §102)? A name that
 * leaves it open (某某饭店: a person's business, or a firm's) is not guessed at.
 */
import { type EnterpriseForm, judgePlaintiffs, type OrganisedOtherwise } from "../court/enterprise.ts";
import type { PlaintiffKind } from "./classes.ts";

const OTHERWISE: Readonly<Record<OrganisedOtherwise, PlaintiffKind | undefined>> = {
  "villagers-committee": "legal-person",
  "owners-committee": "other-organisation",
  "villagers-group": "other-organisation",
  "rural-collective": "legal-person",
  school: "legal-person",
  "mass-organisation": "legal-person",
  association: "legal-person",
  "place-of-worship": undefined,
  "state-organ": "legal-person",
};

const ENTERPRISES: Readonly<Partial<Record<EnterpriseForm, PlaintiffKind>>> = {
  company: "legal-person",
  group: "legal-person",
  cooperative: "legal-person",
  "self-employed": "person",
  "professional-firm": "other-organisation",
};

/** Undefined where the name leaves it open. */
export function kindOfPlaintiff(name: string): PlaintiffKind | undefined {
  const plain = name.normalize("NFKC").replace(/\s/gu, "");
  if (/^\p{Script=Han}{1,2}某{1,2}[甲乙丙丁\d]?$|^\p{Script=Han}+·\p{Script=Han}+$/u.test(plain))
    return "person";
  if (/人民检察院$/u.test(plain)) return "procurator";
  if (/(?:合伙企业|个人独资企业|分公司)(?:\([^()]*\))?$/u.test(plain)) return "other-organisation";
  const { because } = judgePlaintiffs([name]);
  switch (because.type) {
    case "person":
    case "in-trade":
      return "person";
    case "no-enterprise":
      return OTHERWISE[because.kind];
    case "enterprise":
      return ENTERPRISES[because.kind];
    default:
      return undefined;
  }
}
