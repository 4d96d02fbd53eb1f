/** 重复败诉: which loss repeats which? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { countLosses } from "../../../shared/domain/loss/loss-count.ts";
import { LOSS_CAUSES, type LossCause } from "../../../shared/domain/loss/loss-report.ts";
import type { LostCase } from "../../../shared/domain/loss/lost-case.ts";
import { repeatedLoss, repeatedLosses } from "../../../shared/domain/loss/repeated-loss.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";

const loss = (
  serial: number,
  lostOn: string,
  causes: readonly LossCause[],
  facts: Partial<LostCase> = {},
): LostCase => ({
  owner: "沂南县",
  caseNumber: caseNumber(`（2026）鲁1321行初${serial}号`),
  respondent: "沂南县公安局",
  organisation: "yinan-police" as OrganisationId,
  district: "沂南县",
  court: "沂南县人民法院",
  lostOn: civilDate(lostOn),
  state: "accepted",
  causes,
  ...facts,
});
const NOW = loss(9, "2026-09-15", ["procedure", "facts"]);

describe("a loss", () => {
  it.each<[string, LostCase, boolean]>([
    ["of the same agency and cause, a year before to the day", loss(1, "2025-09-15", ["procedure"]), true],
    ["a day earlier than that", loss(1, "2025-09-14", ["procedure"]), false],
    ["the day before", loss(1, "2026-09-14", ["procedure"]), true],
    ["of the same day: nothing could be mended yet", loss(1, "2026-09-15", ["procedure"]), false],
    ["later", loss(1, "2026-09-16", ["procedure"]), false],
    ["by another cause", loss(1, "2026-03-01", ["basis"]), false],
    [
      "of another agency",
      loss(1, "2026-03-01", ["facts"], { organisation: "yinan-land" as OrganisationId }),
      false,
    ],
    [
      "whose report was returned: its causes aren't settled",
      loss(1, "2026-03-01", ["facts"], { state: "returned" }),
      false,
    ],
    [
      "whose judgment may still be appealed",
      loss(1, "2026-03-01", ["facts"], { state: "not-effective" }),
      false,
    ],
    [
      "of several sued, of whom nobody knows yet who lost",
      loss(1, "2026-03-01", ["facts"], { state: "unclear" }),
      false,
    ],
    [
      "of another agency of the same name that the directory knows",
      loss(1, "2026-03-01", ["facts"], { organisation: "yinan-police-2" as OrganisationId }),
      false,
    ],
    [
      "of the same agency under a former name",
      loss(1, "2026-03-01", ["facts"], { respondent: "沂南县公安局（原）" }),
      true,
    ],
    [
      "of the same case and agency, read from another register with another day",
      loss(9, "2026-03-01", ["facts"]),
      false,
    ],
    [
      "of the same number, another agency sued in it",
      loss(9, "2026-03-01", ["facts"], { respondent: "沂南县公安局交警大队" }),
      true,
    ],
    ["whose report waits for its verdict", loss(1, "2026-03-01", ["facts"], { state: "reported" }), true],
    [
      "of an agency the directory didn't know, by its name",
      { ...loss(1, "2026-03-01", ["facts"]), organisation: undefined } as never,
      true,
    ],
  ])("%s: %s", (_, earlier, repeats) => {
    expect(repeatedLoss(NOW, [NOW, earlier]) !== undefined).toBe(repeats);
  });

  it("says from which day, by which causes, and on which cases it stands", () => {
    const all = [
      NOW,
      loss(3, "2026-05-20", ["facts", "procedure"]),
      loss(2, "2026-01-10", ["procedure"]),
      loss(2, "2026-01-10", ["procedure"], { owner: "ORG:yinan-police" }),
    ];
    expect(repeatedLoss(NOW, all)).toMatchObject({
      from: "2025-09-15",
      causes: [
        {
          cause: "procedure",
          earlier: [
            { caseNumber: "（2026）鲁1321行初3号", lostOn: "2026-05-20" },
            { caseNumber: "（2026）鲁1321行初2号", lostOn: "2026-01-10" },
          ],
        },
        { cause: "facts", earlier: [{ caseNumber: "（2026）鲁1321行初3号", lostOn: "2026-05-20" }] },
      ],
    });
  });

  it.each([
    ["2026-05-31", "2025-05-31"],
    ["2026-03-28", "2025-03-28"],
    ["2026-03-29", "2025-03-29"],
    ["2026-03-01", "2025-03-01"],
  ])("of %s looks back to %s", (day, from) => {
    const now = loss(9, day, ["facts"]);
    expect(repeatedLoss(now, [loss(1, from, ["facts"])])?.from).toBe(from);
  });

  it("whose own report says no causes that hold repeats nothing", () => {
    const before = loss(1, "2026-03-01", ["facts"]);
    expect(repeatedLoss({ ...NOW, state: "returned" }, [before])).toBeUndefined();
    expect(repeatedLoss({ ...NOW, causes: [] }, [before])).toBeUndefined();
  });

  it("of 29 February looks back to the last of February", () => {
    const leap = loss(9, "2028-02-29", ["facts"]);
    expect(repeatedLoss(leap, [leap, loss(1, "2027-02-28", ["facts"])])?.from).toBe("2027-02-28");
  });

  it("that repeats nothing still repeats nothing when others are added that share no cause; order doesn't matter", () => {
    const any = fc.record({
      serial: fc.integer({ min: 1, max: 8 }),
      day: fc.integer({ min: -500, max: 60 }),
      causes: fc.subarray([...LOSS_CAUSES]),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (others) => {
        const all = others.map(({ serial, day, causes }) =>
          loss(serial, addDays("2026-09-15" as CivilDate, day), causes),
        );
        const found = repeatedLoss(NOW, all);
        expect(repeatedLoss(NOW, all.toReversed())?.causes.map(({ cause }) => cause)).toEqual(
          found?.causes.map(({ cause }) => cause),
        );
        for (const { cause, earlier } of found?.causes ?? [])
          for (const { caseNumber: number, lostOn } of earlier) {
            expect(lostOn < NOW.lostOn && lostOn >= "2025-09-15").toBe(true);
            expect(all.some((one) => one.caseNumber === number && one.causes.includes(cause))).toBe(true);
          }
      }),
    );
  });

  it("is found among those of a period", () => {
    const all = [NOW, loss(3, "2026-05-20", ["facts"]), loss(2, "2026-01-10", ["facts"])];
    const period = { from: civilDate("2026-05-01"), to: civilDate("2026-12-31") };
    const found = (from: string, to: string) =>
      repeatedLosses(all, { from: civilDate(from), to: civilDate(to) }).map((one) => one.loss.caseNumber);
    expect(found(period.from, period.to)).toEqual(["（2026）鲁1321行初9号", "（2026）鲁1321行初3号"]);
    expect(found("2026-05-20", "2026-05-20")).toEqual(["（2026）鲁1321行初3号"]);
    expect(found("2026-05-21", "2026-09-14")).toEqual([]);
  });

  it("counts once for each of its causes", () => {
    const { lost, reported, byCause } = countLosses([
      NOW,
      loss(1, "2026-01-10", []),
      loss(2, "2026-02-10", ["facts"]),
    ]);
    expect([lost, reported]).toEqual([3, 2]);
    expect(Object.fromEntries(byCause)).toMatchObject({ facts: 2, procedure: 1, basis: 0 });
  });
});
