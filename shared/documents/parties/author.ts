/** Which agency wrote a letter? The one that signs it, else the one whose name stands alone at the top. */
import { ORGAN_CALLED } from "../../domain/court/organ-endings.ts";
import { isFullOrgan } from "../names/organ-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { withoutSeal } from "../text/seals.ts";
import { linesOf } from "../text/sentences.ts";
import { anyOf } from "../text/words.ts";

/** Words by which an agency's letter speaks of itself: 我局, 本机关. */
export const SELF = new RegExp(`^[我本]${anyOf(ORGAN_CALLED, ["方"])}`, "u");

/** How far a letter's head and its foot reach, in lines or cells. */
const HEAD = 3;
const FOOT = 6;

const AUTHOR = readingTable<readonly string[], string>("author-of-a-letter", [
  {
    name: "agency-that-signs",
    reads: (lines) => lines.slice(-FOOT).findLast(isFullOrgan),
    example: "沂水县公安局（盖章）\n2026年9月1日",
  },
  {
    name: "agency-at-the-top",
    reads: (lines) => lines.slice(0, HEAD).find(isFullOrgan),
    example: "沂水县公安局\n关于延期开庭的申请",
  },
]);

/** The agency that wrote a letter: it signs at the end, else its name stands alone at the top. */
export function authorOf(flat: FlatText): Fact<string> | undefined {
  const lines = linesOf(flat, Gap.cell).map(({ start, end }) =>
    withoutSeal(flat.text.slice(start, end)).replace(/^\p{Script=Han}{2,8}：/u, ""),
  );
  const ruled = AUTHOR.decide(lines);
  if (ruled === undefined) return undefined;
  const { verdict: value, rule } = ruled;
  return { value, confidence: CONFIDENCE.inferred, rule, text: value };
}
