/** 收结存和裁判结果: what is received, closed and pending in a period, how it ended, and which cases stand behind each figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ruling } from "../../../shared/domain/court/ruling.ts";
import {
  DOCKET_PARTS,
  type DocketPart,
  type DocketTally,
} from "../../../shared/domain/statistics/docket/docket-case.ts";
import type { DocketFigures } from "../../../shared/domain/statistics/docket/docket-figures.ts";
import type { DocketName } from "../../../shared/domain/statistics/docket/docket-names.ts";
import { isFigureName } from "../../../shared/domain/statistics/figure-names.ts";
import { rowsBehind } from "../../../shared/domain/statistics/figure-rows.ts";
import { frozenRows } from "../../../shared/domain/statistics/frozen-rows.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { manyRows } from "../../support/any-rows.ts";
import { AUGUST, aRow, LANSHAN, POLICE } from "../../support/statistics-rows.ts";

const JULY = "2026-07" as Month;
const SEPTEMBER = "2026-09" as Month;
const docket = (...rows: StatisticsRow[]) => statistics(rows, { month: AUGUST }).docket;
/** What a tally has beside nothing. */
const some = (tally: DocketTally) =>
  Object.fromEntries(
    DOCKET_PARTS.filter((part) => tally[part] > 0).map((part) => [part, tally[part]]),
  ) as Partial<Record<DocketPart, number>>;
/** A case of the docket alone: received in July, not heard. */
const pending = (serial: number, facts: Parameters<typeof aRow>[1] = {}) =>
  aRow(serial, { receivedIn: JULY, heardOn: undefined, heard: undefined, present: undefined, ...facts });
const closed = (serial: number, facts: Parameters<typeof aRow>[1] = {}) =>
  pending(serial, { closedIn: AUGUST, closed: true, ...facts });

describe("received, closed, pending", () => {
  it("go by the month a case counts to, whether or not it was heard", () => {
    const { total } = docket(
      pending(1),
      pending(2, { receivedIn: AUGUST, acceptedOn: civilDate("2026-08-03") }),
      pending(3, { receivedIn: AUGUST }),
      closed(4, { outcome: "won" }),
      closed(5, { receivedIn: AUGUST, outcome: "withdrawn" }),
      pending(6, { receivedIn: SEPTEMBER }),
    );
    expect(some(total)).toMatchObject({ received: 3, inferred: 2, closed: 2, pending: 3 });
  });

  it("one that was closed later was pending then; one closed nobody knows when is told apart", () => {
    expect(some(docket(closed(1, { closedIn: SEPTEMBER, outcome: "won" })).total)).toEqual({ pending: 1 });
    const undated = docket(pending(1, { closed: true }));
    expect([some(undated.total), undated.undated]).toEqual([{}, 1]);
  });

  it("non-litigation review is none of them, nor are rows from before this was kept", () => {
    expect(
      some(docket(closed(1, { type: "行审" }), aRow(2, { outcome: "lost", closed: true })).total),
    ).toEqual({});
  });

  it("leave attendance as it is", () => {
    const heard = [aRow(1), aRow(2, { present: false })];
    const told = heard.map((row) => ({ ...row, receivedIn: JULY, countsIn: AUGUST }));
    const { docket: _, ...before } = statistics(heard, { month: AUGUST });
    const { docket: counted, ...after } = statistics([...told, pending(3), closed(4, { outcome: "lost" })], {
      month: AUGUST,
    });
    expect(after).toEqual(before);
    expect(some(counted.total)).toMatchObject({ pending: 3, closed: 1, lost: 1 });
  });
});

