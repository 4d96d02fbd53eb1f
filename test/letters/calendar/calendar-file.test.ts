import { describe, expect, it } from "vitest";
import { civilDate, clockTime, instantAt } from "../../../shared/domain/time/time.ts";
import { calendarFile } from "../../../shared/letters/calendar/calendar-file.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import type { CalendarWish } from "../../../shared/letters/frame/letter.ts";
import { AGENCY, CASE, HEARING, MOVED, noticeOf, RESPONDENT, SAMPLES, SENDER } from "../sample-notices.ts";

const OF = { case: CASE, respondent: RESPONDENT };
const ENVELOPE = { recipient: AGENCY, createdAt: instantAt(civilDate("2026-09-18"), "08:30") };
const REQUEST: CalendarWish = { method: "request", hearing: HEARING };

/** The properties of the entry, unfolded, by name without parameters; the alarms' are left out. */
function entry(content: string): ReadonlyMap<string, string> {
  const lines = content
    .replace(/\r\n[ \t]/g, "")
    .replace(/BEGIN:VALARM[\s\S]*END:VALARM\r\n/, "")
    .split("\r\n");
  return new Map(lines.map((line) => [/^[A-Z-]+/.exec(line)?.[0] ?? "", line.slice(line.indexOf(":") + 1)]));
}
const entryOf = (wish: CalendarWish, of = OF, envelope = ENVELOPE) =>
  entry(calendarFile(wish, of, envelope, SENDER).content);

describe("calendarFile", () => {
  it("gives the hearing in UTC with place, organiser and reader, whatever the machine's zone", () => {
    const event = entryOf(REQUEST);
    expect(event.get("METHOD")).toBe("REQUEST");
    expect(event.get("DTSTART")).toBe("20260924T010000Z");
    expect(event.get("DTEND")).toBe("20260924T030000Z");
    expect(event.get("SUMMARY")).toBe("（2026）鲁1302行初45号开庭（临沂市兰山区自然资源局）");
    expect(event.get("LOCATION")).toBe("临沂市兰山区人民法院第三审判庭");
    expect(event.get("STATUS")).toBe("CONFIRMED");
    expect(event.get("ORGANIZER")).toBe(`mailto:${SENDER.address}`);
    expect(event.get("ATTENDEE")).toBe(`MAILTO:${AGENCY.address}`);
    expect(event.get("DTSTAMP")).toBe("20260918T003000Z");
  });

  it("ends when the summons says, and lasts two hours where that is no later than the start", () => {
    expect(entryOf({ method: "request", hearing: MOVED }).get("DTEND")).toBe("20261015T080000Z");
    const wrong = { ...HEARING, endTime: clockTime("08:30") };
    expect(entryOf({ method: "request", hearing: wrong }).get("DTEND")).toBe("20260924T030000Z");
  });

  it("takes the whole day where no hour is known", () => {
    const { time: _, ...hearing } = HEARING;
    const { content } = calendarFile({ method: "request", hearing }, OF, ENVELOPE, SENDER);
    expect(content).toContain("DTSTART;VALUE=DATE:20260924\r\n");
    expect(content).not.toContain("DTEND");
    expect(content).toContain("TRIGGER:-PT15H\r\n");
  });

  it("keeps one entry through changes, and counts them", () => {
    const first = entryOf(REQUEST);
    const later = { ...HEARING, time: clockTime("10:30"), sequence: 1 };
    const changed = entryOf({ method: "request", hearing: later });
    const cancelled = entryOf({ method: "cancel", hearing: later });
    expect(changed.get("UID")).toBe(first.get("UID"));
    expect(cancelled.get("UID")).toBe(first.get("UID"));
    expect([first, changed, cancelled].map((event) => event.get("SEQUENCE"))).toEqual(["0", "1", "2"]);
    expect(cancelled.get("METHOD")).toBe("CANCEL");
    expect(cancelled.get("STATUS")).toBe("CANCELLED");
  });

  it("has another entry for another hearing, respondent or case, and tells nothing by its name", () => {
    const uids = [
      entryOf(REQUEST),
      entryOf({ method: "request", hearing: { ...MOVED, appointment: 2 } }),
      entryOf(REQUEST, { ...OF, respondent: "临沂市公安局" }),
    ].map((event) => event.get("UID"));
    expect(new Set(uids).size).toBe(3);
    for (const uid of uids) expect(uid).toMatch(/^yingsu-[0-9A-Z]{13}$/);
  });

  it("is the same file for the same notice", () => {
    expect(calendarFile(REQUEST, OF, ENVELOPE, SENDER)).toEqual(calendarFile(REQUEST, OF, ENVELOPE, SENDER));
  });

  it("folds lines at 75 octets, ends each with CRLF and lets no name add one", () => {
    const hostile = '某局\r\nATTENDEE:mailto:x@example.org";CN=\\,;';
    const { content } = calendarFile(
      { method: "request", hearing: { ...HEARING, place: hostile } },
      { ...OF, respondent: hostile },
      { ...ENVELOPE, recipient: { ...AGENCY, name: hostile } },
      SENDER,
    );
    expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of content.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(content.match(/^ATTENDEE/gm)).toHaveLength(1);
  });
});

describe("mails about hearings", () => {
  const files = (name: keyof typeof SAMPLES) => {
    const { calendar, attachments } = composeMail(SAMPLES[name] ?? expect.fail(), SENDER);
    return [calendar?.content, ...attachments.map(({ content }) => content)]
      .filter((content) => typeof content === "string")
      .map((content) => {
        const event = entry(content);
        return [event.get("METHOD"), event.get("DTSTART"), event.get("SEQUENCE")];
      });
  };

  it("carry one file: the entry as it now is, or its cancellation", () => {
    expect(files("hearing-notice")).toEqual([["REQUEST", "20260924T010000Z", "0"]]);
    expect(files("hearing-changed")).toEqual([["REQUEST", "20261015T063000Z", "2"]]);
    expect(files("hearing-changed.hour")).toEqual([["REQUEST", "20260924T023000Z", "1"]]);
    expect(files("hearing-changed.no-date")).toEqual([["CANCEL", "20260924T010000Z", "1"]]);
    expect(files("hearing-changed.closed")).toEqual([["CANCEL", "20260924T010000Z", "1"]]);
    expect(files("report-due")).toEqual([]);
  });

  it("repeat the same entry in notice and reminder", () => {
    const uid = (name: keyof typeof SAMPLES) =>
      entry(composeMail(SAMPLES[name] ?? expect.fail(), SENDER).calendar?.content ?? "").get("UID");
    expect(uid("hearing-reminder")).toBe(uid("hearing-notice"));
    expect(uid("hearing-notice.head")).toBe(uid("hearing-notice"));
    expect(uid("hearing-notice")).toBeDefined();
  });

  it("say nothing of the plaintiff in the calendar, which others may see", () => {
    const { calendar } = composeMail(
      noticeOf({ kind: "hearing-notice", ...OF, hearing: HEARING, audience: "head" }),
      SENDER,
    );
    expect(calendar?.content.replace(/\r\n /g, "")).not.toContain("沂河源");
  });
});
