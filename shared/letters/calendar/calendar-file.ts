/**
 * A hearing as a calendar entry (RFC 5545). It is a REQUEST with the recipient as attendee and no answer asked
 * for: a published entry (PUBLISH) becomes the reader's own, which no later mail can move or cancel. Times are in
 * UTC, which every program shows right without a time zone's table; China has no summer time to describe.
 */

import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from "ical-generator";
import { appointmentOf, type HearingDetails } from "../../domain/case-file/hearing.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { identityOf } from "../../domain/identity.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { addMinutes, type CivilDate, type ClockTime, instantAt } from "../../domain/time/time.ts";
import type { CalendarWish } from "../frame/letter.ts";
import type { CalendarFile, Sender } from "../frame/mail.ts";
import { oneLine } from "../frame/one-line.ts";
import { venue } from "../wording/case-wording.ts";
import { staffSentence } from "../wording/court-staff-wording.ts";
import { principalWords } from "../wording/principal-wording.ts";

export const PRODUCT = { company: "yingsu", product: "hearings", language: "ZH" };
/** What a hearing is taken to last where the summons gives no end. */
const USUAL_MINUTES = 120;
const HOUR = 3600;

/** Whose hearing it is. */
export interface HearingOf {
  readonly case: CaseSummary;
  readonly respondent: string;
}

/** The calendar file of a notice about a hearing; the same notice makes the same bytes. */
export function calendarFile(
  { method, hearing, meeting, principal }: CalendarWish,
  { case: of, respondent }: HearingOf,
  { recipient, createdAt }: Pick<Notice, "recipient" | "createdAt">,
  sender: Sender,
): CalendarFile {
  const cancelled = method === "cancel";
  const summary = `${cancelled ? "已取消：" : ""}${oneLine(`${of.caseNumber}开庭（${respondent}）`)}`;
  const calendar = ical({
    prodId: PRODUCT,
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: hearingEntryId(of.caseNumber, respondent, hearing),
    // A cancellation is a change too: programs drop one that isn't newer than what they have.
    sequence: hearing.sequence + (cancelled ? 1 : 0),
    stamp: createdAt,
    ...hearingSpan(hearing),
    summary,
    location: oneLine(venue(of.court, hearing.place, hearing.mode)),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: oneLine(sender.name), email: oneLine(sender.address) },
    attendees: [
      {
        name: oneLine(recipient.name),
        email: oneLine(recipient.address),
        rsvp: false,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  if (!cancelled) {
    const who = principal === undefined ? "被诉行政机关负责人应当出庭" : principalWords(principal.reasons);
    const password = meeting?.password === undefined ? "" : `，入会密码${meeting.password}`;
    const way = meeting === undefined ? "" : `会议号${meeting.meeting}${password}（仅供本单位使用）。`;
    event.description(
      `${who}。${way}请带盖章的负责人身份证明、授权委托书、居民身份证、答辩材料。时间、地点以人民法院送达的文书为准。${staffSentence(of.staff)}`,
    );
    // Without an hour the entry is the whole day: nine in the morning of the day before.
    const before = hearing.time === undefined ? [15 * HOUR] : [24 * HOUR, 2 * HOUR];
    for (const trigger of before)
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: summary });
  }
  return {
    name: `${cancelled ? "取消开庭日程" : "开庭日程"}.ics`,
    method: cancelled ? "CANCEL" : "REQUEST",
    content: `${calendar.toString()}\r\n`,
  };
}

/** The calendar file of a joint meeting (联席会议); one that is moved is the same entry, with a higher sequence. */
export function meetingFile(
  { pack, id, date, time, place, sequence }: NoticeContent<"meeting-invited">,
  notice: Pick<Notice, "recipient" | "createdAt">,
  sender: Sender,
): CalendarFile {
  return entryFile(
    {
      id: identityOf("meeting entry", pack.place, pack.year, id),
      name: "联席会议日程.ics",
      summary: `${pack.place}行政应诉联席会议`,
      date,
      time,
      place,
      sequence,
      method: "REQUEST",
    },
    notice,
    sender,
  );
}

/** That of a hearing to be watched (旁听庭审), or that it is off. */
export function observationFile(
  {
    observation: { issuedBy, date, time, court, place, caseNumber },
    id,
    sequence,
  }: Pick<NoticeContent<"observation-invited">, "observation" | "id" | "sequence">,
  notice: Pick<Notice, "recipient" | "createdAt">,
  sender: Sender,
  method: "REQUEST" | "CANCEL",
): CalendarFile {
  return entryFile(
    {
      id: identityOf("observation entry", issuedBy, id),
      name: method === "CANCEL" ? "取消旁听日程.ics" : "旁听日程.ics",
      summary: `${method === "CANCEL" ? "已取消：" : ""}旁听庭审（${caseNumber}）`,
      date,
      ...(time !== undefined && { time }),
      place: venue(court, place),
      // A cancellation is a change too: programs drop one that isn't newer than what they have.
      sequence: 2 * sequence + (method === "CANCEL" ? 1 : 0),
      method,
    },
    notice,
    sender,
  );
}

/** What an entry of the programme is in calendars; without an hour it is the whole day. */
interface EntryEvent {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly place: string;
  readonly sequence: number;
  readonly method: "REQUEST" | "CANCEL";
}

function entryFile(
  { id, name, summary: text, date, time, place, sequence, method }: EntryEvent,
  { recipient, createdAt }: Pick<Notice, "recipient" | "createdAt">,
  sender: Sender,
): CalendarFile {
  const summary = oneLine(text);
  const cancelled = method === "CANCEL";
  const calendar = ical({
    prodId: PRODUCT,
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const start = time === undefined ? undefined : instantAt(date, time);
  const event = calendar.createEvent({
    id: `yingsu-${id}`,
    sequence,
    stamp: createdAt,
    ...(start === undefined
      ? { start: `${date}T00:00:00Z`, allDay: true }
      : { start, end: addMinutes(start, USUAL_MINUTES) }),
    summary,
    location: oneLine(place),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: oneLine(sender.name), email: oneLine(sender.address) },
    attendees: [
      {
        name: oneLine(recipient.name),
        email: oneLine(recipient.address),
        rsvp: false,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  if (!cancelled)
    event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * HOUR, description: summary });
  return { name, method, content: `${calendar.toString()}\r\n` };
}

/**
 * The entry's UID: the same for all mails about one appointment of one respondent, so that programs move the entry they
 * have (RFC 5546 §3.2.2.1); says nothing about anybody.
 */
export function hearingEntryId(caseNumber: CaseNumber, respondent: string, hearing: HearingDetails): string {
  return `yingsu-${identityOf("calendar entry", caseNumber, respondent, String(appointmentOf(hearing)))}`;
}

/** From when to when; the whole day where no hour is known. */
export function hearingSpan({ date, time, endTime }: HearingDetails) {
  // The library prints a whole day by its date in UTC.
  if (time === undefined) return { allDay: true, start: `${date}T00:00:00Z` };
  const start = instantAt(date, time);
  return {
    start,
    end:
      endTime !== undefined && endTime > time ? instantAt(date, endTime) : addMinutes(start, USUAL_MINUTES),
  };
}
