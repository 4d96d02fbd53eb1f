/** A bulletin as the sheets of a workbook: every table whole, one a sheet, with real numbers. */
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { widthInCharacters } from "../office/official-document.ts";
import type { Sheet } from "../office/workbook.ts";
import { bulletinTables, inOrder } from "./tables.ts";
import { bulletinTitle, METHOD, withoutLedgers } from "./wording.ts";

export function bulletinSheets(figures: BulletinStatistics, edition: BulletinEdition): readonly Sheet[] {
  const tables = inOrder(bulletinTables(figures, edition)).map(
    ({ name, caption, columns, rows, note }): Sheet => ({
      name,
      title: `${bulletinTitle(edition)}　${caption}`,
      // Wide enough for the heading on one line: a workbook doesn't grow its rows by itself.
      columns: columns.map(({ title, width }) => ({
        title,
        width: Math.max(width * 1.3, 2 * widthInCharacters(title) + 3),
      })),
      rows,
      ...(note !== undefined && { note }),
    }),
  );
  const about: Sheet = {
    name: "说明",
    columns: [
      { title: "序号", width: 8 },
      { title: bulletinTitle(edition), width: 100 },
    ],
    rows: [withoutLedgers(edition), ...METHOD]
      .filter((text) => text !== undefined)
      .map((text, index) => [index + 1, text]),
  };
  return [...tables, about];
}
