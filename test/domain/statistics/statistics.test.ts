import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../../shared/domain/assessment/assess.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import { candidates } from "../../../shared/domain/programme/interview-candidates.ts";
import type { BulletinStatistics } from "../../../shared/domain/statistics/figures.ts";
import { frozenRows } from "../../../shared/domain/statistics/frozen-rows.ts";
import { attendance } from "../../../shared/domain/statistics/ranking.ts";
import { percent } from "../../../shared/domain/statistics/rate.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate, type Year } from "../../../shared/domain/time/time.ts";
import { AUGUST, aRow, LANSHAN, POLICE } from "../../support/statistics-rows.ts";

const month = AUGUST;
const row = aRow;

const count = (...rows: StatisticsRow[]) => statistics(rows, { month });
const tally = (heard: number, present: number, absent: number, unknown = 0) => ({
  heard,
  present,
  absent,
  unknown,
});

describe("what counts", () => {
  it("is cases heard: not the withdrawn, the pending, other months or 行审", () => {
    const figures = count(
      row(1),
      row(2, { present: false }),
      row(3, { heard: false, present: true }),
      row(4, { heard: undefined, present: undefined }),
      row(5, { heardOn: civilDate("2026-07-31") }),
      row(6, { type: "行审" }),
    );
    expect(figures.total).toEqual(tally(2, 1, 1));
    expect(figures.unknown.hearing.map((pair) => pair.caseNumber)).toEqual([row(4).caseNumber]);
    expect(figures.notHearable).toHaveLength(1);
  });

  it("leaves an unknown attendance neither present nor absent, and lists it", () => {
    const figures = count(row(1), row(2, { present: undefined }));
    expect(figures.total).toEqual(tally(2, 1, 0, 1));
    expect(figures.absences).toEqual([]);
    expect(figures.unknown.attendance).toEqual([{ caseNumber: row(2).caseNumber, agency: LANSHAN }]);
  });

  it("counts instances apart; a retrial is in the total alone", () => {
    const figures = count(row(1), row(1, { type: "行终", present: false }), row(1, { type: "行再" }));
    expect(figures.total).toEqual(tally(3, 2, 1));
    expect(figures.first).toEqual(tally(1, 1, 0));
    expect(figures.second).toEqual(tally(1, 0, 1));
    expect(figures.retrial).toEqual(tally(1, 1, 0));
  });

  it("counts cases involving enterprises, and those that don't say", () => {
    const figures = count(
      row(1, { enterprise: true, present: false }),
      row(2),
      row(3, { enterprise: undefined }),
    );
    expect(figures.enterprise).toEqual(tally(1, 0, 1));
    expect(figures.enterpriseUnknown).toBe(1);
  });

  it("takes the month of the first sitting, for every respondent of the case", () => {
    const figures = count(
      row(1, { heardOn: civilDate("2026-07-20") }),
      row(1, { agency: POLICE, heardOn: civilDate("2026-08-03") }),
      row(2),
      row(2, { agency: POLICE, heardOn: undefined, present: false }),
    );
    expect(figures.total).toEqual(tally(1, 1, 0));
    expect(figures.agencyLevel).toMatchObject(tally(2, 1, 0, 1));
  });

  it("counts what has no day to the month whose row it is", () => {
    expect(count(row(1, { heardOn: undefined })).total).toEqual(tally(1, 1, 0));
  });

  it("refuses two rows for one pair rather than counting it twice", () => {
    expect(() => count(row(1), row(1, { present: false }))).toThrow("two rows for （2026）鲁1302行初1号");
  });
});

