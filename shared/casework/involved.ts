/** Reads from the directory who is around a case: for its notices, and to know which agency a name stands for. */

import { responderOf } from "../domain/case-file/designation.ts";
import type { CaseFile, Respondent } from "../domain/case-file/state.ts";
import type { Involved, Surroundings } from "../domain/obligations/addressing.ts";
import { lookup, type Organisation } from "../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { Directory } from "../ports/directory.ts";

/** Which organisation each respondent's name stands for; a name that is unknown or ambiguous stays without. */
export async function identify(
  respondents: readonly Respondent[],
  directory: Directory,
): Promise<readonly Respondent[]> {
  return Promise.all(
    respondents.map(async (respondent) => {
      if (respondent.identity !== undefined) return respondent;
      const found = (await directory.find(lookup.name(respondent.name))).filter(
        ({ kind }) => kind === "agency" || kind === "government" || kind === "bureau",
      );
      const [only] = found;
      if (only === undefined || found.length > 1) return respondent;
      const { id: organisation, kind, level, jurisdiction } = only;
      return { ...respondent, identity: { organisation, kind, level, jurisdiction } };
    }),
  );
}

/** The organisations around a case before a court. */
export async function involvedIn(
  file: Pick<CaseFile, "respondents" | "court" | "designations">,
  directory: Directory,
): Promise<Involved> {
  const { respondents, court, designations } = file;
  const around = await Promise.all(
    respondents.map(async ({ name, identity }): Promise<[string, Surroundings] | undefined> => {
      const sued = identity && (await directory.organisation(identity.organisation));
      if (sued === undefined) return undefined;
      const answers = responderOf(file, name);
      const organisation =
        (answers === undefined || answers === sued.id ? undefined : await directory.organisation(answers)) ??
        sued;
      const [superior, bureau] = await Promise.all([
        organisation.superior === undefined ? undefined : directory.organisation(organisation.superior),
        bureauOf(sued.jurisdiction, directory),
      ]);
      return [name, { sued, organisation, superior, bureau }];
    }),
  );
  const [seat] = await directory.find(lookup.name(court));
  return {
    respondents: new Map(around.filter((one) => one !== undefined)),
    designated: await designatedIn(designations, directory),
    bureau: await bureauOf(seat?.jurisdiction ?? CITY_ITSELF, directory),
    court: seat,
  };
}

async function designatedIn(
  designations: CaseFile["designations"],
  directory: Directory,
): Promise<Involved["designated"]> {
  const ids = new Set(designations.map(({ agency }) => agency.organisation));
  const found = await Promise.all(
    [...ids].map(async (id) => [id, await directory.organisation(id)] as const),
  );
  return new Map(found.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])));
}

/** The bureau of a jurisdiction, or the municipal one where it has none of its own. */
export async function bureauOf(
  jurisdiction: string,
  directory: Directory,
): Promise<Organisation | undefined> {
  const [own] = await directory.find(lookup.bureau(jurisdiction));
  if (own !== undefined || jurisdiction === CITY_ITSELF) return own;
  const [municipal] = await directory.find(lookup.bureau(CITY_ITSELF));
  return municipal;
}
