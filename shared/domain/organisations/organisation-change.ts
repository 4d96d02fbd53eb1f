/**
 * What an agency reports of itself (职能、名称、地址、联系人变更): taken up into the directory at once, kept for good with
 * who reported it and what was before, and passed on to the courts before which it has open cases.
 */

import type { Instant } from "../time/time.ts";
import { type Contact, type ContactRole, comparableName, type Organisation } from "./directory.ts";

/** A change of one organisation's entry. */
export interface OrganisationChange {
  /** The link's use that brought it: the same use changes nothing twice. */
  readonly id: string;
  readonly at: Instant;
  /** Who reported it, as typed. */
  readonly by: string;
  readonly before: Organisation;
  readonly after: Organisation;
  /** 职能变更: the directory has no field for it, courts and bureau read it. */
  readonly functions?: string;
  /** 撤回: the change it takes back. */
  readonly takesBack?: string;
}

/** The contacts an agency may change itself. */
export const OWN_ROLES = ["legal-section", "duty", "head"] as const satisfies readonly ContactRole[];
export type OwnRole = (typeof OWN_ROLES)[number];

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
  const renamed = comparableName(told.name) !== comparableName(before.name);
  const { address: _, ...rest } = before;
  const after: Organisation = {
    ...rest,
    name: told.name,
    aliases: renamed
      ? [...before.aliases.filter((one) => comparableName(one) !== comparableName(told.name)), before.name]
      : before.aliases,
    ...(told.address !== "" && { address: told.address }),
    contacts: contactsAs(before.contacts, told),
  };
  return changedFields(before, after).length === 0 ? before : { ...after, verified: false };
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

/** One thing that is otherwise now, or of one contact; empty where there is or was nothing. */
export type ChangedField = { readonly before: string; readonly after: string } & (
  | { readonly field: "name" | "address" }
  | { readonly field: "contact-name" | "contact-email" | "contact-phone"; readonly role: OwnRole }
);

/** What differs between two versions of an entry. */
export function changedFields(before: Organisation, after: Organisation): readonly ChangedField[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const all: readonly ChangedField[] = [
    { field: "name", before: old.name, after: now.name },
    { field: "address", before: old.address, after: now.address },
    ...OWN_ROLES.flatMap((role): readonly ChangedField[] => {
      const [was, is] = [old.contacts[role], now.contacts[role]];
      return [
        { field: "contact-name", role, before: was.name, after: is.name },
        { field: "contact-email", role, before: was.email, after: is.email },
        { field: "contact-phone", role, before: was.phone, after: is.phone },
      ];
    }),
  ];
  return all.filter((one) => one.before !== one.after);
}

/** Addresses that get no more mail of the organisation: they are informed, in case it wasn't the organisation that changed them. */
export function addressesGone(before: Organisation, after: Organisation): readonly Contact[] {
  return before.contacts.filter(
    ({ email, undeliverable }) =>
      undeliverable !== true &&
      !after.contacts.some((one) => one.email.toLowerCase() === email.toLowerCase()),
  );
}
