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
import {
  type DiaryEntry,
  type DutyEntry,
  type HearingEntry,
  isHearingEntry,
} from "../../domain/board/diary.ts";
import { identityOf } from "../../domain/identity.ts";
import type { DeadlineKind } from "../../domain/time/deadline.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { oneLine } from "../frame/one-line.ts";
import { venue } from "../wording/case-wording.ts";
import { staffSentence } from "../wording/court-staff-wording.ts";
import { dueName } from "../wording/history-wording.ts";
import { principalWords } from "../wording/principal-wording.ts";
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
  const hearings = entries.filter(isHearingEntry);
  for (const entry of newestOfEach(hearings)) addHearing(calendar, entry);
  for (const entry of hearings)
    for (const { kind, due, status } of entry.dues)
      addDue(calendar, entry, { kind, due, status, which: [kind, String(entry.hearing.ordinal)] });
  for (const entry of newestDuties(entries)) {
    const { kind, subject = "", due, status } = entry.duty;
    addDue(calendar, entry, { kind, due, status, which: [kind, "case", subject] });
  }
  return `${calendar.toString()}\r\n`;
}

/** An appointment once, as it stands now: the diary also has the days it was moved from. */
function newestOfEach(entries: readonly HearingEntry[]): readonly HearingEntry[] {
  const newest = new Map<string, HearingEntry>();
  for (const entry of entries) {
    const id = hearingEntryId(entry.caseNumber, entry.respondent, entry.hearing);
    const known = newest.get(id);
    if (known === undefined || entry.hearing.sequence > known.hearing.sequence) newest.set(id, entry);
  }
  return [...newest.values()];
}

/** A duty once, by the day on which it ends now: the diary also has the days it was moved from. */
function newestDuties(entries: readonly DiaryEntry[]): readonly DutyEntry[] {
  const newest = new Map<string, DutyEntry>();
  for (const entry of entries) {
    if (isHearingEntry(entry)) continue;
    const { caseNumber, respondent, duty, version } = entry;
    const id = JSON.stringify([caseNumber, respondent, duty.kind, duty.subject]);
    const known = newest.get(id);
    // Both days are written by one change where the last day moved: the one that isn't off is the newer.
    if (
      known === undefined ||
      version > known.version ||
      (version === known.version && duty.status !== "cancelled")
    )
      newest.set(id, entry);
  }
  return [...newest.values()];
}

function addHearing(calendar: ICalCalendar, entry: HearingEntry): void {
  const { caseNumber, respondent, court, staff, hearing, status, changedAt } = entry;
  const cancelled = status === "cancelled";
  calendar.createEvent({
    id: hearingEntryId(caseNumber, respondent, hearing),
    sequence: hearing.sequence + (cancelled ? 1 : 0),
    stamp: changedAt,
    ...hearingSpan(hearing),
    summary: oneLine(`${cancelled ? "已取消：" : ""}${caseNumber}开庭（${respondent}）`),
    location: oneLine(venue(court, hearing.place, hearing.mode)),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    description: `${entry.principal === undefined ? "被诉行政机关负责人应当出庭" : principalWords(entry.principal)}。时间、地点以人民法院送达的文书为准。${staffSentence(staff)}`,
  });
}

interface Due {
  readonly kind: DeadlineKind;
  readonly due: CivilDate;
  readonly status: "open" | "met" | "cancelled";
  /** What tells it from the others of its case and respondent. */
  readonly which: readonly string[];
}

/** The last day of a period, a whole day on which nobody is busy. */
function addDue(
  calendar: ICalCalendar,
  { caseNumber, respondent, version, changedAt }: Omit<DiaryEntry, "owner">,
  { kind, due, status, which }: Due,
): void {
  const cancelled = status === "cancelled";
  const word = { open: "", met: "（已完成）", cancelled: "（已取消）" }[status];
  calendar.createEvent({
    id: `yingsu-${identityOf("calendar due", caseNumber, respondent, ...which)}`,
    sequence: version,
    stamp: changedAt,
    allDay: true,
    start: `${due}T00:00:00Z`,
    summary: oneLine(`${dueName(kind)}到期${word}：${caseNumber}（${respondent}）`),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}
