/**
 * An official paper (公文) in the spirit of GB/T 9704: what it says and in which parts, not how it is written
 * to a file; docx.ts does that. Sections and their numbers (一、 （一） 1.) are counted here.
 */

/** A paper on A4, from its head to the date under it. */
export interface OfficialDocument {
  /** 发文机关标志, in red over a red line: 行政应诉工作通报. */
  readonly masthead?: string;
  /** 发文字号, or a form's number. */
  readonly number?: string;
  /** 编发机关 left and 日期 right, between the number and the red line. */
  readonly issuedBy?: { readonly by: string; readonly on: string };
  /** Printed in brackets under the title: 征求意见稿. */
  readonly status?: string;
  /** 标题. Where a line must break stands in it as `\n`. */
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  /** 附件说明: names of what goes along. */
  readonly attachments?: readonly string[];
  /** 落款: who issues it, and the date as printed. */
  readonly signature?: { readonly by: string; readonly date: string };
  /** 抄送, under the date. */
  readonly copies?: string;
  /** 印发机关 and 印发日期, last of all. */
  readonly imprint?: { readonly by: string; readonly on: string };
}

export type Block = Heading | Paragraph | Item | Table | Form | Bars;

/** A chart of horizontal bars, its caption under it. */
export interface Bars {
  readonly type: "bars";
  readonly caption: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly name: string;
  /** Length of the bar, 0 to 1 of the longest there can be. */
  readonly share: number;
  /** The value, beside the bar. */
  readonly text: string;
  /** In the colour of what needs attention. */
  readonly marked: boolean;
}

/** 一、 in 黑体, （一） in 楷体, 1. in 仿宋; its number is counted, not written. */
export interface Heading {
  readonly type: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Indented by two characters; `lead` is its first sentence, in bold. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly lead?: string;
  readonly text: string;
}

/** A numbered paragraph, 1. 2. 3.; counting starts anew after any other block. */
export interface Item {
  readonly type: "item";
  readonly text: string;
}

/** A table of figures; its header is repeated on each page and no row is split. */
export interface Table {
  readonly type: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Under the table, small. */
  readonly note?: string;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width, in proportion to the other columns'. */
  readonly width: number;
  /** Words stand left, figures right, short entries in the middle. */
  readonly align?: "left" | "center" | "right";
}

/** A form (办理单, 证明书): labels and the cells to fill in, `widths` in proportion. */
export interface Form {
  readonly type: "form";
  readonly widths: readonly number[];
  readonly rows: readonly FormRow[];
  /** Set in 小四 with closer lines: a form of many rows on one page. */
  readonly small?: true;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** Least height in millimetres, for what is filled in by hand. */
  readonly height?: number;
}

/** A row's cells together span as many columns as the form has widths. */
export interface FormCell {
  readonly text: string | readonly string[];
  /** A label stands in the middle, in 黑体. */
  readonly label?: boolean;
  readonly span?: number;
  /** Lines at the cell's foot: who signs, and the date. */
  readonly foot?: readonly string[];
}

export const heading = (level: Heading["level"], text: string): Heading => ({ type: "heading", level, text });
export const paragraph = (text: string, lead?: string): Paragraph => ({
  type: "paragraph",
  text,
  ...(lead !== undefined && { lead }),
});
export const items = (...texts: readonly string[]): readonly Item[] =>
  texts.map((text) => ({ type: "item", text }));
export const label = (text: string, span = 1): FormCell => ({ text, label: true, span });
export const filled = (text: FormCell["text"], span = 1): FormCell => ({ text, span });

/** The body with each heading's and item's number before its text. */
export function numbered(body: readonly Block[]): readonly Block[] {
  const counts = [0, 0, 0];
  let item = 0;
  return body.map((block) => {
    item = block.type === "item" ? item + 1 : 0;
    if (block.type === "item") return { ...block, text: `${item}. ${block.text}` };
    if (block.type !== "heading") return block;
    const count = (counts[block.level - 1] ?? 0) + 1;
    counts[block.level - 1] = count;
    counts.fill(0, block.level);
    return { ...block, text: `${sectionNumber(block.level, count)}${block.text}` };
  });
}

/** 一、 · （一） · 1. */
function sectionNumber(level: Heading["level"], count: number): string {
  if (level === 1) return `${chineseNumeral(count)}、`;
  return level === 2 ? `（${chineseNumeral(count)}）` : `${count}. `;
}

const DIGITS = "〇一二三四五六七八九";

/** 1 to 99: 一, 十, 十一, 二十三. */
export function chineseNumeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens > 9) return String(count);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return `${ten}${ones === 0 ? "" : DIGITS[ones]}`;
}

/** Width of a text in characters of its own size: what is Chinese counts one, letters and digits half. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.5), 0);
}

/**
 * 落款: how many characters the issuer's name and the date stand from the right margin. The date stands four
 * in, the name centred over it; a name that is longer stands two in, the date centred under it.
 */
export function signatureIndents({ by, date }: { readonly by: string; readonly date: string }): {
  readonly by: number;
  readonly date: number;
} {
  const [name, day] = [widthInCharacters(by), widthInCharacters(date)];
  const centred = 4 + (day - name) / 2;
  if (centred >= 2) return { by: centred, date: 4 };
  return { by: 2, date: 2 + (name - day) / 2 };
}
