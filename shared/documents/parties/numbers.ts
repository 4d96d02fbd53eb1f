/** Which of a document's case numbers are its own, which one goes back to the first instance, and which does it only quote? */
import {
  type CaseNumber,
  type FoundNumber,
  findCaseNumbers,
  instanceOf,
  NUMBER_SHAPE,
  partsOf,
} from "../../domain/court/case-number.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { DocumentKind, Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import { numeralOf, yearNumber } from "../text/numerals.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { originNumber } from "./origin-number.ts";

/** Which of a document's numbers are its own, and which it quotes. */
export interface DocumentNumbers {
  readonly own: readonly Fact<CaseNumber>[];
  readonly origin?: Fact<CaseNumber>;
  /** A number of some other kind of case where the document's own would stand. */
  readonly foreign?: Fact<string>;
}

/** Words before a number that belongs to an earlier decision or another case. */
const QUOTING = wordList(`
  不服 作出的? 原审 (?<!第)一审(?!判庭) 前案 另案 关联案? 撤销 维持 生效的? 本院此前 参见 依据 编号 文号
  原案号：? [一二]审案号：? 原审案号：?`);
const QUOTED = new RegExp(`${anyOf(QUOTING)}[^。；]{0,28}$|(?:本案|该案)与$`, "u");
/** How far before a number such words can stand. */
const QUOTED_WITHIN = 40;
/** A number whose serial is left open. */
const UNFILLED = new RegExp(
  `^（?(?:19|20)?\\d{0,2}）?\\p{Script=Han}{0,3}\\d{0,4}(?:${NUMBER_SHAPE.trial})?字?第?号`,
  "u",
);
/** 丽司函〔2026〕33号: a number that agencies give; courts put the year first. */
const NAME_FIRST = /^[^（(〔[【\d]/u;
/** Papers that ask a court to take the matter up: they have no number yet. */
const STARTS_ANEW = /(?:再审申请|申请再审|申诉|抗诉申请|起诉|上诉答辩)[状书]$/u;
const COURT_CASE = new Set(["civil", "criminal", "enforcement", "other"]);
/** Where a paper's own number stands, if not behind a label; and how far behind its label it begins. */
const TOP = 400;
const BEHIND_LABEL = 120;

/** Sorts a document's numbers. An appeal has none of its own yet: it carries the first instance's. */
export function documentNumbers(
  flat: FlatText,
  labels: readonly LabelledValue[],
  kind: DocumentKind,
  title = "",
): DocumentNumbers {
  const found = findCaseNumbers(withDigits(flat.text));
  const isAppeal = kind === "appeal" || STARTS_ANEW.test(title);
  const place = isAppeal ? undefined : ownPlace(flat, labels, found);
  const own = place === undefined ? [] : place.found.flatMap((number) => facts(flat, number, place));
  const foreign = place?.found.find((number) => number.foreign !== undefined);
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
            confidence: CONFIDENCE.stated,
            rule: "number-of-another-kind",
            text: foreign.original,
          },
        }),
  };
}

const YEAR_IN_NUMERALS = /(?<=（)二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}(?=）)/gu;
const SERIAL_IN_NUMERALS = /(?<=行赔?[初终申再监审]字?第?)[一二三四五六七八九十百〇○零]{1,6}(?=号)/gu;

/** （二〇二六）宁0302行初十九号 with its numerals as digits, as long as before so that places stay the same. */
function withDigits(text: string): string {
  const padded = (numeral: string) => {
    const value = numeralOf(numeral);
    return Number.isNaN(value) ? numeral : String(value).padStart(numeral.length, "0");
  };
  return text
    .replace(YEAR_IN_NUMERALS, (year) => String(yearNumber(year) ?? year))
    .replace(SERIAL_IN_NUMERALS, padded);
}

interface Place {
  readonly found: readonly FoundNumber[];
  readonly confidence: Confidence;
  readonly rule: string;
}

/** The numbers of courts' cases that a document has, and where they stand. */
interface Numbers {
  readonly flat: FlatText;
  readonly labels: readonly LabelledValue[];
  readonly usable: readonly FoundNumber[];
  /** Those on a line or in a cell of their own. */
  readonly alone: readonly FoundNumber[];
  /** Those behind the label 案号; none where the label waits for its number. */
  readonly labelled: readonly FoundNumber[] | undefined;
  /** Whether the first of those alone is a letter's number, and the case's stands in its sentences. */
  readonly isLetter: boolean;
}

type Own = Omit<Place, "rule">;

