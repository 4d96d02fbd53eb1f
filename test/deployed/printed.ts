/**
 * The commands of the AWS command line that infra/README.md prints, run as they stand there, with the reader's own names put in. What
 * nobody has run by the end of the check isn't known to work.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { CHECKED } from "./checked.ts";

const text = readFileSync("infra/README.md", "utf8");

/** Each once, on one line; in a block or in a sentence. */
const PRINTED: readonly string[] = [
  ...new Set(
    [...text.replaceAll("\\\n", " ").matchAll(/^(aws [^`]+?)$|`(aws\s[^`]+)`/gm)].map(([, line, inline]) =>
      (line ?? inline ?? "").replace(/\s+/g, " "),
    ),
  ),
];

/** Those that version 1 knows, which PyPI has. */
export const RUNNABLE = PRINTED.filter((one) => !one.startsWith("aws logs tail "));

const run = new Set<string>();

/** Runs the one that begins so, with these in the places of its `<…>`, in a folder; what it printed. */
export function printed(beginning: string, given: Readonly<Record<string, string>> = {}, cwd = "."): string {
  const [command, ...more] = PRINTED.filter((one) => one.startsWith(beginning));
  assert.ok(command, `infra/README.md prints no ${beginning}`);
  assert.deepEqual(more, [], "more than one begins so");
  run.add(command);
  const words = Object.entries({ ...given, "yingsu-linyi": CHECKED.name }).reduce(
    (line, [name, value]) => line.replaceAll(name, value),
    command,
  );
  assert.doesNotMatch(words, /<[^>]+>/);
  // Version 1 asks SQS at an address of its own, whatever the environment says.
  const asked = words.replace(/^aws sqs /, `aws --endpoint-url ${process.env.AWS_ENDPOINT_URL} sqs `);
  const { status, stdout, stderr } = spawnSync("bash", ["-c", asked], { encoding: "utf8", cwd });
  assert.equal(status, 0, `${words}\n${stderr}`);
  return stdout.trim();
}

/** Those that have not been run. */
export const neverRun = (): readonly string[] => RUNNABLE.filter((one) => !run.has(one));
