/** Goes through the story and tells how it goes; in a process of its own, which knows the emulator's certificate from its start. */
import { functionsSaid } from "./aws.ts";
import { STORY } from "./story/story.ts";

const began = Date.now();
let failed: string | undefined;
for (const { name, run } of STORY) {
  const start = Date.now();
  try {
    await run();
    console.log(`ok    ${name} (${seconds(start)} s)`);
  } catch (fault) {
    failed = name;
    console.log(`FAIL  ${name} (${seconds(start)} s)\n${indented(fault)}`);
    for (const line of await functionsSaid()) console.log(`      ${line}`);
    break;
  }
}
console.log(
  failed === undefined
    ? `deployment checked: ${STORY.length} steps in ${seconds(began)} s`
    : `deployment check FAILED at: ${failed}`,
);
process.exitCode = failed === undefined ? 0 : 1;

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

function indented(fault: unknown): string {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return text.replace(/^/gm, "      ");
}
