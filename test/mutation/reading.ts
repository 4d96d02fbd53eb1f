/** What files import, and what is read for them in the end. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Of some files and all that they import in the end, by paths from the root. */
export interface Reading {
  readonly texts: ReadonlyMap<string, string>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** Whether a file imports one of some in the end, or is one of them. */
  readonly reaches: (from: string, some: Iterable<string>) => boolean;
}

export function reading(root: string, paths: readonly string[]): Reading {
  const texts = new Map<string, string>();
  const imports = new Map<string, readonly string[]>();
  const ahead = [...paths];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (texts.has(path) || !existsSync(join(root, path))) continue;
    const text = readFileSync(join(root, path), "utf8");
    texts.set(path, text);
    imports.set(path, path.endsWith(".ts") ? importsOf(path, text) : []);
    ahead.push(...(imports.get(path) ?? []));
  }
  const reached = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (from: string) => {
    const known = reached.get(from);
    if (known !== undefined) return known;
    const seen = new Set([from]);
    for (const one of seen) for (const next of imports.get(one) ?? []) seen.add(next);
    reached.set(from, seen);
    return seen;
  };
  return {
    texts,
    imports,
    reaches: (from, some) => [...some].some((path) => reachedFrom(from).has(path)),
  };
}

/** The project's own files that a file imports. */
function importsOf(path: string, source: string): readonly string[] {
  return [...source.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, to = ""]) =>
    normalize(join(dirname(path), to)).replaceAll("\\", "/"),
  );
}
