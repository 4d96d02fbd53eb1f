/**
 * What does each function weigh, and what does its first import cost beside two yardsticks of the same run: a plain bundle
 * of the SDK's clients for DynamoDB, S3 and SES, and the least that can call AWS at all?
 */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BundleSources, EsbuildBundle } from "../../infra/constructs/bundle.ts";
import { readAtImport } from "../support/read-at-import.ts";
import type { Measurement } from "./run.ts";
import { type Cost, medianCost, ratio, round } from "./timing.ts";

/** All but `document-ocr`, whose models of 60 MB are another matter. */
const FUNCTIONS = [
  "document-intake",
  "deadline-sweep",
  "board-count",
  "monthly-bulletin",
  "notice-mailer",
  "mail-feedback",
  "inbox-audit",
  "desk",
];
const PLAIN = "plain SDK bundle";
const LEAST = "signed fetch";
const YARDSTICKS = { [PLAIN]: "plain-sdk", [LEAST]: "signed-fetch" };
/** Rounds in which everything is imported once: a busy moment then hits all alike. */
const ROUNDS = 7;

export async function bundles(): Promise<readonly Measurement[]> {
  const folders = new Map<string, string>();
  // As anybody would bundle it: nothing in it is replaced.
  for (const [name, file] of Object.entries(YARDSTICKS))
    folders.set(name, bundled(name, `test/bench/yardsticks/${file}.ts`, {}));
  for (const name of FUNCTIONS) folders.set(name, bundled(name, `functions/${name}/handler.ts`));

  const costs = measured(folders);
  const [plain, least] = [costs.get(PLAIN), costs.get(LEAST)];
  return [...folders].flatMap(([name, folder]): readonly Measurement[] => {
    const cost = costs.get(name);
    if (cost === undefined || plain === undefined || least === undefined) return [];
    return [
      {
        what: `${name}, read at import`,
        value: kilobytes(sizeOf(folder, [...readAtImport(folder)])),
        unit: "KB",
        beside: `of ${kilobytes(sizeOf(folder, readdirSync(folder)))} KB in all; goal 400`,
      },
      {
        what: `${name}, cold import`,
        value: round(cost.wall),
        unit: "ms",
        beside: `${ratio(cost, plain)} of the ${PLAIN}, goal ×0.5; ${ratio(cost, least)} of a ${LEAST}`,
      },
    ];
  });
}

function bundled(name: string, entry: string, instead?: BundleSources["instead"]): string {
  const folder = join(import.meta.dirname, `../../test-output/bundles/${name.replaceAll(" ", "-")}`);
  rmSync(folder, { recursive: true, force: true });
  const processes = { "reader-process": "shared/documents/bounded/reader-process.ts" };
  new EsbuildBundle({
    entry,
    ...(name === "document-intake" && { processes }),
    ...(instead && { instead }),
  }).tryBundle(folder);
  return folder;
}

/** The median cost of each bundle's import, each in a process of its own. */
function measured(folders: ReadonlyMap<string, string>): ReadonlyMap<string, Cost> {
  const seen = new Map<string, Cost[]>([...folders.keys()].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, folder] of folders) seen.get(name)?.push(costOf(folder));
  return new Map([...seen].map(([name, costs]) => [name, medianCost(costs)]));
}

function costOf(folder: string): Cost {
  const entry = JSON.stringify(pathToFileURL(join(folder, "index.mjs")).href);
  const code = `const [at, cpu] = [performance.now(), process.cpuUsage()];
await import(${entry});
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ wall: performance.now() - at, cpu: (user + system) / 1000 }));
process.exit(0);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
    env: { AWS_REGION: "local" },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function sizeOf(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}
