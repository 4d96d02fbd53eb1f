/**
 * How test files are loaded where mutants are tried: with our `vitest` and `fast-check` in place of the real ones, and, where that is
 * asked for, anew. Every file of the project that a file loaded anew imports is loaded anew with it; packages stay as they are.
 */
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { collect, type Test } from "./vitest.ts";

/** What stands in for a package. */
const OURS: Readonly<Record<string, string>> = {
  vitest: new URL("./vitest.ts", import.meta.url).href,
  "fast-check": new URL("./fast-check.ts", import.meta.url).href,
};
const HERE = new URL(".", import.meta.url).href;
const ROOT = pathToFileURL(`${process.cwd()}/`).href;
/** A file of the project, packages and what tries mutants left out. */
const isOurs = (url: string) =>
  url.startsWith(ROOT) && !url.includes("/node_modules/") && !url.startsWith(HERE);
const javaScript = new Map<string, string>();
let version = 0;

/** Sources to be loaded with their mutants in them: TypeScript by its path from the root. Before any of them is loaded. */
export function loadInstead(texts: ReadonlyMap<string, string>): void {
  for (const [path, text] of texts) javaScript.set(resolve(path), stripTypeScriptTypes(text));
}

registerHooks({
  resolve(specifier, context, next) {
    const importer = context.parentURL ?? "";
    const own = isOurs(importer) ? OURS[specifier] : undefined;
    if (own !== undefined) return { url: own, shortCircuit: true };
    const found = next(specifier, context);
    const number = new URLSearchParams(importer.split("?")[1]).get("version");
    const anew = isOurs(found.url) && !found.url.includes("?") && number !== null;
    return anew ? { ...found, url: `${found.url}?version=${number}` } : found;
  },
  load(url, context, next) {
    if (!isOurs(url) || !/\.ts(\?|$)/.test(url)) return next(url, context);
    const path = fileURLToPath(url);
    const source = javaScript.get(path) ?? stripTypeScriptTypes(readFileSync(path, "utf8"));
    javaScript.set(path, source);
    return { format: "module", source, shortCircuit: true };
  },
});

/** A number under which files are loaded as if none of them had ever been; 0 is what is loaded once. */
export function nextVersion(): number {
  version += 1;
  return version;
}

/** The tests of a file, given by its path from the root; what it imports is loaded with it unless it is under this version already. */
export function loadTests(path: string, version: number): Promise<readonly Test[]> {
  return collect(() => import(`${pathToFileURL(path).href}?version=${version}`));
}

/** Loads sources by themselves, as the tests that are loaded once will find them. */
export async function loadSources(paths: readonly string[]): Promise<void> {
  for (const path of paths) await import(`${pathToFileURL(path).href}?version=0`);
}
