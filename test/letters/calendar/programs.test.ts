/**
 * What do calendar programs make of our mails and feeds? Their rules as written down: Outlook takes an iTIP mail (RFC 5546)
 * by METHOD, UID, ORGANIZER, SEQUENCE and DTSTAMP; Google and Apple take a feed by UID, each of them once. The files are
 * read by a library that didn't write them.
 */
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { HearingDetails } from "../../../shared/domain/case-file/hearing.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import { addDays, civilDate, clockTime, type Instant, instantAt } from "../../../shared/domain/time/time.ts";
import { calendarFeed } from "../../../shared/letters/calendar/calendar-feed.ts";
import { calendarFile } from "../../../shared/letters/calendar/calendar-file.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { mimeMessage } from "../../../shared/letters/frame/mime.ts";
import { eventsOf, given, POLICE, record, summons } from "../../support/case-builders.ts";
import { AGENCY, CASE, noticeOf, RESPONDENT, SENDER } from "../sample-notices.ts";

interface Entry {
  readonly organizer: string;
  readonly sequence: number;
  readonly stamp: number;
  readonly start: string;
}

function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    entries: calendar.getAllSubcomponents("vevent").map((event) => {
      const stamp = event.getFirstPropertyValue("dtstamp");
      return {
        uid: String(event.getFirstPropertyValue("uid")),
        status: String(event.getFirstPropertyValue("status")),
        organizer: String(event.getFirstPropertyValue("organizer")).toLowerCase(),
        sequence: Number(event.getFirstPropertyValue("sequence")),
        stamp: stamp instanceof ICAL.Time ? stamp.toUnixTime() : Number.NaN,
        start: String(event.getFirstPropertyValue("dtstart")),
      };
    }),
  };
}

/** Outlook and Exchange: an older or unknown word is dropped; only the organiser's counts. */
class Outlook {
  readonly calendar = new Map<string, Entry>();

  receive(content: string): void {
    const { method, entries } = read(content);
    for (const { uid, status: _, ...entry } of entries) {
      expect(entry.organizer).toBe(`mailto:${SENDER.address}`);
      const known = this.calendar.get(uid);
      const newer =
        known === undefined ||
        entry.sequence > known.sequence ||
        (entry.sequence === known.sequence && entry.stamp >= known.stamp);
      if (known !== undefined && known.organizer !== entry.organizer) continue;
      if (!newer) continue;
      if (method === "CANCEL") this.calendar.set(uid, { ...entry, start: "off" });
      else if (method === "REQUEST") this.calendar.set(uid, entry);
    }
  }

  /** What stands in it. */
  get days(): readonly string[] {
    return [...this.calendar.values()].map(({ start }) => start).filter((start) => start !== "off");
  }
}

const summary = (hearing: HearingDetails) => `${hearing.date}T${hearing.time}`;
const utc = (start: string) => {
  const at = new Date(start);
  return `${new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16)}`;
};

type Act = "move" | "hour" | "put off" | "sit";

/** A case through what happens to its hearings, and the mails an agency gets of it. */
function lived(acts: readonly Act[]) {
  const outlook = new Outlook();
  let file: CaseFile = given(summons());
  let day = civilDate("2026-09-24");
  let hour = 9;
  let at: Instant = instantAt(civilDate("2026-09-08"), "09:00");
  const told = (method: "request" | "cancel", hearing: HearingDetails) => {
    const of = { case: summaryOf(file), respondent: POLICE.name };
    outlook.receive(
      calendarFile({ method, hearing }, of, { recipient: AGENCY, createdAt: at }, SENDER).content,
    );
  };
  const did = (command: ReturnType<typeof summons>) => {
    file = evolveAll(file, eventsOf(file, command)) ?? expect.fail();
    if (file.state === "awaiting-hearing") told("request", file.hearing);
    else if (file.state === "postponed") told("cancel", file.pastHearings.at(-1) ?? expect.fail());
  };
  if (file.state === "awaiting-hearing") told("request", file.hearing);
  let held = 0;
  acts.forEach((act, index) => {
    const issuedOn = addDays(civilDate("2026-09-08"), index + 1);
    at = instantAt(issuedOn, "09:00");
    const paper = { at, issuedOn, sha256: `paper-${index}` };
    const set = () => ({ date: day, time: clockTime(`${String(hour).padStart(2, "0")}:00`) });
    if (act === "move") {
      day = addDays(day, 7);
      did(summons({ ...paper, hearing: set() }));
    } else if (act === "hour" && file.state === "awaiting-hearing") {
      hour = hour === 9 ? 14 : 9;
      did(summons({ ...paper, hearing: set() }));
    } else if (act === "put off" && file.state === "awaiting-hearing") {
      const { hearing: _, ...without } = summons({ ...paper, postponed: true });
      did(without);
    } else if (act === "sit" && file.state === "awaiting-hearing") {
      held += 1;
      did(record({ ...paper, at: instantAt(day, "18:00"), attendance: [], hearing: { date: day } }));
    }
  });
  return { file, outlook, held };
}