describe("co-respondents", () => {
  const two = (one: boolean | undefined, other: boolean | undefined) =>
    count(row(1, { present: one }), row(1, { agency: POLICE, jurisdiction: "沂南县", present: other }));

  it("make one case, present when any head was, absent when all are known to have been absent", () => {
    expect(two(true, false).total).toEqual(tally(1, 1, 0));
    expect(two(false, false).total).toEqual(tally(1, 0, 1));
    expect(two(false, undefined).total).toEqual(tally(1, 0, 0, 1));
    expect(two(true, undefined).total).toEqual(tally(1, 1, 0));
  });

  it("are two at the agency level: who was to appear is open where nobody says, and accuses nobody", () => {
    const figures = two(true, false);
    expect(figures.agencyLevel).toEqual({ ...tally(2, 1, 0, 1), excused: 0, unstated: 1 });
    expect(figures.absences).toEqual([]);
    expect(figures.unknown.attendance).toEqual([]);
    expect(figures.unknown.coRespondents).toEqual([{ caseNumber: row(1).caseNumber, agency: POLICE }]);
  });

  it.each<[string, Partial<StatisticsRow>]>([
    ["accepted its reason", { reasonAccepted: true, absenceReason: "公务" }],
    ["refused its reason", { reasonAccepted: false }],
    ["found none", { absenceReason: "无正当理由" }],
  ])("one whose own absence the court weighed, and %s, was to appear too", (_, facts) => {
    const figures = count(row(1), row(1, { agency: POLICE, present: false, ...facts }));
    expect(figures.agencyLevel).toMatchObject({ ...tally(2, 1, 1), unstated: 0 });
    expect(figures.absences).toMatchObject([{ agency: POLICE, coRespondentPresent: true }]);
  });

  it("one excused is no absence, also where nobody says whether its head came", () => {
    for (const present of [false, undefined]) {
      const figures = count(row(1), row(1, { agency: POLICE, present, excused: "court" }));
      expect(figures.agencyLevel).toEqual({ ...tally(1, 1, 0), excused: 1, unstated: 0 });
      expect(figures.excused).toEqual([{ caseNumber: row(1).caseNumber, agency: POLICE, by: "court" }]);
    }
  });

  it("where the one who was to appear stayed away the case is an absence, and that one's alone", () => {
    const figures = count(
      row(1, { present: false }),
      row(1, { agency: POLICE, excused: "agreed", present: false }),
    );
    expect(figures.total).toEqual(tally(1, 0, 1));
    expect(figures.absences).toMatchObject([{ agency: LANSHAN, coRespondentPresent: false }]);
  });

  it("a head who comes though another was to appear is present", () => {
    const figures = count(row(1), row(1, { agency: POLICE, excused: "agreed" }));
    expect(figures.agencyLevel).toEqual({ ...tally(2, 2, 0), excused: 0, unstated: 0 });
  });

  it("four cases in which the police's head appears for the district too are nobody's fault", () => {
    const police = { agency: "临沂市公安局兰山分局", jurisdiction: "兰山区" };
    const district = { agency: LANSHAN, jurisdiction: "兰山区", present: false, enterprise: true } as const;
    const rows = [1, 2, 3, 4].flatMap((serial) => [
      row(serial, { ...police, enterprise: true }),
      row(serial, { ...district, excused: serial === 1 ? "court" : "agreed", withoutHead: "staff" }),
    ]);
    const figures = count(...rows);
    expect(percent(attendance(figures.total))).toBe("100%");
    expect(percent(attendance(figures.agencyLevel))).toBe("100%");
    expect(figures.byJurisdiction).toMatchObject([{ heard: 4, present: 4, excused: 4, rank: 1 }]);
    expect(figures.byAgency).toMatchObject([
      { agency: police.agency, heard: 4, present: 4, excused: 0, rank: 1 },
      { agency: LANSHAN, heard: 0, absent: 0, excused: 4, enterpriseHeard: 0, rank: undefined },
    ]);
    expect(figures.absences).toEqual([]);
    expect(figures.possibleSuggestions).toEqual([]);
    expect(candidates(figures, LINYI.interviews)).toEqual([]);

    const year = assess(rows, new Map(), "2026" as Year, LINYI.assessment);
    expect(year.agencies.map(({ name, score }) => [name, score])).toEqual([
      [police.agency, expect.any(Number)],
      [LANSHAN, undefined],
    ]);
    const alone = assess(
      rows.filter(({ agency }) => agency === police.agency),
      new Map(),
      "2026" as Year,
      LINYI.assessment,
    );
    expect(year.counties).toEqual(alone.counties);

    // Without a word on who was to appear nobody is accused either; the rate waits for it.
    const silent = rows.map((one) => ({ ...one, excused: undefined }));
    expect(count(...silent).unknown.coRespondents).toHaveLength(4);
    expect(candidates(count(...silent), LINYI.interviews)).toEqual([]);
    expect(count(...silent).possibleSuggestions).toEqual([]);
    expect(assess(silent, new Map(), "2026" as Year, LINYI.assessment).counties[0]?.score).toBe(
      alone.counties[0]?.score,
    );
  });
});

describe("the other rates", () => {
  it("tells people from cases: one official in five cases is 5 件, 1 人", () => {
    const five = [1, 2, 3, 4, 5].map((serial) => row(serial, { headName: "李四", rank: "principal" }));
    const figures = count(...five, row(6), row(7, { agency: POLICE, headName: "李四" }));
    expect(figures.total.present).toBe(7);
    expect(figures.people).toEqual({ heads: 2, unnamed: 1 });
    expect(figures.principals).toBe(5);
  });

  it("asks who spoke only of the courts that record it", () => {
    const other = { court: "沂南县人民法院", caseNumber: caseNumber("（2026）鲁1321行初3号") };
    const figures = count(row(1, { spoke: true }), row(2, { present: false }), row(3, other));
    expect(figures.speech).toEqual({ heard: 2, spoke: 1 });
  });

  it("counts lost cases among the first-instance closed", () => {
    const figures = count(
      row(1, { outcome: "lost" }),
      row(2, { outcome: "won" }),
      row(3, { closed: false }),
      row(4, { type: "行终", outcome: "lost" }),
    );
    expect(figures.defeat).toEqual({ closed: 2, lost: 1 });
  });

  it("counts settlements of what was mediated, heard or not", () => {
    const settled = { outcome: "settled" } as const;
    const figures = count(
      row(1, { ...settled, mediated: true, heard: false }),
      row(2, { mediated: true }),
      row(3, settled),
    );
    expect(figures.resolution).toEqual({ mediated: 2, settled: 2, settledAfterMediation: 1 });
  });
});

