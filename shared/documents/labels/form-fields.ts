import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { type LabelledValue, valueText } from "./labels.ts";

/** Reads the first filled field of a form whose label fits. */
export type FieldReader = (pattern: RegExp) => Fact<string> | undefined;

const SEAL = /（[^（）]{0,6}(?:章|签字|签名|盖印)[^（）]{0,4}）$/u;
const TICK = "[☑√✓✔■●]";
const BOX = "[□☐○〇]";

export function fieldsOf(flat: FlatText, labels: readonly LabelledValue[]): FieldReader {
  return (pattern) => {
    for (const label of labels.filter(({ label: name }) => pattern.test(name))) {
      const end = Math.min(fieldEnd(flat, label.start), label.end);
      const value =
        label.blockEnd > label.start ? valueText(flat, { start: label.start, end }).replace(SEAL, "") : "";
      if (value !== "")
        return { value, confidence: 0.9, rule: "field-of-a-form", text: spanOf(flat, label.start, end) };
    }
    return undefined;
  };
}

/** To the next cell, or to a blank behind which another label with its colon stands. */
function fieldEnd(flat: FlatText, at: number): number {
  for (let end = at + 1; end < flat.text.length; end++) {
    const gap = gapAt(flat, end);
    if (gap >= Gap.cell) return end;
    if (
      gap === Gap.blank &&
      /^[\p{Script=Han}（）]{2,14}：/u.test(
        flat.text.slice(end, Math.min(nextGap(flat, end + 1, Gap.line), end + 16)),
      )
    )
      return end;
  }
  return flat.text.length;
}

/** The longest words that can label a field. */
const LONGEST_LABEL = 18;

/**
 * Every field of a form by its build, whatever its label says: words before a colon, or the cell before a cell. Forms
 * of agencies have labels that no list knows.
 */
export function formPairs(flat: FlatText): LabelledValue[] {
  const pairs: LabelledValue[] = [];
  for (let line = 0; line < flat.text.length; ) {
    const lineEnd = nextGap(flat, line + 1, Gap.line);
    const cells: [start: number, end: number][] = [];
    for (let at = line; at < lineEnd; ) {
      const end = Math.min(fieldEnd(flat, at), lineEnd);
      cells.push([at, end]);
      at = end;
    }
    for (let index = 0; index < cells.length; index++) {
      const [at, end] = cells[index] ?? [line, line];
      const colon = flat.text.slice(at, Math.min(end, at + LONGEST_LABEL)).indexOf("：");
      const [start, until] =
        colon !== -1 && at + colon + 1 < end ? [at + colon + 1, end] : (cells[index + 1] ?? [end, end]);
      const label = flat.text.slice(at, colon === -1 ? end : at + colon);
      if (start >= until || !/^[\p{Script=Han}（）、]+$/u.test(label) || label.length > LONGEST_LABEL)
        continue;
      pairs.push({ label: label.replace(/（[^）]*）$/u, ""), at, start, end: until, blockEnd: until });
      if (start >= end) index++;
    }
    line = lineEnd;
  }
  return pairs;
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

/** What a field that asks whether says: 是, 已出庭, 否; undefined where it says neither. */
export function answerOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(?:否|未|没有|无|×|不)/u.test(text)) return false;
  return /^(?:是|已|出庭|√|有|正职|副职|分管)/u.test(text) ? true : undefined;
}
