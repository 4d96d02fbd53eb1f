/** Which sources are mutated, and which tests are asked about them. */
import { globSync } from "node:fs";
import { dirname } from "node:path";
import { reading } from "./reading.ts";

/** What is mutated where nothing narrower is asked for: where things are decided. Handlers only wire; the stack's tests run them. */
export const SCOPE = ["shared/domain", "shared/casework", "shared/links", "shared/adapters", "functions"];

/** Tests that run in memory, by folder; the others start engines, browsers or the whole stack, too much for each mutant. */
const IN_MEMORY = /^test\/(domain|casework|functions|links|letters|adapters)\//;
/** What only vitest itself can do: clocks and spies of its own, kept pictures of values; and the engines' tests. */
const NEEDS_MORE =
  /import \{[^}]*\bvi\b[^}]*\} from "vitest"|toMatch\w*Snapshot\(|startCaseTableEngine|libreOffice/;

/** The sources of one folder that are mutated together, and what runs for each of them. */
export interface Part {
  readonly folder: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}
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
  const { texts, imports, reaches } = reading(root, [...find("test/**/*.test.ts"), ...sources]);
  const tests = [...texts]
    .filter(([path, source]) => path.endsWith(".test.ts") && IN_MEMORY.test(path) && !NEEDS_MORE.test(source))
    .map(([path]) => path)
    .toSorted();
  const folders = Map.groupBy(sources.toSorted(), dirname);
  return [...folders].map(([folder, inFolder]) => {
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
    return { folder, sources: inFolder, tests: asked.filter((test) => reaches(test, inFolder)) };
  });
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
