/**
 * The files of an edition, from its frozen rows and what is frozen with them: page, paper, workbook, CSV. The same two
 * make the same bytes. The libraries for charts, DOCX and XLSX are loaded when an edition is made, and not before.
 */
import { defined } from "../../domain/defined.ts";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { type FrozenRows, frozenRows } from "../../domain/statistics/frozen-rows.ts";
import { statistics } from "../../domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { DOCX, XLSX } from "../frame/media-types.ts";
import { bulletinCsv } from "./csv.ts";
import { bulletinPage } from "./page.ts";
import { bulletinPaper } from "./paper.ts";
import { rowsCsv } from "./rows-csv.ts";
import { annexSheets, bulletinSheets } from "./sheets.ts";
import { bulletinTitle, hasAnnex } from "./wording.ts";

export interface BulletinFile {
  /** In the edition's folder. */
  readonly name:
    | "bulletin.html"
    | "bulletin.docx"
    | "bulletin.xlsx"
    | "bulletin.csv"
    | "annex.xlsx"
    | "rows.csv"
    | "rows.json";
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What an edition's files are made of. */
export interface EditionContents {
  readonly frozen: FrozenRows;
  /** Counted from the rows. */
  readonly figures: BulletinStatistics;
  readonly edition: BulletinEdition;
}

/** Of an edition and its rows, in any order; they are of the edition's period, also those without a day. */
export function editionContents(rows: Iterable<StatisticsRow>, edition: BulletinEdition): EditionContents {
  const { period, counting } = edition;
  const frozen = frozenRows(rows);
  return { frozen, figures: statistics(frozen.rows, { period, ...defined({ counting }) }), edition };
}

/** The files of an edition: the same contents make the same bytes. */
export async function bulletinFiles({
  frozen,
  figures,
  edition,
}: EditionContents): Promise<readonly BulletinFile[]> {
  const [{ docxBytes }, { xlsxBytes }, { bulletinCharts }] = await Promise.all([
    import("../office/docx.ts"),
    import("../office/workbook.ts"),
    import("./charts.ts"),
  ]);
  const page = bulletinPage(figures, edition, bulletinCharts(figures, edition));
  return [
    { name: "bulletin.docx", contentType: DOCX, bytes: await docxBytes(bulletinPaper(figures, edition)) },
    { name: "bulletin.html", contentType: "text/html; charset=utf-8", bytes: encoded(page) },
    {
      name: "bulletin.xlsx",
      contentType: XLSX,
      bytes: await xlsxBytes(bulletinSheets(figures, edition), bulletinTitle(edition)),
    },
    { name: "bulletin.csv", contentType: "text/csv; charset=utf-8", bytes: encoded(bulletinCsv(figures)) },
    ...(hasAnnex(edition, figures)
      ? [
          {
            name: "annex.xlsx",
            contentType: XLSX,
            bytes: await xlsxBytes(annexSheets(figures, edition), `${bulletinTitle(edition)}内部附表`),
          } as const,
        ]
      : []),
    { name: "rows.csv", contentType: "text/csv; charset=utf-8", bytes: encoded(rowsCsv(frozen.rows)) },
    { name: "rows.json", contentType: "application/json", bytes: encoded(frozen.text) },
  ];
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
