/** 收结存, table by table: which month a case counts to, what several respondents' rows say together, and in which order lines stand. */
import { describe, expect, it } from "vitest";
import { docketCase } from "../../../shared/domain/statistics/docket/docket-case.ts";
import { actOf, fieldOf, RESULT_LINES } from "../../../shared/domain/statistics/docket/docket-count.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { AUGUST, aRow, LANSHAN, POLICE } from "../../support/statistics-rows.ts";

const JULY = "2026-07" as Month;
const PERIOD = periodOf("month", AUGUST);
type Facts = Parameters<typeof aRow>[1];
const docket = (...rows: StatisticsRow[]) => statistics(rows, { month: AUGUST }).docket;
/** Received in July, not heard. */
const received = (serial: number, facts: Facts = {}) =>
  aRow(serial, { receivedIn: JULY, heardOn: undefined, heard: undefined, present: undefined, ...facts });
const closed = (serial: number, facts: Facts = {}) =>
  received(serial, { closedIn: AUGUST, closed: true, ...facts });

describe("which month a case counts to", () => {
  it("one closed the month before adds nothing to this one", () => {
    expect(docketCase([closed(1, { closedIn: JULY, outcome: "won" })], PERIOD)).toBeUndefined();
    expect(docket(closed(1, { closedIn: JULY, outcome: "won" })).total).toMatchObject({
      closed: 0,
      pending: 0,
    });
  });

  it("one with a result and no day of closing is over, and its month is told to be unknown", () => {
    const figures = docket(received(1, { outcome: "won" }));
    expect([figures.total.pending, figures.undated]).toEqual([0, 1]);
  });

  it("one whose day of closing is known is not told as undated, whichever month that is in", () => {
    const later = closed(2, { closedIn: "2026-09" as Month, outcome: "won" });
    expect(docket(closed(1, { outcome: "won" }), later).undated).toBe(0);
  });

  it("a case of which the month alone is unknown stands in no table", () => {
    const { byCourt, byField, cells, undated } = docket(received(1, { closed: true }));
    expect([byCourt, byField, cells, undated]).toEqual([[], [], [], 1]);
  });
});

describe("several respondents", () => {
  it("what one row leaves out another says: the day of acceptance, the field, the act", () => {
    const rows = [
      closed(1, { receivedIn: AUGUST, outcome: "won" }),
      closed(1, {
        receivedIn: AUGUST,
        agency: POLICE,
        acceptedOn: civilDate("2026-08-03"),
        field: "audit",
        act: "permit",
      }),
    ] as const;
    const figures = docket(...rows);
    expect(figures.total).toMatchObject({ received: 1, inferred: 0, closed: 1, outcomeUnknown: 0 });
    expect(figures.byField.map(({ field }) => field)).toEqual(["audit"]);
    expect(figures.byAct.map(({ act }) => act)).toEqual(["permit"]);
    expect([fieldOf(rows), actOf(rows)]).toEqual(["audit", "permit"]);
  });

  it("where two say something else the first one counts", () => {
    const figures = docket(
      closed(1, { outcome: "won", form: "judgment" }),
      closed(1, { agency: POLICE, outcome: "won", form: "ruling" }),
    );
    expect(figures.total).toMatchObject({ merits: 1 });
  });

  it("the ruling is that against the agency that lost", () => {
    const figures = docket(
      closed(1, { outcome: "won", ruling: "dismissed" }),
      closed(1, { agency: POLICE, outcome: "lost", ruling: "annulled" }),
    );
    expect(figures.results.map(({ line }) => line)).toEqual(["annulled"]);
    const silent = docket(
      closed(1, { outcome: "won", ruling: "dismissed" }),
      closed(1, { agency: POLICE, outcome: "lost" }),
    );
    expect(silent.results.map(({ line }) => line)).toEqual(["lost"]);
  });
});

