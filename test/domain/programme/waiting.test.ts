import { describe, expect, it } from "vitest";
import type {
  Correction,
  Interview,
  MeetingPack,
  ProgrammeEntry,
} from "../../../shared/domain/programme/entry.ts";
import { waitingForBureau } from "../../../shared/domain/programme/waiting.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";

const on = (day: string) => civilDate(`2027-01-${day}`);
const facts = { id: "x", jurisdiction: "市本级", year: "2026", version: 1, revision: 1, sent: {} };
const interview = (more: object) => ({ ...facts, kind: "interview", ...more }) as unknown as Interview;
const called = { date: on("12") };

describe("what waits for a bureau", () => {
  it.each<[string, ProgrammeEntry, string | undefined]>([
    ["an interview nobody has decided on", interview({}), "interview-to-confirm"],
    [
      "an interview that was called, before its day is over",
      interview({ called: { date: on("15") } }),
      undefined,
    ],
    ["an interview whose day has gone by", interview({ called }), "interview-to-record"],
    [
      "an interview to look at again today",
      interview({ called, outcome: { followUp: on("15") } }),
      "interview-to-follow-up",
    ],
    ["an interview that was dismissed", interview({ dismissed: { reason: "已整改" } }), undefined],
    ["one recorded by mistake", interview({ withdrawn: "误登" }), undefined],
    [
      "a proposal that has been answered",
      { ...facts, kind: "correction", answers: [{ text: "已整改" }] } as unknown as Correction,
      "answer-to-judge",
    ],
    [
      "a pack nobody was invited with",
      { ...facts, kind: "pack", invitations: [] } as unknown as MeetingPack,
      "pack-to-confirm",
    ],
  ])("%s", (_, entry, expected) => expect(waitingForBureau(entry, on("15"))).toBe(expected));
});
