import { isFullOrgan } from "../names/organ-name.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap } from "../text/flat-text.ts";

const SEAL = /（[^（）]{0,6}(?:章|印)[^（）]{0,4}）$/u;
/** Words by which an agency's letter speaks of itself. */
export const SELF =
  /^(?:我|本)(?:分局|单位|机关|街道(?:办事处)?|大队|支队|中心|县政府|市政府|区政府|政府|局|办|委|厅|府|处|所|县|市|区|镇|乡|方)/u;

/** The agency that wrote a letter: it signs at the end, else its name stands alone at the top. */
export function authorOf(flat: FlatText): Fact<string> | undefined {
  const lines: string[] = [];
  for (let start = 0; start < flat.text.length; ) {
    const end = nextGap(flat, start + 1, Gap.cell);
    lines.push(
      flat.text
        .slice(start, end)
        .replace(SEAL, "")
        .replace(/^[\p{Script=Han}]{2,8}：/u, ""),
    );
    start = end;
  }
  const signed = lines.slice(-6).findLast(isFullOrgan);
  const head = lines.slice(0, 3).find(isFullOrgan);
  const value = signed ?? head;
  return value === undefined
    ? undefined
    : { value, confidence: signed === undefined ? 0.82 : 0.88, rule: "agency-that-writes", text: value };
}
