/** What each function weighs, and what its cold import costs over a bare Node. */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EsbuildBundle } from "../../infra/constructs/bundle.ts";
import type { Measurement } from "./run.ts";

const FUNCTIONS = [
  "document-intake",
  "deadline-sweep",
  "monthly-bulletin",
  "notice-mailer",
  "mail-feedback",
  "inbox-audit",
  "desk",
];
const RUNS = 9;

export async function bundles(): Promise<readonly Measurement[]> {
  const bare = median(RUNS, () => importMs(""));
  const measured: Measurement[] = [{ what: "bare Node, start to end", value: round(bare), unit: "ms" }];
  for (const name of FUNCTIONS) {
    const folder = join(import.meta.dirname, `../../test-output/bundles/${name}`);
    rmSync(folder, { recursive: true, force: true });
    const entryModule = `functions/${name}/handler.ts`;
    const processes = { "reader-process": "shared/documents/bounded/reader-process.ts" };
    new EsbuildBundle({
      entry: entryModule,
      ...(name === "document-intake" && { processes }),
    }).tryBundle(folder);
    const entry = pathToFileURL(join(folder, "index.mjs")).href;
    const cold = median(RUNS, () => importMs(`await import(${JSON.stringify(entry)})`));
    const first = statSync(join(folder, "index.mjs")).size;
    const all = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    measured.push({
      what: `${name}, all chunks`,
      value: Math.round(all / 1024),
      unit: "KB",
      beside: `index ${Math.round(first / 1024)} KB`,
    });
    measured.push({
      what: `${name}, cold import`,
      value: round(cold - bare),
      unit: "ms",
      beside: `×${(cold / bare).toFixed(2)} of bare Node`,
    });
  }
  return measured;
}

function importMs(code: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
    env: { AWS_REGION: "local" },
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - started;
}

function median(runs: number, measure: () => number): number {
  const sorted = Array.from({ length: runs }, measure).toSorted((one, other) => one - other);
  return sorted[Math.floor(runs / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
