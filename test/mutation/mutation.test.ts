import { fork } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { astray, EQUIVALENT, equivalentOf } from "./equivalent.ts";
import fewer from "./in-process/fast-check.ts";
import { run } from "./in-process/running.ts";
import type { Task, Tried } from "./in-process/task.ts";
import {
  afterAll,
  beforeAll,
  beforeEach,
  collect,
  describe as suite,
  it as test,
} from "./in-process/vitest.ts";
import { instrument } from "./instrument.ts";
import { forget, hashOf, journalAt, markOf } from "./journal.ts";
import { added, folderResult, type Mutant, mutantOf, score } from "./results.ts";
import { parts, SCOPE } from "./scope.ts";

const root = join(import.meta.dirname, "../..");
const SOURCE = "const due = 3;\nexport const late = (days: number) => days > due;\n";
const MUTATION = {
  id: "1",
  file: "late.ts",
  replacement: "days >= due",
  location: { start: { line: 1, column: 38 }, end: { line: 1, column: 48 } },
};

function read(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return undefined;
  }
}

describe("mutation testing", () => {
  it("makes the mutants of a source, each behind a switch", async () => {
    const { mutations, texts } = await instrument(["shared/domain/time/period.ts"]);
    expect(mutations.length).toBeGreaterThan(10);
    const text = texts.get("shared/domain/time/period.ts") ?? "";
    expect(mutations.filter(({ id }) => !text.includes(`stryMutAct_9fa48("${id}")`))).toEqual([]);
    expect(new Set(mutations.map(({ file }) => file))).toEqual(new Set(["shared/domain/time/period.ts"]));
  });

  it("finds tests near every folder of its scope", () => {
    const found = parts(root, SCOPE, "near");
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(({ tests }) => tests.length === 0).map(({ folder }) => folder)).toEqual([]);
  });

  it("takes tests at the mirrored place, and of the same room those that import a source", () => {
    const [time] = parts(root, ["shared/domain/time"], "near");
    expect(time?.sources).toContain("shared/domain/time/calendar.ts");
    expect(time?.tests).toContain("test/domain/time/calendar.test.ts");
    expect(time?.tests.filter((path) => !path.startsWith("test/domain/"))).toEqual([]);
    const [one] = parts(root, ["shared/domain/time/period.ts"], "near");
    expect(one?.sources).toEqual(["shared/domain/time/period.ts"]);
    // Only what reaches it: that a date is a date has nothing to do with periods.
    expect(time?.tests).toEqual(
      expect.arrayContaining([...(one?.tests ?? []), "test/domain/time/time.test.ts"]),
    );
    expect(one?.tests).toContain("test/domain/time/deadline.test.ts");
    expect(one?.tests).not.toContain("test/domain/time/time.test.ts");
    // What has no tests at its own place is tried by those at the place of the folder above.
    const [duties] = parts(root, ["shared/domain/case-file/duties"], "near");
    expect(duties?.tests).toContain("test/domain/case-file/judgment.test.ts");
    expect(time?.tests).not.toContain("test/domain/defined.test.ts");
    const [wide] = parts(root, ["shared/domain/time"], "wide");
    expect(wide?.tests.length).toBeGreaterThan(time?.tests.length ?? 0);
  });
});

