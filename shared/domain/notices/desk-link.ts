/** Which link does a notice's mail carry, and how long can it be used? What links are for is in link-target.ts. */
import type { OrganisationId } from "../organisations/directory.ts";
import { addMinutes, civilDate, civilDateAt, type Instant, instantAt, yearOf } from "../time/time.ts";
import type { Link, LinkTarget, LinkTask } from "./link-target.ts";
import type { Notice } from "./notice.ts";
import { NOTICE_RULES, type NoticeContent, type NoticeKind } from "./notice-kinds.ts";
import type { NoticeSubject } from "./notice-subject.ts";

/**
 * Days for which the link of a notice can be used: longer than any period it is for, with the days that may be overdue. A
 * key is kept for the longest of them. A calendar's link has an end of its own ({@link calendarLink}).
 */
const LIFE_DAYS: Readonly<Record<Exclude<LinkTask, "calendar">, number>> = {
  report: 45,
  filing: 45,
  supervision: 45,
  designation: 45,
  approval: 45,
  reconciliation: 45,
  review: 45,
  /** It comes with every digest. */
  board: 90,
  /** It comes once a year, and with every reminder. */
  programme: 400,
  correction: 120,
  assessment: 120,
};

/** The link a notice's mail carries; undefined where it asks for nothing that is done at the desk. */
export function linkOf({ id, recipient, createdAt, content, subject }: Notice): Link | undefined {
  const target = targetOf(content, subject);
  if (target === undefined) return undefined;
  // A calendar that is sent again is the same calendar.
  if (target.task === "calendar") return calendarLink(recipient.organisation, createdAt);
  const expires = addMinutes(createdAt, LIFE_DAYS[target.task] * 24 * 60);
  return { ...target, recipient: recipient.organisation, expires, nonce: id };
}

function targetOf<Kind extends NoticeKind>(
  content: NoticeContent<Kind>,
  subject: NoticeSubject,
): LinkTarget | undefined {
  const { link } = NOTICE_RULES[content.kind];
  return link === "none" ? undefined : link(content, subject);
}

/**
 * The link of an organisation's calendar (日程订阅). All mails of a year carry the very same, so that nobody subscribes
 * twice; a subscription ends with it, or when its key is taken out.
 */
export function calendarLink(recipient: OrganisationId, now: Instant): Link {
  const last = `${Number(yearOf(civilDateAt(now))) + 2}-12-31`;
  return { task: "calendar", recipient, expires: instantAt(civilDate(last)), nonce: "calendar" };
}

/** The calendar a notice's mail offers; undefined where it is no mail about a hearing that is set. */
export function calendarOf({ recipient, createdAt, content }: Notice): Link | undefined {
  return offersCalendar(content) ? calendarLink(recipient.organisation, createdAt) : undefined;
}

function offersCalendar<Kind extends NoticeKind>(content: NoticeContent<Kind>): boolean {
  return NOTICE_RULES[content.kind].offersCalendar?.(content) ?? false;
}
