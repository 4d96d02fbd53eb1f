/**
 * `npm run simulate -- --seeds N --from S`: plays N cities over their weeks, each made from its number, and prints of each that
 * breaks an invariant the least story that still does. `--seed X` plays one and prints its story, `--only 3,7` these steps of
 * it alone; `--engine` plays on a real DynamoDB engine. Exits with 1 where anything is broken.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { engineStore, memoryStore } from "./city/store.ts";
import { INVARIANTS, OF_TWO_ORDERS } from "./proof/invariants.ts";
import { judge } from "./proof/judge.ts";
import { simulate } from "./simulating.ts";
import { lineOf } from "./story/step.ts";
import { storyOf } from "./story/write-story.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "300" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    only: { type: "string" },
    threads: { type: "string", default: "2" },
    engine: { type: "boolean", default: false },
  },
});
const [seeds, from, threads] = [Number(values.seeds), Number(values.from), Number(values.threads)];
if (![seeds, from, threads, Number(values.seed ?? 1)].every((one) => Number.isSafeInteger(one) && one >= 1)) {
  console.error("usage: npm run simulate -- [--seeds 300] [--from 1] [--seed 17 [--only 3,7]] [--engine]");
  process.exit(2);
}
process.exitCode = (values.seed === undefined ? await many() : await one(Number(values.seed))) ? 1 : 0;

/** Whether anything is broken. */
async function many(): Promise<boolean> {
  const started = performance.now();
  const output = join(import.meta.dirname, "../../test-output/simulation");
  mkdirSync(output, { recursive: true });
  const { broken, counts, ...sums } = await simulate(
    { seeds, from, threads, engine: values.engine },
    ({ seed, told, least }, done) => {
      if (told !== undefined) console.log(told);
      if (least !== undefined) writeFileSync(join(output, `${seed}.json`), `${least}\n`);
      if (done % 500 === 0) console.log(`${done} of ${seeds}`);
    },
  );
  for (const [what, count] of Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(8)} ${what}`);
  for (const name of Object.keys({ ...INVARIANTS, ...OF_TWO_ORDERS })) {
    const those = broken.filter((one) => one.broken.includes(name));
    console.log(`${String(those.length).padStart(8)} seeds break: ${name}`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${sums.seeds} seeds from ${from} in ${seconds} s: ${sums.steps} steps, ${sums.uploads} uploads, ${sums.mails} mails; ${broken.length} seeds break something`,
  );
  return broken.length > 0;
}

async function one(seed: number): Promise<boolean> {
  const whole = storyOf(seed);
  const only = values.only?.split(",").map(Number);
  const numbered = whole.steps.map((step, index) => [index + 1, step] as const);
  const kept = numbered.filter(([number]) => only === undefined || only.includes(number));
  for (const [number, step] of kept) console.log(`${String(number).padStart(4)}  ${lineOf(step)}`);
  const engine = values.engine ? await startCaseTableEngine() : undefined;
  const { violations, counts, mails } = await judge(
    { ...whole, steps: kept.map(([, step]) => step) },
    engine === undefined ? memoryStore : (code) => engineStore(engine, code),
  );
  await engine?.stop();
  console.log(`${mails} mails; ${JSON.stringify(counts)}`);
  for (const { invariant, detail } of violations) console.log(`✗ ${invariant}: ${detail}`);
  return violations.length > 0;
}
