/** The city itself and its counties: whoever has a government or a bureau of its own. */
import type { Organisation } from "../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { Directory } from "../ports/directory.ts";

/** Their names, the city first. */
export async function jurisdictions(directory: Pick<Directory, "names">): Promise<readonly string[]> {
  const [governments, bureaus] = await Promise.all([
    directory.names("government"),
    directory.names("bureau"),
  ]);
  const counties = [...governments.filter(({ level }) => level !== "town"), ...bureaus]
    .map(({ jurisdiction }) => jurisdiction)
    .filter((name) => name !== CITY_ITSELF);
  return [CITY_ITSELF, ...new Set(counties)];
}

/**
 * The area an organisation sees to: a bureau's and a government's, of the municipal ones all. A court or an agency has its own cases
 * alone, and so has a town's government.
 */
export async function areaOf(
  directory: Directory,
  { kind, level, jurisdiction }: Pick<Organisation, "kind" | "level" | "jurisdiction">,
): Promise<readonly string[]> {
  if (kind === "court" || kind === "agency" || level === "town") return [];
  return jurisdiction === CITY_ITSELF ? jurisdictions(directory) : [jurisdiction];
}
