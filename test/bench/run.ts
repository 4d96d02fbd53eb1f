/**
 * `npm run bench [-- name…]`: the measurements, as a table and as JSON in test-output/bench.json. Machines are noisy:
 * compare within one run, and read the ratios.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One measured thing: a number with its unit, and what it is a ratio to where that says more. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** e.g. `×3.1 of bare Node`. */
  readonly beside?: string;
}

const BENCHES: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  bundles: async () => (await import("./bundles.ts")).bundles(),
  documents: async () => (await import("./documents.ts")).documents(),
  "text-layers": async () => (await import("./text-layers.ts")).textLayers(),
  scans: async () => (await import("./scans.ts")).scansBench(),
  recognition: async () => (await import("./recognition.ts")).recognition(),
  statistics: async () => (await import("./statistics.ts")).statisticsBench(),
  decisions: async () => (await import("./decisions.ts")).decisions(),
  links: async () => (await import("./links.ts")).links(),
  cost: async () => (await import("./cost.ts")).cost(),
  desk: async () => (await import("./desk.ts")).deskBench(),
  ledgers: async () => (await import("./ledgers.ts")).ledgers(),
  "long-ledger": async () => (await import("./long-ledger.ts")).longLedger(),
  size: async () => (await import("./size.ts")).size(),
  flat: async () => (await import("./flat.ts")).flat(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`there is no bench “${unknown.join("”, “")}”; there are: ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}
const results: Record<string, readonly Measurement[]> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  const measured = await bench();
  results[name] = measured;
  for (const { what, value, unit, beside = "" } of measured) {
    console.log(
      `  ${what.padEnd(44)} ${value.toLocaleString("en-US").padStart(12)} ${unit.padEnd(8)} ${beside}`,
    );
  }
}
const output = join(import.meta.dirname, "../../test-output");
await mkdir(output, { recursive: true });
await writeFile(join(output, "bench.json"), `${JSON.stringify(results, undefined, 1)}\n`);
