/** Whom does a unit of a ranking (a county, an agency) stand for in the directory? */
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Directory } from "../../../shared/ports/directory.ts";

/** A unit as figures know it: by its name. */
export interface Unit {
  readonly kind: "county" | "agency";
  readonly name: string;
}

/** The agency itself; of a county its government. A name that isn't unique is nobody's. */
export async function addresseeOf(
  { kind, name }: Unit,
  directory: Pick<Directory, "find">,
): Promise<OrganisationId | undefined> {
  if (kind === "agency") {
    const found = (await directory.find(lookup.name(name))).filter((one) => one.kind !== "court");
    return found.length > 1 ? undefined : found[0]?.id;
  }
  const governments = await directory.find(lookup.kind("government"));
  return governments.find(({ jurisdiction, level }) => jurisdiction === name && level === "county")?.id;
}
