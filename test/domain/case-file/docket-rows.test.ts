/** What does a case's row say of each respondent besides the attendance: whether it was heard, by whom it ended, what came in time? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { countedRows, docketRows, monthOfCase } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { given, POLICE, record, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } };
const heard = given(summons(), record());
const heardBoth = given(summons(BOTH), record(BOTH));
/** A case of ledgers alone, whose day of hearing nobody knows. */
const ledgersAlone = {
  ...heard,
  documents: [],
  pastHearings: [],
  attendance: [],
  state: "registered",
} as CaseFile;

const ledger = (month: string, changes: object = {}) => ({ month, document: month, ...changes }) as never;
function row(changes: object, file: CaseFile = heard, name = POLICE.name): StatisticsRow {
  const found = docketRows({ ...file, ...changes } as CaseFile).find(({ agency }) => agency === name);
  if (found === undefined) throw new Error("no row");
  return found;
}

describe("the month of a case of ledgers alone", () => {
  it.each<[string, readonly object[], string | undefined]>([
    [
      "is that in which one says that it was heard",
      [{ m: "06" }, { m: "07", heard: false }, { m: "08", heard: true }],
      "2026-08",
    ],
    [
      "is else that in which one says that it was not",
      [{ m: "06" }, { m: "07", heard: false }, { m: "08" }],
      "2026-07",
    ],
    ["is else the newest's", [{ m: "06" }, { m: "08" }], "2026-08"],
    ["is nobody's to say while no ledger puts it in one", [], undefined],
  ])("%s", (_, said, month) => {
    const ledgers = said.map((one) => {
      const { m, heard: was } = one as { m: string; heard?: boolean };
      return ledger(`2026-${m}`, { undatedIn: `2026-${m}`, ...(was !== undefined && { heard: was }) });
    });
    expect(monthOfCase({ ...ledgersAlone, ledgers })).toBe(month);
  });

  it("is that of its first sitting as soon as one is known", () => {
    expect(
      monthOfCase({ ...heard, ledgers: [ledger("2026-12", { undatedIn: "2026-12", heard: true })] }),
    ).toBe("2026-09");
  });
});

describe("a case has no rows", () => {
  it("where it is none, or no ledger speaks of it any more", () => {
    expect(docketRows({ ...heard, void: true })).toEqual([]);
    expect(docketRows(ledgersAlone)).toEqual([]);
    expect(docketRows({ ...ledgersAlone, ledgers: [ledger("2026-09")] })).toHaveLength(1);
    expect(docketRows({ ...ledgersAlone, entered: {} })).toHaveLength(1);
  });
});

