/**
 * A change of one organisation's entry: reported by itself (职能、名称、地址、联系人变更), or made by a bureau. It is taken up into
 * the directory at once, kept for good with who made it and what was before, and passed on to whom it concerns.
 */

import type { Instant } from "../time/time.ts";
import {
  type Contact,
  type ContactRole,
  comparableName,
  type Organisation,
  type OrganisationId,
} from "./directory.ts";
import { lineOfLeader } from "./leaders.ts";

/** A change of one organisation's entry; one that has none `before` is new, one that has none `after` is gone. */
export interface OrganisationChange {
  /** The act that brought it, which is one for each organisation: the same act changes nothing twice. */
  readonly id: string;
  readonly at: Instant;
  /** Who made it, as typed. */
  readonly by: string;
  readonly before?: Organisation;
  readonly after?: Organisation;
  /** The bureau that made it; absent of what the organisation itself has reported. */
  readonly bureau?: OrganisationId;
  /** 职能变更: the directory has no field for it, courts and bureau read it. */
  readonly functions?: string;
  /** 撤回: the change it takes back. */
  readonly takesBack?: string;
}

/** The organisation it is about, as it is thereby, or was. */
export function changedOrganisation({ after, before }: OrganisationChange): Organisation {
  const organisation = after ?? before;
  if (organisation === undefined) throw new TypeError("a change of no organisation");
  return organisation;
}

/** The contacts an agency may change itself. */
export const OWN_ROLES = ["legal-section", "duty", "head"] as const satisfies readonly ContactRole[];
export type OwnRole = (typeof OWN_ROLES)[number];

/** All there are, in the order in which pages show them. */
export const CONTACT_ROLES = [...OWN_ROLES, "clerk"] as const satisfies readonly ContactRole[];

/** What a form says; a contact without name and address is none. */
export interface OrganisationFacts {
  readonly name: string;
  readonly address: string;
  readonly contacts: Readonly<Record<OwnRole, { name: string; email: string; phone: string }>>;
}

/** The entry as a form shows it. */
export function factsOf(organisation: Organisation): OrganisationFacts {
  const contact = (role: OwnRole) => {
    const {
      name = "",
      email = "",
      phone = "",
    } = organisation.contacts.find((one) => one.role === role) ?? {};
    return { name, email, phone };
  };
  return {
    name: organisation.name,
    address: organisation.address ?? "",
    contacts: { "legal-section": contact("legal-section"), duty: contact("duty"), head: contact("head") },
  };
}

/** The entry as reported. It is still found by its former name, and nobody has checked it yet. */
export function amended(before: Organisation, told: OrganisationFacts): Organisation {
  const { address: _, ...rest } = before;
  const after: Organisation = {
    ...rest,
    name: told.name,
    aliases: aliasesAs(before, told.name, before.aliases),
    ...(told.address !== "" && { address: told.address }),
    contacts: contactsAs(before.contacts, told),
  };
  return changedFields(before, after).length === 0 ? before : { ...after, verified: false };
}

/** Its other names, under a new name too: the former one stays among them, the new one does not. */
export function aliasesAs(
  before: Pick<Organisation, "name">,
  name: string,
  aliases: readonly string[],
): readonly string[] {
  if (comparableName(name) === comparableName(before.name)) return aliases;
  const all = [...aliases, before.name].filter((one) => comparableName(one) !== comparableName(name));
  return [...new Map(all.map((one) => [comparableName(one), one])).values()];
}

/** Each role's first contact as reported; others of the role, and roles that aren't the agency's to change, stay. */
function contactsAs(before: readonly Contact[], { contacts }: OrganisationFacts): readonly Contact[] {
  const seen = new Set<ContactRole>();
  const told = (role: OwnRole, former: Contact | undefined): readonly Contact[] => {
    const { name, email, phone } = contacts[role];
    if (email === "") return [];
    const kept = former?.email === email && former.undeliverable !== undefined;
    return [
      {
        role,
        name,
        email,
        ...(phone !== "" && { phone }),
        ...(kept && { undeliverable: former.undeliverable }),
      },
    ];
  };
  const replaced = before.flatMap((one) => {
    if (!isOwn(one.role) || seen.has(one.role)) return [one];
    seen.add(one.role);
    return told(one.role, one);
  });
  return [
    ...replaced,
    ...OWN_ROLES.filter((role) => !seen.has(role)).flatMap((role) => told(role, undefined)),
  ];
}

