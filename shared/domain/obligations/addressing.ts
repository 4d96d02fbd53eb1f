/** From what is owed to whom: a notice to the person who opens the mail, else the task of finding an address. */

import { defined } from "../defined.ts";
import { type NoticeId, noticeId } from "../notices/frame/notice-id.ts";
import type { NoticeSubject } from "../notices/frame/notice-subject.ts";
import { releaseAt } from "../notices/frame/working-hours.ts";
import type { Notice, Recipient, Signer } from "../notices/notice.ts";
import { NOTICE_RULES, type NoticeContent, type NoticeKind } from "../notices/notice-kinds.ts";
import type { Organisation, OrganisationId } from "../organisations/directory.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import { contactFor, mailboxOf, type Reader } from "../organisations/mail-reader.ts";
import type { Rules } from "../rules.ts";
import type { Instant } from "../time/time.ts";

/** Where notices of a decision go, and when. */
export interface Dispatch {
  readonly subject: NoticeSubject;
  readonly now: Instant;
  readonly rules: Rules;
}

/** Whom a notice is for. */
export interface Addressee {
  /** Undefined where the directory doesn't have it. */
  readonly organisation: Organisation | undefined;
  /** What it is called, for whoever must find its address. */
  readonly name: string;
  readonly reader: Reader;
  /** Who finds an address that is missing: its bureau, then the municipal one. */
  readonly bureaus: readonly Organisation[];
  /** The bureau in whose name it goes; see {@link signerFor}. */
  readonly signer?: Organisation | undefined;
}

/** Something owed that didn't reach whom it is for. Somebody must see to it: it is counted, and raises an alarm. */
export interface Unreached {
  readonly kind: NoticeKind;
  /** Whom it is for. */
  readonly name: string;
}

/** What leaves, and what could not. */
export interface Addressed {
  readonly notices: readonly Notice[];
  readonly unreached: readonly Unreached[];
}

/**
 * A notice to whom it is for. Where nobody there can be reached, the first bureau that can is given the task of
 * finding the address instead, and the notice is returned as unreached, whether or not there is such a bureau.
 */
export function address(
  key: string,
  addressee: Addressee,
  content: NoticeContent,
  dispatch: Dispatch,
): Addressed {
  const { organisation, reader, name, bureaus } = addressee;
  const recipient = organisation && recipientOf(organisation, reader);
  if (organisation !== undefined && recipient !== undefined) {
    const signer = signerFor(addressee.signer, organisation);
    return { notices: [notice(key, recipient, content, dispatch, { reader, signer })], unreached: [] };
  }
  const missed = {
    key: organisation?.id ?? name,
    name,
    isListed: organisation !== undefined,
    ...defined({ organisation: organisation?.id }),
  };
  const task = addressTask(missed, bureaus, dispatch);
  return {
    notices: task === undefined ? [] : [task],
    unreached: [{ kind: content.kind, name }],
  };
}

/**
 * The task (核对地址) about somebody who can't be reached; undefined where no bureau can be reached either. There is one for
 * each subject and `key`, however many notices wait for the address.
 */
export function addressTask(
  { key, name, isListed, organisation }: Missed,
  bureaus: readonly Organisation[],
  dispatch: Dispatch,
): Notice | undefined {
  const bureau = firstReached(bureaus);
  if (bureau === undefined) return undefined;
  const content: NoticeContent = {
    kind: "address-failed",
    organisationName: name,
    ...defined({ organisation }),
    address: undefined,
    cause: isListed ? "no-address" : "not-listed",
    about: { type: "subject", subject: dispatch.subject },
  };
  return notice(`no-address ${key}`, bureau, content, dispatch);
}

/** Who could not be reached, by name; `isListed`: the directory has it, but no address. */
interface Missed {
  readonly key: string;
  readonly name: string;
  readonly isListed: boolean;
  /** The one whose address is to be found, where it is one. */
  readonly organisation?: OrganisationId;
}

