import type { Fact } from "./facts.ts";
import { type FlatText, Gap, nextGap, spanOf } from "./flat-text.ts";
import { type LabelledValue, valueText } from "./labels.ts";

/** Reads the first filled field of a form whose label fits. */
export type FieldReader = (pattern: RegExp) => Fact<string> | undefined;

const SEAL = /（[^（）]{0,6}(?:章|签字|签名|盖印)[^（）]{0,4}）$/u;
const TICK = "[☑√✓✔■●]";
const BOX = "[□☐○〇]";

export function fieldsOf(flat: FlatText, labels: readonly LabelledValue[]): FieldReader {
  return (pattern) => {
    for (const label of labels.filter(({ label: name }) => pattern.test(name))) {
      const end = Math.min(nextGap(flat, label.start + 1, Gap.cell), label.end);
      const value =
        label.blockEnd > label.start ? valueText(flat, { start: label.start, end }).replace(SEAL, "") : "";
      if (value !== "")
        return { value, confidence: 0.9, rule: "field-of-a-form", text: spanOf(flat, label.start, end) };
    }
    return undefined;
  };
}

/**
 * The option of a form that is ticked: ☑是 □否 · 是√ 否□ · 是（√） 否（ ）. The value itself where it has no boxes;
 * undefined where none or several are ticked.
 */
export function ticked(value: string): string | undefined {
  if (!new RegExp(`${TICK}|${BOX}`, "u").test(value)) return value;
  const plain = value.replace(/[（）]/gu, "");
  const isBefore = new RegExp(`^(?:${TICK}|${BOX})`, "u").test(plain);
  const option = "([\\p{Script=Han}]{1,10})";
  const pattern = isBefore ? `${TICK}${option}` : `${option}${TICK}`;
  const chosen = [...plain.matchAll(new RegExp(pattern, "gu"))].map(([, words]) => words);
  return chosen.length === 1 ? chosen[0] : undefined;
}
