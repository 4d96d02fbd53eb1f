/** Finds the agency a person named, by its exact name or an alias; else says which ones may be meant. */
import { lookup, type Organisation } from "../domain/organisations/directory.ts";
import { similarOrganisations } from "../domain/organisations/similar-names.ts";
import type { Directory } from "../ports/directory.ts";

export type AgencySearch =
  | { readonly found: Organisation }
  /** None, or several; `similar` are names in the directory that may be meant, best first. */
  | { readonly found: undefined; readonly similar: readonly string[] };

/** Only an agency or a bureau can be designated; nobody is guessed. */
export async function findAgency(name: string, directory: Directory): Promise<AgencySearch> {
  const named = (await directory.find(lookup.name(name))).filter(mayBeDesignated);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { found: only };
  if (named.length > 1) return { found: undefined, similar: named.map((one) => one.name) };
  const all = await directory.names("agency");
  return { found: undefined, similar: similarOrganisations(name, all).map((one) => one.organisation.name) };
}

/** Only an agency or a bureau can be. */
export function mayBeDesignated({ kind }: Organisation): boolean {
  return kind === "agency" || kind === "bureau";
}
