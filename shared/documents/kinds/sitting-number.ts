/** Which sitting of its case does a document speak of? 第二次开庭 → 2. */
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { numeralOf } from "../text/numerals.ts";
import type { ReadDocument } from "./facts.ts";

const NUMBERED =
  /第([一二三四五六]|\d)次(?:公开)?(?:开庭|庭审)|(?:庭审|开庭)笔录（第([一二三四五六]|\d)次）/u;

/** 第二次开庭 → 2. */
export function sittingOf(flat: FlatText): Pick<ReadDocument, "sitting"> {
  const match = NUMBERED.exec(flat.text);
  const digit = match?.[1] ?? match?.[2];
  if (match === null || digit === undefined) return {};
  const text = spanOf(flat, match.index, match.index + match[0].length);
  const confidence = CONFIDENCE.inferred;
  return { sitting: { value: numeralOf(digit), confidence, rule: "number-of-sitting", text } };
}
