/**
 * What test files get for `vitest` while mutants are tried: the same `expect`, and `describe`, `it` and the hooks as far as
 * the tests use them. Suites are collected here and run by running.ts as often as is asked; vitest itself loads every
 * module anew for each run, which for one mutant takes longer than its tests.
 */
import { format } from "node:util";
import { expect } from "vitest";

export { expect, expectTypeOf } from "vitest";

type Body = () => unknown;
/** A test as it was written down: its name with those of its suites, and what it does. */
export interface Test {
  readonly name: string;
  readonly suite: Suite;
  readonly run: Body;
}
/** A `describe`, or a whole file: its hooks, in the order in which they were given. */
export interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly hooks: Record<"beforeAll" | "afterAll" | "beforeEach" | "afterEach", Body[]>;
}

let tests: Test[] = [];
let current = newSuite("", undefined);

/** The tests that loading a file writes down, in order. */
export async function collect(load: () => Promise<unknown>): Promise<readonly Test[]> {
  tests = [];
  current = newSuite("", undefined);
  await load();
  return tests;
}

function newSuite(name: string, parent: Suite | undefined): Suite {
  return { name, parent, hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] } };
}

/** The function among what stands behind a name; options and limits of time are vitest's. */
function bodyOf(given: readonly unknown[]): ((...args: unknown[]) => unknown) | undefined {
  return given.find((one) => typeof one === "function") as ((...args: unknown[]) => unknown) | undefined;
}

function writeSuite(name: unknown, ...given: unknown[]): void {
  const outer = current;
  current = newSuite(`${outer.name}${String(name)} > `, outer);
  bodyOf(given)?.();
  current = outer;
}

function writeTest(name: unknown, ...given: unknown[]): void {
  const body = bodyOf(given);
  if (body === undefined) return;
  const full = `${current.name}${String(name)}`;
  const same = tests.filter((test) => test.name === full || test.name.startsWith(`${full} #`)).length;
  tests.push({
    name: same === 0 ? full : `${full} #${same + 1}`,
    suite: current,
    run: () => body({ expect, skip: () => undefined }),
  });
}

/** `each`: a row that is a list is spread over the body's parameters; `for`: it is given as it is. */
function table(write: typeof writeTest, spread: boolean) {
  return (rows: readonly unknown[]) =>
    (name: unknown, ...given: unknown[]) => {
      const body = bodyOf(given);
      for (const [index, row] of rows.entries()) {
        const values = Array.isArray(row) ? row : [row];
        write(title(String(name), row, values, index), () => body?.(...(spread ? values : [row])));
      }
    };
}

/** `%s` and its like from the row, `$key` from a row that is an object; the number keeps names apart. */
function title(name: string, row: unknown, values: readonly unknown[], index: number): string {
  const wanted = name.match(/%[sdifjoO]/g)?.length ?? 0;
  const filled = format(name, ...values.slice(0, wanted));
  return `${filled.replace(/\$(\w+)/g, (all, key) => String((row as Record<string, unknown>)?.[key] ?? all))} [${index}]`;
}

const skipped = () => undefined;

export const it = Object.assign(writeTest, {
  each: table(writeTest, true),
  for: table(writeTest, false),
  skip: skipped,
  skipIf: (no: unknown) => (no ? skipped : writeTest),
});
export const describe = Object.assign(writeSuite, {
  each: table(writeSuite, true),
  skip: skipped,
  skipIf: (no: unknown) => (no ? skipped : writeSuite),
});

export const beforeAll = (body: Body) => void current.hooks.beforeAll.push(body);
export const afterAll = (body: Body) => void current.hooks.afterAll.push(body);
export const beforeEach = (body: Body) => void current.hooks.beforeEach.push(body);
export const afterEach = (body: Body) => void current.hooks.afterEach.push(body);
