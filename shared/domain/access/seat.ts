/**
 * In whose name does somebody work here (岗位)? Whoever holds a mailbox that the directory names for an organisation sits there;
 * an admin is named in the deployment's configuration.
 */
import {
  mailboxKey,
  type Organisation,
  type OrganisationId,
  type OrganisationKind,
} from "../organisations/directory.ts";
import { CITY_ITSELF } from "../organisations/district.ts";

/** What somebody is here: the kind of organisation, or who runs the deployment. */
export type Role = OrganisationKind | "admin";

/** A person at an organisation. */
export interface Seat {
  readonly role: Role;
  readonly organisation: Organisation;
  /** As the directory has it; empty where it names no person. */
  readonly person: string;
}

/** Who runs the deployment (系统管理员): no organisation of the directory. */
const ADMIN = "admin" as OrganisationId;

/** The seats of a mailbox among organisations that may name it, an admin's first. */
export function seatsIn(
  mailbox: string,
  organisations: readonly Organisation[],
  admins: readonly string[],
): readonly Seat[] {
  const own = organisations.flatMap((organisation): readonly Seat[] => {
    const contact = organisation.contacts.find(({ email }) => mailboxKey(email) === mailbox);
    if (contact === undefined) return [];
    const person = contact.name === organisation.name ? "" : contact.name;
    return [{ role: organisation.kind, organisation, person }];
  });
  const isAdmin = admins.some((one) => mailboxKey(one) === mailbox);
  return isAdmin ? [{ role: "admin", organisation: adminOffice(mailbox), person: "" }, ...own] : own;
}

/** The admin's office, which gets its mail as an organisation does. */
function adminOffice(email: string): Organisation {
  return {
    id: ADMIN,
    kind: "bureau",
    name: "系统管理",
    aliases: [],
    level: "city",
    jurisdiction: CITY_ITSELF,
    contacts: [{ role: "duty", name: "系统管理员", email }],
    verified: true,
  };
}
