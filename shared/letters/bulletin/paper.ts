/** A bulletin as an official paper (通报), to be printed, sealed and filed. */
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { printedDate, printedPeriod } from "../frame/dates.ts";
import { type Block, heading, items, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { barsOf } from "./bars.ts";
import { method } from "./method.ts";
import { type SectionBlock, sections } from "./sections.ts";
import { type BulletinTable, type Cell, printed } from "./tables/cells.ts";
import { addressedTo, copiedTo, issueNumber, replacing, withoutLedgers } from "./wording.ts";

/** The same sections as the page; a table of many columns leaves some to the workbook. */
export function bulletinPaper(figures: BulletinStatistics, edition: BulletinEdition): OfficialDocument {
  const { jurisdiction, issuer, issuedOn, draft, period, content } = edition;
  const notice = replacing(edition);
  const missing = withoutLedgers(edition);
  const addressee = addressedTo(edition);
  const copies = copiedTo(edition);
  const count = counter();
  const date = issuedOn === undefined ? "" : printedDate(issuedOn);
  return {
    masthead: "行政应诉工作通报",
    number: [issueNumber(edition), ...(content?.document === undefined ? [] : [content.document])].join("　"),
    title: `关于${printedPeriod(period)}${jurisdiction === "" ? "" : "全市"}行政机关\n负责人出庭应诉情况的通报`,
    ...(issuer !== "" && date !== "" && { issuedBy: { by: issuer, on: date } }),
    ...(draft && { status: "征求意见稿" }),
    ...(addressee !== undefined && { addressee }),
    body: [
      ...(notice === undefined ? [] : [paragraph(notice)]),
      paragraph("根据人民法院台账、庭审笔录、裁判文书和各单位备案，现将有关情况通报如下。"),
      ...(missing === undefined ? [] : [paragraph(missing)]),
      ...sections(figures, edition).flatMap(({ title, blocks }) => [
        heading(1, title),
        ...blocks.flatMap((block) => onPaper(block, figures, edition, count)),
      ]),
      heading(1, "统计口径"),
      ...items(...method(figures, edition)),
    ],
    ...(issuer !== "" && { signature: { by: issuer, date } }),
    ...(copies !== undefined && { copies }),
    ...(!draft && issuer !== "" && date !== "" && { imprint: { by: issuer, on: date } }),
  };
}

function onPaper(
  block: SectionBlock,
  figures: BulletinStatistics,
  edition: BulletinEdition,
  count: () => number,
): readonly Block[] {
  switch (block.type) {
    case "paragraph":
      return [paragraph(block.text)];
    case "items":
      return items(...block.texts);
    case "table":
      return table(block.table, count);
    case "chart": {
      const bars = barsOf(block.chart, figures, edition);
      return bars.length === 0 ? [] : [{ type: "bars", caption: block.caption, bars }];
    }
    default:
      return block satisfies never;
  }
}

/** Columns a page of A4 has no room for; the workbook has them. */
const LEFT_OUT: ReadonlySet<string> = new Set(["情况不明", "正职出庭", "涉企出庭", "审理法院", "法院认定"]);
const MOST_COLUMNS = 7;
/**
 * Rows of a table that are printed: a dozen sheets of paper. A year's absences of a province are thousands, which nobody turns over, and
 * which the library that makes the paper would take more memory for than the function has. Page and workbook have all.
 */
const MOST_ROWS = 500;

function table({ caption, columns, rows, none, note }: BulletinTable, count: () => number): readonly Block[] {
  if (rows.length === 0) return [paragraph(none)];
  const kept = columns
    .map((column, index) => ({ ...column, index }))
    .filter(
      ({ title, leftOutOnPaper }) =>
        columns.length <= MOST_COLUMNS || !(leftOutOnPaper === true || LEFT_OUT.has(title)),
    );
  const more = rows.length - MOST_ROWS;
  const left =
    more > 0 ? `共${rows.length}行，本表列出前${MOST_ROWS}行，其余${more}行见所附工作簿（Excel）。` : "";
  const under = [left, note ?? ""].filter((words) => words !== "").join("");
  return [
    {
      type: "table",
      caption: `表${count()}　${caption}`,
      columns: kept.map(({ title, width, figures }) => ({ title, width, align: figures ? "right" : "left" })),
      rows: rows.slice(0, MOST_ROWS).map((row) => kept.map(({ index }) => cellOf(row[index]))),
      ...(under !== "" && { note: under }),
    },
  ];
}

/** A day without its year, which the title says: narrow columns break 2026-08-09 at its hyphens. */
function cellOf(cell: Cell): string {
  if (typeof cell !== "object" || !("day" in cell)) return printed(cell);
  return `${Number(cell.day.slice(5, 7))}月${Number(cell.day.slice(8))}日`;
}

function counter(): () => number {
  let tables = 0;
  return () => ++tables;
}
