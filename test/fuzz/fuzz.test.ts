/** The fuzzer's short form: some inputs at each run of the tests, and all it ever found. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { understand } from "../../shared/casework/documents/understand.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { fuzz } from "./fuzzing.ts";
import { fuzzInput } from "./inputs.ts";

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

/** Each was believed once: a line, a party or a character was missing, and nobody would have looked. */
describe.each(readdirSync(new URL("./found/", import.meta.url)))("found: %s", (name) => {
  it("goes to a person", async () => {
    const result = await readDocument(readFileSync(new URL(`./found/${name}`, import.meta.url)));
    if (!result.ok) return expect(result.reason.kind).toBe("broken");
    const arrival = { sha256: name, at: instant("2026-09-08T01:00:00.000Z"), court: undefined };
    expect(understand(result.document, arrival, LINYI).outcome).not.toBe("certain");
  });
});
