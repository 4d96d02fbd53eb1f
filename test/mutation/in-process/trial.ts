/**
 * How mutants are tried. Test files are loaded once and their tests run as often as there are mutants; only where that could
 * deceive is everything loaded anew with the mutant in it:
 * - the mutant acts while modules or test files load, and no test that runs through it later finds it;
 * - it may have been answered out of something kept since (no test reached it any more);
 * - a file's tests don't pass a second time, or in another order: what they leave behind would be taken for the mutant's work;
 * - the test that failed goes on failing without the mutant.
 * What takes long is asked last: most mutants are found by a quick test. What a mutant may take is measured in time of the
 * processor, which is the same on a busy machine.
 */
import type { InstrumenterContext } from "@stryker-mutator/api/core";
import fc from "fast-check";
import { loadSources, loadTests, nextVersion } from "./loading.ts";
import { milliseconds, type Outcome, run } from "./running.ts";
import type { Test } from "./vitest.ts";
import { watch } from "./watch.ts";

/** What the mutated code asks at every mutant, and notes what it runs through. */
const mutants: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: mutants });
// Properties try the same examples each time: what kills a mutant today kills it tomorrow.
fc.configureGlobal({ seed: 20_260_928 });

/** A test that takes longer than this (milliseconds) is asked after all that don't. */
const QUICK = 25;
/** One that takes longer than this isn't tried backwards: its whole time would be spent on what it leaves behind. */
const SLOW = 500;
/** One that takes longer than this, as one that counts a million rows, is asked about no mutant; nor are the tests of a file that loads so long. */
const TOO_SLOW = 2000;
/** A mutant has so long (milliseconds), and so many times what its tests take without it. */
const LEAST_BUDGET = 20_000;
const BUDGET = 10;
/** A loop that goes round so many times as often as without the mutant has no end. */
const ROUNDS = 100;

/** Of one mutant: found by a test of a file, or not. */
export type Trial =
  | { readonly fate: "killed"; readonly file: string; readonly by: string }
  | { readonly fate: "endless" | "survived" | "untested" };

interface Found {
  readonly file: string;
  readonly test: Test;
}

export class Trials {
  #tests = new Map<string, readonly Test[]>();
  /** What isn't asked, by its name: it fails by itself, or takes too long. */
  readonly #unasked = new Set<string>();
  /** Files whose tests can be run again as they are loaded. */
  readonly #again = new Set<string>();
  /** How long each test takes, by its name. */
  readonly #times = new Map<string, number>();
  /** Which mutants each test runs through how often, by its name, and the loading of each file, by `whileLoading`. */
  #through: Readonly<Record<string, Readonly<Record<string, number>>>> = {};
  readonly #sources: readonly string[];
  readonly #files: readonly string[];
  #begin: () => void = () => undefined;
  /** Sources with mutants, and the files of tests. */
  constructor(sources: readonly string[], files: readonly string[]) {
    this.#sources = sources;
    this.#files = files;
  }

