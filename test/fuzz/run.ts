/**
 * `npm run fuzz -- --inputs N --from S`: reads N mutated files, each made from its number, and says what was found. What it finds lies
 * in test-output/fuzz/ as soon as it is found, and what there is so far in S.json beside it, so that a run that is cut off isn't lost;
 * once mended it belongs to found/, which every run of the tests reads. Exits with 1 where anything was found.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Finding, type FuzzReport, fuzz } from "./fuzzing.ts";

const { values } = parseArgs({
  options: { inputs: { type: "string", default: "5000" }, from: { type: "string", default: "1" } },
});
const [inputs, from] = [Number(values.inputs), Number(values.from)];
if (!Number.isSafeInteger(inputs) || !Number.isSafeInteger(from) || inputs < 1 || from < 0) {
  console.error("usage: npm run fuzz -- [--inputs 5000] [--from 1]");
  process.exit(2);
}
const output = join(import.meta.dirname, "../../test-output/fuzz");
mkdirSync(output, { recursive: true });
const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);

let kept = 0;
const report = await fuzz(inputs, from, (soFar) => {
  for (const finding of soFar.findings.slice(kept)) keep(finding);
  kept = soFar.findings.length;
  if (soFar.inputs % 100 === 0) writeSoFar(soFar);
  if (soFar.inputs % 500 === 0) console.log(`${soFar.inputs} of ${inputs}, ${kept} found, ${seconds()} s`);
});
writeSoFar(report);

for (const [outcome, count] of Object.entries(report.outcomes).toSorted(([, one], [, other]) => other - one))
  console.log(`${String(count).padStart(8)} ${outcome}`);
const { damaged, slowest, findings } = report;
console.log(
  `${inputs} inputs from ${from} in ${seconds()} s: ${findings.length} found; of ${damaged.inputs} only damaged ones ${damaged.believed} said what the honest file says, the others nothing; slowest ${Math.round(slowest.milliseconds)} ms of processor time (${slowest.number})`,
);
process.exitCode = findings.length > 0 ? 1 : 0;

function keep({ number, what, input, detail }: Finding): void {
  const name = `${number}-${what}${input.honest.format}`;
  const made = `${input.honest.name}\n${input.mutations.join("\n")}\n\n${detail}\n`;
  writeFileSync(join(output, name), input.bytes);
  writeFileSync(join(output, `${name}.txt`), made);
  console.log(`✗ ${number}: ${what}: ${input.honest.name}, ${input.mutations.join(", ")}`);
}

function writeSoFar(soFar: FuzzReport): void {
  const found = soFar.findings.map(({ number, what }) => `${number} ${what}`);
  const said = { ...soFar, findings: found, seconds: seconds() };
  writeFileSync(join(output, `${from}.json`), `${JSON.stringify(said, null, 1)}\n`);
}
