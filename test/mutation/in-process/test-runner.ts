/**
 * Stryker's test runner of this house. Test files are loaded once and their tests run as often as there are mutants; only
 * where that could deceive is everything loaded anew with the mutant in it:
 * - the mutant acts while modules load, or may have been answered out of something kept since (no test reached it any more);
 * - a file's tests don't pass a second time, or in another order: what they leave behind would be taken for the mutant's work;
 * - the test that failed goes on failing without the mutant.
 * What takes long is asked last: most mutants are found by a quick test. What a mutant may take is measured in time of the
 * processor, which is the same on a busy machine; what it doesn't keep is reported as timed out, not as killed by a test.
 */
import { resolve } from "node:path";
import type { InstrumenterContext, StrykerOptions } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import { loadTests } from "./loading.ts";
import { milliseconds, type Outcome, run } from "./running.ts";
import type { Test } from "./vitest.ts";

/** What the mutated code asks at every mutant, and notes what it runs through. */
const mutants: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: mutants });
// Properties try the same examples each time: what kills a mutant today kills it tomorrow.
fc.configureGlobal({ seed: 20_260_928 });

/** A test that takes longer than this (milliseconds) is asked after all that don't. */
const QUICK = 25;
/** A mutant has so long (milliseconds), and so many times what its tests take without it. */
const LEAST_BUDGET = 30_000;
const BUDGET = 10;