describe("a mutant", () => {
  it("is told by its place and what it becomes", () => {
    expect(mutantOf(MUTATION, SOURCE, "survived")).toEqual({
      file: "late.ts",
      at: 2,
      line: "export const late = (days: number) => days > due;",
      original: "days > due",
      becomes: "days >= due",
      mutated: SOURCE.replace("days > due", "days >= due"),
      fate: "survived",
    });
  });

  it("counts as killed by a test, for nothing where it doesn't compile or is equivalent, and else against us", () => {
    const made = (fate: Mutant["fate"], becomes: string): Mutant => ({
      file: "a.ts",
      at: 1,
      line: "a > b",
      original: "a > b",
      becomes,
      mutated: "",
      fate,
    });
    const mutants = [
      made("killed", "a < b"),
      made("killed", "false"),
      made("survived", "a >= b"),
      made("untested", "true"),
      made("survived", "b > a"),
      made("survived", "a"),
      made("endless", "while (true)"),
    ];
    const table = [{ file: "a.ts", line: "a > b", becomes: ["a >= b", "false"], because: "a is never b" }];
    const result = folderResult("a", mutants, new Set(mutants.slice(5, 6)), table);
    expect(result).toMatchObject({ mutants: 7, killed: 3, endless: 1, refused: 1, equivalent: 1 });
    expect(result.left.map(({ becomes }) => becomes)).toEqual(["true", "b > a"]);
    expect(result.wronglyNamed.map(({ becomes }) => becomes)).toEqual(["false"]);
    expect(score(result)).toBe(60);
    const twice = added("both", [result, result]);
    expect({ ...twice, folder: "a" }).toEqual({
      ...result,
      ...{ mutants: 14, killed: 6, endless: 2, refused: 2, equivalent: 2 },
      left: [...result.left, ...result.left],
      wronglyNamed: [...result.wronglyNamed, ...result.wronglyNamed],
    });
    expect(score({ killed: 2, left: mutants.slice(0, 1) })).toBe(66.6);
    expect(score({ killed: 0, left: [] })).toBe(100);
  });
});

describe("the journal", () => {
  const place = mkdtempSync(join(tmpdir(), "journal-"));
  const path = join(place, "late.jsonl");
  const mark = markOf(MUTATION, SOURCE);
  afterEach(() => forget(path));

  it("keeps a verdict until what it hangs on changes", () => {
    const [today, tomorrow] = [hashOf("a test"), hashOf("a test, changed")];
    expect(today).not.toBe(tomorrow);
    expect(mark).not.toBe(markOf(MUTATION, `${SOURCE} `));
    const journal = journalAt(path);
    expect(journal.begin(mark)).toBe(true);
    journal.end(mark, { fate: "killed", because: today, by: "says when it is late" });
    for (const one of [journal, journalAt(path)]) {
      expect(one.verdict(mark, new Set([today]))?.fate).toBe("killed");
      expect(one.verdict(mark, new Set([tomorrow]))).toBeUndefined();
    }
    expect(journal.crash()).toBe(false);
  });

  it("goes on where a run was cut short, also within a line", () => {
    journalAt(path).begin(mark);
    appendFileSync(path, '{"mutant":"');
    expect(journalAt(path).verdict(mark, new Set())).toBeUndefined();
    expect(journalAt(path).begin(mark)).toBe(true);
  });

  it("gives a mutant up with which the process came to an end twice", () => {
    for (const allowed of [true, true, false]) {
      expect(journalAt(path).begin(mark)).toBe(allowed);
      expect(journalAt(path).crash()).toBe(allowed);
    }
  });
});

describe("mutants named as equivalent", () => {
  it("stand with lines that are in their sources, once", () => {
    expect(astray(EQUIVALENT, read)).toEqual([]);
    expect(EQUIVALENT.filter(({ because, becomes }) => because.length < 15 || becomes.length === 0)).toEqual(
      [],
    );
  });

  it("are found out where the line has changed, is there twice, or the file is gone", () => {
    const entry = { file: "late.ts", line: "const due = 3;", becomes: ["-3"], because: "" };
    const of = (source: string | undefined) => astray([entry], () => source).length;
    expect([of(SOURCE), of("const due = 4;"), of(`${SOURCE}  ${SOURCE}`), of(undefined)]).toEqual([
      0, 1, 1, 1,
    ]);
    expect(equivalentOf([entry], { ...entry, becomes: "-3" })).toBe(entry);
    expect(equivalentOf([entry], { ...entry, becomes: "3" })).toBeUndefined();
  });
});

