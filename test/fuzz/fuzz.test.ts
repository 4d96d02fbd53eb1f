/** The fuzzer's short form: some inputs at each run of the tests, and all it ever found. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { understand } from "../../shared/casework/documents/understand.ts";
import { startChild } from "../../shared/documents/bounded/child-process.ts";
import { DOCUMENT_LIMITS } from "../../shared/documents/bounded/limits.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { type Account, accounted } from "./accounted.ts";
import { fuzz } from "./fuzzing.ts";
import { fuzzInput } from "./inputs.ts";
import { Reader } from "./reader.ts";

describe("inputs of chance", () => {
  it("end no reader, take no more than their limits, and make nobody believe what isn't so", async () => {
    const { findings, outcomes } = await fuzz(120, 1);
    expect(
      findings.map(({ number, what, input }) => [number, what, input.honest.name, input.mutations]),
    ).toEqual([]);
    // Some of them are read, some are not: else nothing was tried.
    expect(outcomes.broken ?? 0).toBeGreaterThan(10);
    expect(Object.keys(outcomes).filter((outcome) => outcome.startsWith("read as")).length).toBeGreaterThan(
      2,
    );
  });

  it("are the same whenever they are asked for", () => {
    for (const number of [1, 77, 123_456]) expect(fuzzInput(number)).toEqual(fuzzInput(number));
  });
});

/** A limit of time that a busy machine can't exceed must still be exceeded by what never ends, or grows faster than its file. */
describe.runIf(process.platform === "linux")("what takes too long is found", () => {
  const misbehaving = async (misdeed: string, wall: number): Promise<Account> => {
    const { promise, resolve } = Promise.withResolvers<Account>();
    const child = startChild({
      script: new URL("../documents/support/misbehaving-process.ts", import.meta.url),
      folder: new URL("../../", import.meta.url),
      megabytes: DOCUMENT_LIMITS.megabytes,
    });
    const kept = accounted(child, wall, resolve);
    const end = await kept.ask({ misdeed }, { ...DOCUMENT_LIMITS, milliseconds: 500 });
    expect((await promise).end).toEqual(end);
    kept.end();
    return promise;
  };

  it("by the processor time of a process that runs for ever", async () => {
    const { end, milliseconds } = await misbehaving("run for ever", 180_000);
    expect(end).toEqual({ ended: "over-limit", what: "time" });
    expect(milliseconds).toBeGreaterThan(500);
  });

  it("by the clock where a process waits for ever and takes none", async () => {
    const { end, milliseconds } = await misbehaving("say nothing", 1_500);
    expect(end).toEqual({ ended: "over-limit", what: "time" });
    expect(milliseconds).toBeLessThanOrEqual(500);
  });

  it("in a file whose reader takes longer the more it holds, and the next one is read", async () => {
    const reader = new Reader({ ...DOCUMENT_LIMITS, milliseconds: 2_000 });
    try {
      const nested = Buffer.from(`<html>${"<div>".repeat(500_000)}`);
      expect(await reader.read(nested)).toMatchObject({ ended: "time" });
      expect(await reader.read(Buffer.from("<html><p>传票</p></html>"))).toHaveProperty("outcome");
    } finally {
      reader.close();
    }
  });
});

/** Each was believed once: a line, a party or a character was missing, and nobody would have looked. */
describe.each(readdirSync(new URL("./found/", import.meta.url)))("found: %s", (name) => {
  it("goes to a person", async () => {
    const result = await readDocument(readFileSync(new URL(`./found/${name}`, import.meta.url)));
    if (!result.ok) return expect(result.reason.kind).toBe("broken");
    const arrival = { sha256: name, at: instant("2026-09-08T01:00:00.000Z"), court: undefined };
    expect(understand(result.document, arrival, LINYI).outcome).not.toBe("certain");
  });
});
