/** A directory that asks the table once for each name: a ledger of ten thousand rows names some hundred agencies. */
import type { Directory } from "../ports/directory.ts";

/** For one piece of work: what was found stays so until it ends. */
export function cachedDirectory(directory: Directory): Directory {
  const found = new Map<string, ReturnType<Directory["find"]>>();
  const known = new Map<string, ReturnType<Directory["organisation"]>>();
  return {
    ...directory,
    find: (lookupKey) => cached(found, lookupKey, () => directory.find(lookupKey)),
    organisation: (id) => cached(known, id, () => directory.organisation(id)),
  };
}

function cached<T>(all: Map<string, T>, key: string, ask: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  all.set(key, asked);
  return asked;
}
