/** Reads from the directory who leads the agencies that a document speaks of: by their lists it is decided who is a head. */

import { lookup, type Organisation } from "../../domain/organisations/directory.ts";
import type { Roster } from "../../domain/organisations/listed-head.ts";
import type { Directory } from "../../ports/directory.ts";

/** The lists by the agencies' names as the document writes them. */
export type Rosters = ReadonlyMap<string, Roster>;

/** What a list says of an organisation's heads. */
export function rosterOf({ kind, level, leaders }: Organisation): Roster {
  return {
    kind: kind === "government" ? kind : "agency",
    level,
    ...(leaders !== undefined && { leaders }),
  };
}

/** Those of the names that stand for one agency or government alone. */
export async function rostersFor(
  names: readonly string[],
  directory: Pick<Directory, "find">,
): Promise<Rosters> {
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const [only, second] = (await directory.find(lookup.name(name))).filter(
        ({ kind }) => kind === "agency" || kind === "government",
      );
      return only === undefined || second !== undefined ? [] : [[name, rosterOf(only)] as const];
    }),
  );
  return new Map(found.flat());
}
