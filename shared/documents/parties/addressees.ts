/** To whom does a letter or a message speak? 沂水县公安局：, 【沂水县人民法院】沂水县公安局：, 李国强，您好. */
import { organEndings } from "../../domain/court/organ-endings.ts";
import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { isLabel } from "../text/label-gaps.ts";
import { readingTable } from "../text/rule-table.ts";
import { linesOf } from "../text/sentences.ts";
import { anyOf } from "../text/words.ts";

/** A letter's addressees stand so near to its top, those of a message nearer. */
const WITHIN = 600;
const WITHIN_MESSAGE = 200;

/** 沂水县公安局：…你局…, at the beginning of a line or behind a message's brackets. */
const ADDRESSED =
  /(?:^|】|》)([\p{Script=Han}（）]{4,40})：(?=[^。]{0,60}(?:[你您]|贵(?:单位|机关|[局委厅府院])))/u;

const ADDRESSEES = readingTable<FlatText, readonly Fact<string>[]>("addressees", [
  {
    name: "agencies-before-a-colon",
    reads: (flat) => {
      const names = addressedNames(flat);
      return names.length > 0 && names.every(isOrgan)
        ? names.map((value) => fact(value, CONFIDENCE.stated))
        : undefined;
    },
    example: "沂水县公安局、沂水县人民政府：",
  },
  {
    name: "agency-of-a-message",
    reads: (flat) => {
      const name = linesOf(flat)
        .filter(({ start }) => start < WITHIN_MESSAGE)
        .map(
          ({ start, end }) =>
            ADDRESSED.exec(flat.text.slice(start, Math.min(end, start + WITHIN_MESSAGE)))?.[1],
        )
        .find((words) => words !== undefined && isOrgan(words) && !isLabel(words));
      return name === undefined ? undefined : [fact(name, CONFIDENCE.inferred)];
    },
    example: "【沂水县人民法院】沂水县公安局：张三诉你单位一案",
  },
]);

/** 沂水县公安局： on a line of its own opens a letter to an agency, or to several; messages go on behind it. */
export function addressees(flat: FlatText): readonly Fact<string>[] {
  return ADDRESSEES.decide(flat)?.verdict ?? [];
}

/** 沂水县某某公司：, where the letter goes to undertakings; agencies it goes to as well are left out. */
export function undertakingsAddressed(flat: FlatText): Fact<string>[] {
  return addressedNames(flat)
    .filter((name) => COMPLETE.test(name) && !isOrgan(name))
    .map((value) => fact(value, CONFIDENCE.stated));
}

/** Who a letter or message calls 您: 李国强，您好 · 李国强：. */
export function personGreeted(flat: FlatText): Fact<string> | undefined {
  for (let start = 0; start < Math.min(flat.text.length, WITHIN / 2); start++) {
    if (gapAt(flat, start) < Gap.line && !/[】》]/u.test(flat.text[start - 1] ?? "")) continue;
    const match = /^(?:尊敬的)?([\p{Script=Han}·×*]{2,16}?)(?:先生|女士|同志)?(?:[，！]?[您你]好|：)/u.exec(
      flat.text.slice(start, start + 30),
    );
    const name = match?.[1] ?? "";
    const at = start + (match?.[0].indexOf(name) ?? 0);
    if (isPersonName(name))
      return {
        value: name,
        confidence: CONFIDENCE.inferred,
        rule: "person-greeted",
        text: spanOf(flat, at, at + name.length),
      };
  }
  return undefined;
}

/** 沂水县公安局： or 致：沂水县公安局, on a line of their own, or on several where the page breaks the list. */
function addressedNames(flat: FlatText): readonly string[] {
  const inParagraph = namesBeforeColon(flat, Gap.paragraph);
  return inParagraph.length > 0 ? inParagraph : namesBeforeColon(flat, Gap.line);
}

/** 和 parts two agencies only behind the end of one: 沂水县公安局和沂水县人民政府, not 自然资源和规划局. */
const LAST_CHARACTERS = new Set(
  organEndings("bureau", "government", "committee", "division", "brigade").map((end) => end.slice(-1)),
);
const BETWEEN_NAMES = new RegExp(`、|(?<=${anyOf([...LAST_CHARACTERS, "司"])})和`, "u");

function namesBeforeColon(flat: FlatText, gap: number): readonly string[] {
  for (let start = 0; start < Math.min(flat.text.length, WITHIN); ) {
    const end = nextGap(flat, start + 1, gap);
    const text = flat.text.slice(start, end);
    const line = (/^(?:致：?)?([\p{Script=Han}（）、]{4,80})：$/u.exec(text) ??
      /^(?:致|送达|此致)：([\p{Script=Han}（）、]{4,80})$/u.exec(text))?.[1];
    const names = line?.split(BETWEEN_NAMES) ?? [];
    const areNames = names.every(
      (name) => !isLabel(name) && (isFullOrgan(name) || COMPLETE.test(name) || isPersonName(name)),
    );
    if (names.length > 0 && areNames) return names;
    start = end;
  }
  return [];
}

function fact(value: string, confidence: Confidence): Fact<string> {
  return { value, confidence, rule: "addressee", text: value };
}
