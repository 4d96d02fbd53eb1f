/** 起诉状、答辩状、证据目录、上诉状: what do the parties' own papers say, and which case are they of? */
import { instanceOf } from "../../domain/court/case-number.ts";
import { addressedCourt } from "../names/court.ts";
import { isOrgan } from "../names/organ-name.ts";
import { appellantsOf } from "../parties/appellants.ts";
import { authorOf } from "../parties/author.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** Whether a title is that of a complaint (行政起诉状); a civil one as well. */
export function isComplaint(title: string | undefined): boolean {
  return title !== undefined && /起诉[状书](?:副本)?$|^(?:行政)?诉状$/u.test(title);
}

/** Whether a title is that of a statement of defence (答辩状). */
export function isDefence(title: string | undefined): boolean {
  return title !== undefined && /答辩[状书]$/u.test(title);
}

/** Whether a title is that of a list of evidence (证据目录、证据清单). */
export function isEvidenceList(title: string | undefined): boolean {
  return title !== undefined && /证据(?:材料)?(?:目录|清单)$/u.test(title);
}

/** Reads a complaint. A number on it is the court's stamp: the case's own. */
export function readComplaint({ flat, facts }: CasePaper): ReadDocument {
  const { originCaseNumber: stamped, ...rest } = facts;
  const at = stamped === undefined ? -1 : flat.text.indexOf(stamped.value);
  const isStamp =
    stamped !== undefined &&
    rest.caseNumbers.length === 0 &&
    instanceOf(stamped.value) === "first" &&
    at >= 0 &&
    at < flat.text.indexOf("原告");
  const court = addressedCourt(flat) ?? facts.court;
  const read = isStamp
    ? { ...rest, caseNumbers: [{ ...stamped, rule: "number-stamped-on-a-complaint" }] }
    : facts;
  const paper = { ...read, ...(court === undefined ? {} : { court }) };
  // A complaint in a civil matter is none of ours.
  return facts.administrative.value ? { ...paper, courtPaper: "complaint" } : paper;
}

/** Reads what an agency defends itself with: it speaks as the one that is sued. */
export function readDefence(paper: CasePaper, agencyPaper: "defence" | "evidence-list"): ReadDocument {
  const { flat, facts } = paper;
  const author = authorOf(flat);
  const isKnown = (name: string) => facts.respondents.some(({ value }) => value === name);
  const own =
    author !== undefined && isOrgan(author.value) && !isKnown(author.value)
      ? [{ ...author, confidence: CONFIDENCE.inferred, rule: "author-of-a-defence" }]
      : [];
  // Whose paper it is stands first.
  const first = facts.respondents.filter(({ value }) => value === author?.value);
  const others = facts.respondents.filter(({ value }) => value !== author?.value);
  return { ...facts, agencyPaper, respondents: [...own, ...first, ...others] };
}

/** Reads an appeal (上诉状): no number of its own, no hearing; parties by their role in the first instance. */
export function readAppeal({ flat, facts }: CasePaper): ReadDocument {
  const appellants = appellantsOf(flat, facts);
  return appellants.length === 0 ? facts : { ...facts, appellants };
}
