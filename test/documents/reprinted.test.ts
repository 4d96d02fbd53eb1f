import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../shared/documents/read-document.ts";
import { CRITICAL, compare } from "./support/comparison.ts";
import { corpusDocument, corpusNames } from "./support/corpus.ts";

const NUMERALS = "〇一二三四五六七八九";
const numeral = (value: number) =>
  value < 10
    ? (NUMERALS[value] ?? "")
    : `${value < 20 ? "" : NUMERALS[Math.floor(value / 10)]}十${value % 10 === 0 ? "" : NUMERALS[value % 10]}`;
const DATE = /(20\d\d)年(\d{1,2})月(\d{1,2})日/g;
const brokenAt = (width: number) => (text: string) =>
  text
    .split("\n")
    .map((line) =>
      line.includes("\t") ? line : line.replace(new RegExp(`(.{${width}})(?=.)`, "gu"), "$1\n"),
    )
    .join("\n");

/** What programs that print, convert and send papers do to them. */
const REPRINTS: readonly (readonly [how: string, change: (text: string) => string])[] = [
  ["with lines of 24 characters", brokenAt(24)],
  ["with lines of 34 characters", brokenAt(34)],
  [
    "with wide digits",
    (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ],
  ["with blanks around numbers", (text) => text.replace(/(\d+)/g, " $1 ")],
  [
    "with narrow marks",
    (text) => text.replaceAll("（", "(").replaceAll("）", ")").replaceAll("：", ":").replaceAll("，", ","),
  ],
  [
    "with dates in Chinese numerals",
    (text) =>
      text.replace(
        DATE,
        (_, year: string, month: string, day: string) =>
          `${[...year].map((digit) => NUMERALS[Number(digit)]).join("")}年${numeral(Number(month))}月${numeral(Number(day))}日`,
      ),
  ],
  [
    "with dates as 2026-09-24",
    (text) =>
      text.replace(
        DATE,
        (_, year: string, month: string, day: string) =>
          `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
      ),
  ],
  ["with empty lines between", (text) => text.replaceAll("\n", "\n\n")],
  [
    "with indented lines",
    (text) =>
      text
        .split("\n")
        .map((line) => `      ${line}   `)
        .join("\n"),
  ],
  ["with tabs for colons", (text) => text.replace(/^([\p{Script=Han} \u3000]{2,8})：/gmu, "$1\t")],
  [
    "with values below their labels",
    (text) => text.replace(/^([\p{Script=Han} \u3000]{2,8})：(?=.)/gmu, "$1：\n"),
  ],
];

/** How sites publish judgments, and what is left of them on the way through a clipboard. */
const ONE_PARAGRAPH: readonly (readonly [how: string, change: (text: string) => string])[] = [
  ["in one paragraph", (text) => text.replace(/[\r\n]+/gu, "")],
  ["in one paragraph without blanks", (text) => text.replace(/\s+/gu, "")],
  // Courts that end the lines of the parties without a stop.
  [
    "in one paragraph of lines without stops",
    (text) => text.replace(/。?[\r\n]+/gu, "").replace(/\s+/gu, ""),
  ],
];

const BEFORE_THE_HEARING: ReadonlySet<string> = new Set(["summons", "appearance-notice", "appeal", "other"]);
const papers = corpusNames()
  .filter((name) => name.endsWith(".txt"))
  .map(corpusDocument)
  .filter(
    ({ truth }) =>
      BEFORE_THE_HEARING.has(truth.kind) && truth.attendance === undefined && truth.rows === undefined,
  );

/** What of a paper's facts is read out of its changed text: each is read once for all that is asked of it. */
function readingOf(papers: readonly CorpusDocument[]) {
  const read = new Map<(text: string) => string, readonly Compared[]>();
  return (change: (text: string) => string) => {
    const known = read.get(change) ?? papers.flatMap((paper) => comparedWith(paper, change));
    read.set(change, known);
    return known;
  };
}
function comparedWith({ name, bytes, truth }: CorpusDocument, change: (text: string) => string) {
  const text = change(new TextDecoder().decode(bytes));
  return compare(truth, toReading(readFacts(text))).map((one) => ({ name, ...one }));
}
/** A wrong number, hour or attendance, on which something would be done. */
function isGrave({ field, outcome }: Compared): boolean {
  return outcome === "wrong" && [...CRITICAL, "originCaseNumber"].includes(field);
}
type CorpusDocument = ReturnType<typeof corpusDocument>;
type Compared = ReturnType<typeof comparedWith>[number];

describe("a paper before the hearing, printed anew", () => {
  const compared = readingOf(papers);

  it.each(REPRINTS)("%s, says no wrong number and no wrong hour", (_, change) => {
    expect(compared(change).filter(isGrave)).toEqual([]);
  });

  it.each(REPRINTS)("%s, still gives nearly all its facts", (_, change) => {
    const all = compared(change);
    expect(all.filter(({ outcome }) => outcome === "right").length / all.length).toBeGreaterThan(0.97);
  });
});

describe("a judgment or ruling, set", () => {
  const judgments = corpusNames()
    .filter((name) => name.endsWith(".txt"))
    .map(corpusDocument)
    .filter(({ truth }) => truth.kind === "judgment");

  it.each(ONE_PARAGRAPH)("%s, says nothing wrong and gives nearly all its facts", (_, change) => {
    const compared = judgments.flatMap((paper) => comparedWith(paper, change));
    expect(compared.filter(({ outcome }) => outcome === "wrong")).toEqual([]);
    expect(compared.filter(({ outcome }) => outcome === "right").length / compared.length).toBeGreaterThan(
      0.98,
    );
  });
});

describe("a record, a summons, a notice or an appeal, set", () => {
  const kinds: ReadonlySet<string> = new Set(["hearing-record", "summons", "appearance-notice", "appeal"]);
  const withLines = corpusNames()
    .filter((name) => name.endsWith(".txt"))
    .map(corpusDocument)
    .filter(({ truth }) => kinds.has(truth.kind));
  const read = readingOf(withLines);

  it.each(ONE_PARAGRAPH.slice(0, 2))(
    "%s, says no wrong number, no wrong hour and no wrong attendance",
    (_, change) => {
      expect(read(change).filter(isGrave)).toEqual([]);
    },
  );

  it.each(ONE_PARAGRAPH.slice(0, 2))(
    "%s, says hardly anything wrong, and more than nine tenths at all",
    (_, change) => {
      const compared = read(change);
      const count = (wanted: string) => compared.filter(({ outcome }) => outcome === wanted).length;
      const wrong = compared.filter(({ outcome }) => outcome === "wrong");
      expect(
        count("right") / (count("right") + wrong.length),
        wrong.map(({ name, field, read }) => `${name} ${field}: ${read}`).join("\n"),
      ).toBeGreaterThanOrEqual(0.998);
      expect(count("right") / compared.length).toBeGreaterThanOrEqual(0.91);
    },
  );

  it("in one paragraph of lines without stops, says no wrong number, no wrong hour and no wrong attendance", () => {
    const [, change] = ONE_PARAGRAPH[2] ?? ["", (text: string) => text];
    expect(read(change).filter(isGrave)).toEqual([]);
  });
});
