/** In which months does a case count as received (收案) and as closed (结案)? */
import { describe, expect, it } from "vitest";
import {
  classesOfCase,
  monthClosed,
  monthReceived,
} from "../../../shared/domain/case-file/classes-of-case.ts";
import type { CaseFile, FiledDocument } from "../../../shared/domain/case-file/state.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import { at, given, record, summons } from "../../support/case-builders.ts";

/** A case of 2026 of which nothing has a day. */
const BARE = { ...given(summons()), documents: [], state: "registered" } as unknown as CaseFile;
const paper = (kind: FiledDocument["kind"], receivedAt: Instant, changes: Partial<FiledDocument> = {}) => ({
  sha256: `${kind}-${receivedAt}`,
  kind,
  receivedAt,
  ...changes,
});
const ledger = (month: string, changes: object = {}) => ({ month, ...changes }) as never;
const heardOn = (...days: readonly string[]) =>
  days.map((day, index) => ({
    ordinal: index + 1,
    date: civilDate(day),
    fate: "held",
    sequence: 0,
  })) as never;

describe("a case counts as received", () => {
  it.each<[string, Partial<CaseFile>, string]>([
    ["that nobody says anything of: in its year's first month", {}, "2026-01"],
    [
      "by its first paper",
      { documents: [paper("summons", at("09-08")), paper("judgment", at("11-02"))] },
      "2026-09",
    ],
    [
      "by the day a paper was served, before it came",
      { documents: [paper("summons", at("09-08"), { servedOn: civilDate("2026-08-31") })] },
      "2026-08",
    ],
    [
      "by its first sitting, where papers came later",
      { pastHearings: heardOn("2026-07-30", "2026-08-30") },
      "2026-07",
    ],
    ["by the ledger that first speaks of it", { ledgers: [ledger("2026-06"), ledger("2026-05")] }, "2026-05"],
    ["by the day a person says it was served", { entered: { servedOn: civilDate("2026-04-30") } }, "2026-04"],
    ["entered by a person who knows no day: in January", { entered: {} }, "2026-01"],
    ["heard of only in the next year: in December", { ledgers: [ledger("2027-02")] }, "2026-12"],
    ["heard of in December itself", { ledgers: [ledger("2026-12")] }, "2026-12"],
    ["heard of before its year: in January", { ledgers: [ledger("2025-12")] }, "2026-01"],
  ])("%s", (_, changes, month) => {
    expect(monthReceived({ ...BARE, ...changes } as CaseFile, undefined)).toBe(month);
  });

  it("in the month it was accepted, where a source states the day", () => {
    const file = { ...BARE, documents: [paper("summons", at("09-08"))] };
    expect(monthReceived(file, civilDate("2026-03-31"))).toBe("2026-03");
  });
});

describe("a case counts as closed", () => {
  const closed = (changes: object = {}) =>
    ({ ...BARE, state: "closed", outcome: "won", ...changes }) as CaseFile;

  it("not while it is open, whatever day is stated", () => {
    expect(monthClosed(BARE, civilDate("2026-10-09"))).toBeUndefined();
    expect(monthClosed({ ...BARE, ledgers: [ledger("2026-10")] }, undefined)).toBeUndefined();
    expect(
      monthClosed({ ...BARE, ledgers: [ledger("2026-10", { closed: false })] }, undefined),
    ).toBeUndefined();
  });

  it.each<[string, CaseFile, string | undefined]>([
    ["when its judgment came", closed({ documents: [paper("judgment", at("10-12"))] }), "2026-10"],
    [
      "when the last judgment came: what corrects it counts",
      closed({ documents: [paper("judgment", at("10-12")), paper("judgment", at("11-02"))] }),
      "2026-11",
    ],
    [
      "by a copy of the judgment, which proves nothing, not at all",
      closed({ documents: [paper("judgment", at("10-12"), { copy: true })] }),
      undefined,
    ],
    [
      "by no other paper than a judgment: by its last sitting",
      closed({
        documents: [paper("appeal", at("12-12"))],
        pastHearings: heardOn("2026-08-24", "2026-09-24"),
      }),
      "2026-09",
    ],
    [
      "by the ledger that says so",
      closed({ ledgers: [ledger("2026-07", { closed: true }), ledger("2026-08")] }),
      "2026-07",
    ],
    [
      "by the newest ledger, where none says so",
      closed({ ledgers: [ledger("2026-07"), ledger("2026-08")] }),
      "2026-08",
    ],
    [
      "by a ledger before its sittings",
      closed({ ledgers: [ledger("2026-10")], pastHearings: heardOn("2026-09-24") }),
      "2026-10",
    ],
    ["in no month, where nothing shows when", closed(), undefined],
  ])("%s", (_, file, month) => {
    expect(monthClosed(file, undefined)).toBe(month);
  });

  it("by a ledger's word alone, also while no judgment has come; a newer ledger takes that back", () => {
    const said = [ledger("2026-07", { closed: true }), ledger("2026-09")];
    expect(monthClosed({ ...BARE, ledgers: said }, undefined)).toBe("2026-07");
    const back = [...said, ledger("2026-10", { closed: false })];
    expect(monthClosed({ ...BARE, ledgers: back }, undefined)).toBeUndefined();
  });

  it("in the month of the day a source states, before all others", () => {
    expect(
      monthClosed(closed({ documents: [paper("judgment", at("10-12"))] }), civilDate("2026-09-30")),
    ).toBe("2026-09");
  });
});

it("the classes of a case are what its ledgers say, and what the rules propose by that", () => {
  const file = given(summons(), record());
  const said = { acceptedOn: civilDate("2026-08-03"), actTitle: "沂公行罚决字〔2026〕12号行政处罚决定" };
  const known = classesOfCase({ ...file, ledgers: [ledger("2026-10", { classes: said })] });
  expect(known.acceptedOn).toMatchObject({ value: "2026-08-03" });
  expect(known.act).toMatchObject({ by: "rule" });
  expect(classesOfCase({ ...file, ledgers: [ledger("2026-10")] }).acceptedOn).toBeUndefined();
});
