/** A directory that asks the table once for each name: a ledger of ten thousand rows names some hundred agencies. */
import type { Directory } from "../ports/directory.ts";

/** For one piece of work: what it was answered stays so until it ends. */
export function remembering(directory: Directory): Directory {
  const found = new Map<string, ReturnType<Directory["find"]>>();
  const known = new Map<string, ReturnType<Directory["organisation"]>>();
  return {
    ...directory,
    find: (lookupKey) => remembered(found, lookupKey, () => directory.find(lookupKey)),
    organisation: (id) => remembered(known, id, () => directory.organisation(id)),
  };
}

function remembered<T>(all: Map<string, T>, key: string, ask: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  all.set(key, asked);
  return asked;
}