function isOwn(role: ContactRole): role is OwnRole {
  return (OWN_ROLES as readonly ContactRole[]).includes(role);
}

/** One thing that is otherwise now, or of one contact; empty where there is or was nothing. Other names stand one a line. */
export type ChangedField = { readonly before: string; readonly after: string } & (
  | { readonly field: EntryField }
  | {
      /** `contact-proposed`: the address that is to take the place of the one in use. */
      readonly field: "contact-name" | "contact-email" | "contact-phone" | "contact-proposed";
      readonly role: ContactRole;
      /** Which of its role, where that has several: 2 for the second. */
      readonly place?: number;
    }
);

/** What an entry says besides its contacts. */
export type EntryField =
  | "name"
  | "aliases"
  | "level"
  | "jurisdiction"
  | "superior"
  | "address"
  /** Leaders who are on the list on one side alone, one a line. */
  | "leaders"
  | "closed-on"
  | "closed-into";

/** What differs between two versions of an entry, of which one may be none. `nameOf`: what an organisation above it is called. */
export function changedFields(
  before: Organisation | undefined,
  after: Organisation | undefined,
  nameOf: (id: OrganisationId) => string = (id) => id,
): readonly ChangedField[] {
  const [old, now] = [textsOf(before, nameOf, after?.leaders), textsOf(after, nameOf, before?.leaders)];
  const fields = Object.keys(old) as EntryField[];
  const all: readonly ChangedField[] = [
    ...fields.map((field): ChangedField => ({ field, before: old[field], after: now[field] })),
    ...CONTACT_ROLES.flatMap((role) => changedContacts(role, before, after)),
  ];
  return all.filter((one) => one.before !== one.after);
}

/** Whether all that changes are addresses that wait for consent, or no longer do: nobody's mail goes elsewhere yet. */
export function isOnlyProposed(changes: readonly ChangedField[]): boolean {
  return changes.length > 0 && changes.every(({ field }) => field === "contact-proposed");
}

function textsOf(
  organisation: Organisation | undefined,
  nameOf: (id: OrganisationId) => string,
  sameLeaders: Organisation["leaders"],
): Readonly<Record<EntryField, string>> {
  const {
    name = "",
    aliases = [],
    level = "",
    jurisdiction = "",
    superior,
    address = "",
    leaders = [],
  } = organisation ?? {};
  const known = new Set(sameLeaders?.map(lineOfLeader));
  const { on = "", into } = organisation?.closed ?? {};
  return {
    name,
    aliases: aliases.join("\n"),
    level,
    jurisdiction,
    superior: superior === undefined ? "" : nameOf(superior),
    address,
    leaders: leaders
      .map(lineOfLeader)
      .filter((line) => !known.has(line))
      .join("\n"),
    "closed-on": on,
    "closed-into": into === undefined ? "" : nameOf(into),
  };
}

function changedContacts(
  role: ContactRole,
  before: Organisation | undefined,
  after: Organisation | undefined,
): readonly ChangedField[] {
  const of = (one: Organisation | undefined) =>
    one?.contacts.filter((contact) => contact.role === role) ?? [];
  const [were, are] = [of(before), of(after)];
  return Array.from({ length: Math.max(were.length, are.length) }, (_, index) => index).flatMap((index) => {
    const [was, is] = [were[index], are[index]];
    const place = index === 0 ? {} : { place: index + 1 };
    return [
      { field: "contact-name", role, ...place, before: was?.name ?? "", after: is?.name ?? "" },
      { field: "contact-email", role, ...place, before: was?.email ?? "", after: is?.email ?? "" },
      { field: "contact-phone", role, ...place, before: was?.phone ?? "", after: is?.phone ?? "" },
      {
        field: "contact-proposed",
        role,
        ...place,
        before: was?.proposed?.email ?? "",
        after: is?.proposed?.email ?? "",
      },
    ] as const;
  });
}

/** Addresses that get no more mail of the organisation: they are informed, in case it wasn't the organisation that changed them. */
export function addressesGone(before: Organisation, after: Organisation): readonly Contact[] {
  return before.contacts.filter(
    ({ email, undeliverable }) =>
      undeliverable !== true &&
      !after.contacts.some((one) => one.email.toLowerCase() === email.toLowerCase()),
  );
}
