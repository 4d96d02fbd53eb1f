/** The organisations around a case, and which of them a notice owed in it is for. */

import type { CaseFile } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Organisation, OrganisationId } from "../organisations/directory.ts";
import { SOME_BUREAU, unnamedSuperior } from "../organisations/district.ts";
import { contactFor } from "../organisations/mail-reader.ts";
import type { Addressee } from "./addressing.ts";

/** The organisations around one respondent. */
export interface Surroundings {
  /** The one that is sued; its own head must appear. */
  readonly sued: Organisation;
  /** Who answers for it: the agency designated (出庭指派), else itself. */
  readonly organisation: Organisation;
  readonly superior: Organisation | undefined;
  readonly bureau: Organisation | undefined;
}

/** The organisations around a case; what the directory doesn't have is absent. */
export interface Involved {
  readonly respondents: ReadonlyMap<string, Surroundings>;
  /** Agencies that are, or were, designated. */
  readonly designated: ReadonlyMap<OrganisationId, Organisation>;
  /** The bureau of the court's district, or the municipal one: where things go that belong to no respondent. */
  readonly bureau: Organisation | undefined;
  /** The municipal bureau, where one of the others can't be reached: it then hears of that. */
  readonly cityBureau?: Organisation | undefined;
  /** The court that hears the case. */
  readonly court?: Organisation | undefined;
}

/**
 * Whom a notice is for; undefined where there is nobody to copy: an agency without a superior, one whose head has no
 * address of their own.
 */
export function addresseeOf(
  audience: Audience,
  involved: Involved,
  file: Pick<CaseFile, "court" | "designations">,
): Addressee | undefined {
  const { respondents, designated, court } = involved;
  switch (audience.part) {
    case "respondent": {
      const surroundings = respondents.get(audience.name);
      if (audience.role === "head") {
        // A designated agency has heads of its own, but none of them is the government's.
        const sued = surroundings?.sued;
        if (sued === undefined || contactFor(sued, "head") === undefined) return undefined;
        return addressee(sued, sued.name, "head", involved, surroundings?.bureau);
      }
      return addressee(surroundings?.organisation, audience.name, "handling", involved, surroundings?.bureau);
    }
    case "superior": {
      const surroundings = respondents.get(audience.name);
      if (surroundings?.superior === undefined && audience.asked !== true) return undefined;
      const name = unnamedSuperior(audience.name);
      return addressee(surroundings?.superior, name, "office", involved, surroundings?.bureau);
    }
    case "government": {
      const surroundings = respondents.get(audience.name);
      return addressee(surroundings?.sued, audience.name, "handling", involved, surroundings?.bureau);
    }
    case "agency": {
      const { organisation: id } = audience;
      const surroundings = [...respondents.values()].find(({ organisation }) => organisation.id === id);
      const name = file.designations.find(({ agency }) => agency.organisation === id)?.agency.name ?? id;
      return addressee(designated.get(id), name, "handling", involved, surroundings?.bureau);
    }
    case "court":
      return addressee(court, file.court, "handling", involved, undefined);
    case "bureau": {
      const bureau = audience.name === undefined ? undefined : respondents.get(audience.name)?.bureau;
      return addressee(bureau ?? involved.bureau, SOME_BUREAU, "handling", involved, undefined);
    }
    default:
      return audience satisfies never;
  }
}

/** The bureau in whose name a notice about a case goes: the respondent's, or that of the court's district where it is about none. */
export function signerIn(
  { respondents, bureau }: Involved,
  content: NoticeContent,
): Organisation | undefined {
  const own = "respondent" in content ? respondents.get(content.respondent)?.bureau : undefined;
  return own ?? bureau;
}

/** A task to telephone somebody names whom, and the number the directory has. */
export function withContact(content: NoticeContent, { respondents }: Involved): NoticeContent {
  if (content.kind !== "urgent-hearing") return content;
  const organisation = respondents.get(content.respondent)?.organisation;
  const contact = organisation && contactFor(organisation, "handling");
  if (contact === undefined) return content;
  const { name, phone } = contact;
  return { ...content, contact: { name, ...defined({ phone }) } };
}

function addressee(
  organisation: Organisation | undefined,
  name: string,
  reader: Addressee["reader"],
  { bureau, cityBureau }: Involved,
  own: Organisation | undefined,
): Addressee {
  const bureaus = [own, bureau, cityBureau].filter((one) => one !== undefined && one.id !== organisation?.id);
  return {
    organisation,
    name: organisation?.name ?? name,
    reader,
    bureaus: bureaus.filter((one) => one !== undefined),
  };
}
