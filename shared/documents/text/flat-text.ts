import { isLabel, partPairs } from "./label-gaps.ts";
import { untickedPlaces } from "./tick-boxes.ts";

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

/**
 * What opens a line of its own, so that the line before it has ended: a list's number, and the words of a form with a
 * colon, a blank or a bracket behind them. The same words in a sentence may begin a line by chance.
 */
const OPENS =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\D|(?:案\s*[号由]|原\s*告|被\s*告|第\s*三\s*人|(?:被?\s*上\s*诉|被?\s*申\s*请)\s*人|审\s*判\s*[长员]|人民陪审员|书\s*记\s*员|法官助理|法定代表人|负责人|出庭[应诉]*负责人|委托(?:诉讼)?代理人|开庭[时地][间点]|时\s*间|地\s*点|应到[时处][间所]|被传唤人|传唤事由|审|问|答|被|原)[一二三四\d]?(?:[：:（(]|\s)|此\s*致|附[：:]|注意事项|(?!如下|认为|辩称|诉称)\p{Script=Han}{2,6}[：:])/u;

/** 第 1 页 共 2 页, - 1 -: lines that a page's foot leaves between a paper's own. */
const PAGE_NUMBER =
  /(?<=^|\n)[ \t\u3000]*(?:第?[ ]*[\d０-９]{1,3}[ ]*页(?:[ ,，/、]*共[ ]*[\d０-９]{1,3}[ ]*页)?|共[ ]*[\d０-９]{1,3}[ ]*页[ ,，/、]*第[ ]*[\d０-９]{1,3}[ ]*页|[-—－][ ]*[\d０-９]{1,3}[ ]*[-—－])[ \t\u3000\r]*(?=\n|$)/gu;

/** Flattens a reader's text (lines by `\n`, cells by tab). */
export function flatten(drawn: string): FlatText {
  const source = drawn
    .replace(DRAWN, (line) => "━".repeat(line.length))
    .replace(PAGE_NUMBER, (line) => " ".repeat(line.length));
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
  partPairs(text.join(""), gaps, widths, Gap.blank, Gap.cell);
  return { text: text.join(""), gaps: Uint8Array.from(gaps), at: Uint32Array.from(at), source };
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

/**
 * The text between two places with a blank where a cell begins, 薄某 | 职务 | 科员, and where a blank parts what is
 * whole before it: `isWhole` knows 龙涛 副局长 from 龙 涛.
 */
export function celled(
  flat: FlatText,
  start: number,
  end: number,
  isWhole: (word: string) => boolean = () => false,
): string {
  let result = "";
  for (let place = start; place < end; place++) {
    const gap = gapAt(flat, place);
    const isApart =
      gap === Gap.cell ||
      gap === Gap.paragraph ||
      (gap === Gap.blank &&
        gapAt(flat, place + 1) === Gap.none &&
        isWhole(/[\p{Script=Han}×*]*$/u.exec(result)?.[0] ?? ""));
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
