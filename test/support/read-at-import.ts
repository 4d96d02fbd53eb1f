/** Which files of a bundle are read as it starts? The rest waits until it is asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The entry with all that it imports at once. */
export function readAtImport(folder: string, file = "index.mjs", seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, chunk = ""] of text.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+\.mjs)"/g))
    readAtImport(folder, chunk, seen);
  return seen;
}
