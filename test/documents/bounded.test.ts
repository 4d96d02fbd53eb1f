import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Child, type ChildEnd, startChild } from "../../shared/documents/bounded/child-process.ts";
import { DOCUMENT_LIMITS } from "../../shared/documents/bounded/limits.ts";
import { boundedReader, readBounded } from "../../shared/documents/bounded/read-bounded.ts";
import { withinTime } from "../../shared/documents/bounded/time-limit.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { docx } from "./support/zip.ts";

const CORPUS = join(import.meta.dirname, "corpus");
const LIMITS = DOCUMENT_LIMITS;

describe("a document in a process of its own", () => {
  it("reads as it does in this one", async () => {
    const bytes = readFileSync(join(CORPUS, "01-summons-table-court-form.docx"));
    expect(await readBounded(bytes)).toEqual(await readDocument(bytes));
  });

  it("is refused with the reason when it takes too long, and the next one is read", async () => {
    const bytes = docx("传票");
    expect(await readBounded(bytes, { ...LIMITS, milliseconds: 5 })).toEqual({
      ok: false,
      format: "docx",
      reason: { kind: "exhausting", what: "time", limit: 5 },
    });
    expect(await readBounded(bytes)).toMatchObject({ ok: true });
  });
});

describe("a short text", () => {
  const text = readFileSync(join(CORPUS, "01-summons-table-court-form.txt"));

  it("is read at once, and in a process where it holds the function too long", async () => {
    const read = await readDocument(text);
    expect(await readBounded(text)).toEqual(read);
    // Less than it takes: a process of its own reads it all the same.
    expect(await readBounded(text, { ...LIMITS, millisecondsHere: 1 })).toEqual(read);
  });

  it("that may be a ledger is read by a process, with the readers of tables", async () => {
    const ledger = readFileSync(join(CORPUS, "../ledgers/lanshan-2026-08.csv"));
    const read = await readBounded(ledger);
    expect(read).toMatchObject({ ok: true, document: { kind: { value: "case-ledger" } } });
    expect(read).toEqual(await readDocument(ledger));
  });
});

