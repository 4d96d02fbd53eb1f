import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { askChild } from "../../shared/documents/bounded/child-process.ts";
import { readBounded } from "../../shared/documents/bounded/read-bounded.ts";
import { withinTime } from "../../shared/documents/bounded/time-limit.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { docx } from "./support/zip.ts";

const CORPUS = join(import.meta.dirname, "corpus");
const LIMITS = { milliseconds: 10_000, megabytes: 640, millisecondsHere: 500 };

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

describe("a process that misbehaves", () => {
  const ask = (misdeed: string, limits = LIMITS) =>
    askChild(
      new URL("./support/misbehaving-process.ts", import.meta.url),
      { misdeed },
      { limits, folder: new URL("../../", import.meta.url) },
    );

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

  it("that can't be started is a fault, not a bad document", async () => {
    const script = new URL("./support/no-such-file.ts", import.meta.url);
    const folder = new URL("../../", import.meta.url);
    await expect(askChild(script, {}, { limits: LIMITS, folder })).rejects.toThrow("did not start");
    expect(fileURLToPath(folder).endsWith("/")).toBe(true);
  });
});
