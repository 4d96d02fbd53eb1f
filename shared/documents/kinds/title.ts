/** Which words near the top of a document can be its title, and what is the title without what stands around it? */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { type FlatText, Gap, nextGap } from "../text/flat-text.ts";
import { tidyingTable } from "../text/rule-table.ts";
import { type Line, linesOf } from "../text/sentences.ts";

/** The most a title can stand below the top of the page: courts, numbers and stamps come before it. */
const WITHIN_LINES = 14;
const LONGEST_TITLE = 46;
/** Two lines that make one title are short: 行政 / 判决书. */
const LONGEST_FIRST_LINE = 24;
const LONGEST_SECOND_LINE = 14;
/** So many of the first line's words may be a title, from one of the first few on. */
const MOST_WORDS = 8;
const FIRST_WORDS = 3;
const LONGEST_WORDS = 24;

/** A title without what stands around it, and where it was found. */
export interface Title extends Line {
  readonly title: string;
}

/** What may be the document's title, the likelier first. */
export function titlesOf(flat: FlatText): Title[] {
  const lines = linesOf(flat, Gap.line, WITHIN_LINES);
  const [first] = lines;
  const candidates = [
    ...lines.flatMap((line, index) => [line, joined(line, lines[index + 1])]),
    ...(first === undefined || first.end - first.start <= LONGEST_TITLE
      ? []
      : [courtAndTitle(flat, first), ...firstWords(flat, first)]),
  ];
  return candidates
    .filter((candidate) => candidate !== undefined)
    .map((line) => ({
      ...line,
      title: bareTitle(
        flat.text.slice(line.start, line.end).replace(/(?<=法院[^。]{0,12}(?:笔录|[书票状]))。$/u, ""),
      ),
    }))
    .filter(({ title }) => title.length >= 2 && title.length <= LONGEST_TITLE && !/[，。；：]/u.test(title));
}

/** Two short lines may be one title: 行政 / 判决书, 传 / 票. */
function joined(line: Line, next: Line | undefined): Line | undefined {
  if (next === undefined) return undefined;
  const isShort = next.end - next.start <= LONGEST_SECOND_LINE && line.end - line.start <= LONGEST_FIRST_LINE;
  return isShort ? { start: line.start, end: next.end } : undefined;
}

const COURT_AND_TITLE = new RegExp(
  String.raw`^\p{Script=Han}{2,24}法院\p{Script=Han}{2,24}?(?:[书票状]|通知|笔录)(?=${NUMBER_SHAPE.year}|案号)`,
  "u",
);

/** 沂水县人民法院开庭通知书（2026）鲁1323行初45号沂水县公安局：本院… all in one paragraph. */
function courtAndTitle(flat: FlatText, { start }: Line): Line | undefined {
  const words = COURT_AND_TITLE.exec(flat.text.slice(start, start + 70))?.[0];
  return words === undefined ? undefined : { start, end: start + words.length };
}

/** 授权委托书 委托人：…, 上 诉 状 上诉人：… all on one line: its first words between blanks, some of them together. */
function firstWords(flat: FlatText, line: Line): Line[] {
  const starts = [line.start];
  while (starts.length < MOST_WORDS) {
    const next = nextGap(flat, (starts.at(-1) ?? 0) + 1, Gap.blank);
    if (next >= line.end) break;
    starts.push(next);
  }
  return starts
    .slice(0, FIRST_WORDS)
    .flatMap((start, index) =>
      starts
        .slice(index + 1)
        .flatMap((end) => (end - start >= 2 && end - start <= LONGEST_WORDS ? [{ start, end }] : [])),
    );
}

/** A title without the court before it and the remarks, numbers and copies behind it. */
const bareTitle = tidyingTable("words-around-a-title", [
  {
    name: "court-before",
    of: /^.{0,30}?(?:人民法院|专门法院|法院)(?=.)/u,
    example: "沂水县人民法院传票",
  },
  {
    name: "number-before",
    of: new RegExp(`${NUMBER_SHAPE.yearFirst}(?:案件?)?的?(?=.)`, "u"),
    example: "（2026）鲁1323行初45号案件的开庭通知",
  },
  {
    name: "number-behind",
    of: new RegExp(String.raw`（?(?:19|20)\d\d）?[^，。]{0,16}?${NUMBER_SHAPE.end}$`, "u"),
    example: "传票（2026）鲁1323行初45号",
  },
  { name: "remark-behind", of: /[（【〔[][^）】〕\]]{0,20}[）】〕\]]$/u, example: "庭审笔录（第一次）" },
  { name: "remark-before", of: /^[（【][^）】]{0,10}[）】]/u, example: "（样式）传票" },
  { name: "quotation-marks", of: /^[《“"]|[》”"]$/gu, example: "《情况说明》" },
  { name: "copy", of: /(?:正本|副本|存根|稿纸|稿|第[一二三四五六\d]+次)$/u, example: "传票存根" },
]);
