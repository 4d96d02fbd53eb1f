/** Which sources are mutated, and which tests are asked about them. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** What is mutated where nothing narrower is asked for: where things are decided. Handlers only wire; the stack's tests run them. */
export const SCOPE = ["shared/domain", "shared/casework", "shared/links", "shared/adapters", "functions"];

/** Tests that run in memory, by folder; the others start engines, browsers or the whole stack, too much for each mutant. */
const IN_MEMORY = /^test\/(domain|casework|functions|links|letters|adapters)\//;
/** What only vitest itself can do: clocks and spies of its own, kept pictures of values; and the engines' tests. */
const NEEDS_MORE =
  /import \{[^}]*\bvi\b[^}]*\} from "vitest"|toMatch\w*Snapshot\(|startCaseTableEngine|libreOffice/;

/** Sources of one folder that are mutated together, and what runs for each of them. */
export interface Part {
  readonly folder: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}
/** So many lines of sources are mutated together (or one file that has more): a run that is cut short loses no more than these. */
const MOST_LINES = 900;

/**
 * `near`: tests at the mirrored place, first; where they don't import half of the sources themselves, also those at the
 * place of the folder above, and those of the same room that import one; where there are none, all that import one ·
 * `wide`: all that reach one in the end. */
export type Reach = "near" | "wide";

/** The parts of the sources under the paths asked for (folders or files), folder by folder; of the tests those that reach a source of the part. */
export function parts(root: string, paths: readonly string[], reach: Reach): readonly Part[] {
  const find = (pattern: string) =>
    globSync(pattern, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  const sources = [
    ...new Set(
      paths.flatMap((path) =>
        path.endsWith(".ts")
          ? [path]
          : find(`${path}/**/*.ts`).filter((file) => !file.endsWith("/handler.ts")),
      ),
    ),
  ];
  const text = new Map(
    find("{test,shared,functions,infra}/**/*.ts").map((path) => [
      path,
      readFileSync(join(root, path), "utf8"),
    ]),
  );
  const imports = new Map([...text].map(([path, source]) => [path, importsOf(path, source)]));
  const tests = [...text]
    .filter(([path, source]) => path.endsWith(".test.ts") && IN_MEMORY.test(path) && !NEEDS_MORE.test(source))
    .map(([path]) => path)
    .toSorted();
  const reached = new Map<string, ReadonlySet<string>>();
  const reaches = (test: string, some: Iterable<string>) => {
    const all = reached.get(test) ?? reachedFrom(test, imports);
    reached.set(test, all);
    return [...some].some((path) => all.has(path));
  };
  const folders = Map.groupBy(sources.toSorted(), dirname);
  return [...folders].flatMap(([folder, inFolder]) => {
    const whole = new Set(find(`${folder}/*.ts`));
    const importers = tests.filter((test) => imports.get(test)?.some((path) => whole.has(path)));
    const mirrored = tests.filter((test) => mirrors(test, folder));
    const known = new Set(
      mirrored.flatMap((test) => imports.get(test) ?? []).filter((path) => whole.has(path)),
    );
    const near =
      known.size * 2 >= whole.size
        ? mirrored
        : [
            ...new Set([
              ...mirrored,
              ...aboveOf(folder, tests),
              ...importers.filter((test) => inRoomOf(folder, test)),
            ]),
          ];
    const enough = near.length > 0 ? near : importers;
    const wide = () => tests.filter((test) => reaches(test, whole));
    const asked = reach === "wide" || enough.length === 0 ? wide() : enough;
    return together(inFolder, (path) => text.get(path)?.split("\n").length ?? 0).map((some) => ({
      folder,
      sources: some,
      tests: asked.filter((test) => reaches(test, some)),
    }));
  });
}

/** Everything a part's verdicts hang on: its tests, and what they import in the end. */
export function readBy(root: string, tests: readonly string[]): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  const ahead = [...tests];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (read.has(path) || !existsSync(join(root, path))) continue;
    read.set(path, readFileSync(join(root, path), "utf8"));
    if (path.endsWith(".ts")) ahead.push(...importsOf(path, read.get(path) ?? ""));
  }
  return read;
}

/** Sources in their order, as many together as have no more lines than the most. */
function together(
  sources: readonly string[],
  linesOf: (path: string) => number,
): readonly (readonly string[])[] {
  const groups: { paths: string[]; lines: number }[] = [];
  for (const path of sources) {
    const [last, lines] = [groups.at(-1), linesOf(path)];
    if (last === undefined || last.lines + lines > MOST_LINES) groups.push({ paths: [path], lines });
    else {
      last.paths.push(path);
      last.lines += lines;
    }
  }
  return groups.map(({ paths }) => paths);
}

/** The project's own files that a file imports. */
function importsOf(path: string, source: string): readonly string[] {
  return [...source.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, to = ""]) =>
    normalize(join(dirname(path), to)).replaceAll("\\", "/"),
  );
}

/** `shared/domain/time` has its tests in the folder `test/domain/time`; `functions/mail-feedback` in `test/functions/mail-feedback.test.ts`. */
function mirrors(test: string, folder: string): boolean {
  const place = `test/${folder.replace(/^shared\//, "")}`;
  return test.startsWith(`${place}/`) || test === `${place}.test.ts`;
}

/** `shared/domain/case-file/duties` is tried by what tries `shared/domain/case-file`; a room as a whole tries nothing in particular. */
function aboveOf(folder: string, tests: readonly string[]): readonly string[] {
  const above = dirname(folder);
  return ROOMS.test(above) ? [] : tests.filter((test) => mirrors(test, above));
}

const ROOMS = /^(?:shared|shared\/\w+|functions|functions\/desk)$/;

/** Tests of other rooms use a source on their way to something else. */
function inRoomOf(folder: string, test: string): boolean {
  const [room = ""] = folder.replace(/^shared\//, "").split("/");
  return test.startsWith(`test/${room}/`);
}

/** All that a file imports in the end, itself included. */
function reachedFrom(path: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set([path]);
  for (const one of seen) for (const next of imports.get(one) ?? []) seen.add(next);
  return seen;
}
