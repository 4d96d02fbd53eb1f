/**
 * How test files are loaded in Stryker's process: with our `vitest` and `fast-check` in place of the real ones, and, where that is
 * asked for, anew. Every file of the sandbox that a file loaded anew imports is loaded anew with it; packages stay as they are.
 */
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { collect, type Test } from "./vitest.ts";

/** What stands in for a package. */
const OURS: Readonly<Record<string, string>> = {
  vitest: new URL("./vitest.ts", import.meta.url).href,
  "fast-check": new URL("./fast-check.ts", import.meta.url).href,
};
/** What Stryker copied, and changed: its processes go there once their plugins are loaded. */
const sandbox = () => pathToFileURL(`${process.cwd()}/`).href;
const javaScript = new Map<string, string>();
let version = 0;

registerHooks({
  resolve(specifier, context, next) {
    const importer = context.parentURL ?? "";
    const own = importer.startsWith(sandbox()) ? OURS[specifier] : undefined;
    if (own !== undefined) return { url: own, shortCircuit: true };
    const found = next(specifier, context);
    const number = new URLSearchParams(importer.split("?")[1]).get("version");
    const isOurs = found.url.startsWith(sandbox()) && !found.url.includes("?");
    return isOurs && number !== null ? { ...found, url: `${found.url}?version=${number}` } : found;
  },
  load(url, context, next) {
    if (!url.startsWith(sandbox()) || !/\.ts(\?|$)/.test(url)) return next(url, context);
    const path = fileURLToPath(url);
    const source = javaScript.get(path) ?? stripTypeScriptTypes(readFileSync(path, "utf8"));
    javaScript.set(path, source);
    return { format: "module", source, shortCircuit: true };
  },
});

/** The tests of a file; `again`: it and all that it imports as if it had never been loaded, together with the others asked for. */
export async function loadTests(
  paths: readonly string[],
  again: "anew" | "once",
): Promise<Map<string, readonly Test[]>> {
  if (again === "anew") version += 1;
  const loaded = new Map<string, readonly Test[]>();
  for (const path of paths)
    loaded.set(
      path,
      await collect(() => import(`${pathToFileURL(path).href}?version=${again === "anew" ? version : 0}`)),
    );
  return loaded;
}
