/**
 * A diary as a calendar to subscribe to (RFC 5545, PUBLISH). Each hearing has the identity it has in the mails' calendar
 * files; what was called off stays for a while as cancelled, so that every program takes it out.
 */
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { DiaryDue, DiaryEntry } from "../../domain/board/diary.ts";
import { identityOf } from "../../domain/identity.ts";
import { oneLine } from "../frame/one-line.ts";
import { venue } from "../wording/case-wording.ts";
import { hearingEntryId, hearingSpan, PRODUCT } from "./calendar-file.ts";

/** How often programs should look: a summons is served days before its hearing. */
export const REFRESH_SECONDS = 4 * 3600;

/** The calendar of an organisation; the same diary makes the same bytes. */
export function calendarFeed(name: string, entries: readonly DiaryEntry[]): string {
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(`${name}行政应诉日程`),
    ttl: REFRESH_SECONDS,
  });
  for (const entry of newestOfEach(entries)) addHearing(calendar, entry);
  for (const entry of entries) for (const due of entry.dues) addDue(calendar, entry, due);
  return `${calendar.toString()}\r\n`;
}

/** An appointment once, as it stands now: the diary also has the days it was moved from. */
function newestOfEach(entries: readonly DiaryEntry[]): readonly DiaryEntry[] {
  const newest = new Map<string, DiaryEntry>();
  for (const entry of entries) {
    const id = hearingEntryId(entry.caseNumber, entry.respondent, entry.hearing);
    const known = newest.get(id);
    if (known === undefined || entry.hearing.sequence > known.hearing.sequence) newest.set(id, entry);
  }
  return [...newest.values()];
}

function addHearing(calendar: ICalCalendar, entry: DiaryEntry): void {
  const { caseNumber, respondent, court, hearing, status, changedAt } = entry;
  const cancelled = status === "cancelled";
  calendar.createEvent({
    id: hearingEntryId(caseNumber, respondent, hearing),
    sequence: hearing.sequence + (cancelled ? 1 : 0),
    stamp: changedAt,
    ...hearingSpan(hearing),
    summary: oneLine(`${cancelled ? "已取消：" : ""}${caseNumber}开庭（${respondent}）`),
    location: oneLine(venue(court, hearing.place)),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    description: "被诉行政机关负责人应当出庭。时间、地点以人民法院送达的文书为准。",
  });
}

/** The last day of a period, a whole day on which nobody is busy. */
function addDue(calendar: ICalCalendar, entry: DiaryEntry, { kind, due, status }: DiaryDue): void {
  const { caseNumber, respondent, hearing, version, changedAt } = entry;
  const cancelled = status === "cancelled";
  const word = { open: "", met: "（已完成）", cancelled: "（已取消）" }[status];
  calendar.createEvent({
    id: `yingsu-${identityOf("calendar due", caseNumber, respondent, kind, String(hearing.ordinal))}`,
    sequence: version,
    stamp: changedAt,
    allDay: true,
    start: `${due}T00:00:00Z`,
    summary: oneLine(
      `${kind === "report" ? "三日报告" : "出庭备案"}到期${word}：${caseNumber}（${respondent}）`,
    ),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}
