/** Reads from the directory who is around a case: for its notices, and to know which agency a name stands for. */

import { responderOf } from "../domain/case-file/designation.ts";
import type { CaseFile, Identity, Respondent } from "../domain/case-file/state.ts";
import { partsOf } from "../domain/court/case-number.ts";
import type { Addressee } from "../domain/obligations/addressing.ts";
import type { Involved, Surroundings } from "../domain/obligations/involved.ts";
import { lookup, type Organisation, type OrganisationId } from "../domain/organisations/directory.ts";
import { bureauName, CITY_ITSELF } from "../domain/organisations/district.ts";
import { contactFor, type Reader } from "../domain/organisations/mail-reader.ts";
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
      return { ...respondent, identity: suedIdentity(only) };
    }),
  );
}

/** An organisation, as the case that it is sued in knows it. */
export function suedIdentity({ id: organisation, kind, level, jurisdiction }: Organisation): Identity {
  return { organisation, kind, level, jurisdiction };
}

/** How often a unit that took another's place may itself have become part of a third. */
const MOST_SUCCESSORS = 8;

/** Who answers for an organisation: where it has become part of another (并入), that one. */
async function answering(
  id: OrganisationId,
  directory: Pick<Directory, "organisation">,
): Promise<Organisation | undefined> {
  let one = await directory.organisation(id);
  for (let step = 0; step < MOST_SUCCESSORS; step++) {
    const into = one?.closed?.into;
    const next = into && (await directory.organisation(into));
    if (next === undefined) break;
    one = next;
  }
  return one;
}

/** The organisations around a case before a court. */
export async function involvedIn(
  file: Pick<CaseFile, "caseNumber" | "respondents" | "court" | "designations" | "takenBack">,
  directory: Directory,
): Promise<Involved> {
  const { respondents } = file;
  const surroundings = await Promise.all(
    respondents.map(async ({ name, identity }): Promise<[string, Surroundings] | undefined> => {
      const sued = identity && (await answering(identity.organisation, directory));
      if (sued === undefined) return undefined;
      const answers = responderOf(file, name);
      const organisation =
        (answers === undefined || answers === sued.id ? undefined : await answering(answers, directory)) ??
        sued;
      const [superior, bureau] = await Promise.all([
        organisation.superior === undefined ? undefined : directory.organisation(organisation.superior),
        bureauOf(sued.jurisdiction, directory),
      ]);
      return [name, { sued, organisation, superior, bureau }];
    }),
  );
  const known = new Map(surroundings.filter((one) => one !== undefined));
  const seat = await courtOf(file, directory);
  const bureau = await bureauOf(seat?.jurisdiction ?? CITY_ITSELF, directory);
  const bureaus = [bureau, ...[...known.values()].map((one) => one.bureau)];
  return {
    respondents: known,
    designated: await designatedIn(file, directory),
    bureau,
    ...(!bureaus.every(isReachable) && { cityBureau: await bureauOf(CITY_ITSELF, directory) }),
    court: seat,
  };
}

/** The court of a case by its code, which is the court's own; its name stands in papers in many ways. */
async function courtOf(
  { caseNumber, court }: Pick<CaseFile, "caseNumber" | "court">,
  directory: Directory,
): Promise<Organisation | undefined> {
  const { court: code } = partsOf(caseNumber);
  const coded = /\d/.test(code) ? await directory.find(lookup.court(code)) : [];
  return coded[0] ?? (await directory.find(lookup.name(court)))[0];
}

/** Whether anybody there has an address that works. */
function isReachable(organisation: Organisation | undefined): boolean {
  return organisation !== undefined && contactFor(organisation, "handling") !== undefined;
}

async function designatedIn(
  { designations, takenBack = [] }: Pick<CaseFile, "designations" | "takenBack">,
  directory: Directory,
): Promise<Involved["designated"]> {
  const told = takenBack.flatMap(({ voided }) => voided.map(({ to }) => to));
  const ids = new Set([
    ...designations.map(({ agency }) => agency.organisation),
    ...told.flatMap((to) => (to.part === "agency" ? [to.organisation] : [])),
  ]);
  return directory.organisations(ids);
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

/** The bureaus that see to an organisation's address: that of its jurisdiction, and the municipal one where it can't be reached. */
export async function bureausOf(
  jurisdiction: string,
  directory: Directory,
): Promise<readonly Organisation[]> {
  const own = await bureauOf(jurisdiction, directory);
  if (own !== undefined && isReachable(own)) return [own];
  const municipal = await bureauOf(CITY_ITSELF, directory);
  return [own, municipal].filter((one) => one !== undefined);
}

/** An organisation as whom a notice is for, in the name of its jurisdiction's bureau. */
export async function addresseeIn(
  directory: Directory,
  organisation: Organisation,
  reader: Reader,
): Promise<Addressee> {
  const { name, jurisdiction } = organisation;
  const bureaus = await bureausOf(jurisdiction, directory);
  return { organisation, name, reader, bureaus, signer: bureaus[0] };
}

/** An organisation, by its id, as whom a notice is for; `known` of one that the directory no longer has. */
export async function addresseeById(
  directory: Directory,
  id: OrganisationId,
  reader: Reader,
  known: { readonly name: string; readonly jurisdiction: string },
): Promise<Addressee> {
  const organisation = await directory.organisation(id);
  if (organisation !== undefined) return addresseeIn(directory, organisation, reader);
  const bureaus = await bureausOf(known.jurisdiction, directory);
  return { organisation, name: known.name, reader, bureaus };
}

/** The bureau of a jurisdiction as whom a notice is for, also where there is none. */
export async function bureauAddressed(jurisdiction: string, directory: Directory): Promise<Addressee> {
  const [own, ...others] = await bureausOf(jurisdiction, directory);
  return {
    organisation: own,
    name: own?.name ?? bureauName(jurisdiction),
    reader: "handling",
    bureaus: others,
  };
}
