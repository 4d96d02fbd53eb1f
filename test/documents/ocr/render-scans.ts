/**
 * `node test/documents/ocr/render-scans.ts [name…]`: renders the scans beside it anew from texts of the corpus, all or
 * those whose names hold one of the words. A scan's truth is that of its text.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Awkwardness, awkwardPdf } from "./awkward-pdf.ts";
import { type ScanRecipe, scanOfText } from "./scan-of-text.ts";

const CORPUS = join(import.meta.dirname, "../corpus");
const SCANS = join(import.meta.dirname, "scans");

const OFFICE: ScanRecipe = { format: "pdf", dpi: 200, skew: 0.8, noise: 0.15, blur: 0.4, quality: 60 };
const CHEAP: ScanRecipe = {
  format: "jpg",
  dpi: 150,
  skew: -1.6,
  noise: 0.2,
  blur: 0.6,
  quality: 45,
  font: "sans",
};
const FAX: ScanRecipe = {
  format: "tif",
  dpi: 200,
  skew: 1.2,
  noise: 0.2,
  threshold: 0.6,
  sealColour: "#999",
};
const PHOTO: ScanRecipe = { format: "jpg", dpi: 200, photo: true, noise: 0.15, blur: 0.7, quality: 50 };
const COPY: ScanRecipe = { format: "pdf", dpi: 200, grey: true, noise: 0.15, skew: -0.7, quality: 55 };

/** Each scan by the text it is of; the seal lies over what matters most. */
const RECIPES: readonly (readonly [text: string, how: string, recipe: ScanRecipe])[] = [
  ["01-summons-table-court-form", "office", { ...OFFICE, sealOver: "应到时间" }],
  ["02-summons-labels-above-values", "cheap", { ...CHEAP, sealOver: "时" }],
  ["04-summons-prose-notice", "photo", { ...PHOTO, sealOver: "定于" }],
  ["05-summons-second-instance", "copy-overturned", { ...COPY, turned: 180, sealOver: "开庭时间" }],
  ["07-postponement-new-date", "fax", { ...FAX, sealOver: "日" }],
  ["12-notice-head-must-appear", "cheap", { ...CHEAP, sealOver: "号" }],
  ["18-record-head-answers", "fax-sideways", { ...FAX, turned: 90 }],
  ["21-record-two-respondents", "office-fax", { ...FAX, format: "pdf", turned: 270 }],
  ["31-record-second-instance", "photo", { ...PHOTO, sealOver: "出庭" }],
  ["36-judgment-nobody-came", "screen", { format: "png", dpi: 120, grey: true }],
  ["42-record-pdf-like-wrapping", "fax-pages", { ...FAX, size: 22 }],
  ["77-ruling-heard-withdrawn", "copy", { ...COPY, sealOver: "公开开庭" }],
];

/** PDFs that must be looked at though they have text, by the text they are of. */
const AWKWARD: readonly (readonly [text: string, how: Awkwardness])[] = [
  ["21-record-two-respondents", "mixed"],
  ["134-appearance-notice", "stamped"],
  ["01-summons-table-court-form", "searchable"],
  ["137-record-closing", "no-map"],
  ["02-summons-labels-above-values", "no-map-drawn"],
  ["04-summons-prose-notice", "shapes"],
];

const asked = process.argv.slice(2);
const all = [
  ...RECIPES.map(
    ([text, how, recipe]) =>
      [text, `${how}.${recipe.format}`, (words: string) => scanOfText(words, recipe)] as const,
  ),
  ...AWKWARD.map(([text, how]) => [text, `${how}.pdf`, (words: string) => awkwardPdf(words, how)] as const),
];
for (const [text, how, made] of all) {
  const name = `${text}.${how}`;
  if (asked.length > 0 && !asked.some((word) => name.includes(word))) continue;
  const scan = made(readFileSync(join(CORPUS, `${text}.txt`), "utf8"));
  writeFileSync(join(SCANS, name), scan);
  console.log(`${name} ${Math.round(scan.length / 1024)} KB`);
}
