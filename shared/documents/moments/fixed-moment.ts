/** Which of a paper's dates is the day it fixes for the hearing, and does anything in the paper contradict it? */
import { type LabelledValue, valueText } from "../labels/labels.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, nextGap } from "../text/flat-text.ts";
import { itemsOf } from "../text/numbered-items.ts";
import { readingTable } from "../text/rule-table.ts";
import type { WrittenMoment } from "./dates.ts";
import { isFixed, type SensedMoment } from "./moment-sense.ts";

/** A paper's dates, each with what it is. */
interface DatesOfPaper {
  readonly flat: FlatText;
  readonly labels: readonly LabelledValue[];
  readonly sorted: readonly SensedMoment[];
  /** The hearing's place among purposes that a form numbers. */
  readonly item: number;
}

const FIXED_DAY = readingTable<DatesOfPaper, SensedMoment>("fixed-day", [
  {
    name: "the-day-it-is-moved-to",
    reads: ({ sorted }) => sorted.findLast(({ sense }) => sense === "new"),
    example: "延期至2026年10月20日9时开庭",
  },
  { name: "the-day-of-its-field", reads: labelled, example: "应到时间：2026年9月24日9时" },
  {
    name: "the-day-a-sentence-fixes",
    reads: ({ flat, sorted }) => sorted.find(({ sense, moment }) => sense === "set" && isFixed(flat, moment)),
    example: "定于2026年9月24日9时开庭",
  },
  {
    name: "the-day-a-sentence-is-about",
    reads: ({ sorted }) => sorted.find(({ sense }) => sense === "set"),
    example: "于2026年9月24日9时到庭",
  },
]);

/**
 * The day a paper fixes for the hearing: the one it moves to, else its field's, else its sentence's. `item` is the hearing's
 * place among purposes that a form numbers.
 */
export function fixedMoment(
  flat: FlatText,
  labels: readonly LabelledValue[],
  sorted: readonly SensedMoment[],
): { readonly fixed: SensedMoment | undefined; readonly item: number } {
  const item = itemHeard(flat, labels);
  return { fixed: FIXED_DAY.decide({ flat, labels, sorted, item })?.verdict, item };
}

/** Where nothing else says it, the only date with a time of day is the hearing. */
export function onlyTimed(sorted: readonly SensedMoment[]): SensedMoment | undefined {
  const timed = sorted.filter(({ moment, sense }) => moment.time !== undefined && sense === "other");
  const [first] = timed;
  const same = timed.every(
    ({ moment }) => moment.date === first?.moment.date && moment.time === first.moment.time,
  );
  return first !== undefined && same ? atMost(first, CONFIDENCE.doubtful) : undefined;
}

function atMost(sensed: SensedMoment, confidence: number): SensedMoment {
  const { moment } = sensed;
  return { ...sensed, moment: { ...moment, confidence: Math.min(moment.confidence, confidence) } };
}

/** Which of several numbered purposes (1.庭前会议；2.开庭) is the hearing; 0 where there is one. */
function itemHeard(flat: FlatText, labels: readonly LabelledValue[]): number {
  const purpose = labels.find(({ label }) => /事由$/u.test(label));
  const items =
    purpose === undefined
      ? []
      : itemsOf(valueText(flat, { start: purpose.start, end: fieldEnd(flat, purpose) }));
  return Math.max(
    0,
    items.findIndex((text) => /开庭|庭审|审理/u.test(text) && !/庭前/u.test(text)),
  );
}

/** The moment of the field 应到时间; of several in it the one whose item is the hearing, else none is sure. */
function labelled({ flat, labels, sorted, item }: DatesOfPaper): SensedMoment | undefined {
  const inFields = sorted
    .filter(({ sense }) => sense === "labelled")
    .map((sensed) => ({ ...sensed, label: fieldOf(labels, sensed.moment) }));
  const [best] = inFields.toSorted((a, b) => rankOf(b.label) - rankOf(a.label));
  if (best === undefined) return undefined;
  const { label, ...first } = best;
  if (label === undefined) return first;
  const inField = sorted.filter(
    ({ moment, sense }) =>
      moment.time !== undefined &&
      moment.start >= label.start &&
      moment.end <= fieldEnd(flat, label) &&
      (sense === "labelled" || sense === "other" || sense === "set"),
  );
  if (new Set(inField.map(({ moment }) => `${moment.date} ${moment.time}`)).size < 2) return first;
  // 9时（开庭）；15时（宣判）: the field says of each what it is.
  const [named, another] = inField.filter(({ moment }) =>
    /^（(?:开庭|庭审)/u.test(flat.text.slice(moment.end, moment.end + 3)),
  );
  if (named !== undefined && another === undefined) return ofField(named);
  const isNumbered =
    itemsOf(valueText(flat, { start: label.start, end: fieldEnd(flat, label) })).length === inField.length;
  const chosen = isNumbered ? inField[item] : undefined;
  return chosen === undefined ? atMost(first, CONFIDENCE.doubtful) : ofField(chosen);
}

/** A day that stands in the field, whatever its own words say of it. */
function ofField({ moment }: SensedMoment): SensedMoment {
  return { moment, sense: "labelled", by: "time-by-label" };
}

/** A field's value over the lines that the page broke. */
function fieldEnd(flat: FlatText, { start, blockEnd }: LabelledValue): number {
  return Math.min(nextGap(flat, start + 1, Gap.paragraph), Math.max(blockEnd, start));
}

function fieldOf(labels: readonly LabelledValue[], moment: WrittenMoment): LabelledValue | undefined {
  return labels.findLast(({ start }) => start <= moment.start);
}

/** 开庭时间 is the hearing's, 应到时间 nearly always; 报到时间 may be half an hour before. */
function rankOf(label: LabelledValue | undefined): number {
  if (/开庭|庭审|审理/u.test(label?.label ?? "")) return 2;
  return /报到/u.test(label?.label ?? "") ? 0 : 1;
}

/** Other fields and sentences that fix the hearing for another hour or day. */
export function isContradicted(
  flat: FlatText,
  labels: readonly LabelledValue[],
  { moment, sense: chosenSense }: SensedMoment,
  sorted: readonly SensedMoment[],
): boolean {
  if (chosenSense === "new") return false;
  const rank = rankOf(fieldOf(labels, moment));
  return sorted.some(
    ({ moment: other, sense }) =>
      (sense === "labelled"
        ? rankOf(fieldOf(labels, other)) === rank
        : sense === "set" && isFixed(flat, other)) &&
      (other.date !== moment.date ||
        (other.time !== undefined && moment.time !== undefined && other.time !== moment.time)),
  );
}

/** Where a hearing is moved, the day it was to be on can't be the new one unless another hour is given. */
export function isOld({ moment: chosen }: SensedMoment, sorted: readonly SensedMoment[]): boolean {
  return sorted.some(
    ({ moment, sense }) =>
      sense === "old" &&
      moment.date === chosen.date &&
      (chosen.time === undefined || moment.time === undefined || moment.time === chosen.time),
  );
}
