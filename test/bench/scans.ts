/** What character recognition finds: fields of the scans right, wrong and left to a person, per format, with their time and memory. */

import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { loadModels } from "../../shared/documents/ocr/models.ts";
import { readScan } from "../../shared/documents/ocr/read-scan.ts";
import { factsOfScan } from "../../shared/documents/ocr/scan-facts.ts";
import { compare, scanBytes, scans, truthOf } from "../documents/ocr/truth.ts";
import type { Measurement } from "./run.ts";

interface Tally {
  right: number;
  wrong: number;
  review: number;
  missed: number;
  pages: number;
  ms: number;
}

export async function scansBench(): Promise<readonly Measurement[]> {
  const started = performance.now();
  await loadModels();
  const loading = performance.now() - started;
  const tallies = new Map<string, Tally>();
  for (const name of scans) {
    const bytes = scanBytes(name);
    const before = performance.now();
    const scan = await readScan(bytes, loadModels);
    const ms = performance.now() - before;
    const result = factsOfScan(sniffFormat(bytes), scan);
    if (!scan.ok || !result.ok) throw new Error(`${name} could not be read`);
    const { right, wrong, review, missed } = compare(toReading(result.document), truthOf(name));
    for (const field of wrong) console.error(`  wrong in ${name}: ${field}`);
    for (const kind of [name.slice(name.lastIndexOf(".") + 1), "all"]) {
      const tally = tallies.get(kind) ?? { right: 0, wrong: 0, review: 0, missed: 0, pages: 0, ms: 0 };
      tally.right += right.length;
      tally.wrong += wrong.length;
      tally.review += review.length;
      tally.missed += missed.length;
      tally.pages += scan.pages;
      tally.ms += ms;
      tallies.set(kind, tally);
    }
  }
  return [
    { what: "scans, models loaded", value: Math.round(loading), unit: "ms" },
    ...[...tallies].flatMap(([kind, tally]) => measurementsOf(kind, tally)),
    // Kilobytes, and the most this process ever had.
    { what: "scans, peak memory", value: Math.round(process.resourceUsage().maxRSS / 1024), unit: "MB" },
  ];
}

function measurementsOf(
  kind: string,
  { right, wrong, review, missed, pages, ms }: Tally,
): readonly Measurement[] {
  const share = (part: number, whole: number) => Math.round((1000 * part) / Math.max(1, whole)) / 10;
  const beside = `${right} right, ${wrong} wrong, ${review} to a person, ${missed} missed`;
  return [
    {
      what: `scans ${kind}, precision of accepted fields`,
      value: share(right, right + wrong),
      unit: "%",
      beside,
    },
    { what: `scans ${kind}, recall`, value: share(right, right + wrong + review + missed), unit: "%" },
    { what: `scans ${kind}, left to a person`, value: share(review, right + wrong + review), unit: "%" },
    { what: `scans ${kind}, per page`, value: Math.round(ms / pages), unit: "ms" },
  ];
}
