/**
 * Writes DOCX and XLSX files into a folder and makes pictures of them by way of LibreOffice and PDF, to be looked
 * at: `node test/letters/office/look.ts DIR [FILE…]`; without files, the samples.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { docxBytes } from "../../../shared/letters/office/docx.ts";
import { xlsxBytes } from "../../../shared/letters/office/workbook.ts";
import { office, pdfOf, picturesOf } from "./libre-office.ts";
import { CIRCULAR, FORM, SHEETS } from "./samples.ts";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node test/letters/office/look.ts DIR [FILE…]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const file of files) copyFileSync(file, join(folder, basename(file)));
if (files.length === 0) {
  writeFileSync(join(folder, "circular.docx"), await docxBytes(CIRCULAR));
  writeFileSync(join(folder, "form.docx"), await docxBytes(FORM));
  writeFileSync(join(folder, "tables.xlsx"), await xlsxBytes(SHEETS));
}
const missing = office();
if (missing !== undefined) {
  console.log(`no pictures: ${missing}`);
  process.exit(0);
}
for (const name of readdirSync(folder).filter((one) => /\.(?:docx|xlsx)$/.test(one))) {
  // bulletin.docx and bulletin.xlsx would be one bulletin.pdf.
  const pictures = join(folder, name.slice(-4));
  mkdirSync(pictures, { recursive: true });
  for (const picture of picturesOf(pdfOf(join(folder, name), pictures))) console.log(picture);
}