describe("a row says", () => {
  it("its district by the directory, else by the newest ledger that gives its own, else by its name", () => {
    const stranger = { name: "沂水县水利局" };
    const agencies = (...of: readonly (readonly [string, string?])[]) => ({
      agencies: of.map(([name, jurisdiction]) => ({
        respondent: name,
        ...(jurisdiction && { jurisdiction }),
      })),
    });
    const unknown = { respondents: [stranger, POLICE] };
    const ledgers = [
      ledger("2026-08", agencies([stranger.name, "兰山区"])),
      ledger("2026-09", agencies([stranger.name], [POLICE.name, "莒南县"])),
    ];
    expect(row({ ...unknown, ledgers }, heard, stranger.name).jurisdiction).toBe("兰山区");
    expect(row({ ...unknown, ledgers }).jurisdiction).toBe("沂南县");
    expect(row({ ...unknown, ledgers: [] }, heard, stranger.name).jurisdiction).toBe("沂水县");
  });

  it("no court where none is known", () => {
    expect(row({ court: "" }).court).toBeUndefined();
    expect(row({}).court).toBe("沂南县人民法院");
  });

  it("that it was closed by its state, or by the newest ledger that says anything of it", () => {
    expect(row({}).closed).toBe(false);
    expect(row({ state: "closed", outcome: "won" }).closed).toBe(true);
    expect(row({ ledgers: [ledger("2026-09", { closed: true }), ledger("2026-10")] }).closed).toBe(true);
    expect(
      row({ ledgers: [ledger("2026-09", { closed: true }), ledger("2026-10", { closed: false })] }).closed,
    ).toBe(false);
  });

  it("that an enterprise sued as it was settled, else by the newest ledger, else by the papers", () => {
    const settledBy = (enterprise: boolean) => ({
      settlements: [
        {
          respondent: POLICE.name,
          sitting: "2026-09-24",
          facts: { headAttended: true, enterprise },
          weighed: [],
        },
      ],
    });
    const ledgers = [ledger("2026-09", { enterprise: false })];
    expect(row({ enterprise: true }).enterprise).toBe(true);
    expect(row({ enterprise: true, ledgers }).enterprise).toBe(false);
    expect(row({ ledgers, ...settledBy(true) }).enterprise).toBe(true);
    expect(row({ enterprise: true, ...settledBy(false) }).enterprise).toBe(false);
  });

  it("the outcome; of several sued that of a lost case only where the judgment speaks against it", () => {
    const lost = { state: "closed", outcome: "lost" };
    const against = {
      ...lost,
      judgment: { given: { heldAgainst: [POLICE.name] }, appellants: [], services: [] },
    };
    expect(row({}).outcome).toBeUndefined();
    expect(row(lost).outcome).toBe("lost");
    expect(row(against, heardBoth).outcome).toBe("lost");
    expect(row(against, heardBoth, TRAFFIC.name).outcome).toBeUndefined();
    expect(row(lost, heardBoth, TRAFFIC.name).outcome).toBe("lost");
  });

  it.each<[string, object, object, string | undefined]>([
    ["by the agency", { judgment: { appellants: [POLICE.name], services: [] } }, {}, "agency"],
    ["by another", { judgment: { appellants: ["陈建"], services: [] } }, {}, "other"],
    ["by somebody", { appealedOn: "2026-10-20" }, {}, "other"],
    ["by nobody", {}, {}, undefined],
  ])("that it was appealed %s", (_, changes, __, by) => {
    expect(row(changes).appealedBy).toBe(by);
  });

  it("that a first instance was appealed; of an appeal nobody asks", () => {
    const appealed = { appealedOn: civilDate("2026-10-20") };
    expect(row(appealed).appealed).toBe(true);
    expect(row({}).appealed).toBeUndefined();
    expect(row({ ...appealed, caseNumber: caseNumber("（2026）鲁13行终9号") }).appealed).toBeUndefined();
  });

  it("that it stands still while it is open, and no more once it is closed", () => {
    const halted = { halted: { result: "suspended", since: "2026-09-28" } };
    expect(row(halted).ruling).toBe("suspended");
    expect(row({ ...halted, state: "closed", outcome: "won" }).ruling).toBeUndefined();
  });

  it("which ruling a source states only while it fits how the case ended", () => {
    const stating = (ruling: string) => ({ ledgers: [ledger("2026-10", { classes: { ruling } })] });
    expect(row({ ...stating("dismissed"), state: "closed", outcome: "won" }).ruling).toBe("dismissed");
    expect(row({ ...stating("dismissed"), state: "closed", outcome: "lost" }).ruling).toBeUndefined();
    expect(row({ ...stating("dismissed") }).ruling).toBeUndefined();
  });

  it("who reconsidered: only the agency that did", () => {
    const ledgers = [ledger("2026-10", { classes: { reviewBody: TRAFFIC.name } })];
    expect(row({ ledgers }, heardBoth, TRAFFIC.name)).toMatchObject({ reviewer: true });
    expect(row({ ledgers }, heardBoth)).not.toHaveProperty("reviewer");
  });

  it("which of its classes are no more than a proposal", () => {
    expect(row({ cause: "治安行政处罚" }).proposed).toContain("field");
    const ledgers = [ledger("2026-10", { classes: { field: "public-security", act: "penalty" } })];
    expect(row({ cause: "治安行政处罚", ledgers }).proposed).toBeUndefined();
  });
});

it("a case's rows lie in the month it was closed in, else among the open ones", () => {
  const closed = { ...heard, state: "closed", outcome: "won" } as CaseFile;
  expect(countedRows(heard)).toMatchObject({ month: "2026-09", docket: "open" });
  expect(countedRows({ ...closed, documents: [], entered: {} })).toMatchObject({ docket: "2026-09" });
  expect(countedRows({ ...heard, void: true })).toEqual({ month: "2026-09", docket: undefined, rows: [] });
});