describe("a function with a limit of time", () => {
  it("is stopped in the middle of a pattern that never ends, and the next one runs", () => {
    const started = performance.now();
    expect(withinTime(100, () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5000);
    expect(withinTime(1000, () => "read")).toBe("read");
  });

  it("throws what it throws", () => {
    const fault = new RangeError("its own");
    expect(() =>
      withinTime(1000, () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});

describe("hostile documents end in time, with the reason, and take nothing with them", () => {
  it.each<[string, () => Uint8Array, object]>([
    [
      "a page of elements nested without end",
      () => Buffer.from(`<html>${"<div>".repeat(2_000_000)}`),
      { kind: "exhausting", what: "time" },
    ],
    [
      "words without end that unpack to no more than allowed",
      () => docx(Array.from({ length: 200_000 }, (_, index) => `第${(index * 7919) % 99_991}段`).join("\n")),
      // Which of the two ends it depends on how fast the machine is.
      { kind: "exhausting" },
    ],
    [
      "text too long to be read here",
      () => Buffer.from("案号：（2026".repeat(100_000)),
      { kind: "exhausting" },
    ],
  ])("%s", async (_, bytes, reason) => {
    const limits = { ...LIMITS, milliseconds: 2500, megabytes: 220 };
    expect(await readBounded(bytes(), limits)).toMatchObject({ ok: false, reason });
    expect(await readBounded(docx("传票"), LIMITS)).toMatchObject({ ok: true });
  });
});

describe("a reader that goes on to the next document", () => {
  const bytes = docx("传票");
  /** Processes that end as they are told to, one message after the other; which were started, asked and ended is noted. */
  function processes(...ends: readonly (readonly (ChildEnd["ended"] | "too large")[])[]) {
    const noted: string[] = [];
    let started = 0;
    const start = (): Child => {
      const number = ++started;
      const plan = [...(ends[number - 1] ?? [])];
      let megabytes = 60;
      return {
        pid: undefined,
        async ask() {
          noted.push(`${number} asked`);
          const next = plan.shift();
          if (next === "too large") megabytes = 600;
          if (next === "crashed") return { ended: "crashed", detail: "lost" };
          if (next === "over-limit") return { ended: "over-limit", what: "time" };
          return { ended: "answered", answer: { ok: true, read: number } };
        },
        megabytes: () => megabytes,
        end: () => noted.push(`${number} ended`),
      };
    };
    return { start, noted };
  }

  it("reads one after the other as each alone, hostile ones among them", async () => {
    const reader = boundedReader({ ...LIMITS, milliseconds: 15_000 });
    const paper = readFileSync(join(CORPUS, "01-summons-table-court-form.docx"));
    const pdf = readFileSync(join(CORPUS, "01-summons-table-court-form.pdf"));
    const hostile = Buffer.from(`<html>${"<div>".repeat(2_000_000)}`);
    try {
      expect(await reader.read(paper)).toEqual(await readDocument(paper));
      expect(await reader.read(pdf)).toEqual(await readDocument(pdf));
      expect(await reader.read(hostile)).toMatchObject({ ok: false, reason: { kind: "exhausting" } });
      expect(await reader.read(paper)).toEqual(await readDocument(paper));
    } finally {
      reader.dismiss();
    }
  });

  it("keeps its process for the next", async () => {
    const { start, noted } = processes();
    const reader = boundedReader(LIMITS, start);
    await reader.read(bytes);
    await reader.read(bytes);
    expect(noted).toEqual(["1 asked", "1 asked"]);
    reader.dismiss();
    await reader.read(bytes);
    expect(noted.slice(2)).toEqual(["1 ended", "2 asked"]);
  });

  it.each(["crashed", "over-limit"] as const)(
    "%s in a used process: the document is read by another, whose word counts",
    async (end) => {
      const { start, noted } = processes(["answered", end], ["answered"]);
      const reader = boundedReader(LIMITS, start);
      await reader.read(bytes);
      expect(await reader.read(bytes)).toEqual({ ok: true, read: 2 });
      expect(await reader.read(bytes)).toEqual({ ok: true, read: 2 });
      expect(noted).toEqual(["1 asked", "1 asked", "2 asked", "2 asked"]);
    },
  );

  it("a process that has read nothing else is believed, and none is kept", async () => {
    const { start, noted } = processes(["crashed"], ["answered"]);
    const reader = boundedReader(LIMITS, start);
    expect(await reader.read(bytes)).toMatchObject({ ok: false, reason: { kind: "broken" } });
    expect(await reader.read(bytes)).toEqual({ ok: true, read: 2 });
    expect(noted).toEqual(["1 asked", "2 asked"]);
  });

  it("keeps none that has grown, none for another sender, and none of two at once", async () => {
    const { start, noted } = processes(["too large"], [], [], [], []);
    const reader = boundedReader(LIMITS, start);
    reader.serve("courts/1302");
    await reader.read(bytes);
    expect(noted).toEqual(["1 asked", "1 ended"]);
    await reader.read(bytes);
    reader.serve("courts/1302");
    await reader.read(bytes);
    expect(noted.slice(2)).toEqual(["2 asked", "2 asked"]);
    reader.serve("courts/1321");
    await reader.read(bytes);
    expect(noted.slice(4)).toEqual(["2 ended", "3 asked"]);
    await Promise.all([reader.read(bytes), reader.read(bytes)]);
    expect(noted.slice(6)).toEqual(["3 asked", "4 asked", "4 ended"]);
  });
});

describe("a process that misbehaves", () => {
  const start = (megabytes: number) =>
    startChild({
      script: new URL("./support/misbehaving-process.ts", import.meta.url),
      folder: new URL("../../", import.meta.url),
      megabytes,
    });
  const ask = (misdeed: string, limits = LIMITS) => {
    const child = start(limits.megabytes);
    return child.ask({ misdeed }, limits).finally(() => child.end());
  };

  it.each<[string, object]>([
    ["answer", { ended: "answered", answer: "well" }],
    ["throw", { ended: "crashed", detail: "nobody catches this" }],
    ["exit", { ended: "crashed", detail: expect.stringContaining("exit code 3") }],
    ["fill the heap", { ended: "over-limit", what: "memory" }],
    ["fill buffers", { ended: "over-limit", what: "memory" }],
    ["write", { ended: "answered", answer: "ERR_ACCESS_DENIED" }],
    ["read elsewhere", { ended: "answered", answer: "ERR_ACCESS_DENIED" }],
    ["start a program", { ended: "answered", answer: "ERR_ACCESS_DENIED" }],
    ["tell its environment", { ended: "answered", answer: "" }],
  ])("%s", async (misdeed, end) => {
    expect(await ask(misdeed, { ...LIMITS, megabytes: 200 })).toEqual(end);
  });

  it("runs for ever: is ended in time and gone", async () => {
    const started = performance.now();
    expect(await ask("run for ever", { ...LIMITS, milliseconds: 1500 })).toEqual({
      ended: "over-limit",
      what: "time",
    });
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it("answers as often as it is asked, each time within the limits, and not after it is gone", async () => {
    const child = start(LIMITS.megabytes);
    const answered = { ended: "answered", answer: "well" };
    expect(await child.ask({ misdeed: "answer" }, LIMITS)).toEqual(answered);
    expect(await child.ask({ misdeed: "answer" }, LIMITS)).toEqual(answered);
    const short = { ...LIMITS, milliseconds: 500 };
    expect(await child.ask({ misdeed: "run for ever" }, short)).toEqual({
      ended: "over-limit",
      what: "time",
    });
    child.end();
  });

  it("that can't be started is a fault, not a bad document", async () => {
    const script = new URL("./support/no-such-file.ts", import.meta.url);
    const folder = new URL("../../", import.meta.url);
    const child = startChild({ script, folder, megabytes: 640 });
    await expect(child.ask({}, LIMITS)).rejects.toThrow("did not start");
    expect(fileURLToPath(folder).endsWith("/")).toBe(true);
  });
});
