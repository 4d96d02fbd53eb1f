/**
 * `npm run fuzz -- --inputs N --from S`: reads N mutated files, each made from its number, and says what was found. What it finds
 * lies in test-output/fuzz/ to be looked at; once mended it belongs to found/, which every run of the tests reads. Exits with 1 where anything was found.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzzing.ts";

const { values } = parseArgs({
  options: { inputs: { type: "string", default: "5000" }, from: { type: "string", default: "1" } },
});
const [inputs, from] = [Number(values.inputs), Number(values.from)];
if (!Number.isSafeInteger(inputs) || !Number.isSafeInteger(from) || inputs < 1 || from < 0) {
  console.error("usage: npm run fuzz -- [--inputs 5000] [--from 1]");
  process.exit(2);
}
const started = performance.now();
const report = await fuzz(inputs, from, (done, findings) => {
  if (done % 500 === 0) console.log(`${done} of ${inputs}, ${findings} found`);
});
const output = join(import.meta.dirname, "../../test-output/fuzz");
mkdirSync(output, { recursive: true });
for (const { number, what, input, detail } of report.findings) {
  const name = `${number}-${what}${input.honest.format}`;
  writeFileSync(join(output, name), input.bytes);
  writeFileSync(
    join(output, `${name}.txt`),
    `${input.honest.name}\n${input.mutations.join("\n")}\n\n${detail}\n`,
  );
  console.log(`✗ ${number}: ${what}: ${input.honest.name}, ${input.mutations.join(", ")}`);
}
for (const [outcome, count] of Object.entries(report.outcomes).toSorted(([, one], [, other]) => other - one))
  console.log(`${String(count).padStart(8)} ${outcome}`);
const { damaged, slowest, findings } = report;
console.log(
  `${inputs} inputs from ${from} in ${Math.round((performance.now() - started) / 1000)} s: ${findings.length} found; of ${damaged.inputs} only damaged ones ${damaged.believed} said what the honest file says, the others nothing; slowest ${Math.round(slowest.milliseconds)} ms (${slowest.number})`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
