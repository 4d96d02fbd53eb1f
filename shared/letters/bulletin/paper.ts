/** A bulletin as an official paper (通报), to be printed, sealed and filed. */
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { printedDate, printedPeriod } from "../frame/dates.ts";
import { type Block, heading, items, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { type BulletinTable, type Cell, printed } from "./cells.ts";
import { bulletinTables } from "./tables.ts";
import {
  absence,
  accumulated,
  demands,
  enterprise,
  METHOD,
  overview,
  replacing,
  resolution,
  withoutLedgers,
} from "./wording.ts";

/** The paper leaves the whole of it to the workbook: it names whom it is about and what is asked of them. */
export function bulletinPaper(figures: BulletinStatistics, edition: BulletinEdition): OfficialDocument {
  const { jurisdiction, issuer, issuedOn, draft, period } = edition;
  const tables = bulletinTables(figures, edition);
  const accumulation = accumulated(edition);
  const notice = replacing(edition);
  const missing = withoutLedgers(edition);
  const count = counter();
  return {
    masthead: "行政应诉工作通报",
    number: numberOf(edition),
    title: `关于${printedPeriod(period)}${jurisdiction === "" ? "" : "全市"}行政机关\n负责人出庭应诉情况的通报`,
    ...(draft && { status: "征求意见稿" }),
    ...(jurisdiction !== "" && { addressee: "各县区人民政府，市政府各部门、各直属机构" }),
    body: [
      ...(notice === undefined ? [] : [paragraph(notice)]),
      paragraph("根据人民法院台账、庭审笔录、裁判文书和各单位备案，现将有关情况通报如下。"),
      ...(missing === undefined ? [] : [paragraph(missing)]),
      heading(1, "总体情况"),
      paragraph(overview(figures, edition)),
      ...table(tables.overview, count),
      ...table(tables.rates, count),
      ...(accumulation === undefined ? [] : [paragraph(accumulation)]),
      heading(1, "涉企行政案件"),
      paragraph(enterprise(figures)),
      heading(1, "县区和部门情况"),
      heading(2, "各县区情况"),
      ...table(tables.counties, count),
      heading(2, "各系统情况"),
      ...table(tables.departments, count),
      heading(1, "负责人未出庭情况"),
      paragraph(absence(figures)),
      ...(figures.absences.length === 0 ? [] : table(tables.absences, count)),
      heading(1, "行政争议化解及裁判情况"),
      paragraph(resolution(figures, edition)),
      heading(1, "工作要求"),
      ...items(...demands(figures)),
      heading(1, "待核实事项"),
      ...table(tables.open, count),
      ...(tables.changes === undefined ? [] : [heading(1, "版本变化"), ...table(tables.changes, count)]),
      heading(1, "统计口径"),
      ...items(...METHOD),
    ],
    ...(issuer !== "" && {
      signature: { by: issuer, date: issuedOn === undefined ? "" : printedDate(issuedOn) },
    }),
  };
}

/** 〔2026〕第8期: a month's own; the bureau's document number is given when it is sealed. */
function numberOf({ period: { kind, to }, version }: BulletinEdition): string {
  const [year, month] = [to.slice(0, 4), Number(to.slice(5))];
  const issue = {
    month: `第${month}期`,
    quarter: `季度第${month / 3}期`,
    "half-year": `半年第${month / 6}期`,
    year: "年度",
    "year-to-date": `累计第${month}期`,
  }[kind];
  return `〔${year}〕${issue}${version > 1 ? `（第${version}版）` : ""}`;
}

/** Columns a page of A4 has no room for; the workbook has them. */
const LEFT_OUT: ReadonlySet<string> = new Set(["情况不明", "正职出庭", "涉企出庭", "审理法院", "法院认定"]);
const MOST_COLUMNS = 7;

function table({ caption, columns, rows, none, note }: BulletinTable, count: () => number): readonly Block[] {
  if (rows.length === 0) return [paragraph(none)];
  const kept = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ title }) => columns.length <= MOST_COLUMNS || !LEFT_OUT.has(title));
  return [
    {
      type: "table",
      caption: `表${count()}　${caption}`,
      columns: kept.map(({ title, width, figures }) => ({ title, width, align: figures ? "right" : "left" })),
      rows: rows.map((row) => kept.map(({ index }) => onPaper(row[index]))),
      ...(note !== undefined && { note }),
    },
  ];
}

/** A day without its year, which the title says: narrow columns break 2026-08-09 at its hyphens. */
function onPaper(cell: Cell): string {
  if (typeof cell !== "object" || !("day" in cell)) return printed(cell);
  return `${Number(cell.day.slice(5, 7))}月${Number(cell.day.slice(8))}日`;
}

function counter(): () => number {
  let tables = 0;
  return () => ++tables;
}
