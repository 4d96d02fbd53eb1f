/**
 * The process that tries the mutants of one folder: sent a task, it writes each verdict into the journal at once, and sends what each
 * source came to. Ends with `AGAIN` where it should be started anew to go on.
 */
import { once } from "node:events";
import { instrument, type Mutation } from "../instrument.ts";
import { hashOf, journalAt, markOf, type Verdict } from "../journal.ts";
import { reading } from "../reading.ts";
import { mutantOf } from "../results.ts";
import { loadInstead } from "./loading.ts";
import { AGAIN, type Task, type Tried } from "./task.ts";
import { Trials } from "./trial.ts";

/** What was loaded before stays in a process's memory; beyond so many bytes another goes on. */
const MOST_MEMORY = 2 ** 31;
/** More tests than these that fail by themselves mean that something else is wrong. */
const MOST_UNFIT = 3;

if (import.meta.main) {
  const [task] = await once(process, "message");
  process.exitCode = await tryAll(task);
  process.disconnect();
}

async function tryAll({ sources, tests, journal: path }: Task): Promise<number> {
  const journal = journalAt(path);
  const { mutations, texts } = await instrument(sources);
  const read = reading(".", [...sources, ...tests]);
  const all = hashOf(...[...read.texts].flat());
  const hashes = new Map(tests.map((test) => [test, hashOf(read.texts.get(test) ?? "")]));
  const now = new Set([all, ...hashes.values()]);
  const textOf = (file: string) => read.texts.get(file) ?? "";
  const verdictOf = (mutation: Mutation) => journal.verdict(markOf(mutation, textOf(mutation.file)), now);
  let trials: Trials | undefined;
  for (const source of sources) {
    const own = mutations.filter(({ file }) => file === source);
    for (const mutation of own.filter((one) => verdictOf(one) === undefined)) {
      if (trials === undefined) {
        loadInstead(texts);
        trials = await prepared(sources, tests);
      }
      if (process.memoryUsage.rss() > MOST_MEMORY) return AGAIN;
      const mark = markOf(mutation, textOf(source));
      journal.end(
        mark,
        journal.begin(mark) ? await tried(trials, mutation) : { fate: "endless", because: all },
      );
    }
    const mutants = own.map((one) => mutantOf(one, textOf(source), verdictOf(one)?.fate ?? "untested"));
    await new Promise((sent) => process.send?.({ source, mutants } satisfies Tried, sent));
  }
  return 0;

  async function tried(asked: Trials, { id, file }: Mutation): Promise<Verdict> {
    const trial = await asked.try(
      id,
      tests.filter((test) => read.reaches(test, [file])),
    );
    if (trial.fate !== "killed") return { fate: trial.fate, because: all };
    return { fate: "killed", because: hashes.get(trial.file) ?? all, by: trial.by };
  }
}

/** What fails although nothing is mutated isn't asked: as where a property counts what its few examples here were of. */
async function prepared(sources: readonly string[], tests: readonly string[]): Promise<Trials> {
  const trials = new Trials(sources, tests);
  const { unfit, slow } = await trials.prepare();
  for (const one of unfit) console.log(`not asked, fails without a mutant: ${one}`);
  for (const one of slow) console.log(`not asked, takes too long: ${one}`);
  if (unfit.length > MOST_UNFIT) throw new Error("too many tests fail without a mutant");
  return trials;
}
