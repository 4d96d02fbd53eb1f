/** What keeps a directory (名录) from being loaded: entries that don't fit together, found before any of them is saved. */
import { lookupsOf, type Organisation } from "./directory.ts";

/** One thing wrong with an entry; `place` is where in its file the entry stands, as `第3行`. */
export type DirectoryProblem = { readonly place?: string } & (
  | { readonly type: "id-twice"; readonly id: string }
  /** Two organisations under one lookup key. */
  | { readonly type: "shared-key"; readonly name: string; readonly other: string; readonly key: string }
  | { readonly type: "no-court-code"; readonly name: string }
  | { readonly type: "no-contact"; readonly name: string }
  | { readonly type: "no-such-superior"; readonly name: string; readonly superior: string }
);

/** What a directory's entries have wrong; empty where it can be loaded. `placeOf` says where in the file one stands. */
export function directoryProblems(
  organisations: readonly Organisation[],
  placeOf: (organisation: Organisation) => string | undefined = () => undefined,
): readonly DirectoryProblem[] {
  const owners = new Map<string, Organisation>();
  const ids = new Set<string>();
  const problems = organisations.flatMap((organisation): readonly DirectoryProblem[] => {
    const { id, name, kind, courtCode, contacts } = organisation;
    const found: DirectoryProblem[] = [];
    if (ids.has(id)) found.push({ type: "id-twice", id, ...at(organisation) });
    ids.add(id);
    for (const key of lookupsOf(organisation)) {
      // Two may be of one kind and jurisdiction, and share a mailbox.
      if (/^(?:kind|area|mailbox):/.test(key)) continue;
      const owner = owners.get(key);
      if (owner !== undefined && owner.id !== id)
        found.push({ type: "shared-key", name: owner.name, other: name, key, ...at(organisation) });
      owners.set(key, organisation);
    }
    if (kind === "court" && courtCode === undefined)
      found.push({ type: "no-court-code", name, ...at(organisation) });
    if (contacts.length === 0) found.push({ type: "no-contact", name, ...at(organisation) });
    return found;
  });
  const orphans = organisations.flatMap((organisation): readonly DirectoryProblem[] => {
    const { name, superior } = organisation;
    return superior === undefined || ids.has(superior)
      ? []
      : [{ type: "no-such-superior", name, superior, ...at(organisation) }];
  });
  return [...problems, ...orphans];

  function at(organisation: Organisation): { readonly place?: string } {
    const place = placeOf(organisation);
    return place === undefined ? {} : { place };
  }
}
