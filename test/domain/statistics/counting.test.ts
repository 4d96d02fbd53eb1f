/** How a city counts (统计口径): each switch by a worked example, all of them together held against a plain count. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHearable } from "../../../shared/domain/court/case-number.ts";
import { type CountingPolicy, LINYI, ownCounting } from "../../../shared/domain/policy.ts";
import { frozenRows } from "../../../shared/domain/statistics/frozen-rows.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { anyCounting, manyRows } from "../../support/any-rows.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";

const counted = (rows: readonly StatisticsRow[], counting: Partial<CountingPolicy> = {}) =>
  statistics(rows, { month: AUGUST, counting: { ...LINYI.counting, ...counting } });
const tally = (heard: number, present: number, absent: number, unknown = 0) => ({
  heard,
  present,
  absent,
  unknown,
});

describe("second instance", () => {
  const rows = [aRow(1), aRow(2, { present: false }), aRow(3, { type: "行终" }), aRow(4, { type: "行再" })];

  it("is in the total as a rule", () => {
    expect(counted(rows)).toMatchObject({ total: tally(4, 3, 1), second: tally(1, 1, 0) });
  });

  it("out, it stands beside the total, and in no district", () => {
    const figures = counted(rows, { secondInstance: "out" });
    expect(figures).toMatchObject({ total: tally(3, 2, 1), second: tally(1, 1, 0), retrial: tally(1, 1, 0) });
    expect(figures.byJurisdiction).toMatchObject([tally(3, 2, 1)]);
    expect(figures.byCourt).toMatchObject([tally(3, 2, 1)]);
  });
});

describe("an absence whose reason the court accepted", () => {
  const absent = { present: false, reasonAccepted: true } as const;

  it("is an absence as a rule", () => {
    expect(counted([aRow(1), aRow(2, absent)])).toMatchObject({
      total: tally(2, 1, 1),
      leftOut: { accepted: 0 },
    });
  });

  it("out, neither case nor pair is in the base, and how many there are is told", () => {
    const figures = counted([aRow(1), aRow(2, absent), aRow(3, { present: false, reasonAccepted: false })], {
      acceptedAbsences: "out",
    });
    expect(figures).toMatchObject({ total: tally(2, 1, 1), leftOut: { accepted: 1 } });
    expect(figures.absences).toHaveLength(1);
    expect(figures.byAgency).toMatchObject([tally(2, 1, 1)]);
  });

  it("takes its pair out alone where another respondent’s head came or stayed away without", () => {
    const came = counted([aRow(1, absent), aRow(1, { agency: POLICE })], { acceptedAbsences: "out" });
    expect(came).toMatchObject({ total: tally(1, 1, 0), agencyLevel: tally(1, 1, 0) });
    const away = counted([aRow(1, absent), aRow(1, { agency: POLICE, present: false })], {
      acceptedAbsences: "out",
    });
    expect(away).toMatchObject({ total: tally(1, 0, 1), agencyLevel: tally(1, 0, 1) });
  });

  it("takes the case out where the other’s head was not to come", () => {
    const rows = [aRow(1, absent), aRow(1, { agency: POLICE, present: false, excused: "agreed" })];
    expect(counted(rows, { acceptedAbsences: "out" })).toMatchObject({
      total: tally(0, 0, 0),
      leftOut: { accepted: 2 },
    });
  });
});

describe("rankings", () => {
  const yinan = { jurisdiction: "沂南县" };
  const rows = [
    aRow(1, { ...yinan, agency: POLICE }),
    aRow(1, { ...yinan, agency: "沂南县人民政府", present: false, reasonAccepted: false }),
    aRow(2, { ...yinan, agency: POLICE, present: false }),
  ];

  it("go by pairs as a rule", () => {
    expect(counted(rows).byJurisdiction).toMatchObject([tally(3, 1, 2)]);
  });

  it("by cases: one head is there for all, and a case is one of its district’s", () => {
    const figures = counted(rows, { rankBy: "cases" });
    expect(figures.byJurisdiction).toMatchObject([tally(2, 1, 1)]);
    expect(figures.byAgency).toMatchObject([
      { agency: "沂南县人民政府", rank: 1, ...tally(1, 1, 0) },
      { agency: POLICE, rank: 2, ...tally(2, 1, 1) },
    ]);
    expect(figures.agencyLevel).toMatchObject(tally(3, 1, 2));
  });
});

it("only those whose head was notified are counted where a city says so; the others are told", () => {
  const rows = [aRow(1, { notified: true }), aRow(2, { notified: true, present: false }), aRow(3)];
  expect(counted(rows, { notifiedOnly: true })).toMatchObject({
    total: tally(2, 1, 1),
    leftOut: { withoutNotice: 1 },
  });
  expect(frozenRows(rows).text).toContain('"notified":true');
});

describe("for any rows", () => {
  it("Linyi’s way is what is counted where nothing is said, and needs no word in a bulletin", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        expect(statistics(rows, { month: AUGUST })).toEqual(counted(rows));
      }),
    );
    expect(ownCounting(LINYI)).toBeUndefined();
    expect(ownCounting({ counting: { ...LINYI.counting, rankBy: "cases" } })?.rankBy).toBe("cases");
  });

  it("every way counts what a plain count of the cases gives", () => {
    fc.assert(
      fc.property(manyRows, anyCounting, (rows, counting) => {
        const { total, byJurisdiction } = counted(rows, counting);
        expect(total).toEqual(plainly(rows, counting));
        if (counting.rankBy === "cases")
          for (const { jurisdiction, heard, present, absent, unknown } of byJurisdiction)
            expect({ heard, present, absent, unknown }).toEqual(plainly(rows, counting, jurisdiction));
        else expect(byJurisdiction.reduce((sum, { heard }) => sum + heard, 0)).toBe(pairsOf(rows, counting));
      }),
      { numRuns: 200 },
    );
  });
});

/** Case by case, without regard to what it costs; of a district: the cases in which one of its agencies counts. */
function plainly(rows: readonly StatisticsRow[], counting: CountingPolicy, district?: string) {
  const sum = tally(0, 0, 0);
  for (const pairs of heardCases(rows, counting)) {
    if (district !== undefined && !pairs.some(({ jurisdiction }) => jurisdiction === district)) continue;
    const came = pairs.some(({ present }) => present === true);
    const stayedAway = pairs.every(({ present, excused }) => present === false || excused !== undefined);
    sum.heard++;
    sum[came ? "present" : stayedAway ? "absent" : "unknown"]++;
  }
  return sum;
}