class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #files: readonly string[];
  #tests = new Map<string, readonly Test[]>();
  /** Files whose tests can be run again as they are loaded. */
  #again = new Set<string>();
  /** How long each takes, by its name. */
  #times = new Map<string, number>();
  #learnt: DryRunResult = { status: DryRunStatus.Error, errorMessage: "not loaded" };

  constructor(options: StrykerOptions) {
    this.#files = options.testFiles.map((file) => resolve(file));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /**
   * Everything once without a mutant, noting what each test runs through; then once more, from the last test to the first. Here,
   * as no clock runs yet: a process that takes the place of one that was ended would else lose its first mutant's time on it.
   */
  async init(): Promise<void> {
    this.#tests = await loadTests(this.#files, "once");
    const results: TestResult[] = [];
    const unfit: string[] = [];
    for (const [file, tests] of this.#tests) {
      const outcomes = await run(tests, false, (test) => {
        if (test === undefined) delete mutants.currentTestId;
        else mutants.currentTestId = idOf(file, test);
      });
      unfit.push(
        ...outcomes.flatMap(({ test, failure }) => (failure ? [`${idOf(file, test)}: ${failure}`] : [])),
      );
      results.push(...outcomes.map((outcome) => resultOf(file, outcome)));
      for (const { test, milliseconds } of outcomes) this.#times.set(idOf(file, test), milliseconds);
    }
    const { mutantCoverage } = mutants;
    const noted = structuredClone(mutantCoverage);
    for (const [file, tests] of this.#tests)
      if ((await run(tests.toReversed(), true)).every(passed)) this.#again.add(file);
    delete mutants.mutantCoverage;
    this.#learnt =
      unfit.length > 0
        ? { status: DryRunStatus.Error, errorMessage: unfit.join("\n") }
        : { status: DryRunStatus.Complete, tests: results, ...(noted && { mutantCoverage: noted }) };
  }

  async dryRun(): Promise<DryRunResult> {
    return this.#learnt;
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const wanted = options.reloadEnvironment ? undefined : new Set(options.testFilter);
    const files = [...this.#tests].filter(
      ([file, tests]) => !wanted || tests.some((test) => wanted.has(idOf(file, test))),
    );
    const started = process.cpuUsage();
    const budget = this.#budgetOf(files, wanted);
    mutants.hitCount = 0;
    if (options.hitLimit !== undefined) mutants.hitLimit = options.hitLimit;
    let count = 0;
    const asLoaded = files.filter(([file]) => this.#again.has(file));
    for (const [file, some] of this.#inOrder(asLoaded, wanted)) {
      mutants.activeMutant = options.activeMutant.id;
      const outcomes = await run(some, true);
      delete mutants.activeMutant;
      count += outcomes.length;
      const last = outcomes.at(-1);
      if (last?.failure === undefined) {
        if (milliseconds(process.cpuUsage(started)) > budget) return timedOut(budget);
        continue;
      }
      if ((await run([last.test], true)).every(passed)) return killed(file, last, count);
      // Something stayed broken: from here on everything as new, and the mutant is tried anew.
      this.#tests = await loadTests(this.#files, "anew");
      return this.#anew(
        options,
        files.map(([path]) => path),
        count,
      );
    }
    if (options.reloadEnvironment || mutants.hitCount === 0)
      return this.#anew(
        options,
        files.map(([file]) => file),
        count,
      );
    return this.#anew(
      options,
      files.filter(([file]) => !this.#again.has(file)).map(([file]) => file),
      count,
    );
  }

  #budgetOf(files: readonly (readonly [string, readonly Test[]])[], wanted?: ReadonlySet<string>): number {
    const ids = files.flatMap(([file, tests]) => tests.map((test) => idOf(file, test)));
    const usual = ids
      .filter((id) => !wanted || wanted.has(id))
      .reduce((sum, id) => sum + (this.#times.get(id) ?? 0), 0);
    return LEAST_BUDGET + BUDGET * usual;
  }

  /** The tests wanted of files: the quick ones file by file, then the slow ones by their time. */
  #inOrder(
    files: readonly (readonly [string, readonly Test[]])[],
    wanted: ReadonlySet<string> | undefined,
  ): readonly (readonly [string, readonly Test[]])[] {
    const all = files.map(
      ([file, tests]) => [file, tests.filter((test) => !wanted || wanted.has(idOf(file, test)))] as const,
    );
    const timeOf = (file: string, test: Test) => this.#times.get(idOf(file, test)) ?? 0;
    const quick = all.map(
      ([file, tests]) => [file, tests.filter((test) => timeOf(file, test) <= QUICK)] as const,
    );
    const slow = all
      .flatMap(([file, tests]) => tests.map((test) => ({ file, test, time: timeOf(file, test) })))
      .filter(({ time }) => time > QUICK)
      .toSorted((one, other) => one.time - other.time)
      .map(({ file, test }) => [file, [test]] as const);
    return [...quick.filter(([, tests]) => tests.length > 0), ...slow];
  }

  /** Loads files with the mutant in them, and runs all of their tests in order. */
  async #anew(
    options: MutantRunOptions,
    files: readonly string[],
    ranBefore: number,
  ): Promise<MutantRunResult> {
    let count = ranBefore;
    const started = process.cpuUsage();
    const budget = 2 * this.#budgetOf(files.map((file) => [file, this.#tests.get(file) ?? []]));
    mutants.activeMutant = options.activeMutant.id;
    mutants.hitCount = 0;
    try {
      for (const file of files) {
        const tests = (await loadTests([file], "anew")).get(file) ?? [];
        const outcomes = await run(tests, true);
        count += outcomes.length;
        const last = outcomes.at(-1);
        if (last?.failure !== undefined) return killed(file, last, count);
        if (milliseconds(process.cpuUsage(started)) > budget) return timedOut(budget);
      }
    } catch (fault) {
      // It can't even be loaded: the first test that needs it would say so.
      const [file = ""] = files;
      const [test] = this.#tests.get(file) ?? [];
      if (test) return killed(file, { test, milliseconds: 0, failure: String(fault) }, count);
    } finally {
      delete mutants.activeMutant;
    }
    return { status: MutantRunStatus.Survived, nrOfTests: count };
  }
}

const passed = ({ failure }: Outcome) => failure === undefined;

function idOf(file: string, test: Test): string {
  return `${file.slice(process.cwd().length + 1)}#${test.name}`;
}

function resultOf(file: string, { test, milliseconds, failure }: Outcome): TestResult {
  const common = { id: idOf(file, test), name: test.name, timeSpentMs: milliseconds, fileName: file };
  return failure === undefined
    ? { ...common, status: TestStatus.Success }
    : { ...common, status: TestStatus.Failed, failureMessage: failure };
}

function timedOut(budget: number): MutantRunResult {
  return {
    status: MutantRunStatus.Timeout,
    reason: `more than ${Math.round(budget / 1000)} s of the processor`,
  };
}

function killed(file: string, { test, failure }: Outcome, nrOfTests: number): MutantRunResult {
  return {
    status: MutantRunStatus.Killed,
    killedBy: [idOf(file, test)],
    failureMessage: failure ?? "",
    nrOfTests,
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
