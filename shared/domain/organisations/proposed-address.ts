/**
 * Whose word does a change of somebody's mail address need? Links of cases are passed round in an office: whoever has one changes
 * the address that such links go to, which hears of it. Any other that works stays in use until whoever reads it, or the bureau,
 * agrees (邮箱变更确认).
 */

import { type Contact, type ContactRole, mailboxKey, type Organisation } from "./directory.ts";
import { contactFor } from "./mail-reader.ts";

/** The address that is to take another's place, and by which change it was asked for. */
export type ProposedAddress = NonNullable<Contact["proposed"]>;

/** A contact of whom another address was proposed. */
export type ProposedContact = Contact & { readonly proposed: ProposedAddress };

/** Whether a role's address may become another only with consent. */
export function needsConsent(before: Organisation, role: ContactRole, email: string): boolean {
  const handling = contactFor(before, "handling")?.role;
  const known = before.contacts.find((one) => one.role === role);
  if (role === handling || handling === undefined || known === undefined || known.undeliverable === true)
    return false;
  return mailboxKey(known.email) !== mailboxKey(email);
}

/** The entry as it is reported, with each address that needs consent still as before, and the other one proposed. */
export function withConsentAsked(
  before: Organisation,
  after: Organisation,
  asked: Omit<ProposedAddress, "email">,
): Organisation {
  const seen = new Set<ContactRole>();
  const contacts = after.contacts.map((contact): Contact => {
    const first = !seen.has(contact.role);
    seen.add(contact.role);
    const known = before.contacts.find(({ role }) => role === contact.role);
    if (!first || known === undefined || !needsConsent(before, contact.role, contact.email))
      return proposalKept(before, contact);
    return { ...contact, email: known.email, proposed: { email: contact.email, ...asked } };
  });
  return { ...after, contacts };
}

/** A proposal stands as long as the address it is about does. */
function proposalKept(before: Organisation, contact: Contact): Contact {
  const proposed = before.contacts.find(
    ({ role, email }) => role === contact.role && mailboxKey(email) === mailboxKey(contact.email),
  )?.proposed;
  return proposed === undefined ? contact : { ...contact, proposed };
}

/** Those of whom another address was proposed. */
export function proposedContacts({ contacts }: Pick<Organisation, "contacts">): readonly ProposedContact[] {
  return contacts.filter((one): one is ProposedContact => one.proposed !== undefined);
}

/** The contact about whom a change asked, while nobody has answered. */
export function proposedBy(
  entry: Organisation,
  { role, change }: { readonly role: ContactRole; readonly change: string },
): ProposedContact | undefined {
  return proposedContacts(entry).find((one) => one.role === role && one.proposed.change === change);
}

/** The entry once somebody has agreed, or not. */
export function withConsent(entry: Organisation, asked: ProposedContact, isAgreed: boolean): Organisation {
  const contacts = entry.contacts.map((one): Contact => {
    if (one !== asked) return one;
    const { proposed, ...rest } = asked;
    return isAgreed ? { ...rest, email: proposed.email } : rest;
  });
  return { ...entry, contacts };
}
