import {
  type CaseNumber,
  type FoundNumber,
  findCaseNumbers,
  instanceOf,
  partsOf,
} from "../../domain/court/case-number.ts";
import type { LabelledValue } from "../labels/labels.ts";
import type { DocumentKind, Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import { numeralOf, yearNumber } from "../text/numerals.ts";

/** Which of a document's numbers are its own, and which it quotes. */
export interface DocumentNumbers {
  readonly own: readonly Fact<CaseNumber>[];
  readonly origin?: Fact<CaseNumber>;
  /** A number of some other kind of case where the document's own would stand. */
  readonly foreign?: Fact<string>;
}

/** Words before a number that belongs to an earlier decision or another case. */
const QUOTED =
  /(?:不服|作出的?|原审|(?<!第)一审(?!判庭)|前案|另案|关联案?|撤销|维持|生效的?|本院此前|参见|依据|编号|文号|原案号：?|[一二]审案号：?|原审案号：?)[^。；]{0,28}$|(?:本案|该案)与$/u;
/** A number whose serial is left open. */
const UNFILLED = /^（?(?:19|20)?\d{0,2}）?[\p{Script=Han}]{0,3}\d{0,4}(?:行赔?[初终申再])?字?第?号/u;
/** 丽司函〔2026〕33号: a number that agencies give; courts put the year first. */
const NAME_FIRST = /^[^（(〔[【\d]/u;
/** Papers that ask a court to take the matter up: they have no number yet. */
const STARTS_ANEW = /(?:再审申请|申请再审|申诉|抗诉申请|起诉|上诉答辩)[状书]$/u;
const COURT_CASE = new Set(["civil", "criminal", "enforcement", "other"]);

/** Sorts a document's numbers. An appeal has none of its own yet: it carries the first instance's. */
export function documentNumbers(
  flat: FlatText,
  labels: readonly LabelledValue[],
  kind: DocumentKind,
  title = "",
): DocumentNumbers {
  const found = findCaseNumbers(withDigits(flat.text));
  const isAppeal = kind === "appeal" || STARTS_ANEW.test(title);
  const ownPlace = isAppeal ? undefined : ownNumber(flat, labels, found);
  const own = ownPlace === undefined ? [] : ownPlace.found.flatMap((number) => facts(flat, number, ownPlace));
  const foreign = ownPlace?.found.find((number) => number.foreign !== undefined);
  const origin = originNumber(
    flat,
    found,
    own.map(({ value }) => value),
    isAppeal,
  );
  return {
    own,
    ...(origin === undefined ? {} : { origin }),
    ...(foreign === undefined || own.length > 0
      ? {}
      : {
          foreign: {
            value: foreign.original,
            confidence: 0.95,
            rule: "number-of-another-kind",
            text: foreign.original,
          },
        }),
  };
}

/** （二〇二六）宁0302行初十九号 with its numerals as digits, as long as before so that places stay the same. */
function withDigits(text: string): string {
  const padded = (numeral: string) => String(numeralOf(numeral)).padStart(numeral.length, "0");
  return text
    .replace(/(?<=（)二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}(?=）)/gu, (year) =>
      String(yearNumber(year) ?? year),
    )
    .replace(/(?<=行赔?[初终申再监审]字?第?)[一二三四五六七八九十百〇○零]{1,6}(?=号)/gu, padded);
}

interface Place {
  readonly found: readonly FoundNumber[];
  readonly confidence: number;
  readonly rule: string;
}

/** Where a paper's own number stands, if not behind a label. */
const TOP = 400;

/** A number of the same instance that isn't among these: one of the two is a slip. */
function isOther({ numbers: [number] }: FoundNumber, own: readonly FoundNumber[]): boolean {
  const known = own.flatMap(({ numbers }) => numbers);
  return (
    number !== undefined &&
    !known.includes(number) &&
    known.some((one) => instanceOf(one) === instanceOf(number))
  );
}

function ownNumber(
  flat: FlatText,
  labels: readonly LabelledValue[],
  found: readonly FoundNumber[],
): Place | undefined {
  const usable = found.filter(
    ({ foreign, original }) =>
      foreign === undefined || (COURT_CASE.has(foreign) && !NAME_FIRST.test(original)),
  );
  for (const { label, start, blockEnd } of labels) {
    if (!/案号|案件编号|案件号/u.test(label) || /[一二原]/u.test(label)) continue;
    const inside = usable.filter(
      (number) => number.start >= start - 1 && number.start < Math.min(blockEnd, start + 120),
    );
    const own = inside.filter((number) => !isQuoted(flat, number, start));
    if (own.length > 0) {
      const isContradicted = usable.some(
        (number) =>
          number.start < TOP &&
          standsAlone(flat, number) &&
          isOther(number, own) &&
          number.foreign === undefined,
      );
      return { found: own, confidence: isContradicted ? 0.6 : 0.98, rule: "number-by-label" };
    }
    // （2026）甘0102行初　　号 waits for its serial; no other number of the paper is the case's.
    if (UNFILLED.test(flat.text.slice(start, Math.min(blockEnd, start + 40)))) return undefined;
  }
  const alone = usable.filter((number) => standsAlone(flat, number));
  const [first] = alone;
  const isLetter = first?.foreign === "other" && usable.some(({ foreign }) => foreign === undefined);
  // （2026）苏1202司建3号: the letter's number; its sentences say which case it is about.
  if (first !== undefined && first.start < TOP && !isLetter) {
    const together = isList(flat, usable, first)
      ? sameSeries(usable, first)
      : alone.filter((number, index) => index === 0 || number.start - (alone[index - 1]?.end ?? 0) <= 3);
    return { found: together, confidence: 0.97, rule: "number-under-title" };
  }
  const second = labels.find(({ label }) => label === "二审案号");
  const atSecond =
    second && usable.find((number) => number.start >= second.start - 1 && number.start < second.blockEnd);
  if (atSecond !== undefined) return { found: [atSecond], confidence: 0.9, rule: "number-by-label" };
  const [spoken] = usable.filter(
    (number) => !isQuoted(flat, number, 0) && !(isLetter && number.foreign !== undefined),
  );
  return spoken === undefined ? undefined : { found: [spoken], confidence: 0.85, rule: "number-in-sentence" };
}

/** Lines that each begin with a number of one series: 行初120号 原告甲 9：00 / 行初121号 …. */
function isList(flat: FlatText, usable: readonly FoundNumber[], first: FoundNumber): boolean {
  return sameSeries(usable, first).filter(({ start }) => gapAt(flat, start) >= Gap.line).length >= 2;
}

function sameSeries(usable: readonly FoundNumber[], { numbers: [first] }: FoundNumber): FoundNumber[] {
  if (first === undefined) return [];
  const { year, court, type } = partsOf(first);
  return usable.filter(({ numbers: [number] }) => {
    const parts = number && partsOf(number);
    return parts?.year === year && parts.court === court && parts.type === type;
  });
}

/** On a line or in a cell of its own, or behind the title on its line. */
function standsAlone(flat: FlatText, { start, end }: FoundNumber): boolean {
  const before =
    gapAt(flat, start) >= Gap.cell ||
    /(?:书|票|状|录|表|：|、)$/u.test(flat.text.slice(Math.max(0, start - 1), start)) ||
    (flat.text[start - 1] === "（" && gapAt(flat, start - 1) >= Gap.cell);
  const after = gapAt(flat, end) >= Gap.blank || /^[）、，及]/u.test(flat.text.slice(end, end + 1));
  return before && after && !isQuoted(flat, { start }, 0);
}

function isQuoted(flat: FlatText, { start }: Pick<FoundNumber, "start">, notBefore: number): boolean {
  let from = Math.max(notBefore, start - 40);
  for (let place = start; place > from; place--) if (gapAt(flat, place) >= Gap.paragraph) from = place;
  const before = flat.text.slice(from, start);
  // 取水许可行政撤销一案（案号：…: what stands behind 一案 names that case.
  return QUOTED.test(before) && !/一案[（【〔，]?(?:案号)?：?$/u.test(before);
}

/** The first-instance case that an appeal, a second-instance or a retrial paper goes back to. */
function originNumber(
  flat: FlatText,
  found: readonly FoundNumber[],
  own: readonly CaseNumber[],
  isAppeal: boolean,
): Fact<CaseNumber> | undefined {
  const isLater = own.length > 0 && own.every((number) => ["second", "retrial"].includes(instanceOf(number)));
  if (!isAppeal && !isLater) return undefined;
  const candidates = found.filter(({ numbers }) =>
    numbers.some((number) => instanceOf(number) === "first" && !own.includes(number)),
  );
  const attacked = candidates.find((number) =>
    /(?:不服|判决|裁定|一审|原审)/u.test(flat.text.slice(Math.max(0, number.start - 60), number.end + 12)),
  );
  const origin = attacked ?? candidates[0];
  const number = origin?.numbers.find((value) => instanceOf(value) === "first");
  if (origin === undefined || number === undefined) return undefined;
  const isOnlyOne = new Set(candidates.flatMap(({ numbers }) => numbers)).size === 1;
  return {
    value: number,
    confidence: attacked !== undefined ? 0.95 : isOnlyOne ? 0.88 : 0.75,
    rule: "number-of-first-instance",
    text: spanOf(flat, origin.start, origin.end),
  };
}

/** A year far from the document's own, or a form that the court code forbids, is a slip to be checked. */
function facts(flat: FlatText, found: FoundNumber, place: Place): Fact<CaseNumber>[] {
  return found.numbers.map((value) => {
    const plausible = partsOf(value).year >= 1990;
    return {
      value,
      confidence: plausible ? place.confidence : 0.5,
      rule: place.rule,
      text: spanOf(flat, found.start, found.end),
    };
  });
}