describe("how a first-instance case ended", () => {
  it.each<[string, Partial<StatisticsRow>, Partial<Record<DocketPart, number>>]>([
    ["lost is judged on the merits", { outcome: "lost" }, { lost: 1, merits: 1 }],
    ["dismissed by a judgment", { outcome: "won", ruling: "dismissed" }, { merits: 1 }],
    ["the action dismissed by a ruling", { outcome: "won", ruling: "inadmissible" }, {}],
    ["won by a judgment", { outcome: "won", form: "judgment" }, { merits: 1 }],
    ["won, nobody says how", { outcome: "won" }, { meritsUnknown: 1 }],
    ["withdrawn", { outcome: "withdrawn" }, { withdrawn: 1 }],
    ["settled", { outcome: "settled" }, { withdrawn: 1 }],
    ["closed, nobody says how", {}, { outcomeUnknown: 1 }],
    [
      "appealed",
      { outcome: "won", form: "judgment", appealed: true },
      { merits: 1, appealKnown: 1, appealed: 1 },
    ],
    ["not appealed", { outcome: "lost", appealed: false }, { lost: 1, merits: 1, appealKnown: 1 }],
  ])("%s", (_, facts, parts) => {
    const { closed: one, first, inferred: __, ...rest } = some(docket(closed(1, facts)).total);
    expect([one, first, rest]).toEqual([1, 1, parts]);
  });

  it("counts against one of two respondents as lost", () => {
    const figures = docket(closed(1, { outcome: "won" }), closed(1, { agency: POLICE, outcome: "lost" }));
    expect(some(figures.total)).toMatchObject({ closed: 1, lost: 1 });
    expect(some(figures.pairs)).toMatchObject({ closed: 2 });
  });
});

it.each<[Ruling | undefined, StatisticsRow["outcome"], Partial<Record<DocketPart, number>>]>([
  ["upheld", "won", {}],
  [undefined, "upheld", {}],
  ["reversed", "lost", { reversed: 1 }],
  ["annulled", "lost", { reversed: 1 }],
  [undefined, "remanded", { remanded: 1 }],
  [undefined, "withdrawn", {}],
  [undefined, "lost", { reviewUnknown: 1 }],
])("a judgment on appeal, %s with %s, is counted as %j", (ruling, outcome, parts) => {
  const facts = { type: "行终", outcome, ...(ruling !== undefined && { ruling }) };
  const { closed: one, second, ...rest } = some(docket(closed(1, facts)).total);
  expect([one, second, rest]).toEqual([1, 1, parts]);
});

it("the outcome table has a line for each ruling, by instance, and those that stand still beside", () => {
  const { results } = docket(
    closed(1, { outcome: "lost", ruling: "annulled" }),
    closed(2, { outcome: "lost" }),
    closed(3, { type: "行终", outcome: "upheld" }),
    closed(4),
    pending(5, { ruling: "suspended" }),
  );
  const none = { first: 0, second: 0, retrial: 0, halted: 0 };
  expect(results).toEqual([
    { line: "annulled", ...none, first: 1 },
    { line: "lost", ...none, first: 1 },
    { line: "upheld", ...none, second: 1 },
    { line: "suspended", ...none, halted: 1 },
    { line: "unknown", ...none, first: 1 },
  ]);
});

/** Facts of a case are those of each of its rows; they follow from its number. */
const pick = <T>(seed: number, ...values: readonly T[]) => values[seed % values.length];
function inDocket(row: StatisticsRow): StatisticsRow {
  const seed = [...row.caseNumber].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 100_003, 7);
  const facts = {
    receivedIn: pick(seed, undefined, JULY, AUGUST, AUGUST, SEPTEMBER),
    closedIn: pick(seed >> 2, undefined, AUGUST, SEPTEMBER, AUGUST),
    acceptedOn: pick(seed >> 3, undefined, civilDate("2026-08-03")),
    countsIn: pick(seed >> 4, undefined, AUGUST, JULY),
    outcome: pick(seed >> 5, undefined, "lost", "won", "settled", "remanded", "upheld"),
    ruling: pick(seed >> 6, undefined, "annulled", "dismissed", "suspended"),
    form: pick(seed >> 7, undefined, "judgment", "ruling"),
    appealed: pick(seed >> 8, undefined, true, false),
    field: pick(seed >> 9, undefined, "audit", "banking"),
    act: pick(seed >> 10, undefined, "penalty", "permit"),
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...row, outcome: undefined, ...known } as StatisticsRow;
}
const docketRows = manyRows.map((rows) => rows.map(inDocket));