const OWN = readingTable<Numbers, Own>("own-number", [
  {
    // （2026）甘0102行初　　号 waits for its serial; no other number of the paper is the case's.
    name: "number-not-filled-in",
    reads: ({ labelled }) =>
      labelled?.length === 0 ? { found: [], confidence: CONFIDENCE.stated } : undefined,
    example: "案号：（2026）甘0102行初　　号",
  },
  {
    name: "number-by-label-against-another",
    reads: ({ usable, flat, labelled }) => {
      if (labelled === undefined) return undefined;
      const isContradicted = usable.some(
        (number) =>
          number.start < TOP &&
          number.foreign === undefined &&
          isOther(number, labelled) &&
          standsAlone(flat, number),
      );
      return isContradicted ? { found: labelled, confidence: CONFIDENCE.doubtful } : undefined;
    },
    example: "（2026）鲁1323行初45号\n案号：（2026）鲁1323行初54号",
  },
  {
    name: "number-by-label",
    reads: ({ labelled }) => labelled && { found: labelled, confidence: CONFIDENCE.stated },
    example: "案号：（2026）鲁1323行初45号",
  },
  {
    name: "numbers-of-a-list",
    reads: ({ flat, usable, alone, isLetter }) => {
      const [first] = alone;
      if (first === undefined || first.start >= TOP || isLetter) return undefined;
      const series = sameSeries(usable, first);
      const lines = series.filter(({ start }) => gapAt(flat, start) >= Gap.line);
      return lines.length >= 2 ? { found: series, confidence: CONFIDENCE.stated } : undefined;
    },
    example: "（2026）鲁1323行初120号 张三 9：00\n（2026）鲁1323行初121号 李四 9：30",
  },
  {
    name: "number-under-title",
    reads: ({ alone, isLetter }) => {
      const [first] = alone;
      if (first === undefined || first.start >= TOP || isLetter) return undefined;
      const found = alone.filter(
        (number, index) => index === 0 || number.start - (alone[index - 1]?.end ?? 0) <= 3,
      );
      return { found, confidence: CONFIDENCE.stated };
    },
    example: "传票\n（2026）鲁1323行初45号",
  },
  {
    name: "number-of-the-second-instance-by-label",
    reads: ({ labels, usable }) => {
      const label = labels.find((one) => one.label === "二审案号");
      const number = label && usable.find(({ start }) => start >= label.start - 1 && start < label.blockEnd);
      return number && { found: [number], confidence: CONFIDENCE.stated };
    },
    example: "一审案号：（2026）鲁1323行初45号 二审案号：（2026）鲁13行终12号",
  },
  {
    name: "number-in-sentence",
    reads: ({ flat, usable, isLetter }) => {
      const spoken = usable.find(
        (number) => !isQuoted(flat, number, 0) && !(isLetter && number.foreign !== undefined),
      );
      return spoken && { found: [spoken], confidence: CONFIDENCE.inferred };
    },
    example: "本院受理的（2026）鲁1323行初45号案件",
  },
]);

function ownPlace(
  flat: FlatText,
  labels: readonly LabelledValue[],
  found: readonly FoundNumber[],
): Place | undefined {
  const usable = found.filter(
    ({ foreign, original }) =>
      foreign === undefined || (COURT_CASE.has(foreign) && !NAME_FIRST.test(original)),
  );
  const alone = usable.filter((number) => standsAlone(flat, number));
  // （2026）苏1202司建3号: the letter's number; its sentences say which case it is about.
  const isLetter = alone[0]?.foreign === "other" && usable.some(({ foreign }) => foreign === undefined);
  const labelled = numbersByLabel(flat, labels, usable);
  const ruled = OWN.decide({ flat, labels, usable, alone, labelled, isLetter });
  return ruled && { ...ruled.verdict, rule: ruled.rule };
}

/** The numbers behind the first label 案号 that has any; none where it waits for its own. */
function numbersByLabel(
  flat: FlatText,
  labels: readonly LabelledValue[],
  usable: readonly FoundNumber[],
): readonly FoundNumber[] | undefined {
  for (const { label, start, blockEnd } of labels) {
    if (!/案号|案件编号|案件号/u.test(label) || /[一二原]/u.test(label)) continue;
    const until = Math.min(blockEnd, start + BEHIND_LABEL);
    const own = usable.filter(
      (number) => number.start >= start - 1 && number.start < until && !isQuoted(flat, number, start),
    );
    if (own.length > 0) return own;
    if (UNFILLED.test(flat.text.slice(start, Math.min(blockEnd, start + 40)))) return [];
  }
  return undefined;
}

/** A number of the same instance that isn't among these: one of the two is a slip. */
function isOther({ numbers: [number] }: FoundNumber, own: readonly FoundNumber[]): boolean {
  const known = own.flatMap(({ numbers }) => numbers);
  return (
    number !== undefined &&
    !known.includes(number) &&
    known.some((one) => instanceOf(one) === instanceOf(number))
  );
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
  let from = Math.max(notBefore, start - QUOTED_WITHIN);
  for (let place = start; place > from; place--) if (gapAt(flat, place) >= Gap.paragraph) from = place;
  const before = flat.text.slice(from, start);
  // 取水许可行政撤销一案（案号：…: what stands behind 一案 names that case.
  return QUOTED.test(before) && !/一案[（【〔，]?(?:案号)?：?$/u.test(before);
}

/** No administrative case is older: the law is of 1989. An older year is a slip. */
const FIRST_YEAR = 1990;

function facts(flat: FlatText, found: FoundNumber, place: Place): Fact<CaseNumber>[] {
  return found.numbers.map((value) => ({
    value,
    confidence: partsOf(value).year >= FIRST_YEAR ? place.confidence : CONFIDENCE.doubtful,
    rule: place.rule,
    text: spanOf(flat, found.start, found.end),
  }));
}
