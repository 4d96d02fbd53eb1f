/** From what is owed to whom: the directory's people for each part in a case, and the bureau's daily digest. */

import { noticeId } from "../case-file/notice-id.ts";
import type { Notice, NoticeContent, NoticeSubject, Recipient } from "../notices/notice.ts";
import { releaseAt } from "../notices/working-hours.ts";
import {
  type ContactRole,
  contactOf,
  type Organisation,
  type OrganisationId,
} from "../organisations/directory.ts";
import type { Rules } from "../rules.ts";
import type { Instant } from "../time/time.ts";
import type { Audience, NoticeOwed } from "./obligation.ts";

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
  /** The court that hears the case. */
  readonly court?: Organisation | undefined;
}

/** Where notices of a decision go, and when. */
export interface Dispatch {
  readonly subject: NoticeSubject;
  readonly now: Instant;
  readonly rules: Rules;
}

/**
 * Addressed notices. Where nobody can be reached, the bureau gets the task of finding the address instead;
 * where there is no bureau either, the notice is returned as `undeliverable`, for the log and its alarm.
 */
export function address(
  owed: readonly { readonly key: string; readonly owed: NoticeOwed }[],
  involved: Involved,
  dispatch: Dispatch,
): { readonly notices: readonly Notice[]; readonly undeliverable: readonly NoticeOwed[] } {
  const notices: Notice[] = [];
  const undeliverable: NoticeOwed[] = [];
  for (const { key, owed: one } of owed) {
    const to = organisationFor(one.audience, involved);
    if (to === undefined) {
      // A superior is optional: an agency without one has nobody to copy.
      if (one.audience.part !== "superior") undeliverable.push(one);
      continue;
    }
    const recipient = recipientOf(to, rolesFor(one.audience));
    if (recipient !== undefined) notices.push(notice(key, recipient, one.content, dispatch));
    else if (one.audience.part === "respondent" && one.audience.role === "head") continue;
    else {
      const content: NoticeContent = {
        kind: "address-failed",
        organisationName: to.name,
        address: undefined,
        cause: "名录中没有可用的电子邮箱",
        subject: subjectLine(dispatch.subject),
      };
      const bureau = involved.bureau && recipientOf(involved.bureau, ["duty", "clerk"]);
      if (bureau === undefined) undeliverable.push(one);
      else notices.push(notice(`${key}:no-address`, bureau, content, dispatch));
    }
  }
  return { notices: distinct(notices), undeliverable };
}

/** One notice; the same key, recipient and subject give the same identity. */
export function notice(
  key: string,
  recipient: Recipient,
  content: NoticeContent,
  { subject, now, rules }: Dispatch,
): Notice {
  return {
    id: noticeId(JSON.stringify(subject), key, content.kind, recipient.address),
    subject,
    recipient,
    content,
    createdAt: now,
    releaseAt: now,
    ...(waits(content) && { releaseAt: releaseAt(now, undefined, rules.policy, rules.calendar) }),
  };
}

/** What is told outside a ladder, which would have chosen its hour: it waits for the offices to open. */
const WAITING: ReadonlySet<NoticeContent["kind"]> = new Set([
  "document-rejected",
  "document-review",
  "address-failed",
  "ledger-received",
  "interview-candidates",
  "assessment-made",
]);

function waits({ kind }: NoticeContent): boolean {
  return WAITING.has(kind);
}

/** Who opens an organisation's mail, by the roles in order of preference. */
export function recipientOf(
  organisation: Organisation,
  roles: readonly ContactRole[],
): Recipient | undefined {
  const contact = contactOf(organisation, ...roles);
  if (contact === undefined) return undefined;
  return {
    organisation: organisation.id,
    organisationName: organisation.name,
    name: contact.name,
    address: contact.email,
  };
}

function organisationFor(audience: Audience, involved: Involved): Organisation | undefined {
  switch (audience.part) {
    case "respondent":
      // A designated agency has heads of its own, but none of them is the government's.
      return audience.role === "head"
        ? involved.respondents.get(audience.name)?.sued
        : involved.respondents.get(audience.name)?.organisation;
    case "government":
      return involved.respondents.get(audience.name)?.sued;
    case "agency":
      return involved.designated.get(audience.organisation);
    case "superior":
      return involved.respondents.get(audience.name)?.superior;
    case "court":
      return involved.court;
    case "bureau":
      return (
        (audience.name === undefined ? undefined : involved.respondents.get(audience.name)?.bureau) ??
        involved.bureau
      );
    default:
      return audience satisfies never;
  }
}

/** A head's copy never falls back on his office: it would be a second mail to the same desk. */
function rolesFor(audience: Audience): readonly ContactRole[] {
  switch (audience.part) {
    case "superior":
    case "bureau":
      return ["duty", "legal-section", "clerk", "head"];
    case "respondent":
      return audience.role === "head" ? ["head"] : ["legal-section", "duty", "clerk"];
    case "government":
    case "agency":
      return ["legal-section", "duty", "clerk"];
    case "court":
      return ["clerk", "duty"];
    default:
      return audience satisfies never;
  }
}

/** What the reader of a task calls the thing it is about. */
function subjectLine(subject: NoticeSubject): string {
  switch (subject.of) {
    case "case":
      return subject.caseNumber;
    case "document":
      return "上传文件的答复";
    case "bulletin":
      return `${subject.month}月通报`;
    case "ledger":
      return `${subject.month}台账催报`;
    case "organisation":
      return "每日摘要";
    case "programme":
      return `${subject.year}年工作台账`;
    default:
      return subject satisfies never;
  }
}

function distinct(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((one) => [one.id, one])).values()];
}