/** Every figure with its number, of cases or of pairs. */
function named(figures: DocketFigures) {
  const parts = (scope: string, tally: DocketTally) =>
    DOCKET_PARTS.map((part) => [`docket:${scope}.${part}` as DocketName, tally[part]] as const);
  return {
    byCase: [
      ...parts("total", figures.total),
      ...Object.entries(figures.byInstance).flatMap(([name, tally]) => parts(`instance:${name}`, tally)),
      ...figures.byField.flatMap((one) => parts(`field:${one.field ?? "?"}`, one)),
      ...figures.byAct.flatMap((one) => parts(`act:${one.act ?? "?"}`, one)),
      ...figures.byCourt.flatMap((one) => parts(`court:${one.code}`, one)),
      ...figures.results.flatMap(({ line, ...counts }) =>
        Object.entries(counts).map(
          ([kind, count]) => [`docket:result:${line}.${kind}` as DocketName, count] as const,
        ),
      ),
      ["docket:undated", figures.undated] as const,
    ],
    byPair: [
      ...parts("pairs", figures.pairs),
      ...figures.byJurisdiction.flatMap((one) => parts(`county:${one.jurisdiction}`, one)),
      ...figures.byLevel.flatMap((one) => parts(`level:${one.level}`, one)),
      ...figures.cells.flatMap((one) =>
        parts(`cell:${one.jurisdiction}/${one.agency}/${one.field ?? "?"}`, one),
      ),
    ],
  };
}

describe("for any rows", () => {
  it("every figure names as many cases as it says", () => {
    fc.assert(
      fc.property(docketRows, (rows) => {
        const { byCase, byPair } = named(docket(...rows));
        for (const [figure, number] of byCase) {
          const behind = rowsBehind(figure, rows, { month: AUGUST });
          expect([figure, isFigureName(figure), new Set(behind.map((one) => one.caseNumber)).size]).toEqual([
            figure,
            true,
            number,
          ]);
        }
        for (const [figure, number] of byPair)
          expect([figure, rowsBehind(figure, rows, { month: AUGUST }).length]).toEqual([figure, number]);
      }),
      { numRuns: 15 },
    );
  });

  it("tables add up: instances, fields, acts and courts to the cases, districts, levels and cells to the pairs", () => {
    fc.assert(
      fc.property(docketRows, (rows) => {
        const figures = docket(...rows);
        const sum = (tallies: readonly DocketTally[]) =>
          Object.fromEntries(
            DOCKET_PARTS.map((part) => [part, tallies.reduce((all, tally) => all + tally[part], 0)]),
          );
        const { total, byInstance, byField, byAct, byCourt, pairs, byJurisdiction, byLevel, cells } = figures;
        for (const table of [Object.values(byInstance), byField, byAct, byCourt])
          expect(sum(table)).toEqual(total);
        for (const table of [byJurisdiction, byLevel, cells]) expect(sum(table)).toEqual(pairs);
        const ruled = figures.results.reduce(
          (all, { first, second, retrial }) => all + first + second + retrial,
          0,
        );
        expect(ruled).toBe(total.closed);
        expect(total.first + total.second + byInstance.retrial.closed).toBe(total.closed);
      }),
    );
  });

  it("frozen rows give the same figures, in any order", () => {
    fc.assert(
      fc.property(docketRows, (rows) => {
        const again: StatisticsRow[] = JSON.parse(frozenRows(rows.toReversed()).text);
        expect(docket(...again)).toEqual(docket(...rows));
      }),
    );
  });
});

it("districts and levels go by the agency", () => {
  const figures = docket(
    closed(1, { outcome: "lost", field: "audit" }),
    closed(2, { agency: "临沂市公安局", jurisdiction: "市本级", outcome: "won" }),
  );
  expect(figures.byLevel.map(({ level, closed: count }) => [level, count])).toEqual([
    ["city-department", 1],
    ["county-government", 1],
  ]);
  expect(figures.cells).toMatchObject([
    { jurisdiction: "兰山区", agency: LANSHAN, level: "county-government", field: "audit", lost: 1 },
    { jurisdiction: "市本级", agency: "临沂市公安局", lost: 0 },
  ]);
});
