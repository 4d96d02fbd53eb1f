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

/** How each file is made; the order is that of the edition's folder. */
const MAKERS: Readonly<Record<BulletinFile["name"], Maker>> = {
  "bulletin.docx": {
    contentType: DOCX,
    make: async ({ figures, edition }) => {
      const { docxBytes } = await import("../office/docx.ts");
      return docxBytes(bulletinPaper(figures, edition));
    },
  },
  "bulletin.html": {
    contentType: "text/html; charset=utf-8",
    make: async ({ figures, edition }) => {
      const { bulletinCharts } = await import("./charts.ts");
      return encoded(bulletinPage(figures, edition, bulletinCharts(figures, edition)));
    },
  },
  "bulletin.xlsx": {
    contentType: XLSX,
    make: async ({ figures, edition }) => {
      const { xlsxBytes } = await import("../office/workbook.ts");
      return xlsxBytes(bulletinSheets(figures, edition), bulletinTitle(edition));
    },
  },
  "bulletin.csv": {
    contentType: "text/csv; charset=utf-8",
    make: async ({ figures }) => encoded(bulletinCsv(figures)),
  },
  "annex.xlsx": {
    contentType: XLSX,
    make: async ({ figures, edition }) => {
      const { xlsxBytes } = await import("../office/workbook.ts");
      return xlsxBytes(annexSheets(figures, edition), `${bulletinTitle(edition)}内部附表`);
    },
  },
  "rows.csv": {
    contentType: "text/csv; charset=utf-8",
    make: async ({ frozen }) => encoded(rowsCsv(frozen.rows)),
  },
  "rows.json": { contentType: "application/json", make: async ({ frozen }) => encoded(frozen.text) },
};

interface Maker {
  readonly contentType: string;
  make(contents: EditionContents): Promise<Uint8Array>;
}

/** One file of an edition, and no other is made for it; undefined where the edition has none of that name. */
export async function bulletinFile(
  name: BulletinFile["name"],
  contents: EditionContents,
): Promise<BulletinFile | undefined> {
  if (name === "annex.xlsx" && !hasAnnex(contents.edition, contents.figures)) return undefined;
  const { contentType, make } = MAKERS[name];
  return { name, contentType, bytes: await make(contents) };
}

/** The files of an edition: the same contents make the same bytes. */
export async function bulletinFiles(contents: EditionContents): Promise<readonly BulletinFile[]> {
  const names = Object.keys(MAKERS) as BulletinFile["name"][];
  const files = await Promise.all(names.map((name) => bulletinFile(name, contents)));
  return files.filter((file) => file !== undefined);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
