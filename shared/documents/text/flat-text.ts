/**
 * What do the rules see of a text? Its characters in one width and without blanks, each with the gap before it and its
 * place in the source; so that 传 票 is 传票, and a rule can still ask where a line or a cell begins.
 */
import { isLabel, partPairs } from "./label-gaps.ts";
import { partParagraph } from "./one-paragraph.ts";
import { untickedPlaces } from "./tick-boxes.ts";
import { anyOf, wordList } from "./words.ts";

/** What stands before a character of a flat text. Ordered: a line is also a blank. */
export const Gap = { none: 0, blank: 1, cell: 2, line: 3, paragraph: 4 } as const;

/**
 * A text as the rules read it: the characters that carry meaning, in one width and without blanks, each with the
 * gap before it and its place in the source. So 传 票 is 传票 and a date over two lines is a date, while the rules can
 * still ask where a line or a cell begins.
 */
export interface FlatText {
  readonly text: string;
  /** For each unit of `text` one of {@link Gap}; one more at the end, always a paragraph. */
  readonly gaps: Uint8Array;
  /** For each unit of `text` its offset in `source`; one more at the end. */
  readonly at: Uint32Array;
  readonly source: string;
}

/** Brackets and marks have one form here, the Chinese one; digits and letters the narrow one. */
const FOLDED: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "﹙": "（",
  "﹚": "）",
  ":": "：",
  "∶": "：",
  "︰": "：",
  "﹕": "：",
  ",": "，",
  ";": "；",
  "?": "？",
  "!": "！",
  "～": "~",
  "〜": "~",
  "∼": "~",
  "–": "-",
  "—": "-",
  "―": "-",
  "─": "-",
  "－": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "‧": "·",
  "•": "·",
  "・": "·",
  "．": ".",
};
/** Lines of tables drawn with characters part cells as tabs do. */
const CELL_BORDER = /[\t│┃|｜]/;
const INVISIBLE = /[\p{Cc}\p{Cf}\uFFFD_＿]/u;
const RULE_LINE = /[┌┐└┘├┤┬┴┼━═╔╗╚╝╠╣╦╩╬║]/;
/** Drawn lines of a table; a single one may be a dash between hours. */
const DRAWN = /──+/g;

/** Words of a form, as they stand at the beginning of a line; blanks may part their characters. */
const FORM_WORDS = [
  ...wordList(
    "案号 案由 原告 被告 第三人 被上诉人 上诉人 被申请人 申请人 审判长 审判员 人民陪审员 书记员 法官助理",
  ),
  ...wordList(
    "法定代表人 负责人 出庭负责人 出庭应诉负责人 委托代理人 委托诉讼代理人 开庭时间 开庭地点 时间 地点",
  ),
  ...wordList("应到时间 应到处所 被传唤人 传唤事由 审 问 答 被 原"),
].map((word) => [...word].join(String.raw`\s*`));
const NUMBER_OF_LIST = String.raw`[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\D`;
const FIELD_OF_FORM = String.raw`${anyOf(FORM_WORDS)}[一二三四\d]?(?:[：:（(]|\s)`;
const WORDS_AND_COLON = String.raw`(?!如下|认为|辩称|诉称)\p{Script=Han}{2,6}[：:]`;
const ENDS_OF_LETTERS = [String.raw`此\s*致`, "附[：:]", "注意事项"];
/**
 * What opens a line of its own, so that the line before it has ended: a list's number, and the words of a form with a
 * colon, a blank or a bracket behind them. The same words in a sentence may begin a line by chance.
 */
const OPENS = new RegExp(`^${anyOf([NUMBER_OF_LIST, FIELD_OF_FORM, WORDS_AND_COLON], ENDS_OF_LETTERS)}`, "u");

const PAGE = "[ ]*[\\d０-９]{1,3}[ ]*";
const PAGE_NUMBERS = [
  `第?${PAGE}页(?:[ ,，/、]*共${PAGE}页)?`,
  `共${PAGE}页[ ,，/、]*第${PAGE}页`,
  `[-—－]${PAGE}[-—－]`,
];
/** 第 1 页 共 2 页, - 1 -: lines that a page's foot leaves between a paper's own. */
const PAGE_NUMBER = new RegExp(`^${anyOf(PAGE_NUMBERS)}$`, "u");
/** Longer lines hold more than a page's number. */
const LONGEST_PAGE_NUMBER = 40;

/** Flattens a reader's text (lines by `\n`, cells by tab). */
export function flatten(drawn: string): FlatText {
  const source = withoutPageNumbers(drawn.replace(DRAWN, (line) => "━".repeat(line.length)));
  const breaks = paragraphBreaks(source);
  const text: string[] = [];
  const gaps: number[] = [];
  const at: number[] = [];
  const widths: number[] = [];
  let gap: number = Gap.paragraph;
  let width = 0;
  let offset = 0;
  let letterSpacing = spacingAt(source, 0);
  const unticked = untickedPlaces(source);
  for (const character of source) {
    const here = offset;
    offset += character.length;
    if (character === "\n") {
      gap = Math.max(gap, breaks.has(here) ? Gap.paragraph : Gap.line);
      letterSpacing = spacingAt(source, offset);
    } else if (CELL_BORDER.test(character) || RULE_LINE.test(character)) gap = Math.max(gap, Gap.cell);
    else if (unticked.has(here)) gap = Math.max(gap, Gap.blank);
    else if (/\s/.test(character) || INVISIBLE.test(character)) {
      if (isZeroWidth(character)) continue;
      width += character === "\u3000" ? 2 : 1;
      if (width > letterSpacing) gap = Math.max(gap, Gap.blank);
    } else {
      for (const unit of fold(character)) {
        text.push(unit);
        gaps.push(gap);
        at.push(here);
        widths.push(width);
        gap = Gap.none;
        width = 0;
      }
    }
  }
  gaps.push(Gap.paragraph);
  at.push(source.length);
  partParagraph(text.join(""), gaps, Gap);
  partPairs(text.join(""), gaps, widths, Gap.blank, Gap.cell);
  return { text: text.join(""), gaps: Uint8Array.from(gaps), at: Uint32Array.from(at), source };
}