  /**
   * Everything once without a mutant, noting what each test runs through; then once more, from the last test to the first.
   * Returns what fails although nothing is mutated, and what takes too long: neither is asked about any mutant.
   */
  async prepare(): Promise<{ readonly unfit: readonly string[]; readonly slow: readonly string[] }> {
    const [unfit, slow]: [string[], string[]] = [[], []];
    mutants.currentTestId = whileLoading(SOURCES);
    await loadSources(this.#sources);
    for (const file of this.#files) {
      mutants.currentTestId = whileLoading(file);
      const started = process.cpuUsage();
      const tests = await loadTests(file, 0);
      if (milliseconds(process.cpuUsage(started)) > TOO_SLOW) slow.push(file);
      else this.#tests.set(file, tests);
    }
    for (const [file, tests] of this.#tests) {
      const outcomes = await run(tests, false, (test) => {
        mutants.currentTestId = test === undefined ? whileLoading(file) : idOf(file, test);
      });
      for (const { test, milliseconds, failure } of outcomes) {
        if (failure !== undefined) unfit.push(`${idOf(file, test)}: ${failure}`);
        else if (milliseconds > TOO_SLOW) slow.push(idOf(file, test));
        if (failure !== undefined || milliseconds > TOO_SLOW) this.#unasked.add(idOf(file, test));
        this.#times.set(idOf(file, test), milliseconds);
      }
    }
    delete mutants.currentTestId;
    for (const [file, tests] of this.#tests) this.#tests.set(file, this.#fit(file, tests));
    this.#through = structuredClone(mutants.mutantCoverage?.perTest ?? {});
    for (const [file, tests] of this.#tests) {
      const backwards = tests.toReversed().filter((test) => this.#timeOf({ file, test }) < SLOW);
      if ((await run(backwards, true)).every(passed)) this.#again.add(file);
    }
    this.#begin = watch();
    return { unfit, slow };
  }

  /** Tries a mutant by its id; `reaching`: the test files that import its source in the end. */
  async try(id: string, reaching: readonly string[]): Promise<Trial> {
    this.#begin();
    const through = (name: string) => this.#through[name]?.[id] ?? 0;
    const wanted = this.#all(reaching).filter(({ file, test }) => through(idOf(file, test)) > 0);
    // What a module makes while it loads, all may have in hand; what a test file makes, its own tests.
    const inHand =
      through(whileLoading(SOURCES)) > 0
        ? reaching
        : reaching.filter((file) => through(whileLoading(file)) > 0);
    if (wanted.length === 0 && inHand.length === 0) return { fate: "untested" };
    const rounds = [SOURCES, ...reaching].map((file) => through(whileLoading(file)));
    rounds.push(...wanted.map(({ file, test }) => through(idOf(file, test))));
    mutants.hitLimit = ROUNDS * rounds.reduce(sum, 0);
    const started = process.cpuUsage();
    const asked = [...wanted, ...this.#all(inHand)];
    const budget = LEAST_BUDGET + BUDGET * asked.map((one) => this.#timeOf(one)).reduce(sum, 0);
    const overdrawn = () => milliseconds(process.cpuUsage(started)) > budget;
    mutants.hitCount = 0;
    for (const { file, tests } of this.#inOrder(wanted.filter(({ file }) => this.#again.has(file)))) {
      mutants.activeMutant = id;
      const last = (await run(tests, true)).at(-1);
      delete mutants.activeMutant;
      if (last?.failure !== undefined) {
        if ((await run([last.test], true)).every(passed)) return killedBy({ file, test: last.test });
        // Something stayed broken: from here on everything as new, and the mutant is tried anew.
        const version = nextVersion();
        for (const file of this.#tests.keys())
          this.#tests.set(file, this.#fit(file, await loadTests(file, version)));
        return this.#anew(id, filesOf(asked), overdrawn);
      }
      if (overdrawn()) return { fate: "endless" };
    }
    const left = mutants.hitCount === 0 ? wanted : wanted.filter(({ file }) => !this.#again.has(file));
    return this.#anew(id, filesOf([...left, ...this.#all(inHand)]), overdrawn);
  }

  #fit(file: string, tests: readonly Test[]): readonly Test[] {
    return tests.filter((test) => !this.#unasked.has(idOf(file, test)));
  }

  #all(files: readonly string[]): readonly Found[] {
    return files.flatMap((file) => (this.#tests.get(file) ?? []).map((test) => ({ file, test })));
  }

  #timeOf({ file, test }: Found): number {
    return this.#times.get(idOf(file, test)) ?? 0;
  }

  /** The quick ones file by file, then the slow ones by their time. */
  #inOrder(wanted: readonly Found[]): readonly { readonly file: string; readonly tests: readonly Test[] }[] {
    const slow = wanted.filter((one) => this.#timeOf(one) > QUICK);
    const quick = Map.groupBy(
      wanted.filter((one) => !slow.includes(one)),
      ({ file }) => file,
    );
    return [
      ...[...quick].map(([file, found]) => ({ file, tests: found.map(({ test }) => test) })),
      ...slow
        .toSorted((one, other) => this.#timeOf(one) - this.#timeOf(other))
        .map(({ file, test }) => ({ file, tests: [test] })),
    ];
  }

  /** Loads files with the mutant in them, those first whose tests take the least, and runs all of their tests in order. */
  async #anew(id: string, files: readonly string[], overdrawn: () => boolean): Promise<Trial> {
    const time = (file: string) =>
      this.#all([file])
        .map((one) => this.#timeOf(one))
        .reduce(sum, 0);
    const version = nextVersion();
    for (const file of files.toSorted((one, other) => time(one) - time(other))) {
      mutants.activeMutant = id;
      mutants.hitCount = 0;
      try {
        const tests = this.#fit(file, await loadTests(file, version));
        const last = (await run(tests, true)).at(-1);
        if (last?.failure !== undefined) return killedBy({ file, test: last.test });
      } catch (fault) {
        // It can't even be loaded: the first test that needs it would say so.
        return { fate: "killed", file, by: String(fault) };
      } finally {
        delete mutants.activeMutant;
      }
      if (overdrawn()) return { fate: "endless" };
    }
    return { fate: "survived" };
  }
}

const passed = ({ failure }: Outcome) => failure === undefined;
const sum = (one: number, other: number) => one + other;
const filesOf = (found: readonly Found[]) => [...new Set(found.map(({ file }) => file))];

/** The name under which is noted what a file runs through before its tests. */
const whileLoading = (file: string) => `loading ${file}`;
const SOURCES = "the sources";

function idOf(file: string, test: Test): string {
  return `${file}#${test.name}`;
}

function killedBy({ file, test }: Found): Trial {
  return { fate: "killed", file, by: test.name };
}
