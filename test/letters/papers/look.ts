/** Writes every sample paper into a folder and makes pictures of its pages, to be looked at: `node test/letters/papers/look.ts DIR [NAME…]`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { docxBytes } from "../../../shared/letters/office/docx.ts";
import { office, pdfsOf, picturesOf } from "../office/libre-office.ts";
import { SAMPLE_PAPERS } from "./sample-papers.ts";

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node test/letters/papers/look.ts DIR [NAME…]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const files: string[] = [];
for (const [name, { document }] of Object.entries(SAMPLE_PAPERS)) {
  if (names.length > 0 && !names.some((one) => name.startsWith(one))) continue;
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, await docxBytes(document));
  files.push(file);
}
const missing = office();
if (missing !== undefined) console.log(`no pictures: ${missing}`);
else for (const pdf of pdfsOf(files, folder)) for (const picture of picturesOf(pdf)) console.log(picture);
