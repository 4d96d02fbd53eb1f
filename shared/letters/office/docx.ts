/**
 * An official paper as DOCX, by GB/T 9704: A4, text 156 × 225 mm, body in 仿宋 of size 三号, 28 characters a line,
 * page numbers outside. The same document gives the same bytes: nothing in the file says when it was written.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { oneLine } from "../frame/one-line.ts";
import { withoutDates } from "./archive-dates.ts";
import {
  type Bars,
  type Block,
  type Form,
  type FormCell,
  type Heading,
  numbered,
  type OfficialDocument,
  signatureIndents,
  type Table as TableModel,
} from "./official-document.ts";

/** Twentieths of a point, the unit of lengths in a DOCX. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);
const TEXT_WIDTH = mm(156);
/** 二号, 三号, 四号, 小四, 五号, in half points. */
const SIZE = { title: 44, body: 32, page: 28, table: 24, smallTable: 21 } as const;
/** A character of the body, 16 pt. */
const CHARACTER = 320;
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;
const TITLE_LINE = { line: 660, lineRule: LineRuleType.EXACT } as const;
const RED = "C00000";

/** Latin letters and digits stand in Times New Roman beside any of them. */
const font = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia });
const FANGSONG = font("仿宋");
const KAI = font("楷体");
const HEI = font("黑体");
const SONG = font("宋体");
const TITLE = font("方正小标宋简体");
const LEVELS: Readonly<Record<Heading["level"], IRunOptions>> = {
  1: { font: HEI },
  2: { font: KAI },
  3: { font: FANGSONG, bold: true },
};

/** More columns than this and a table is set in 五号. */
const WIDE_TABLE = 6;

/** The file. Texts are one line each, whatever they hold. */
export async function docxBytes(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FANGSONG, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) },
          },
        },
        footers: { default: pageNumber("right"), even: pageNumber("left") },
        children: [
          ...head(document),
          ...numbered(document.body).flatMap((block, index, { length }) =>
            blockOf(block, index === length - 1 && document.signature !== undefined),
          ),
          ...attachments(document.attachments ?? []),
          ...signature(document),
          ...copies(document),
        ],
      },
    ],
  });
  const written = await Packer.pack(file, "uint8array", undefined, [
    { path: "docProps/core.xml", data: coreProperties(document.title) },
  ]);
  return withoutDates(written);
}

