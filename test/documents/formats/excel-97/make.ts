/**
 * Writes this folder's XLS files: `node test/documents/formats/excel-97/make.ts`. They are made as XLSX and converted by
 * LibreOffice (`soffice` on the PATH), and kept in the repository, so that a test reads the same bytes everywhere.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleSheet } from "../../support/sheets.ts";

const work = mkdtempSync(join(tmpdir(), "excel-97-"));
for (const dateSystem of ["1900", "1904"] as const) {
  const source = join(work, `looks-${dateSystem}.xlsx`);
  writeFileSync(source, await sampleSheet(dateSystem));
  execFileSync("soffice", ["--headless", "--convert-to", "xls:MS Excel 97", "--outdir", work, source]);
  renameSync(join(work, `looks-${dateSystem}.xls`), join(import.meta.dirname, `looks-${dateSystem}.xls`));
}
rmSync(work, { recursive: true });
