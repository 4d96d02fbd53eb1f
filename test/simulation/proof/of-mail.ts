/** What must hold of notices and mails. */

import { foldedAt } from "../../../shared/domain/notices/frame/working-hours.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import { letterOfLine, linesOf } from "../../../shared/domain/obligations/digest-lines.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { Left } from "../city/carrier.ts";
import { noticeKey } from "../city/journal.ts";
import type { Store } from "../city/store.ts";
import type { Check } from "./invariants.ts";
import { textOf } from "./text-of.ts";

/** So long something may wait that nothing holds up any more. */
const DAY = 24 * 60;

export const lostNotices: Check = async ({ store, ports, journal, now }) => {
  const told = new Set(
    [...journal.notices.values()].flatMap(({ content }) =>
      content.kind === "address-failed" && content.about.type === "mail" ? [content.about.number] : [],
    ),
  );
  const lost: string[] = [];
  for (const notice of journal.notices.values()) {
    const { subject, id, content, recipient, releaseAt, step } = notice;
    const words = `${content.kind} to ${recipient.address} (${id})`;
    const item = await store.outbox.item(subject, id);
    const isTold = async () =>
      told.has(noticeNumber(notice)) ||
      // An alarm is enough where no bureau could get the task.
      (!(await couldBeTold(store, notice)) &&
        journal.alarms.some(({ name, at }) => at >= notice.createdAt && ["sweep", id].includes(name)));
    if (item === undefined) lost.push(`${words} is gone`);
    else if (item.state === "ambiguous" && !ports.post.asked.has(id))
      lost.push(`${words} was given up, and the carrier was never asked`);
    else if (["failed", "ambiguous", "bounced"].includes(item.state)) {
      if (!(await isTold())) lost.push(`${words} is ${item.state}, and nobody was told`);
    } else if (item.state === "dropped") {
      if (step?.limit !== undefined && step.limit <= now && step.limit <= releaseAt && !(await isTold()))
        lost.push(`${words} was dropped, and nobody was told`);
    } else if (["held", "pending", "sending"].includes(item.state) && releaseAt < addMinutes(now, -DAY))
      lost.push(`${words} is ${item.state} since ${releaseAt}`);
  }
  return lost;
};

/** Whether a bureau whose task that is has an address that works, and is not the one that failed. */
async function couldBeTold({ directory }: Store, { recipient }: Notice): Promise<boolean> {
  const place = (await directory.organisation(recipient.organisation))?.jurisdiction ?? CITY_ITSELF;
  const bureaus = await Promise.all(
    (await directory.names("bureau")).map(({ id }) => directory.organisation(id)),
  );
  return bureaus.some(
    (bureau) =>
      bureau !== undefined &&
      [place, CITY_ITSELF].includes(bureau.jurisdiction) &&
      bureau.contacts.some(
        ({ role, email, undeliverable }) =>
          role === "duty" && undeliverable !== true && email !== recipient.address,
      ),
  );
}

export const lostLines: Check = async ({ store, ports, journal, rules, now }) => {
  const lost: string[] = [];
  const waiting = new Set<string>();
  for await (const item of store.records.due(rules.policy.jurisdiction.code, "9999" as never))
    if (item.entity === "line") {
      waiting.add(noticeKey(item.line));
      if (foldsAfter(item.line.releaseAt, MISSED_MORNINGS + 1, rules) < now)
        lost.push(`a line for ${item.line.recipient.address} waits since ${item.line.releaseAt}`);
    }
  const said = new Set<string>();
  // What had left before the table was put back is decided again as of another moment, and waits no longer.
  const told = new Set(
    ports.post.left.flatMap(({ notice, at }) =>
      journal.writtenDown.has(noticeKey(notice)) &&
      journal.gaps.some(({ compared, to }) => compared && at < to)
        ? [notice, ...(notice.folds ?? [])].map(noticeKey)
        : [],
    ),
  );
  for (const { recipient, content } of journal.notices.values()) {
    said.add(`${recipient.organisation} ${textOf(content)}`);
    if ("lines" in content)
      for (const line of content.lines) said.add(`${recipient.organisation} ${textOf(line)}`);
  }
  for (const line of journal.lines.values()) {
    if (waiting.has(noticeKey(line)) || line.line.news.type === "file-rejected") continue;
    const alone = letterOfLine(line, now);
    if (told.has(noticeKey(line))) continue;
    const isSaid = (one: unknown) => said.has(`${line.recipient.organisation} ${textOf(one)}`);
    if (alone !== undefined && isSaid(alone.content)) continue;
    for (const one of linesOf(line))
      if (!isSaid(one))
        lost.push(`a line for ${line.recipient.address}: ${JSON.stringify(one).slice(0, 150)}`);
  }
  return lost;
};

