/** The notice of a hearing, its reminders, and the word that it is off. */

import { answeredFor, isHeadNotified } from "../case-file/before-hearing.ts";
import { designationOf, hearingAnswered } from "../case-file/designation.ts";
import type { Hearing, PastHearing } from "../case-file/hearing.ts";
import { startOf } from "../case-file/hearing.ts";
import { appearingFor } from "../case-file/joint-appearance.ts";
import { reportOf } from "../case-file/reports.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import { openingOn } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { meetingFor } from "../online/meeting-access.ts";
import type { Rules } from "../rules.ts";
import { type CivilDate, civilDateAt, daysBetween } from "../time/time.ts";
import { reminderDays } from "./hearing-reminders.ts";
import { AT_ONCE, sentAt } from "./ladder.ts";
import {
  hearingSentKey,
  type NoticeOwed,
  type Obligation,
  once,
  openReport,
  summaryOf,
} from "./obligation.ts";
import { principalShown } from "./principal-ladder.ts";

/** A hearing in fewer days than this is urgent: somebody should telephone. */
const URGENT_BELOW = 3;

/** The notice of the hearing (开庭提醒函), then its reminders. */
export function hearingLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  if (file.state !== "awaiting-hearing") return [];
  const { hearing } = file;
  const limit = startOf(hearing);
  const key = hearingSentKey(hearing, name);
  const told = sentAt(file.sent, key);
  if (file.sent[key] === undefined)
    return [
      { key, track: key, at: AT_ONCE, limit, notices: (on) => hearingNotices(file, hearing, name, on) },
    ];

  const { policy } = rules;
  const last = Math.min(...policy.hearingReminders);
  const reminders = reminderDays(hearing, rules).map((day, index): Obligation => {
    const days = policy.hearingReminders[index] ?? last;
    return {
      key: `reminder:${hearing.ordinal}:${days}:${name}`,
      track: `reminder:${hearing.ordinal}:${name}`,
      at: openingOn(day, policy),
      limit,
      notices: (on) => reminder(file, hearing, name, { on, isLast: days === last }),
    };
  });
  // Never on the day of the notice itself.
  return reminders.filter(({ at }) => told === undefined || civilDateAt(at) > civilDateAt(told));
}

/** To the legal section; the last one also to the head in person, and to the government that designated an agency. */
function reminder(
  file: CaseFile,
  hearing: Hearing,
  name: string,
  { on, isLast }: { readonly on: CivilDate; readonly isLast: boolean },
): readonly NoticeOwed[] {
  const head = reportOf(file, name)?.head;
  const excused = appearingFor(file, name);
  const mayStayAway = answeredFor(file, name, hearing.ordinal)?.verdict === "excused";
  const report = openReport(file, name)?.deadline;
  const content = {
    kind: "hearing-reminder",
    case: summaryOf(file),
    respondent: name,
    hearing: hearingAnswered(file, name, hearing),
    daysLeft: daysBetween(on, hearing.date),
    reportOpen: report !== undefined,
    // A day that is over is no day to report by: then it is the hearing.
    ...(report !== undefined && report.due >= on && { report }),
    ...(excused && { excused }),
    ...(mayStayAway && { excusedByCourt: true as const }),
    ...(!mayStayAway && defined({ principal: principalShown(file, name) })),
    ...(head?.appears === true && { head: { name: head.name, title: head.title, rank: head.rank } }),
  } as const;
  // The way in is the agency's own to know, not the government's that designated it.
  const wayIn = defined({ meeting: meetingFor(file.meetings, hearing.ordinal, name) });
  // Whoever is excused (法释〔2020〕3号 §3, §9) owes staff, no head.
  const mustAppear = isLast && excused === undefined && !mayStayAway;
  const isAnsweredFor = designationOf(file, name) !== undefined;
  return [
    { audience: { part: "respondent", name, role: "legal-section" }, content: { ...content, ...wayIn } },
    ...(mustAppear
      ? ([
          {
            audience: { part: "respondent", name, role: "head" },
            content: { ...content, ...wayIn, audience: "head" },
          },
        ] as const)
      : []),
    ...(mustAppear && isAnsweredFor
      ? ([
          { audience: { part: "government", name }, content: { ...content, audience: "government" } },
        ] as const)
      : []),
  ];
}

/** The first word of a hearing as it is set now: what is owed for it before and after, and how near it is. */
function hearingNotices(
  file: CaseFile,
  hearing: Hearing,
  name: string,
  on: CivilDate,
): readonly NoticeOwed[] {
  const report = openReport(file, name)?.deadline;
  const filing = file.deadlines.find(
    (one) =>
      one.kind === "filing" &&
      one.respondent === name &&
      one.hearing === hearing.ordinal &&
      one.status === "open",
  )?.deadline;
  const isUrgent = daysBetween(on, hearing.date) < URGENT_BELOW;
  const shown = {
    case: summaryOf(file),
    respondent: name,
    hearing: hearingAnswered(file, name, hearing),
    ...defined({
      report,
      filing,
      principal: principalShown(file, name),
      meeting: meetingFor(file.meetings, hearing.ordinal, name),
    }),
    ...(isUrgent && { urgent: true }),
  };
  const urgent: readonly NoticeOwed[] = isUrgent
    ? [
        {
          audience: { part: "bureau", name },
          content: { kind: "urgent-hearing", case: summaryOf(file), respondent: name, hearing },
        },
      ]
    : [];
  const cancelled = announcedBefore(file, name);
  if (cancelled !== undefined) {
    const content: NoticeContent = {
      kind: "hearing-changed",
      ...shown,
      cancelled: hearingAnswered(file, name, cancelled),
    };
    return [
      { audience: { part: "respondent", name, role: "legal-section" }, content },
      { audience: { part: "respondent", name, role: "head" }, content },
      ...urgent,
    ];
  }
  const excused = appearingFor(file, name);
  // A head that need not appear is not asked to.
  const roles = excused === undefined ? (["legal-section", "head"] as const) : (["legal-section"] as const);
  return [
    ...roles.map(
      (role): NoticeOwed => ({
        audience: { part: "respondent", name, role },
        content: {
          kind: "hearing-notice",
          ...shown,
          audience: role,
          ...(isHeadNotified(file, name) && { headNotified: true }),
          ...(excused && { excused }),
        },
      }),
    ),
    ...urgent,
  ];
}

/** The hearing is off and no other is set: whoever was informed of it must know. */
export function cancellation(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const cancelled = announcedBefore(file, name);
  if (cancelled === undefined || (file.state !== "postponed" && file.state !== "closed")) return [];
  const answer = answeredFor(file, name, cancelled.ordinal);
  const content: NoticeContent = {
    kind: "hearing-changed",
    case: summaryOf(file),
    respondent: name,
    cancelled: hearingAnswered(file, name, cancelled),
    ...(file.state === "closed" && { closed: true }),
    ...(answer?.verdict === "put-off" && { granted: { reason: answer.reason, by: answer.by } }),
  };
  return [
    once(cancelledKey(cancelled, name), startOf(cancelled), [
      { audience: { part: "respondent", name, role: "legal-section" }, content },
      { audience: { part: "respondent", name, role: "head" }, content },
    ]),
  ];
}

/** The action against this respondent was withdrawn: the hearing it was informed of takes place without it. */
export function release(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  if (file.state !== "awaiting-hearing" || file.sent[hearingSentKey(file.hearing, name)] === undefined)
    return [];
  const { hearing: cancelled } = file;
  const content: NoticeContent = {
    kind: "hearing-changed",
    case: summaryOf(file),
    respondent: name,
    cancelled,
    withdrawn: true,
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
