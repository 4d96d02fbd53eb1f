/**
 * The directory (通讯录): which courts, bureaus, governments and agencies there are, what they are called,
 * who stands above them and where their mail goes.
 */

import type { CivilDate, Instant } from "../time/time.ts";
import type { Leader } from "./leaders.ts";

declare const brand: unique symbol;
/** Identifies an organisation for good, whatever it is called, e.g. `lanshan-police`. */
export type OrganisationId = string & { readonly [brand]: "OrganisationId" };

/** court 人民法院 · bureau 司法局 · government 人民政府 · agency 行政机关. */
export type OrganisationKind = "court" | "bureau" | "government" | "agency";

/** city 市级 · county 县区级 · town 乡镇街道级. */
export type Level = "city" | "county" | "town";

/** legal-section 法制科室 · head 负责人 · clerk 书记员/立案庭 · duty 值班 (the office that takes in mail). */
export type ContactRole = "legal-section" | "head" | "clerk" | "duty";

/** Someone who gets an organisation's mail. */
export interface Contact {
  readonly role: ContactRole;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  /** The address refused a mail for good; nothing more is sent there until it is corrected. */
  readonly undeliverable?: boolean;
  /** Another address is to take its place, once whoever reads this one, or the bureau, agrees. */
  readonly proposed?: {
    readonly email: string;
    /** Who asked, as typed, when, and by which change of the entry. */
    readonly by: string;
    readonly at: Instant;
    readonly change: string;
  };
}

/** It is no more (撤销), or has become part of another (并入), which answers for it from then on. */
export interface Closing {
  readonly on: CivilDate;
  readonly into?: OrganisationId;
}

/** A court, bureau, government or agency. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Other names in use: former names, abbreviations, names courts write. */
  readonly aliases: readonly string[];
  readonly level: Level;
  /** The district whose figures it counts to: a county's name (兰山区), or 市本级 for the city itself. */
  readonly jurisdiction: string;
  /** Who is informed when it falls behind. */
  readonly superior?: OrganisationId;
  /** Courts only: the code in case numbers, e.g. 鲁1302, which also names its folder: `courts/1302/`. */
  readonly courtCode?: string;
  /** 办公地址. */
  readonly address?: string;
  readonly contacts: readonly Contact[];
  /** 班子成员, in the order of the list, with those who have left. */
  readonly leaders?: readonly Leader[];
  /** A person has checked name and contacts. */
  readonly verified: boolean;
  /** Cases of before keep its name; no new one is its own. */
  readonly closed?: Closing;
}

/** What an organisation is called, and whose it is. */
export type OrganisationName = Pick<
  Organisation,
  "id" | "kind" | "name" | "aliases" | "level" | "jurisdiction" | "courtCode"
>;

export function organisationName(one: Organisation): OrganisationName {
  const { id, kind, name, aliases, level, jurisdiction, courtCode } = one;
  return { id, kind, name, aliases, level, jurisdiction, ...(courtCode !== undefined && { courtCode }) };
}

/** A name as it is compared: NFKC, without blanks and decoration. */
export function comparableName(name: string): string {
  return name.normalize("NFKC").replace(/[\s·•“”"'‘’]/g, "");
}

/** An e-mail address as people are known by it: letters of either case are the same to every mail system in use. */
export function mailboxKey(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/**
 * The keys an organisation is found under. The directory is never searched whole: a name, a court's
 * folder, a jurisdiction, its bureau and each kind have keys of their own.
 */
export const lookup = {
  name: (name: string) => `name:${comparableName(name)}`,
  /** By the digits of a court's code, as in `courts/1302/` and 鲁1302. */
  court: (code: string) => `court:${code.replace(/^\D+/, "")}`,
  bureau: (jurisdiction: string) => `bureau:${jurisdiction}`,
  kind: (kind: OrganisationKind) => `kind:${kind}`,
  /** By a contact's address: whoever holds it signs in for the organisation. */
  mailbox: (email: string) => `mailbox:${mailboxKey(email)}`,
  /** All of a jurisdiction that there are. */
  area: (jurisdiction: string) => `area:${jurisdiction}`,
  /** Those of a jurisdiction that are no more. */
  closed: (jurisdiction: string) => `closed:${jurisdiction}`,
} as const;

/** All keys this organisation is found under; one that is no more by none of its names. */
export function lookupsOf(organisation: Organisation): readonly string[] {
  if (organisation.closed !== undefined) return [lookup.closed(organisation.jurisdiction)];
  const names = [organisation.name, ...organisation.aliases].map(lookup.name);
  return [
    ...new Set([
      ...names,
      lookup.kind(organisation.kind),
      lookup.area(organisation.jurisdiction),
      ...(organisation.courtCode === undefined ? [] : [lookup.court(organisation.courtCode)]),
      ...(organisation.kind === "bureau" ? [lookup.bureau(organisation.jurisdiction)] : []),
      ...organisation.contacts.map(({ email }) => lookup.mailbox(email)),
    ]),
  ];
}