/** Pairs in the base of their agencies: without those whose co-respondent's head was to come. */
function pairsOf(rows: readonly StatisticsRow[], counting: CountingPolicy): number {
  return [...heardCases(rows, counting)]
    .flat()
    .filter(({ present, excused }) => present === true || excused === undefined).length;
}

function* heardCases(
  rows: readonly StatisticsRow[],
  { secondInstance, acceptedAbsences, notifiedOnly }: CountingPolicy,
): Generator<readonly StatisticsRow[]> {
  const days = (one: readonly StatisticsRow[]) => one.flatMap(({ heardOn }) => heardOn ?? []).sort();
  for (const [number, all] of Map.groupBy(rows, ({ caseNumber }) => caseNumber)) {
    const [first] = days(all);
    if (!isHearable(number) || (first !== undefined && !first.startsWith(AUGUST))) continue;
    if (secondInstance === "out" && number.includes("行终")) continue;
    const heard = all.filter(({ heard, notified }) => heard === true && (!notifiedOnly || notified === true));
    const accepted = (pair: StatisticsRow) =>
      pair.present === false && pair.excused === undefined && pair.reasonAccepted === true;
    const others = heard.filter((pair) => !accepted(pair));
    const isOut =
      heard.some(accepted) &&
      others.every(({ present, excused }) => excused !== undefined && present !== true);
    const left = acceptedAbsences === "in" ? heard : isOut ? [] : others;
    if (left.length > 0) yield left;
  }
}
