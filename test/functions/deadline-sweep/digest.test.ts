import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestsOf as digestsToFold, fold } from "../../../functions/deadline-sweep/digest.ts";
import { digestAt, foldsDigests, isOpen } from "../../../shared/domain/notices/frame/working-hours.ts";
import type { WaitingLine } from "../../../shared/domain/notices/notice.ts";
import { nextDigest } from "../../../shared/domain/obligations/digest-lines.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anyOfficeHours, openFrom } from "../../support/office-hours.ts";
import { aLine, JURISDICTION, RECIPIENT } from "../../support/stored-things.ts";

/** Something a bureau is to know of, and when it happened. */
interface Act {
  readonly at: Instant;
  readonly bureau: string;
  /** What is owed: in this morning's mail where that is yet to leave. */
  readonly isOwed?: boolean;
}

const FIRST = at("09-17", "00:00");
const DAYS = 8;
const everyHour = Array.from({ length: DAYS * 24 }, (_, hour) => addMinutes(FIRST, hour * 60));

/** The digests of these acts, when the sweep comes by at these hours; and what still waits after the last of them. */
async function digestsOf(acts: readonly Act[], sweeps: readonly Instant[], rules: Rules) {
  const table = memoryTable(JURISDICTION);
  const records = memoryRecords(table);
  const timeline = [
    ...sweeps.map((now) => ({ at: now, sweeps: true as const })),
    ...acts.map(({ at: when, bureau, isOwed = false }, index) => {
      const leaves = isOwed ? digestAt(when, rules.policy, rules.calendar) : nextDigest(when, rules);
      const line = aLine(`act ${index}`, leaves);
      const recipient = { ...RECIPIENT, address: bureau };
      return { at: when, line: { ...line, recipient, line: { ...line.line, at: when } } };
    }),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const moment of timeline) {
    if ("line" in moment) await records.commit({ token: moment.line.id, lines: [moment.line] });
    else {
      const due = await Array.fromAsync(records.due(JURISDICTION, moment.at));
      const lines = due.flatMap((item) => (item.entity === "line" ? item.line : []));
      for (const one of digestsToFold(lines, moment.at, rules))
        await fold(records, one.lines, moment.at, rules);
    }
  }
  const digests = [...table.notices.values()].map(({ notice }) => notice);
  const told = digests.flatMap(({ content }) => (content.kind === "digest" ? content.lines : []));
  return { digests, told, waiting: [...table.lines.values()] };
}

describe("lines that one mail can't hold", () => {
  const now = at("09-17", "10:00");
  /** So many of one reader, each with a text of so many bytes. */
  const lines = (count: number, bytes = 10): readonly WaitingLine[] =>
    Array.from({ length: count }, (_, index) => {
      const line = aLine(`line ${index}`, now);
      return { ...line, line: { ...line.line, news: { type: "as-written", text: "x".repeat(bytes) } } };
    });
  const perMail = (some: readonly WaitingLine[]) =>
    digestsToFold(some, now, openFrom("08:00", "18:00")).map((one) => one.lines.length);

  it("by their number are several mails, and nothing is left out", () => {
    expect([1, 90, 91, 400].map((count) => perMail(lines(count)))).toEqual([
      [1],
      [90],
      [90, 1],
      [90, 90, 90, 90, 40],
    ]);
  });

  it("by their size are several mails: an item holds 400 KB", () => {
    expect(perMail(lines(7, 100_000))).toEqual([2, 2, 2, 1]);
  });

  it("are told each, also those that wait together", async () => {
    const table = memoryTable(JURISDICTION);
    const records = memoryRecords(table);
    const [line = expect.fail("no line")] = lines(1);
    const waiting = { ...line, with: [{ type: "case-closed" as const }] };
    await records.commit({ token: "waits", lines: [waiting] });
    await fold(records, [waiting], now, openFrom("08:00", "18:00"));
    const [{ content } = expect.fail("no digest")] = [...table.notices.values()].map(({ notice }) => notice);
    expect("lines" in content && content.lines).toEqual([
      line.line,
      { ...line.line, news: { type: "case-closed" } },
    ]);
    expect(table.lines.size).toBe(0);
  });

  it("go one mail a reader", () => {
    const other = { ...RECIPIENT, address: "other@justice.example.org" };
    const both = [
      ...lines(2),
      ...lines(3).map((one) => ({ ...one, id: `${one.id} b` as never, recipient: other })),
    ];
    expect(perMail(both)).toEqual([2, 3]);
  });
});

describe("digests", () => {
  it("of an afternoon of long office hours are one", async () => {
    const acts = [
      { at: at("09-17", "17:20"), bureau: "one@justice.example.org" },
      { at: at("09-17", "17:45"), bureau: "one@justice.example.org" },
    ];
    const { digests } = await digestsOf(acts, everyHour, openFrom("08:00", "18:00"));
    expect(digests.map(({ createdAt, content }) => [createdAt, content])).toMatchObject([
      [at("09-18", "08:00"), { kind: "digest", lines: [{ at: acts[0]?.at }, { at: acts[1]?.at }] }],
    ]);
  });

  it("wait for the morning where the sweep comes late", async () => {
    const acts = [{ at: at("09-17", "10:00"), bureau: "one@justice.example.org" }];
    const shut = everyHour.filter((now) => now < at("09-18", "08:00") || now > at("09-18", "18:00"));
    const { digests } = await digestsOf(acts, shut, openFrom("08:00", "18:00"));
    // 2026-09-19 is a Saturday, 2026-09-20 a Sunday that is worked.
    expect(digests.map(({ createdAt }) => createdAt)).toEqual([at("09-20", "08:00")]);
  });

  it("are at most one a bureau and working day, never outside office hours, and leave nothing out, whatever the hours, whichever sweeps were missed, and however many came between", async () => {
    const act = fc.record({
      at: fc.integer({ min: 0, max: DAYS * 24 * 60 - 1 }).map((minutes) => addMinutes(FIRST, minutes)),
      bureau: fc.constantFrom("one@justice.example.org", "other@justice.example.org"),
      isOwed: fc.boolean(),
    });
    // Somebody starts it by hand, or the schedule tries again what failed.
    const anyMinute = fc
      .integer({ min: 0, max: DAYS * 24 * 60 - 1 })
      .map((minutes) => addMinutes(FIRST, minutes));
    await fc.assert(
      fc.asyncProperty(
        anyOfficeHours,
        fc.array(act, { maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: everyHour.length - 1 }), { maxLength: 60 }),
        fc.array(anyMinute, { maxLength: 20 }),
        async (rules, anyActs, missed, between) => {
          // What happens in the very minute of a sweep is written before it.
          const acts = anyActs.map((one) => ({ ...one, at: addMinutes(one.at, -0.5) }));
          const sweeps = [...everyHour.filter((_, index) => !missed.includes(index)), ...between].toSorted();
          const { digests, told, waiting } = await digestsOf(acts, sweeps, rules);
          const { policy, calendar } = rules;
          const days = digests.map(
            ({ recipient, createdAt }) => `${recipient.address} ${civilDateAt(createdAt)}`,
          );
          expect(days).toEqual([...new Set(days)]);
          for (const { releaseAt } of digests) expect(isOpen(releaseAt, policy, calendar)).toBe(true);
          expect(told.length + waiting.length).toBe(acts.length);
          const last = sweeps.findLast((now) => foldsDigests(now, policy, calendar)) ?? FIRST;
          for (const { releaseAt } of waiting) expect(releaseAt > last).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
