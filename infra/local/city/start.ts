/**
 * What does `npm start` do? It synthesises the stack, runs it on this machine, lets a month of sample files happen, and
 * stays up. `--once`, or a run without a terminal, ends by itself: exit code 0, or 1 where anything failed.
 */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LogLine } from "../engines/local-function.ts";
import { synthesise } from "../wiring/synthesise.ts";
import { startCity } from "./city.ts";
import { playMonth } from "./month.ts";
import { Narrator } from "./narrator.ts";
import { optionsOf } from "./options.ts";
import { Screen } from "./screen.ts";
import { stayUp } from "./staying.ts";
import { summarise } from "./summary.ts";
import { WORDS } from "./words/language.ts";

const options = optionsOf(process.argv.slice(2), {
  environment: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  terminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
});
if ("print" in options) {
  console.error(options.print);
  process.exit(options.exitCode);
}
const folder = resolve(options.folder ?? fileURLToPath(new URL("../../../.local", import.meta.url)));
const words = WORDS[options.language];
const screen = new Screen(
  process.stdout,
  process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
);
const narrator = new Narrator(screen, words);

screen.line(screen.styled("bold", words.title));
const assembly = resolve(options.assembly ?? join(folder, "cdk.out"));
if (options.assembly === undefined) await step(words.synthesising, () => synthesise(assembly));
const city = await step(words.starting, () =>
  startCity({ assembly, log: noteFault, ...(options.port !== undefined && { port: options.port }) }, (news) =>
    narrator.tell(news),
  ),
).catch((fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EADDRINUSE" || options.port === undefined) throw fault;
  screen.line(`\n${words.portTaken(options.port)}`);
  process.exit(2);
});
try {
  await playMonth(city, narrator, options.until);
  await summarise(city, narrator, join(folder, "bulletins"), options.until === undefined);
} catch (error) {
  narrator.fault(error instanceof Error ? error.message : String(error));
}
if (!options.once && narrator.faults.length === 0) await stayUp(city, narrator, join(folder, "inbox"));
else await city.cloud.stop();
if (narrator.faults.length > 0) {
  screen.line(screen.styled("red", words.failed(narrator.faults.length)));
  process.exitCode = 1;
}

/** Says what is done, does it, and says how long it took. */
async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  screen.begin(`${what} … `);
  const started = performance.now();
  const result = await work();
  screen.line(screen.styled("dim", `${((performance.now() - started) / 1000).toFixed(1)} s`));
  return result;
}

/** Functions print one line an invocation; a fault among them is a failure of the run. */
function noteFault({ function: name, text }: LogLine): void {
  if (/"message":"(invocation failed|document not taken in|notice not sent)"/.test(text))
    narrator.fault(`${name}: ${text}`);
}
