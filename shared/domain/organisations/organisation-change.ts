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
}

/** The contacts an agency may change itself. */
export const OWN_ROLES = ["legal-section", "duty", "head"] as const satisfies readonly ContactRole[];
export type OwnRole = (typeof OWN_ROLES)[number];

export function roleName(role: ContactRole): string {
  return { "legal-section": "法制科室", duty: "值班收件", head: "负责人", clerk: "书记员" }[role];
}

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
  return linesOf(before, after).length === 0 ? before : { ...after, verified: false };
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

/** One thing that is otherwise now. */
export interface ChangeLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions of an entry, in Chinese. */
export function linesOf(before: Organisation, after: Organisation): readonly ChangeLine[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const pairs: readonly (readonly [string, string, string])[] = [
    ["名称", old.name, now.name],
    ["地址", old.address, now.address],
    ...OWN_ROLES.flatMap((role) => {
      const [was, is] = [old.contacts[role], now.contacts[role]];
      return [
        [`${roleName(role)}联系人`, was.name, is.name],
        [`${roleName(role)}邮箱`, was.email, is.email],
        [`${roleName(role)}电话`, was.phone, is.phone],
      ] as const;
    }),
  ];
  return pairs.flatMap(([label, one, other]) =>
    one === other
      ? []
      : [{ label, before: one === "" ? "（无）" : one, after: other === "" ? "（无）" : other }],
  );
}

/** Addresses that get no more mail of the organisation: they are informed, in case it wasn't the organisation that changed them. */
export function addressesGone(before: Organisation, after: Organisation): readonly Contact[] {
  return before.contacts.filter(
    ({ email, undeliverable }) =>
      undeliverable !== true &&
      !after.contacts.some((one) => one.email.toLowerCase() === email.toLowerCase()),
  );
}