/** The sweep stands still for as many mornings at most. */
const MISSED_MORNINGS = 3;

/** The hour of the n-th mail of the day after an instant; none leaves on holidays. */
function foldsAfter(at: Instant, mails: number, rules: Rules): Instant {
  return mails === 0 ? at : foldsAfter(foldedAt(at, rules.policy, rules.calendar), mails - 1, rules);
}

export const sentTwice: Check = async ({ ports, journal }) => {
  const twice: string[] = [];
  // Who has died before he noted what the carrier said of the first sends again.
  const unheard = (first: Left, second: Left) =>
    journal.deaths.some(
      ({ at, what }) => ["mailer", "feedback"].includes(what) && at >= first.at && at <= second.at,
    );
  const undone = (one: Left, other: Left) => journal.forgotten(noticeKey(one.notice), one.at, other.at);
  for (const [key, all] of Map.groupBy(ports.post.left, ({ notice }) => noticeKey(notice))) {
    const [first, second] = all;
    if (first === undefined || second === undefined || undone(first, second)) continue;
    if (first.isReported && !unheard(first, second))
      twice.push(`${key} to ${first.notice.recipient.address} at ${first.at} and ${second.at}`);
  }
  // Two units may have one mailbox: each is addressed by its name. What no step of a ladder brings about may be said again on another day: a link that is asked for once more.
  const words = ({ notice: { id, recipient, content, step, createdAt } }: Left) =>
    // Each link that was used or is too old may be replaced once a day: two of them are two links.
    content.kind === "desk-link"
      ? id
      : `${recipient.organisation} ${recipient.address.toLowerCase()} ${step?.key ?? civilDateAt(createdAt)} ${textOf(content)}`;
  for (const all of Map.groupBy(ports.post.left, words).values()) {
    const different = [...new Map(all.map((one) => [noticeKey(one.notice), one])).values()];
    const [first, second] = different;
    if (first !== undefined && second !== undefined && !undone(first, second))
      twice.push(
        `the same ${first.notice.content.kind} to ${first.notice.recipient.address}, decided ${first.notice.createdAt} and ${second.notice.createdAt}: ${JSON.stringify(first.notice.content).slice(0, 200)}`,
      );
  }
  return twice;
};

export const twoMailsOfTheDay: Check = async ({ ports, journal }) => {
  const digests = ports.post.left.filter(({ notice: { content } }) =>
    ["digest", "agency-digest", "files-receipt"].includes(content.kind),
  );
  const ofDay = ({ notice: { recipient, content, createdAt } }: Left) =>
    `${content.kind} to ${recipient.address} on ${civilDateAt(createdAt)}`;
  return [...Map.groupBy(digests, ofDay)].flatMap(([words, all]) => {
    const ids = new Set(all.map(({ notice }) => notice.id));
    const days = new Set(all.map(({ at }) => civilDateAt(at)));
    // A sweep that died among its cases left the lines of the others to the next.
    const isBroken = journal.deaths.some(
      ({ at, what }) => what.startsWith("sweep") && days.has(civilDateAt(at)),
    );
    const isRestored = journal.gaps.some(({ to }) => days.has(civilDateAt(to)));
    return ids.size > 1 && !isBroken && !isRestored ? [`${ids.size} ${words}`] : [];
  });
};

export const withoutConfirmation: Check = async ({ store, ports, journal, rules }) => {
  const bold: string[] = [];
  const signings = await store.records.signings(rules.policy.jurisdiction.code);
  for (const { at, notice } of ports.post.left) {
    const { content, subject, createdAt } = notice;
    if (journal.gaps.some(({ from }) => at >= from)) continue;
    if (content.kind === "bulletin" && !content.draft) {
      const signed = signings.some(
        ({ month, events }) =>
          month === content.month && events.some(({ type, at }) => type === "signed" && at <= createdAt),
      );
      if (!signed) bold.push(`the bulletin of ${content.month} without a signature, ${createdAt}`);
    }
    const isOverdue = ["report-overdue", "filing-overdue", "duty-overdue"].includes(content.kind);
    if (isOverdue && subject.of === "case" && "copy" in content && content.copy === true) {
      const history = await store.records.history(subject.caseNumber);
      const said = history.some(
        ({ at: of, event }) =>
          event.type === "urging-decided" && event.urging.decision === "copy-confirmed" && of <= createdAt,
      );
      if (!said) bold.push(`${content.kind} of ${subject.caseNumber} copied to ${notice.recipient.address}`);
    }
  }
  return bold;
};