describe("rankings", () => {
  it("go by the exact rate; ties share a rank and stand by name; nothing heard comes last without one", () => {
    const heard = (agency: string, ...present: (boolean | undefined)[]) =>
      present.map((there, index) => row(index + 1, { agency, present: there }));
    const figures = count(
      ...heard("乙局", true, false),
      ...heard("甲局", true, true, false, false),
      ...heard("丙局", true),
      ...heard("丁局", false),
      row(9, { agency: "戊局", heard: false, present: undefined }),
    );
    expect(figures.byAgency.map(({ agency, rank }) => [agency, rank])).toEqual([
      ["丙局", 1],
      ["乙局", 2],
      ["甲局", 2],
      ["丁局", 4],
      ["戊局", undefined],
    ]);
  });

  it("don't rank an agency that nobody named", () => {
    const figures = count(row(1, { agency: "未知" }), row(2, { present: false }));
    expect(figures.byAgency.map(({ agency, rank }) => [agency, rank])).toEqual([
      [LANSHAN, 1],
      ["未知", undefined],
    ]);
  });

  it("don't rank what is in no known district", () => {
    const figures = count(row(1, { jurisdiction: "未知" }), row(2, { present: false }));
    expect(figures.byJurisdiction.map(({ jurisdiction, rank }) => [jurisdiction, rank])).toEqual([
      ["兰山区", 1],
      ["未知", undefined],
    ]);
  });
});

const optional = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const DISTRICTS = new Map([
  [LANSHAN, "兰山区"],
  [POLICE, "沂南县"],
]);
const anyRow = fc
  .record({
    serial: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom("行初", "行终", "行再", "行审"),
    agency: fc.constantFrom(LANSHAN, POLICE, "费县人民政府"),
    heardOn: optional(civilDate("2026-08-03"), civilDate("2026-08-20"), civilDate("2026-07-30")),
    heard: optional(true, true, false),
    present: optional(true, false),
    excused: optional("agreed" as const, "court" as const),
    rank: optional("principal" as const, "deputy" as const),
    headName: optional("李四", "王五"),
    enterprise: optional(true, false),
    spoke: optional(true, false),
    outcome: optional("lost" as const, "settled" as const),
    mediated: optional(true, false),
    absenceReason: optional("出差", "会议"),
    source: fc.constantFrom("hearing-record" as const, "court-ledger" as const, "filing" as const),
  })
  .map(({ serial, agency, ...facts }) =>
    row(serial, {
      agency,
      jurisdiction: DISTRICTS.get(agency) ?? "费县",
      ...facts,
    }),
  );
const manyRows = fc.uniqueArray(anyRow, {
  maxLength: 40,
  selector: ({ caseNumber, agency }) => `${caseNumber} ${agency}`,
});
const sum = (tallies: readonly BulletinStatistics["total"][]) =>
  tallies.reduce(
    (all, one) => ({
      heard: all.heard + one.heard,
      present: all.present + one.present,
      absent: all.absent + one.absent,
      unknown: all.unknown + one.unknown,
    }),
    tally(0, 0, 0),
  );
const bare = ({ heard, present, absent, unknown }: BulletinStatistics["total"]) => ({
  heard,
  present,
  absent,
  unknown,
});

describe("laws", () => {
  it("the order of the rows changes nothing; frozen, nor do rows that come again", () => {
    fc.assert(
      fc.property(manyRows, fc.array(fc.nat()), (rows, picks) => {
        const again = picks.map((pick) => rows[pick % rows.length]).filter((one) => one !== undefined);
        const shuffled = rows.toReversed().sort((a, b) => (a.agency < b.agency ? -1 : 1));
        expect(count(...shuffled)).toEqual(count(...rows));
        expect(frozenRows([...shuffled, ...again])).toEqual(frozenRows(rows));
      }),
    );
  });

  it("districts, agencies and instances add up, and present + absent + unknown are heard", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const figures = count(...rows);
        expect(sum(figures.byJurisdiction)).toEqual(bare(figures.agencyLevel));
        expect(sum(figures.byAgency)).toEqual(bare(figures.agencyLevel));
        expect(sum([figures.first, figures.second, figures.retrial])).toEqual(figures.total);
        for (const { heard, present, absent, unknown } of [
          figures.total,
          figures.agencyLevel,
          figures.enterprise,
        ])
          expect(present + absent + unknown).toBe(heard);
        expect(figures.absences).toHaveLength(figures.agencyLevel.absent);
        expect(figures.unknown.coRespondents).toHaveLength(figures.agencyLevel.unstated);
        expect(figures.unknown.attendance).toHaveLength(
          figures.agencyLevel.unknown - figures.agencyLevel.unstated,
        );
        expect(figures.excused).toHaveLength(figures.agencyLevel.excused);
      }),
    );
  });

  it("no rate is 100 % while anyone was absent or unknown", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const { total } = count(...rows);
        expect(percent(attendance(total)) === "100%").toBe(
          total.heard > 0 && total.absent + total.unknown === 0,
        );
      }),
    );
  });
});
