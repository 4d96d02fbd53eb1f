/** Which duties end when a case ends, and by whose word does it end? */
import { describe, expect, it } from "vitest";
import { closingEvents } from "../../../shared/domain/case-file/closing.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, record, summons } from "../../support/case-builders.ts";

const AWAITED = given(summons());
const HEARD = given(summons(), record());
const cancelled = (file: typeof HEARD, heard: boolean | undefined) =>
  closingEvents(file, { outcome: "lost", heard }).flatMap((event) =>
    event.type === "deadline-cancelled" ? [`${event.kind} ${event.hearing}`] : [],
  );

describe("the end of a case", () => {
  it("that was heard leaves the filing owed and asks for no report any more", () => {
    expect(cancelled(HEARD, true)).toEqual(["report 1"]);
    expect(cancelled(HEARD, undefined)).toEqual(["report 1"]);
  });

  it("ends all that was owed where the source says that it was never heard, whatever day had come", () => {
    expect(cancelled(HEARD, false)).toEqual(["report 1", "filing 1"]);
  });

  it("ends all that was owed where no sitting is known, and the hearing still set is off", () => {
    expect(cancelled(AWAITED, undefined)).toEqual(["report 1", "filing 1"]);
    const types = closingEvents(AWAITED, { outcome: "lost", heard: undefined }).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(["hearing-postponed", "case-closed"]);
    const after = closingEvents(HEARD, { outcome: "lost", heard: undefined }).map(({ type }) => type);
    expect(after).not.toContain("hearing-postponed");
  });

  it("takes with it what was owed for a second hearing that was set", () => {
    const again = given(
      summons(),
      record(),
      summons({ sha256: "summons-2", at: at("10-08"), hearing: { date: civilDate("2026-10-20") } }),
    );
    expect(cancelled(again, true)).toEqual(["report 1", "filing 2"]);
  });
});

describe("the word by which a case ended", () => {
  const closed = (by: object) =>
    evolveAll(HEARD, closingEvents(HEARD, { outcome: "lost", heard: true, ...by }));
  const said = (file: ReturnType<typeof closed>, outcome: "lost" | "won") =>
    file === undefined ? expect.fail() : closingEvents(file, { outcome, heard: true });

  it("is a judgment's for good, and gives way where it was a ledger's or a person's", () => {
    expect(said(closed({}), "won")).toEqual([]);
    expect(said(closed({ ledger: "sha" }), "won").at(-1)).toEqual({ type: "case-closed", outcome: "won" });
    expect(said(closed({ byHand: true }), "won").at(-1)).toEqual({ type: "case-closed", outcome: "won" });
  });

  it("isn't said twice", () => {
    expect(said(closed({ ledger: "sha" }), "lost")).toEqual([]);
    expect(said(closed({ byHand: true }), "lost")).toEqual([]);
  });
});

describe("a further sitting", () => {
  it("asks for no second report, whether or not the first was handed in", () => {
    const again = given(
      summons(),
      record(),
      summons({ sha256: "summons-2", at: at("10-08"), hearing: { date: civilDate("2026-10-20") } }),
    );
    expect(again.deadlines.filter(({ kind }) => kind === "report").map(({ hearing }) => hearing)).toEqual([
      1,
    ]);
  });
});
