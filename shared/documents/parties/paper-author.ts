/** Can a paper be a court's? What is written to a court and what other bodies decide bear the same titles. */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { isFullOrgan } from "../names/organ-name.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { withoutSeal } from "../text/seals.ts";
import { linesOf } from "../text/sentences.ts";

/** How far a letter's head and its foot reach, in lines. */
const HEAD = 14;
const EDGE = 6;
/** A letter says to whom it speaks so near to its top. */
const TOP = 300;

/** A line with nothing but a court's name, with a division behind it or the title. */
const COURTS_LINE =
  /^\p{Script=Han}{2,24}法院(?:\p{Script=Han}{0,8}庭)?(?:$|\p{Script=Han}{0,8}(?:通知书?|传票))/u;

interface Paper {
  readonly text: string;
  readonly lines: readonly string[];
}

const NOT_A_COURTS = ruleTable("paper-of-no-court", ({ text }: Paper) => text.slice(0, TOP), [
  { name: "speaks-to-the-court", of: /贵院/u, says: true, example: "贵院受理的原告张三诉我局一案" },
  {
    name: "letter-to-a-court",
    of: ({ lines }) =>
      lines.slice(0, HEAD).some((line) => /^(?:尊敬的)?\p{Script=Han}{2,24}法院：$/u.test(line)),
    says: true,
    example: "沂水县人民法院：",
  },
  {
    // A bureau of justice, say; and no court stands at its head or foot.
    name: "signed-by-an-agency",
    of: ({ lines }) =>
      lines.slice(1 - EDGE).some(isFullOrgan) &&
      ![...lines.slice(0, EDGE), ...lines.slice(-EDGE)].some((line) => COURTS_LINE.test(line)),
    says: true,
    example: "沂水县司法局\n2026年9月1日",
  },
  {
    name: "of-an-arbitration-or-a-reconsideration",
    of: ({ text }) => isElsewhere(text),
    says: true,
    example: "沂水县人民政府行政复议机构\n听证通知书",
  },
]);

/**
 * Whether a paper can be a court's: what is written to a court, what an agency signs, and what comes from a commission of
 * arbitration or reconsideration bear the same titles.
 */
export function canBeCourts(flat: FlatText): boolean {
  const lines = linesOf(flat).map(({ start, end }) => withoutSeal(flat.text.slice(start, end)));
  return NOT_A_COURTS.decide({ text: flat.text, lines }) === undefined;
}

const OTHER_BODY = /仲裁(?:委|庭|院)|复议(?:机构|听证|申请书|答复)|本委/u;
const NAMES_A_COURT = new RegExp(`法院|本院|我院|${NUMBER_SHAPE.trial}`, "u");

/** Whether the paper is from a body that is no court, and names none. */
export function isElsewhere(text: string): boolean {
  return OTHER_BODY.test(text) && !NAMES_A_COURT.test(text);
}
