/** Which link does a notice's mail carry, and how long can it be used? What links are for is in link-target.ts. */
import { identityOf } from "../identity.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Policy } from "../policy.ts";
import { addMinutes, civilDate, civilDateAt, type Instant, instantAt, yearOf } from "../time/time.ts";
import { type Link, type LinkTarget, type LinkTask, targetValues } from "./frame/link-target.ts";
import type { NoticeSubject } from "./frame/notice-subject.ts";
import type { Notice } from "./notice.ts";
import { NOTICE_RULES, type NoticeContent, type NoticeKind } from "./notice-kinds.ts";

/** How long the link of a task can be used. A calendar's link has an end of its own ({@link calendarLink}). */
const LIFE: Readonly<Record<Exclude<LinkTask, "calendar" | "sign-in">, keyof Policy["links"]>> = {
  report: "caseDays",
  filing: "caseDays",
  duty: "answerDays",
  supervision: "caseDays",
  "loss-review": "caseDays",
  designation: "caseDays",
  approval: "caseDays",
  leader: "caseDays",
  "appeal-approval": "caseDays",
  orders: "answerDays",
  "judgment-note": "answerDays",
  reconciliation: "caseDays",
  obstacle: "caseDays",
  "call-classes": "caseDays",
  "principal-absence": "caseDays",
  urging: "caseDays",
  review: "caseDays",
  "case-page": "boardDays",
  board: "boardDays",
  search: "boardDays",
  programme: "programmeDays",
  correction: "answerDays",
  suggestion: "answerDays",
  assessment: "answerDays",
  // Made at the desk, for as long as the act can be taken back.
  undo: "caseDays",
  directory: "boardDays",
  "directory-entry": "caseDays",
  "unknown-name": "caseDays",
  "address-consent": "caseDays",
  signing: "programmeDays",
  ledger: "boardDays",
  "case-office": "caseDays",
  classes: "caseDays",
  "entry-office": "boardDays",
};

/** The link a notice's mail carries; undefined where it asks for nothing that is done at the desk. */
export function linkOf(
  { id, recipient, createdAt, content, subject }: Notice,
  lives: Policy["links"],
): Link | undefined {
  const target = targetOf(content, subject);
  if (target === undefined) return undefined;
  // A calendar that is sent again is the same calendar.
  if (target.task === "calendar") return calendarLink(recipient.organisation, createdAt);
  const expires = addMinutes(createdAt, minutesOf(target.task, lives));
  return { ...target, recipient: recipient.organisation, expires, nonce: id };
}

/** The links that stand with the lines of a notice's mail, each once. */
export function taskLinksOf(
  { id, recipient, createdAt, content }: Notice,
  lives: Policy["links"],
): readonly Link[] {
  const targets = new Map(tasksOf(content).map((target) => [targetKey(target), target]));
  return [...targets].flatMap(([key, target]): readonly Link[] => {
    if (target.task === "calendar") return [];
    const expires = addMinutes(createdAt, minutesOf(target.task, lives));
    return [{ ...target, recipient: recipient.organisation, expires, nonce: identityOf("task", id, key) }];
  });
}

function minutesOf(task: Exclude<LinkTask, "calendar">, lives: Policy["links"]): number {
  return task === "sign-in" ? lives.signInMinutes : lives[LIFE[task]] * 24 * 60;
}

/** By which a target is distinguished from all others. */
export function targetKey(target: LinkTarget): string {
  return JSON.stringify([target.task, ...targetValues(target)]);
}

function tasksOf<Kind extends NoticeKind>(content: NoticeContent<Kind>): readonly LinkTarget[] {
  return NOTICE_RULES[content.kind].tasks?.(content) ?? [];
}

/** What the link of a notice's mail is for; undefined where there is none. */
export function linkTaskOf({ content, subject }: Pick<Notice, "content" | "subject">): LinkTask | undefined {
  return targetOf(content, subject)?.task;
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
