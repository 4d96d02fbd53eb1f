/** A directory that asks the table once for each name: a ledger of ten thousand rows names some hundred agencies. */
import type { Organisation, OrganisationId } from "../domain/organisations/directory.ts";
import type { Directory } from "../ports/directory.ts";

/** For one piece of work: what was found stays so until it ends. */
export function cachedDirectory(directory: Directory): Directory {
  const found = new Map<string, ReturnType<Directory["find"]>>();
  const known = new Map<string, ReturnType<Directory["organisation"]>>();
  return {
    ...directory,
    find: (lookupKey) => cached(found, lookupKey, () => directory.find(lookupKey)),
    organisation: (id) => cached(known, id, () => directory.organisation(id)),
    organisations: (ids) => several(directory, ids, known, (id, ask) => cached(known, id, ask)),
  };
}

/** How long a running function believes what it was told. */
const REMEMBERED_MS = 60_000;

/** A directory that is remembered, and the same as it is now, for whoever changes it. */
export interface RememberedDirectory {
  readonly remembered: Directory;
  /** What is changed through it is forgotten. */
  readonly asItIs: Directory;
}

/**
 * For functions nobody waits for and that decide on nobody's rights: who is found is remembered for a minute from the first
 * question on; who isn't is asked about again, since a paper may come right after the entry it needs. `now`: milliseconds.
 */
export function rememberedDirectory(directory: Directory, now: () => number): RememberedDirectory {
  const found = new Map<string, ReturnType<Directory["find"]>>();
  const known = new Map<string, ReturnType<Directory["organisation"]>>();
  let since = Number.NEGATIVE_INFINITY;
  const forget = () => {
    found.clear();
    known.clear();
  };
  const forgetOld = () => {
    const time = now();
    if (time - since < REMEMBERED_MS && time >= since) return;
    forget();
    since = time;
  };
  const asked = <T>(all: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = cached(all, key, ask);
    const unlessFound = (one?: T) => {
      const isFound = Array.isArray(one) ? one.length > 0 : one !== undefined;
      if (!isFound && all.get(key) === answer) all.delete(key);
    };
    answer.then(unlessFound, () => unlessFound());
    return answer;
  };
  /** Forgotten before, so that nobody is told what is about to be wrong, and after, with what was asked meanwhile. */
  const forgetting =
    <Given extends readonly unknown[]>(change: (...given: Given) => Promise<void>) =>
    async (...given: Given): Promise<void> => {
      forget();
      await change(...given).finally(forget);
    };
  const asItIs = {
    ...directory,
    save: forgetting(directory.save),
    markUndeliverable: forgetting(directory.markUndeliverable),
  };
  return {
    asItIs,
    remembered: {
      ...asItIs,
      find: (lookupKey) => {
        forgetOld();
        return asked(found, lookupKey, () => directory.find(lookupKey));
      },
      organisation: (id) => {
        forgetOld();
        return asked(known, id, () => directory.organisation(id));
      },
      organisations: (ids) => {
        forgetOld();
        return several(directory, ids, known, (id, ask) => asked(known, id, ask));
      },
    },
  };
}

/** Those that aren't known are asked for together. */
async function several(
  directory: Pick<Directory, "organisations">,
  ids: Iterable<OrganisationId>,
  known: ReadonlyMap<string, unknown>,
  keep: (
    id: OrganisationId,
    ask: () => Promise<Organisation | undefined>,
  ) => Promise<Organisation | undefined>,
): Promise<ReadonlyMap<OrganisationId, Organisation>> {
  const all = [...new Set(ids)];
  const asked = directory.organisations(all.filter((id) => !known.has(id)));
  const found = await Promise.all(
    all.map(async (id) => [id, await keep(id, async () => (await asked).get(id))] as const),
  );
  return new Map(found.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])));
}

function cached<T>(all: Map<string, T>, key: string, ask: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  all.set(key, asked);
  return asked;
}
