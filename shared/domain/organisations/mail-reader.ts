/** Who opens an organisation's mail: by what the mail is for, in an order of its own for each kind of organisation. */

import type { Contact, ContactRole, Organisation, OrganisationKind } from "./directory.ts";

/**
 * Whom a mail is for inside an organisation: `handling` whoever deals with its cases (承办), `office` whoever takes in
 * what concerns it as a whole (通报、抄送), `head` the head in person.
 */
export type Reader = "handling" | "office" | "head";

/** The roles that open it, the first choice first. Whoever has an address at all stands behind them. */
const ROLES: Readonly<
  Record<OrganisationKind, Readonly<Record<"handling" | "office", readonly ContactRole[]>>>
> = {
  court: { handling: ["clerk", "duty"], office: ["duty", "clerk"] },
  bureau: { handling: ["duty", "clerk", "legal-section"], office: ["duty", "legal-section", "clerk"] },
  government: { handling: ["legal-section", "duty", "clerk"], office: ["duty", "legal-section", "clerk"] },
  agency: { handling: ["legal-section", "duty", "clerk"], office: ["duty", "legal-section", "clerk"] },
};

/**
 * The roles that open a mail, in order of preference. A head's mail is the head's alone: with anyone else it would be
 * a second mail to the same desk.
 * @internal A test goes through every kind of organisation.
 */
export function rolesOf(kind: OrganisationKind, reader: Reader): readonly ContactRole[] {
  return reader === "head" ? ["head"] : ROLES[kind][reader];
}

/**
 * The contact who opens a mail: the first with the right role, else whoever can be reached at all, since a mail that
 * the wrong person passes on is better than none. Undefined where no address works. `refused`: an address that has
 * just proved not to.
 */
export function contactFor(
  { kind, contacts }: Pick<Organisation, "kind" | "contacts">,
  reader: Reader,
  refused?: string,
): Contact | undefined {
  const reachable = contacts.filter(
    ({ undeliverable, email }) =>
      undeliverable !== true && (refused === undefined || mailboxOf(email) !== mailboxOf(refused)),
  );
  for (const role of rolesOf(kind, reader)) {
    const contact = reachable.find((one) => one.role === role);
    if (contact !== undefined) return contact;
  }
  return reader === "head" ? undefined : reachable[0];
}

/** An address as it compares: domains are the same in any letters (RFC 5321 §2.4), what stands before the @ need not be. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}${address.slice(at).toLowerCase()}`;
}
