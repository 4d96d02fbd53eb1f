import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { isLabel } from "../text/label-gaps.ts";

/** A letter's addressees stand near its top. */
const WITHIN = 600;

/** 沂水县公安局： on a line of its own opens a letter to an agency, or to several. */
export function addressees(flat: FlatText): Fact<string>[] {
  const names = addressedNames(flat);
  return names.length > 0 && names.every(isOrgan) ? names.map((value) => fact(value, 0.93)) : inMessage(flat);
}

/** 沂水县某某公司：, where the letter goes to undertakings; agencies it goes to as well are left out. */
export function undertakingsAddressed(flat: FlatText): Fact<string>[] {
  return addressedNames(flat)
    .filter((name) => COMPLETE.test(name) && !isOrgan(name))
    .map((value) => fact(value, 0.9));
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
        confidence: 0.88,
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

function namesBeforeColon(flat: FlatText, gap: number): readonly string[] {
  for (let start = 0; start < Math.min(flat.text.length, WITHIN); ) {
    const end = nextGap(flat, start + 1, gap);
    const text = flat.text.slice(start, end);
    const line = (/^(?:致：?)?([\p{Script=Han}（）、]{4,80})：$/u.exec(text) ??
      /^(?:致|送达|此致)：([\p{Script=Han}（）、]{4,80})$/u.exec(text))?.[1];
    const names = line?.split(/[、]|(?<=局|府|会|处|队|司)和/u) ?? [];
    const isNames = names.every(
      (name) => !isLabel(name) && (isFullOrgan(name) || COMPLETE.test(name) || isPersonName(name)),
    );
    if (names.length > 0 && isNames) return names;
    start = end;
  }
  return [];
}

/** 【沂水县人民法院】沂水县公安局：张三诉你单位… as text messages have it. */
function inMessage(flat: FlatText): Fact<string>[] {
  const name = /(?:^|】|》)([\p{Script=Han}（）]{4,40})：(?=[^。]{0,60}[你您贵])/u.exec(
    flat.text.slice(0, 200),
  )?.[1];
  return name !== undefined && isOrgan(name) ? [fact(name, 0.88)] : [];
}

function fact(value: string, confidence: number): Fact<string> {
  return { value, confidence, rule: "addressee", text: value };
}
