import { isFullOrgan } from "../names/organ-name.ts";
import { type FlatText, Gap, nextGap } from "../text/flat-text.ts";

/** How far a letter's head and its foot reach, in lines. */
const HEAD = 14;
const EDGE = 6;
const SEAL = /（[^（）]{0,6}(?:章|印)[^（）]{0,4}）$/u;
const COURT =
  /^[\p{Script=Han}]{2,24}法院(?:[\p{Script=Han}]{0,8}庭)?(?:$|[\p{Script=Han}]{0,8}(?:通知书?|传票))/u;

/**
 * Whether a paper can be a court's: what is written to a court, what an agency signs, and what comes from a commission of
 * arbitration or reconsideration bear the same titles.
 */
export function canBeCourts(flat: FlatText): boolean {
  const lines = linesOf(flat);
  return (
    !/贵院/u.test(flat.text.slice(0, 300)) &&
    !isWrittenToCourt(lines) &&
    !isSignedByAgency(lines) &&
    !isElsewhere(flat.text)
  );
}

/** Whether the paper is from a body that is no court, and names none. */
export function isElsewhere(text: string): boolean {
  return (
    /仲裁(?:委|庭|院)|复议(?:机构|听证|申请书|答复)|本委/u.test(text) &&
    !/法院|本院|我院|行赔?[初终再]/u.test(text)
  );
}

/** A line 沂水县人民法院： opens a letter to it. */
function isWrittenToCourt(lines: readonly string[]): boolean {
  return lines.slice(0, HEAD).some((line) => /^(?:尊敬的)?[\p{Script=Han}]{2,24}法院：$/u.test(line));
}

/** Signed by an agency, a bureau of justice say, and no court stands at its head or foot. */
function isSignedByAgency(lines: readonly string[]): boolean {
  const edges = [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
  return lines.slice(1 - EDGE).some(isFullOrgan) && !edges.some((line) => COURT.test(line));
}

function linesOf(flat: FlatText): string[] {
  const lines: string[] = [];
  for (let start = 0; start < flat.text.length; ) {
    const end = nextGap(flat, start + 1, Gap.line);
    lines.push(flat.text.slice(start, end).replace(SEAL, ""));
    start = end;
  }
  return lines;
}