describe("Outlook", () => {
  it.each<[string, readonly Act[]]>([
    ["moved", ["move"]],
    ["moved twice, its hour changed between", ["move", "hour", "move"]],
    ["put off, and set again", ["put off", "move"]],
    ["put off twice", ["move", "put off", "move", "put off", "move", "hour"]],
  ])("has one entry of a hearing that is %s, on the day that holds", (_, acts) => {
    const { file, outlook } = lived(acts);
    if (file.state !== "awaiting-hearing") expect.fail(file.state);
    expect(outlook.calendar.size).toBe(1);
    expect(outlook.days.map(utc)).toEqual([summary(file.hearing)]);
  });

  it("takes the entry out of one that is put off", () => {
    expect(lived(["hour", "put off"]).outlook.days).toEqual([]);
  });

  it("keeps the sitting that was held beside the next one", () => {
    const { outlook } = lived(["sit", "move", "move"]);
    expect(outlook.days.map(utc)).toEqual(["2026-09-24T09:00", "2026-10-08T09:00"]);
  });

  it("shows what the case says, whatever happens to its hearings", () => {
    const acts = fc.array(fc.constantFrom<Act>("move", "hour", "put off", "sit"), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (all) => {
        const { file, outlook, held } = lived(all);
        const set = file.state === "awaiting-hearing" ? 1 : 0;
        expect(outlook.days).toHaveLength(held + set);
        if (file.state === "awaiting-hearing") expect(outlook.days.map(utc)).toContain(summary(file.hearing));
      }),
      { numRuns: 60 },
    );
  });
});

describe("Google and Apple", () => {
  it("find each identity once in a feed, as it stands now", () => {
    const { file } = lived(["move", "put off", "move", "sit", "move"]);
    const entry = (hearing: HearingDetails, status: "set" | "held" | "cancelled") => ({
      owner: AGENCY.organisation,
      caseNumber: file.caseNumber,
      respondent: POLICE.name,
      court: file.court,
      hearing,
      status,
      dues: [],
      version: 1,
      changedAt: instantAt(civilDate("2026-09-20"), "09:00"),
    });
    const past = file.pastHearings.map((one) => entry(one, one.fate === "held" ? "held" : "cancelled"));
    if (file.state !== "awaiting-hearing") expect.fail(file.state);
    const diary = [...past, entry(file.hearing, "set")];
    for (const order of [diary, diary.toReversed()]) {
      const { method, entries } = read(calendarFeed("沂南县公安局", order));
      expect(method).toBe("PUBLISH");
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
      expect(entries.map(({ status, start }) => [status, utc(start).slice(0, 10)]).toSorted()).toEqual([
        ["CONFIRMED", "2026-10-08"],
        ["CONFIRMED", "2026-10-15"],
      ]);
    }
  });
});

describe("a mail about a hearing that is moved", () => {
  it("has one calendar in it, whose method the header repeats, and nothing to open by hand", async () => {
    const hearing = { ordinal: 2, appointment: 1, date: civilDate("2026-10-15"), sequence: 2 };
    const cancelled = { ordinal: 1, date: civilDate("2026-09-24"), sequence: 0 };
    const mail = composeMail(
      noticeOf({ kind: "hearing-changed", case: CASE, respondent: RESPONDENT, cancelled, hearing }),
      SENDER,
    );
    const bytes = new TextDecoder().decode(await mimeMessage(mail));
    expect(bytes.match(/text\/calendar; charset=utf-8; method=(\w+)/gi)).toEqual([
      "text/calendar; charset=utf-8; method=REQUEST",
    ]);
    expect(mail.text).toContain("点开后日历中的原日程随之更新");
    expect(mail.attachments).toEqual([]);
  });
});