/** The library would write the clock's time here. */
function coreProperties(title: string): string {
  const escaped = oneLine(title).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped}</dc:title></cp:coreProperties>`;
}

/** — 1 — in 宋体 of size 四号, one character from the outer edge. */
function pageNumber(side: "left" | "right"): Footer {
  const run = { font: SONG, size: SIZE.page };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 280 },
        children: [new TextRun({ ...run, children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}

function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: oneLine(text) });
}

function head({ masthead, number, issuedBy, status, title, addressee }: OfficialDocument): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const rule = { border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 6, color: RED } } } as const;
  const numberLine = (text: string, ruled: boolean) =>
    new Paragraph({
      ...centred,
      spacing: { ...LINE, after: issuedBy === undefined ? 400 : 0 },
      ...(ruled && issuedBy === undefined && rule),
      children: [run(text)],
    });
  return [
    ...(masthead === undefined
      ? []
      : [
          new Paragraph({
            ...centred,
            spacing: { after: 300 },
            children: [run(masthead, { font: TITLE, size: 72, color: RED })],
          }),
        ]),
    ...(number === undefined && masthead === undefined
      ? []
      : [numberLine(number ?? "", masthead !== undefined)]),
    ...(issuedBy === undefined
      ? []
      : [
          new Paragraph({
            ...rule,
            spacing: { ...LINE, after: 400 },
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
            children: [run(issuedBy.by), new TextRun({ children: [new Tab(), oneLine(issuedBy.on)] })],
          }),
        ]),
    ...title.split("\n").map(
      (line) =>
        new Paragraph({
          ...centred,
          spacing: TITLE_LINE,
          keepNext: true,
          children: [run(line, { font: TITLE, size: SIZE.title })],
        }),
    ),
    ...(status === undefined
      ? []
      : [new Paragraph({ ...centred, spacing: LINE, children: [run(`（${status}）`, { font: KAI })] })]),
    new Paragraph({ spacing: LINE }),
    ...(addressee === undefined ? [] : [new Paragraph({ spacing: LINE, children: [run(`${addressee}：`)] })]),
  ];
}

/** `beforeSignature`: it stays on one page with what is signed under it. */
function blockOf(block: Block, beforeSignature: boolean): (Paragraph | Table)[] {
  const options = beforeSignature ? { keepNext: true, keepLines: true } : {};
  switch (block.type) {
    case "heading":
      return [indented([run(block.text, LEVELS[block.level])], { keepNext: true })];
    case "paragraph":
      return [
        indented(
          [...(block.lead === undefined ? [] : [run(block.lead, { bold: true })]), run(block.text)],
          options,
        ),
      ];
    case "item":
      return [indented([run(block.text)], options)];
    case "bars":
      return bars(block);
    case "table":
      return table(block);
    case "form":
      return [form(block), new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } })];
    default:
      return block satisfies never;
  }
}

/** Two characters in, as every paragraph of an official paper. */
function indented(children: TextRun[], options: { keepNext?: boolean; keepLines?: boolean } = {}): Paragraph {
  return new Paragraph({
    ...options,
    alignment: AlignmentType.BOTH,
    spacing: LINE,
    indent: { firstLine: 2 * CHARACTER },
    children,
  });
}

const GRID = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const BORDERS = { top: GRID, bottom: GRID, left: GRID, right: GRID };
const PADDING = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA } as const;
const ALIGNED = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function table({ caption, columns, rows, note }: TableModel): (Paragraph | Table)[] {
  const widths = shared(columns.map(({ width }) => width));
  const size = columns.length > WIDE_TABLE ? SIZE.smallTable : SIZE.table;
  const cell = (text: string, column: number, options: IRunOptions, alignment: keyof typeof ALIGNED) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: PADDING,
      borders: BORDERS,
      children: [
        new Paragraph({ alignment: ALIGNED[alignment], children: [run(text, { ...options, size })] }),
      ],
    });
  const header = columns.map(({ title }, column) => cell(title, column, { font: HEI }, "center"));
  const body = rows.map((texts) =>
    columns.map(({ align = "left" }, column) => cell(texts[column] ?? "", column, {}, align)),
  );
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160, after: 80 },
      children: [run(caption, { font: HEI, size: SIZE.page })],
    }),
    grid(widths, [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ]),
    new Paragraph({
      spacing: { before: 60, after: 160 },
      children: note === undefined ? [] : [run(note, { size: SIZE.smallTable })],
    }),
  ];
}

/** Steps of a bar's length. */
const STEPS = 40;
const BAR_COLOURS = { plain: "0072B2", marked: "D55E00" } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
/** White above and below, so that bars of two rows don't touch. */
const GAP = { style: BorderStyle.SINGLE, size: 24, color: "FFFFFF" } as const;
const BAR_BORDERS = { top: GAP, bottom: GAP, left: NO_LINE, right: NO_LINE };

/** A table of shaded cells: every program that shows a paper shows it, and the same values make the same bytes. */
function bars({ caption, bars: all }: Bars): (Paragraph | Table)[] {
  const [name, ...steps] = shared([34, ...Array.from({ length: STEPS }, () => 2), 46]);
  const value = steps.pop() ?? 0;
  const step = steps[0] ?? 0;
  const cell = (width: number, text: string, more: { span?: number; fill?: string; right?: boolean } = {}) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: more.span ?? 1,
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 0, bottom: 0, left: 60, right: 60, marginUnitType: WidthType.DXA },
      borders: BAR_BORDERS,
      ...(more.fill !== undefined && {
        shading: { type: ShadingType.CLEAR, color: "auto", fill: more.fill },
      }),
      children: [
        new Paragraph({
          keepNext: true,
          alignment: more.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [run(text, { size: SIZE.smallTable })],
        }),
      ],
    });
  const rows = all.map(({ name: of, share, text, marked }) => {
    const length = share <= 0 ? 0 : Math.max(1, Math.min(STEPS, Math.round(share * STEPS)));
    const fill = marked ? BAR_COLOURS.marked : BAR_COLOURS.plain;
    return new TableRow({
      cantSplit: true,
      children: [
        cell(name ?? 0, of, { right: true }),
        ...(length > 0 ? [cell(step * length, "", { span: length, fill })] : []),
        ...(length < STEPS ? [cell(step * (STEPS - length), "", { span: STEPS - length })] : []),
        cell(value, text),
      ],
    });
  });
  return [
    grid([name ?? 0, ...steps, value], rows),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 160 },
      children: [run(caption, { size: SIZE.smallTable })],
    }),
  ];
}

function form({ widths: shares, rows, small }: Form): Table {
  const widths = shared(shares);
  return grid(
    widths,
    rows.map(({ cells, height }) => {
      let column = 0;
      const children = cells.map((cell) => {
        const span = cell.span ?? 1;
        const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
        column += span;
        return formCell(cell, span, width, small === true);
      });
      if (column !== widths.length)
        throw new RangeError(`a row of the form spans ${column} columns of ${widths.length}`);
      const least = mm(height ?? 12);
      return new TableRow({ cantSplit: true, height: { value: least, rule: HeightRule.ATLEAST }, children });
    }),
  );
}

function formCell(
  { text, label = false, foot = [] }: FormCell,
  span: number,
  width: number,
  small: boolean,
): TableCell {
  const options = { size: small ? SIZE.table : SIZE.page, ...(label && { font: HEI }) };
  const lines = typeof text === "string" ? [text] : text;
  const line = (content: string, alignment: keyof typeof ALIGNED) =>
    new Paragraph({
      alignment: ALIGNED[alignment],
      spacing: { line: small ? 330 : 420, lineRule: LineRuleType.EXACT },
      children: [run(content, options)],
    });
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: foot.length > 0 ? VerticalAlign.BOTTOM : VerticalAlign.CENTER,
    margins: PADDING,
    borders: BORDERS,
    children: [
      ...lines.map((content) => line(content, label ? "center" : "left")),
      ...foot.map((content) => line(content, "right")),
    ],
  });
}

function grid(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    rows: [...rows],
  });
}

/** Widths in proportion that together fill the text's width. */
function shared(shares: readonly number[]): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * TEXT_WIDTH));
}

/** 附件：1. … */
function attachments(names: readonly string[]): Paragraph[] {
  const [only] = names;
  if (only === undefined) return [];
  const hanging = (text: string, first: boolean) =>
    new Paragraph({
      spacing: { ...LINE, ...(first && { before: 560 }) },
      indent: { left: 6.5 * CHARACTER, hanging: (first ? 4.5 : 1.5) * CHARACTER },
      children: [run(text)],
    });
  if (names.length === 1) return [hanging(`附件：${only}`, true)];
  return names.map((name, index) =>
    hanging(`${index === 0 ? "附件：" : ""}${index + 1}. ${name}`, index === 0),
  );
}

function signature({ signature: signed }: OfficialDocument): Paragraph[] {
  if (signed === undefined) return [];
  const indents = signatureIndents(signed);
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: LINE,
      keepNext,
      keepLines: true,
      indent: { right: Math.round(right * CHARACTER) },
      children: [run(text)],
    });
  const gap = () => new Paragraph({ spacing: LINE, keepNext: true });
  return [gap(), gap(), line(signed.by, indents.by, true), line(signed.date, indents.date, false)];
}

/** 版记: 抄送, 印发机关 and 印发日期, between rules, and never alone on a page. */
function copies({ copies: to, imprint }: OfficialDocument): Paragraph[] {
  if (to === undefined && imprint === undefined) return [];
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 4, color: "000000" } as const;
  const line = (top: boolean, children: TextRun[], keepNext: boolean) =>
    new Paragraph({
      keepNext,
      keepLines: true,
      border: { ...(top && { top: rule }), bottom: rule },
      indent: { left: 280, right: 280 },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - 280 }],
      children,
    });
  const small = { size: SIZE.page };
  return [
    new Paragraph({ spacing: LINE, keepNext: true }),
    ...(to === undefined ? [] : [line(true, [run(`抄送：${to}。`, small)], imprint !== undefined)]),
    ...(imprint === undefined
      ? []
      : [
          line(
            to === undefined,
            [
              run(imprint.by, small),
              new TextRun({ ...small, children: [new Tab(), `${oneLine(imprint.on)}印发`] }),
            ],
            false,
          ),
        ]),
  ];
}