it.each([
  ["first instance, for the agency", "行初", { outcome: "won" }, "won"],
  ["first instance, against it", "行初", { outcome: "lost" }, "lost"],
  ["appeal, by a ruling of another kind", "行终", { ruling: "other" }, "other"],
] as const)("the line of a result nobody says more of: %s", (_, type, facts, line) => {
  expect(docket(closed(1, { type, ...facts })).results.map((one) => one.line)).toEqual([line]);
});

it("an appeal that ended in another way leaves open what became of the judgment", () => {
  expect(docket(closed(1, { type: "行终", ruling: "other" })).total).toMatchObject({
    second: 1,
    reviewUnknown: 1,
  });
});

describe("the order of lines", () => {
  it("of the outcome table: a loss nobody says more of after those that are one, a win after those that are one", () => {
    const at = (line: (typeof RESULT_LINES)[number]) => RESULT_LINES.indexOf(line);
    expect(at("lost")).toBe(at("dismissed") - 1);
    expect(at("won")).toBe(at("not-filed") + 1);
    expect(RESULT_LINES.at(-1)).toBe("unknown");
    expect(new Set(RESULT_LINES).size).toBe(RESULT_LINES.length);
  });

  it("of fields: most closed, then most received, then by name, and last what isn't known", () => {
    const figures = docket(
      received(1),
      closed(2),
      ...[3, 4].map((serial) => closed(serial, { field: "banking" })),
      closed(5, { field: "water" }),
      closed(6, { field: "audit" }),
      closed(7, { field: "land", receivedIn: AUGUST }),
      ...[8, 9].map((serial) => closed(serial)),
    );
    expect(figures.byField.map(({ field }) => field)).toEqual([
      "banking",
      "land",
      "audit",
      "water",
      undefined,
    ]);
  });

  it("of acts and districts: the same", () => {
    const figures = docket(
      closed(1, { act: "permit", jurisdiction: "兰山区" }),
      ...[2, 3].map((serial) => closed(serial, { act: "penalty", jurisdiction: "沂南县" })),
      closed(4, { act: "disclosure", jurisdiction: "郯城县" }),
    );
    expect(figures.byAct.map(({ act }) => act)).toEqual(["penalty", "disclosure", "permit"]);
    expect(figures.byJurisdiction.map(({ jurisdiction }) => jurisdiction)).toEqual([
      "沂南县",
      "兰山区",
      "郯城县",
    ]);
  });

  it("of courts: by code, each by the shortest name it is given", () => {
    const figures = docket(
      closed(1, { court: "山东省临沂市兰山区人民法院" }),
      closed(2, { court: "兰山区人民法院" }),
      closed(3, { court: "兰山县人民法院" }),
      {
        ...closed(4, { court: "沂南县人民法院" }),
        caseNumber: closed(4).caseNumber.replace("1302", "1321") as never,
      },
      { ...closed(5), caseNumber: closed(5).caseNumber.replace("1302", "1300") as never },
    );
    expect(figures.byCourt.map(({ code }) => code)).toEqual(
      figures.byCourt.map(({ code }) => code).toSorted(),
    );
    const ofLanshan = figures.byCourt.find(({ code }) => code.includes("1302"));
    expect(ofLanshan?.court).toBe("兰山区人民法院");
  });

  it("of cells: by district, agency and field, whichever came first", () => {
    const rows = [
      closed(1, { agency: POLICE, jurisdiction: "兰山区", field: "water" }),
      closed(2, { agency: LANSHAN, jurisdiction: "兰山区", field: "water" }),
      closed(3, { agency: LANSHAN, jurisdiction: "兰山区" }),
      closed(4, { agency: LANSHAN, jurisdiction: "兰山区", field: "audit" }),
      closed(5, { agency: "沂南县公安局", jurisdiction: "沂南县", field: "audit" }),
    ];
    const places = (of: readonly StatisticsRow[]) =>
      docket(...of).cells.map(
        ({ jurisdiction, agency, field }) => `${jurisdiction}/${agency}/${field ?? ""}`,
      );
    expect(places(rows)).toEqual(places(rows).toSorted());
    expect(places(rows.toReversed())).toEqual(places(rows));
    expect(places(rows)).toHaveLength(5);
  });
});
