/** The notice of a hearing, its reminders, and the word that it is off. */

import { isFor } from "../case-file/before-hearing.ts";
import type { Hearing, PastHearing } from "../case-file/hearing.ts";
import { startOf } from "../case-file/hearing.ts";
import { appearingFor } from "../case-file/joint-appearance.ts";
import { reportOf } from "../case-file/reports.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { openingOn, workingDayFrom } from "../notices/working-hours.ts";
import type { Rules } from "../rules.ts";
import { addDays, daysBetween } from "../time/time.ts";
import {
  hearingSentKey,
  type NoticeOwed,
  type Obligation,
  once,
  openReport,
  summaryOf,
} from "./obligation.ts";

/** The notice of the hearing (开庭提醒函), then its reminders. */
export function hearingLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  if (file.state !== "awaiting-hearing") return [];
  const { hearing } = file;
  const limit = startOf(hearing);
  const noticeKey = hearingSentKey(hearing, name);
  const notice = once(noticeKey, limit, hearingNotices(file, hearing, name));
  const sentAt = file.sent[noticeKey];
  if (sentAt === undefined) return [notice];

  const head = reportOf(file, name)?.head;
  const excused = appearingFor(file, name);
  const reminders = rules.policy.hearingReminders.map((days): Obligation => {
    const at = openingOn(workingDayFrom(addDays(hearing.date, -days), -1, rules.calendar), rules.policy);
    return {
      key: `reminder:${hearing.ordinal}:${days}:${name}`,
      track: `reminder:${hearing.ordinal}:${name}`,
      at,
      limit,
      notices: (on) => [
        {
          audience: { part: "respondent", name, role: "legal-section" },
          content: {
            kind: "hearing-reminder",
            case: summaryOf(file),
            respondent: name,
            hearing,
            daysLeft: daysBetween(on, hearing.date),
            reportOpen: openReport(file, name) !== undefined,
            ...(excused && { excused }),
            ...(head?.appears === true && {
              head: { name: head.name, title: head.title, rank: head.rank },
            }),
          },
        },
      ],
    };
  });
  return reminders.filter(({ at }) => at > sentAt);
}

function hearingNotices(file: CaseFile, hearing: Hearing, name: string): readonly NoticeOwed[] {
  const report = openReport(file, name)?.deadline;
  const shown = { case: summaryOf(file), respondent: name, hearing, ...(report && { report }) };
  const cancelled = announcedBefore(file, name);
  if (cancelled !== undefined) {
    const content: NoticeContent = { kind: "hearing-changed", ...shown, cancelled };
    return [
      { audience: { part: "respondent", name, role: "legal-section" }, content },
      { audience: { part: "respondent", name, role: "head" }, content },
    ];
  }
  const excused = appearingFor(file, name);
  // A head that need not appear is not asked to.
  const roles = excused === undefined ? (["legal-section", "head"] as const) : (["legal-section"] as const);
  return roles.map((role) => ({
    audience: { part: "respondent", name, role },
    content: {
      kind: "hearing-notice",
      ...shown,
      audience: role,
      ...(isNotified(file, name) && { headNotified: true }),
      ...(excused && { excused }),
    },
  }));
}

/** The court has notified the head to appear (法释〔2020〕3号 §4). */
function isNotified({ documents }: CaseFile, name: string): boolean {
  return documents.some(({ kind, addressedTo }) => kind === "appearance-notice" && isFor(addressedTo, name));
}

/** The hearing is off and no other is set: whoever was informed of it must know. */
export function cancellation(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const cancelled = announcedBefore(file, name);
  if (cancelled === undefined || (file.state !== "postponed" && file.state !== "closed")) return [];
  const content: NoticeContent = {
    kind: "hearing-changed",
    case: summaryOf(file),
    respondent: name,
    cancelled,
    ...(file.state === "closed" && { closed: true }),
  };
  return [
    once(cancelledKey(cancelled, name), startOf(cancelled), [
      { audience: { part: "respondent", name, role: "legal-section" }, content },
      { audience: { part: "respondent", name, role: "head" }, content },
    ]),
  ];
}

/** The hearing this respondent was last informed of, where it is off and they haven't been informed of that yet. */
function announcedBefore(file: CaseFile, name: string): PastHearing | undefined {
  const last = file.pastHearings.findLast(({ fate }) => fate !== "held");
  if (last === undefined || file.sent[hearingSentKey(last, name)] === undefined) return undefined;
  const calledOff =
    last.fate === "postponed" &&
    file.state === "awaiting-hearing" &&
    file.sent[cancelledKey(last, name)] !== undefined;
  return calledOff ? undefined : last;
}

function cancelledKey({ ordinal }: Hearing, name: string): string {
  return `cancelled:${ordinal}:${name}`;
}
