/** Which topics of courts wait for a joint meeting, and which have been had? */
import { describe, expect, it } from "vitest";
import type { ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import { topicsWaiting } from "../../../shared/domain/programme/open-points.ts";

const facts = { id: "x", jurisdiction: "市本级", year: "2026", version: 1, revision: 1, sent: {} };
const entry = (of: object) =>
  ({ ...facts, points: [], participants: [], ...of }) as unknown as ProgrammeEntry;
const topic = (text: string, more: object = {}) =>
  entry({ kind: "topic", on: "2026-03-01", text, answer: { accepted: true }, ...more });
const meeting = (date: string, topics: readonly string[], more: object = {}) =>
  entry({ kind: "meeting", date, topics, ...more });
const waiting = (...entries: readonly ProgrammeEntry[]) => topicsWaiting(entries).map(({ text }) => text);

describe("a topic", () => {
  it("waits until a meeting has had it, and never again after a further meeting", () => {
    expect(waiting(topic("送达"))).toEqual(["送达"]);
    expect(waiting(topic("送达"), meeting("2026-06-01", ["送达"]))).toEqual([]);
    expect(waiting(topic("送达"), meeting("2026-06-01", ["送达"]), meeting("2026-12-01", ["执行"]))).toEqual(
      [],
    );
  });

  it("waits where a meeting had it before it was put, or was struck out", () => {
    expect(waiting(topic("送达"), meeting("2025-12-01", ["送达"]))).toEqual(["送达"]);
    expect(waiting(topic("送达"), meeting("2026-06-01", ["送达"], { withdrawn: "误登" }))).toEqual(["送达"]);
  });

  it("that isn't on the agenda waits for none", () => {
    expect(
      waiting(topic("送达", { answer: { accepted: false } }), topic("执行", { answer: undefined })),
    ).toEqual([]);
  });
});