/** Several at once; the same notice is there once, and so is a letter that says the same to one organisation's mailbox. */
export function joined(parts: readonly Addressed[]): Addressed {
  return {
    notices: distinct(parts.flatMap(({ notices }) => notices)),
    unreached: parts.flatMap(({ unreached }) => unreached),
  };
}

/** Nothing to announce. */
export const NOTHING_ADDRESSED: Addressed = { notices: [], unreached: [] };

/**
 * One notice; the same key, audience and subject give the same identity. An audience is an organisation and whom in it a
 * mail is for, not only an address: two offices may share a mailbox, and each is owed its letter.
 */
export function notice(
  key: string,
  recipient: Recipient,
  content: NoticeContent,
  { subject, now, rules }: Dispatch,
  { reader = "handling", signer }: { readonly reader?: Reader; readonly signer?: Signer | undefined } = {},
): Notice {
  const waits = NOTICE_RULES[content.kind].leaves === "when-offices-open";
  const { organisation, address: mailbox } = recipient;
  return {
    id: noticeId(JSON.stringify(subject), key, content.kind, organisation, reader, mailboxOf(mailbox)),
    subject,
    recipient,
    ...defined({ signer }),
    content,
    createdAt: now,
    releaseAt: waits ? releaseAt(now, undefined, rules.policy, rules.calendar) : now,
  };
}

/**
 * The identity the same notice had when an address alone stood for its audience. Who adds notices outside a transaction
 * of what they are about looks there too, so that a run that is repeated after an upgrade tells nobody twice.
 */
export function formerId(
  key: string,
  { subject, recipient, content }: Pick<Notice, "subject" | "recipient" | "content">,
): NoticeId {
  return noticeId(JSON.stringify(subject), key, content.kind, recipient.address);
}

/** Who opens an organisation's mail; undefined where nobody there can be reached. See {@link contactFor}. */
export function recipientOf(
  organisation: Organisation,
  reader: Reader,
  refused?: string,
): Recipient | undefined {
  const contact = contactFor(organisation, reader, refused);
  if (contact === undefined) return undefined;
  return {
    organisation: organisation.id,
    organisationName: organisation.name,
    name: contact.name,
    address: contact.email,
  };
}

/** A bureau as who signs what goes to somebody. Nobody signs a letter to oneself: that is left to the deployment's sender. */
export function signerFor(
  bureau: Organisation | undefined,
  reader: Pick<Organisation, "id" | "kind">,
): Signer | undefined {
  if (bureau === undefined || bureau.id === reader.id) return undefined;
  // What a bureau gets to do or to know comes from the city's system, not from a county's bureau.
  return reader.kind === "bureau" && bureau.jurisdiction !== CITY_ITSELF ? undefined : signatureOf(bureau);
}

/** A bureau as it signs: with whoever there deals with cases, a telephone, and an address for answers. */
export function signatureOf(bureau: Organisation): Signer {
  const { id: organisation, name, contacts } = bureau;
  const contact = contactFor(bureau, "handling");
  const phone = contact?.phone ?? contacts.find((one) => one.phone !== undefined)?.phone;
  const person = contact?.name === "" || contact?.name === name ? undefined : contact?.name;
  return { organisation, name, ...defined({ contact: person, phone, replyTo: contact?.email }) };
}

/** The first bureau that can be reached. */
export function firstReached(bureaus: readonly Organisation[], refused?: string): Recipient | undefined {
  for (const bureau of bureaus) {
    const recipient = recipientOf(bureau, "handling", refused);
    if (recipient !== undefined) return recipient;
  }
  return undefined;
}

/** The first of those with one identity, or one letter to one office's mailbox: what must be done stands before its copy. */
function distinct(notices: readonly Notice[]): readonly Notice[] {
  const byIdentity = firstOfEach(notices, ({ id }) => id);
  return firstOfEach(byIdentity, ({ subject, recipient, content }) =>
    JSON.stringify([subject, recipient.organisation, mailboxOf(recipient.address), content]),
  );
}

function firstOfEach(notices: readonly Notice[], keyOf: (one: Notice) => string): readonly Notice[] {
  return [...new Map(notices.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}