/** The same text, as long as before, with blanks for the lines that only number a page. */
function withoutPageNumbers(text: string): string {
  const lines = text.split("\n").map((line) => {
    const words = line.trim();
    const isNumber = words.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(words);
    return isNumber ? " ".repeat(line.length) : line;
  });
  return lines.join("\n");
}

/** How many characters set apart from each other make a line a spaced one. */
const LEAST_SPACED = 8;

/** 被 告 ： 临 沂 市 公 安 局: the blanks between the characters of a line that is set so, and that mean nothing. */
function spacingAt(source: string, start: number): number {
  const end = source.indexOf("\n", start);
  const words = source
    .slice(start, end === -1 ? source.length : end)
    .trim()
    .split(/[ \u3000]+/);
  const alone = words.filter((word) => /^(?:.|\d+)$/u.test(word)).length;
  return words.length >= LEAST_SPACED && alone >= words.length * 0.8 ? 1 : 0;
}

/** The source between two places of the flat text, on one line and not longer than a reader's glance takes. */
export function spanOf(flat: FlatText, start: number, end: number): string {
  const last = Math.max(start, end - 1);
  const to = (flat.at[last] ?? flat.source.length) + 1;
  return flat.source
    .slice(flat.at[start] ?? 0, to)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

/** The gap before a place of the flat text. */
export function gapAt(flat: FlatText, place: number): number {
  return flat.gaps[place] ?? Gap.paragraph;
}

/** The first place at or after `from` with at least this gap before it; `to`, else the text's end, where there is none. */
export function nextGap(flat: FlatText, from: number, gap: number, to: number = flat.text.length): number {
  const last = Math.min(to, flat.text.length);
  let place = from;
  while (place < last && gapAt(flat, place) < gap) place++;
  return place;
}

/** How far back to look for the word that a blank follows: no name or title of a cell is longer. */
const LONGEST_WORD = 40;

/**
 * The text between two places with a blank where a cell begins, 薄某 | 职务 | 科员, and where a blank stands behind a
 * complete word: `isComplete` knows 龙涛 副局长 from 龙 涛.
 */
export function withBlanksBetweenCells(
  flat: FlatText,
  start: number,
  end: number,
  isComplete: (word: string) => boolean = () => false,
): string {
  let result = "";
  for (let place = start; place < end; place++) {
    const gap = gapAt(flat, place);
    const isApart =
      gap === Gap.cell ||
      gap === Gap.paragraph ||
      (gap === Gap.blank &&
        gapAt(flat, place + 1) === Gap.none &&
        isComplete(/[\p{Script=Han}×*]*$/u.exec(result.slice(-LONGEST_WORD))?.[0] ?? ""));
    if (place > start && isApart) result += " ";
    result += flat.text[place] ?? "";
  }
  return result;
}

function fold(character: string): string {
  const folded = FOLDED[character];
  if (folded !== undefined) return folded;
  const normal = character.normalize("NFKC");
  if (normal.length !== character.length) return character;
  return FOLDED[normal] ?? normal;
}

function isZeroWidth(character: string): boolean {
  return /[\p{Cc}\p{Cf}\uFFFD]/u.test(character);
}

/** Whether a line begins a row of a form: its first cell is a label. */
function opensRow(line: string): boolean {
  const [first = "", ...rest] = line.split("\t");
  return rest.length > 0 && isLabel(first.replace(/[\s：:]/gu, ""));
}

/**
 * Offsets of the line breaks that end a paragraph. A break inside one comes at the page's width: the line before it
 * is about as long as the longest, doesn't end a sentence, and the next doesn't open with a label.
 */
function paragraphBreaks(source: string): Set<number> {
  const lines = source.split("\n");
  const widths = lines.map((line) => [...line.trim()].length);
  const usual = widths.filter((width) => width >= 15).toSorted((a, b) => a - b);
  const full = (usual[Math.floor(usual.length * 0.9)] ?? 0) * 0.8;
  const breaks = new Set<number>();
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    offset += line.length;
    const next = lines[index + 1]?.trim() ?? "";
    const wrapped =
      (widths[index] ?? 0) >= Math.max(full, 15) &&
      !/[。；！？?：:]\s*$/.test(line) &&
      next !== "" &&
      !(line.includes("\t") && opensRow(next)) &&
      !OPENS.test(next);
    if (!wrapped) breaks.add(offset);
    offset++;
  }
  return breaks;
}
