/** A year's case files are read once; a run that is cut off among very many is gone on with, and comes to the same. */
import { describe, expect, it } from "vitest";
import { factsOfCases } from "../../../functions/monthly-bulletin/jobs/facts-of-cases.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { type CaseNumber, caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, eventsOf, summons } from "../../support/case-builders.ts";
import { memoryFiles } from "../../support/memory/memory-files.ts";

const TODAY = civilDate("2027-01-04");
const FILE = evolveAll(undefined, eventsOf(undefined, summons())) ?? expect.fail();
const numbered = (serial: number) => caseNumber(`（2026）鲁1321行初${serial}号`);

/** Every case was asked to report and hasn't; after `most` reads there is no time left. */
function filesRead(most = Number.POSITIVE_INFINITY) {
  const read: CaseNumber[] = [];
  return {
    read,
    async caseFile(number: CaseNumber) {
      if (read.length === most) throw new Error("no time left");
      read.push(number);
      return { ...FILE, caseNumber: number };
    },
  };
}

describe("facts of case files", () => {
  const numbers = Array.from({ length: 4_500 }, (_, index) => numbered(index + 1));
  const kept = () => ({ files: memoryFiles(() => at("01-04")), folder: "assessments/2026/facts" });

  it("are gone on with where a run was cut off, and come to what one run comes to", async () => {
    const whole = await factsOfCases(filesRead(), numbers, TODAY);
    expect(whole.events.length).toBeGreaterThan(0);
    const parts = kept();
    const first = filesRead(2_600);
    await expect(factsOfCases(first, numbers, TODAY, parts)).rejects.toThrow("no time left");
    const second = filesRead();
    const facts = await factsOfCases(second, numbers, TODAY, parts);
    expect(facts).toEqual(whole);
    // The part that was whole was kept.
    expect(second.read).toHaveLength(2_500);
    const third = filesRead();
    expect(await factsOfCases(third, numbers, TODAY, parts)).toEqual(whole);
    expect(third.read).toEqual([]);
    // On another day other periods have ended.
    const later = filesRead();
    await factsOfCases(later, numbers, civilDate("2027-01-05"), parts);
    expect(later.read).toHaveLength(4_500);
  });

  it("of a city's year are read once each and kept nowhere", async () => {
    const { files, folder } = kept();
    const few = filesRead();
    await factsOfCases(few, [...numbers.slice(0, 300), ...numbers.slice(0, 300)], TODAY, { files, folder });
    expect(few.read).toHaveLength(300);
    expect(await Array.fromAsync(files.list(""))).toEqual([]);
  });
});