describe("the process that tries a folder", () => {
  const files = {
    "late.ts": [
      "export const late = (days: number) => days > 3;",
      "export const early = (days: number) => days < 3;",
      "export const never = (days: number) => days > 9;",
      "export const LIMITS = [late(3)];",
      "export function rounds(count: number) { let sum = 0; while (sum < count) sum += 1; return sum; }",
    ],
    "late.test.ts": [
      'import { expect, it } from "vitest";',
      'import { early, LIMITS, late, rounds } from "./late.ts";',
      "const thirdDay = late(3);",
      'it("is late after the third day", () => expect([thirdDay, late(4)]).toEqual([false, true]));',
      'it("is early before it", () => expect(early(2)).toBe(true));',
      'it("counts", () => expect(rounds(3)).toBe(3));',
      'it("fails by itself", () => expect(LIMITS).toEqual([]));',
    ],
  };

  it("finds what acts while files load, what runs without end, and what no test asks", async () => {
    const place = mkdtempSync(join(tmpdir(), "tried-"));
    for (const [file, lines] of Object.entries(files)) writeFileSync(join(place, file), lines.join("\n"));
    const task: Task = { sources: ["late.ts"], tests: ["late.test.ts"], journal: join(place, "kept.jsonl") };
    const fates = async () => {
      const told: Tried[] = [];
      const child = fork(join(import.meta.dirname, "in-process/try-folder.ts"), { cwd: place, silent: true });
      child.on("message", (one: Tried) => told.push(one));
      child.send(task);
      await Promise.all([once(child, "exit"), once(child, "disconnect")]);
      return told.flatMap(({ mutants }) =>
        mutants.map((one) => `${one.original} → ${one.becomes}: ${one.fate}`),
      );
    };
    const first = await fates();
    expect(first).toEqual(
      expect.arrayContaining([
        "days > 3 → days >= 3: killed",
        "days < 3 → days <= 3: survived",
        "days > 9 → days >= 9: untested",
        "sum += 1 → sum -= 1: killed",
      ]),
    );
    // Nothing is tried again.
    const kept = readFileSync(task.journal, "utf8");
    expect(await fates()).toEqual(first);
    expect(readFileSync(task.journal, "utf8")).toBe(kept);
  });
});

describe("tests where mutants are tried", () => {
  it.each([
    [undefined, 5],
    [400, 20],
    [60, 5],
    [3, 3],
  ])("hold a property against fewer examples: of %s asked for %i", (numRuns, expected) => {
    let tried = 0;
    const property = fewer.property(fewer.integer(), () => {
      tried += 1;
    });
    fewer.assert(property, numRuns === undefined ? {} : { numRuns });
    expect(tried).toBe(expected);
  });

  it("run in order with their hooks, as often as is asked, and end at the first failure", async () => {
    const seen: string[] = [];
    const note = (what: string) => () => void seen.push(what);
    let broken = false;
    const tests = await collect(async () => {
      beforeEach(note("each"));
      suite("outer", () => {
        beforeAll(note("in"));
        afterAll(note("out"));
        test.each([
          ["one", 1],
          ["two", 2],
        ])("says %s", (name: unknown, number: unknown) => {
          seen.push(`${name} ${number}`);
          if (broken) throw new Error("broken");
        });
      });
      test("rejects late", async () => {
        seen.push("last");
        if (broken) await Promise.reject("late");
      });
    });
    expect(tests.map(({ name }) => name)).toEqual([
      "outer > says one [0]",
      "outer > says two [1]",
      "rejects late",
    ]);
    const once = ["in", "each", "one 1", "each", "two 2", "out", "each", "last"];
    const started: (string | undefined)[] = [];
    expect((await run(tests, true, (one) => started.push(one?.name))).map(({ failure }) => failure)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(started.filter((name) => name !== undefined)).toEqual(tests.map(({ name }) => name));
    await run(tests, true);
    expect(seen).toEqual([...once, ...once]);
    broken = true;
    expect((await run(tests, true)).map(({ failure }) => failure)).toEqual(["broken"]);
    expect((await run(tests, false)).map(({ failure }) => failure)).toEqual(["broken", "broken", "late"]);
  });
});
