/** A bulletin as the sheets of a workbook (附表): its tables on few sheets, each under its caption, with real numbers. */
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { printedDate } from "../frame/dates.ts";
import { widthInCharacters } from "../office/official-document.ts";
import type { SheetTable, StackedSheet } from "../office/workbook.ts";
import { method } from "./method.ts";
import { bulletinTables, type DocketTables } from "./tables/bulletin-tables.ts";
import type { BulletinTable } from "./tables/cells.ts";
import { allDemands, bulletinTitle, isShown, issueNumber, replacing, withoutLedgers } from "./wording.ts";

/** What is circulated. */
export function bulletinSheets(
  figures: BulletinStatistics,
  edition: BulletinEdition,
): readonly StackedSheet[] {
  const tables = bulletinTables(figures, edition);
  const shown = [
    isShown(edition, "agencies") ? tables.agencies : undefined,
    figures.absences.length > 0 ? tables.grounds : undefined,
    isShown(edition, "absences") ? tables.absences : undefined,
    isShown(edition, "suggestions") ? tables.suggestions : undefined,
    isShown(edition, "open") ? tables.open : undefined,
    isShown(edition, "changes") ? tables.changes : undefined,
  ];
  return [
    ...sheet(edition, "总体情况", [tables.overview, tables.rates, tables.yearToDate, tables.trend]),
    ...sheet(edition, "县区、系统和法院", [
      tables.counties,
      tables.departments,
      tables.levels,
      tables.courts,
    ]),
    ...docketSheet(edition, tables.docket),
    ...sheet(edition, "单位和案件", shown),
    about(figures, edition),
  ];
}

/** Cell by cell it names units. */
function docketSheet(edition: BulletinEdition, tables: DocketTables | undefined): readonly StackedSheet[] {
  if (tables === undefined) return [];
  const { received, judged, results, fields, acts, counties, levels, courts, cells } = tables;
  return [
    ...sheet(edition, "收结案和败诉", [received, judged, results, fields, acts, counties, levels, courts]),
    ...(isShown(edition, "agencies") ? sheet(edition, "收结案明细", [cells]) : []),
  ];
}

/** The bureau's own: lists that are not circulated. */
export function annexSheets(figures: BulletinStatistics, edition: BulletinEdition): readonly StackedSheet[] {
  const tables = bulletinTables(figures, edition);
  const kept = [
    isShown(edition, "agencies") ? undefined : tables.agencies,
    isShown(edition, "absences") ? undefined : tables.absences,
    isShown(edition, "suggestions") ? undefined : tables.suggestions,
    tables.possibleSuggestions,
    isShown(edition, "open") ? undefined : tables.open,
    isShown(edition, "changes") ? undefined : tables.changes,
  ];
  return sheet(
    edition,
    "内部附表",
    [...kept, ...(isShown(edition, "agencies") ? [] : [tables.docket?.cells])],
    "内部附表，不外发",
  );
}

function sheet(
  edition: BulletinEdition,
  name: string,
  tables: readonly (BulletinTable | undefined)[],
  remark?: string,
): readonly StackedSheet[] {
  const there = tables.filter((table) => table !== undefined);
  if (there.length === 0) return [];
  return [
    { name, title: bulletinTitle(edition), subtitle: subtitle(edition, remark), tables: there.map(onSheet) },
  ];
}

/** 临沂市司法局　〔2026〕第9期　2026年10月8日. */
function subtitle(edition: BulletinEdition, remark?: string): string {
  const { issuer, issuedOn, content, draft } = edition;
  return [
    issuer,
    ...(content === undefined ? [] : [issueNumber(edition)]),
    content?.document,
    issuedOn === undefined ? undefined : printedDate(issuedOn),
    draft ? "征求意见稿" : undefined,
    remark,
  ]
    .filter((one) => one !== undefined && one !== "")
    .join("　");
}

function onSheet({ caption, columns, rows, note, none }: BulletinTable): SheetTable {
  return {
    caption,
    // Wide enough for the heading on one line: a workbook doesn't grow its rows by itself.
    columns: columns.map(({ title, width }) => ({
      title,
      width: Math.max(width * 1.3, 2 * widthInCharacters(title) + 3),
    })),
    rows,
    note: rows.length === 0 ? none : note,
  };
}

/** Words of the bulletin, and how its figures are counted. */
function about(figures: BulletinStatistics, edition: BulletinEdition): StackedSheet {
  const texts: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ["版本说明", [replacing(edition)]],
    ["台账报送", [withoutLedgers(edition)]],
    ["情况分析", edition.content?.analysis ?? []],
    ["工作要求", allDemands(figures, edition)],
    ["统计口径", method(figures, edition)],
  ];
  return {
    name: "说明",
    title: bulletinTitle(edition),
    subtitle: subtitle(edition),
    tables: [
      {
        columns: [
          { title: "事项", width: 12 },
          { title: "序号", width: 8 },
          { title: "内容", width: 110 },
        ],
        rows: texts.flatMap(([title, said]) =>
          said.filter((text) => text !== undefined).map((text, index) => [title, index + 1, text]),
        ),
        note: undefined,
      },
    ],
  };
}
