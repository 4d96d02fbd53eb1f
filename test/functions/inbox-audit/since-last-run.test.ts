/** The morning's comparison of inbox and table: that it finds by the days since its last run what a comparison of everything finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditPorts, audit } from "../../../functions/inbox-audit/audit.ts";
import { audits } from "../../../functions/inbox-audit/audits.ts";
import type { SettledUpload } from "../../../shared/domain/document.ts";
import type { Compared } from "../../../shared/domain/operations/job-run.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
import type { StoredFile } from "../../../shared/ports/files.ts";
import { at } from "../../support/case-builders.ts";
import { memoryOperations } from "../../support/memory/memory-operations.ts";

const DAY = 24 * 60;
const START = at("09-01", "07:00");

/** A file of the inbox, as it stands at the times of a test. */
interface Uploaded {
  readonly file: StoredFile;
  /** When it can be seen: after `file.at` where its upload took days. */
  readonly arrived: Instant;
  /** Absent: never. */
  readonly settled?: Instant;
}

/** An inbox and a table at one time; `calls` of the table are counted. */
function standing(all: readonly Uploaded[], clock: () => Instant, queued: string[], failsAt = Infinity) {
  const calls = { lists: 0, gets: 0 };
  const isSettled = ({ settled }: Uploaded) => settled !== undefined && settled <= clock();
  const upload = ({ file: { key, versionId, at: when } }: Uploaded): SettledUpload => ({
    key,
    versionId,
    at: when,
    sha256: versionId,
  });
  const ports: AuditPorts = {
    records: {
      async *uploads(folder, from) {
        calls.lists += 1;
        // The list lags behind: every third is not in it yet.
        for (const one of all)
          if (one.file.key.startsWith(`${folder}/`) && one.file.at >= from && isSettled(one))
            if (Number(one.file.versionId) % 3 !== 0) yield upload(one);
      },
      async settledUpload(key, versionId) {
        calls.gets += 1;
        const found = all.find(({ file }) => file.key === key && file.versionId === versionId);
        return found !== undefined && isSettled(found) ? upload(found) : undefined;
      },
    },
    inbox: {
      async *list(prefix) {
        for (const { file, arrived } of all)
          if (arrived <= clock() && file.key.startsWith(prefix)) yield file;
      },
    },
    queue: {
      async enqueue({ versionId }) {
        if (queued.length >= failsAt) throw new Error("the queue is away");
        queued.push(versionId);
      },
    },
  };
  return { ports, calls };
}

const files = fc
  .array(
    fc.record({
      owner: fc.constantFrom("courts/1302", "courts/1321", "bureaus/yinan-justice", "directory"),
      begun: fc.integer({ min: -20 * DAY, max: 30 * DAY }),
      late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 7 * DAY })),
      settled: fc.option(fc.integer({ min: 0, max: 12 * DAY })),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all
      .map(({ owner, begun, late, settled }, index): Uploaded => {
        const when = addMinutes(START, begun);
        const arrived = addMinutes(when, late);
        const file = { key: `${owner}/inbox/${index}.pdf`, versionId: String(index), size: 1, at: when };
        return { file, arrived, ...(settled !== null && { settled: addMinutes(arrived, settled) }) };
      })
      .toSorted((one, other) => (one.file.key < other.file.key ? -1 : 1)),
  );

const runs = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 5 * DAY }),
    // Punctual; made again for an hour long past; for one that hasn't come yet.
    skew: fc.constantFrom(0, 0, 0, -3 * DAY, 2 * DAY),
    failsAt: fc.constantFrom(Infinity, Infinity, 1),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("what has arrived since the last complete run", () => {
  it("is all that a comparison of everything would queue, whatever came late, failed or went by a wrong clock", async () => {
    await fc.assert(
      fc.asyncProperty(files, runs, async (all, planned) => {
        let clock = START;
        let compared: Compared | undefined;
        for (const { gap, skew, failsAt } of planned) {
          clock = addMinutes(clock, gap);
          const times = { now: addMinutes(clock, skew), clock };
          const everything: string[] = [];
          await audit(standing(all, () => clock, everything).ports, times);
          const queued: string[] = [];
          const { ports } = standing(all, () => clock, queued, failsAt);
          const done = await audit(ports, times, compared).catch(() => undefined);
          if (done === undefined) continue;
          compared = done.compared;
          expect(queued).toEqual(expect.arrayContaining(everything));
          if (skew >= 0) expect(queued.toSorted()).toEqual(everything.toSorted());
        }
      }),
    );
  });

  it("costs what has come in those days, and the files that still wait", async () => {
    const kept = Array.from({ length: 500 }, (_, index): Uploaded => {
      const when = addMinutes(START, (index - 480) * DAY);
      const file = {
        key: `courts/1302/inbox/${index}.pdf`,
        versionId: String(3 * index + 1),
        size: 1,
        at: when,
      };
      return { file, arrived: when, ...(index !== 17 && { settled: addMinutes(when, 5) }) };
    });
    let clock = START;
    const first = await audit(standing(kept, () => clock, []).ports, { now: clock, clock });
    expect(first.counts).toEqual({ looked: 481, compared: 480, queued: 1 });
    expect(first.compared.open).toEqual([{ key: "courts/1302/inbox/17.pdf", versionId: "52" }]);
    clock = addMinutes(clock, DAY);
    const next = standing(kept, () => clock, []);
    const { counts } = await audit(next.ports, { now: clock, clock }, first.compared);
    // Eight days back, this one, and the one that waits.
    expect(counts).toEqual({ looked: 482, compared: 10, queued: 1 });
    expect(next.calls).toEqual({ lists: 1, gets: 1 });
  });

  it("begins at the oldest that waits where they are too many to be named", async () => {
    const waiting = Array.from({ length: 201 }, (_, index): Uploaded => {
      const when = addMinutes(START, -60 * DAY + index);
      return {
        file: { key: `courts/1302/inbox/${index}.pdf`, versionId: String(index), size: 1, at: when },
        arrived: when,
      };
    });
    const times = { now: START, clock: START };
    const { compared } = await audit(standing(waiting, () => START, []).ports, times);
    expect(compared).toMatchObject({ upTo: addMinutes(START, -60 * DAY), open: [] });
    const queued: string[] = [];
    await audit(standing(waiting, () => START, queued).ports, times, compared);
    expect(queued).toHaveLength(201);
  });
});

describe("a comparison of everything", () => {
  const run = async (operations: ReturnType<typeof memoryOperations>, clock: Instant, whole?: boolean) => {
    const { ports } = standing([], () => clock, []);
    const done = await Array.fromAsync(audits({ ...ports, operations }, { now: clock, clock }, whole));
    return done.length;
  };

  it("is made at first, once a month, and when it is asked for", async () => {
    const operations = memoryOperations();
    const wholeAt = async () => (await operations.runs())[0]?.compared?.whole;
    expect(await run(operations, START)).toBe(1);
    expect(await wholeAt()).toBe(START);
    const next = addMinutes(START, 30 * DAY);
    expect(await run(operations, next)).toBe(1);
    expect(await wholeAt()).toBe(START);
    expect(await run(operations, next, true)).toBe(2);
    expect(await wholeAt()).toBe(next);
    const after = addMinutes(next, 31 * DAY);
    expect(await run(operations, after)).toBe(2);
    expect(await wholeAt()).toBe(after);
  });
});
