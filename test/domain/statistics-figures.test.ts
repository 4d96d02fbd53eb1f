/** What the figures break down into beside the totals, how they are read as a stream, and the cases behind each. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { FigureName } from "../../shared/domain/statistics/figure-names.ts";
import { rowsBehind } from "../../shared/domain/statistics/figure-rows.ts";
import type { BulletinStatistics } from "../../shared/domain/statistics/figures.ts";
import { frozenRows } from "../../shared/domain/statistics/frozen-rows.ts";
import type { GroupTally, PairTally, Tally } from "../../shared/domain/statistics/ranking.ts";
import { statistics, statisticsOfStream } from "../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import { anyCounting, anyRow, manyRows } from "../support/any-rows.ts";
import { AUGUST, aRow, POLICE } from "../support/statistics-rows.ts";

const count = (...rows: StatisticsRow[]) => statistics(rows, { month: AUGUST });

describe("branches and courts", () => {
  it("a branch is counted over the city and its counties, by (case, agency)", () => {
    const figures = count(
      aRow(1, { agency: POLICE }),
      aRow(2, { agency: "临沂市公安局", jurisdiction: "市本级", present: false }),
      aRow(3),
    );
    expect(figures.byDepartment).toMatchObject([
      { department: "政府", heard: 1, present: 1, rank: 1 },
      { department: "公安", heard: 2, present: 1, rank: 2 },
    ]);
  });

  it("a court's figures are in cases, under one name however it is written", () => {
    const intermediate = { type: "行终", caseNumber: caseNumber("（2026）鲁13行终9号") };
    const figures = count(
      aRow(1, { court: "山东省临沂市兰山区人民法院" }),
      aRow(1, { agency: POLICE, present: false, court: "山东省临沂市兰山区人民法院" }),
      aRow(2, { court: "兰山区人民法院" }),
      aRow(9, { ...intermediate, court: undefined, present: false }),
    );
    expect(figures.byCourt).toMatchObject([
      { court: "鲁13", code: "鲁13", heard: 1, absent: 1 },
      { court: "兰山区人民法院", code: "鲁1302", heard: 2, present: 2 },
    ]);
  });

  it("carry principals and enterprises", () => {
    const figures = count(
      aRow(1, { rank: "principal", enterprise: true }),
      aRow(2, { enterprise: true, present: false }),
    );
    const expected = { principals: 1, enterpriseHeard: 2, enterprisePresent: 1 };
    expect(figures.byJurisdiction).toMatchObject([expected]);
    expect(figures.byCourt).toMatchObject([expected]);
  });
});

describe("absences", () => {
  const absent = (serial: number, facts: Partial<StatisticsRow>) =>
    aRow(serial, { present: false, ...facts });

  it("are classed by the words of their reason, unless the agency named the ground itself", () => {
    const figures = count(
      absent(1, { absenceReason: "参加市委会议" }),
      absent(2, { absenceReason: "突发疾病住院" }),
      absent(3, { absenceReason: "因故" }),
      absent(4, { absenceReason: "无正当理由" }),
      absent(5, { absenceReason: "因故", absenceGround: "force-majeure" }),
      absent(6, {}),
    );
    expect(Object.fromEntries(figures.grounds.map(({ ground, count }) => [String(ground), count]))).toEqual({
      "force-majeure": 1,
      accident: 1,
      "irreplaceable-duty": 1,
      other: 0,
      none: 1,
      undefined: 2,
    });
  });

  it("tell accepted reasons from refused ones, and who came instead", () => {
    const figures = count(
      absent(1, { reasonAccepted: true, withoutHead: "staff" }),
      absent(2, { reasonAccepted: false, withoutHead: "lawyers" }),
      absent(3, { withoutHead: "nobody" }),
      absent(4, {}),
    );
    expect(figures.reasons).toEqual({ accepted: 1, refused: 1 });
    expect(figures.withoutHead).toEqual({ staff: 1, lawyers: 1, nobody: 1, notStated: 1 });
  });
});

describe("possible judicial suggestions (§12)", () => {
  it.each<[string, Partial<StatisticsRow>, readonly string[]]>([
    ["absent without a word", { present: false }, []],
    ["absent, and said to be without reason", { present: false, absenceReason: "未说明理由" }, ["no-reason"]],
    ["absent, reason not judged yet", { present: false, absenceReason: "公务" }, []],
    [
      "absent, reason refused",
      { present: false, absenceReason: "公务", reasonAccepted: false },
      ["no-reason"],
    ],
    ["absent, reason accepted", { present: false, reasonAccepted: true }, []],
    [
      "absent again after it was put off",
      { present: false, absenceReason: "公务", reasonAccepted: false, conduct: ["put-off"] },
      ["no-reason", "absent-after-postponement"],
    ],
    [
      "absent after it was put off, reason not judged yet",
      { present: false, absenceReason: "公务", conduct: ["put-off"] },
      [],
    ],
    ["nobody came", { present: false, absenceReason: "公务", withoutHead: "nobody" }, ["nobody-came"]],
    ["left without leave", { conduct: ["left-early"] }, ["left-early"]],
    ["would not explain", { conduct: ["refused-to-explain"] }, ["refused-to-explain"]],
    ["present after it was put off", { conduct: ["put-off"] }, []],
    ["attendance not known", { present: undefined }, []],
  ])("%s", (_, facts, triggers) => {
    expect(count(aRow(1, facts)).possibleSuggestions.flatMap((one) => one.triggers)).toEqual(triggers);
  });
});

const inOrder = (rows: readonly StatisticsRow[]) =>
  rows.toSorted((one, other) =>
    one.caseNumber < other.caseNumber ? -1 : one.caseNumber > other.caseNumber ? 1 : 0,
  );

const streamed = (rows: Iterable<StatisticsRow>) =>
  statisticsOfStream(
    (async function* () {
      yield* rows;
    })(),
    { month: AUGUST },
  );

describe("rows as they stream", () => {
  it("count as the same rows in memory, frozen or not", async () => {
    await fc.assert(
      fc.asyncProperty(manyRows, async (rows) => {
        const whole = count(...rows);
        const sorted = inOrder(rows);
        expect(await streamed(sorted)).toEqual(whole);
        expect(await streamed(JSON.parse(frozenRows(rows).text))).toEqual(whole);
      }),
    );
  });

  it("out of order are refused rather than counted twice", async () => {
    await expect(streamed([aRow(2), aRow(1), aRow(2)])).rejects.toThrow("out of order");
  });

  it("counted without lists give the same counts", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const { absences, excused, possibleSuggestions, unknown, differences, notHearable, ...counts } =
          statistics(rows, {
            month: AUGUST,
            lists: "none",
          });
        expect(count(...rows)).toMatchObject(counts);
        expect(
          [
            absences,
            excused,
            possibleSuggestions,
            differences,
            notHearable,
            ...Object.values(unknown),
          ].flat(),
        ).toEqual([]);
      }),
    );
  });

  it("a million take memory for what is out of order, not for the rows", { timeout: 60_000 }, async () => {
    function* rows(): Generator<StatisticsRow> {
      for (let serial = 1; serial <= 1_000_000; serial++) yield { ...TEMPLATE, caseNumber: sorted(serial) };
    }
    const TEMPLATE = aRow(1, { present: true });
    const sorted = (serial: number) =>
      `（2026）鲁1302行初${1_000_000 + serial}号` as StatisticsRow["caseNumber"];
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    function* watched(): Generator<StatisticsRow> {
      let seen = 0;
      for (const row of rows()) {
        if (++seen % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
        yield row;
      }
    }
    expect((await streamed(watched())).total).toMatchObject({
      heard: 1_000_000,
      present: 1_000_000,
    });
    // A million rows alone would take some 300 MB; what is seen here is garbage not collected yet.
    expect(most / 2 ** 20).toBeLessThan(150);
  });
});

/** Every figure by case numbers, and by pairs, with the number it shows. */
function figuresOf(figures: BulletinStatistics): {
  readonly byCase: readonly (readonly [FigureName, number])[];
  readonly byPair: readonly (readonly [FigureName, number])[];
} {
  const pairs = (name: string, { excused, unstated, ...tallied }: PairTally) => [
    ...tally(name, tallied),
    [`${name}.excused` as FigureName, excused] as const,
    [`${name}.unstated` as FigureName, unstated] as const,
  ];
  const tally = (name: string, { heard, present, absent, unknown }: Tally) =>
    Object.entries({ heard, present, absent, unknown }).map(
      ([part, number]) => [`${name}.${part}` as FigureName, number] as const,
    );
  const group = (name: string, { principals, enterpriseHeard, enterprisePresent }: GroupTally) =>
    Object.entries({ principals, enterpriseHeard, enterprisePresent }).map(
      ([part, number]) => [`${name}.${part}` as FigureName, number] as const,
    );
  const { resolution, speech, defeat, reasons, withoutHead, unknown, leftOut } = figures;
  const groups = [
    ...figures.byJurisdiction.flatMap((one) => [
      ...pairs(`county:${one.jurisdiction}`, one),
      ...group(`county:${one.jurisdiction}`, one),
    ]),
    ...figures.byAgency.flatMap((one) => pairs(`agency:${one.jurisdiction}/${one.agency}`, one)),
    ...figures.byDepartment.flatMap((one) => pairs(`department:${one.department}`, one)),
    ...figures.byLevel.flatMap((one) => [
      ...pairs(`level:${one.level}`, one),
      ...group(`level:${one.level}`, one),
    ]),
  ];
  const byCases = figures.counting.rankBy === "cases";
  return {
    byCase: [
      ...(byCases ? groups : []),
      ...tally("total", figures.total),
      ...tally("first", figures.first),
      ...tally("second", figures.second),
      ...tally("retrial", figures.retrial),
      ...tally("enterprise", figures.enterprise),
      ...figures.byCourt.flatMap((one) => [
        ...tally(`court:${one.code}`, one),
        ...group(`court:${one.code}`, one),
      ]),
      ["enterprise.not-stated", figures.enterpriseUnknown],
      ["principals", figures.principals],
      ["spoke.heard", speech.heard],
      ["spoke.spoke", speech.spoke],
      ["defeat.closed", defeat.closed],
      ["defeat.lost", defeat.lost],
      ["resolution.mediated", resolution.mediated],
      ["resolution.settled", resolution.settled],
      ["resolution.settledAfterMediation", resolution.settledAfterMediation],
    ],
    byPair: [
      ...pairs("agencies", figures.agencyLevel),
      ...(byCases ? [] : groups),
      ["left-out:accepted", leftOut.accepted],
      ["left-out:without-notice", leftOut.withoutNotice],
      ...figures.grounds.map(({ ground, count }) => [`absence:${ground ?? "unclear"}`, count] as const),
      ["absence.accepted", reasons.accepted],
      ["absence.refused", reasons.refused],
      ["without-head:staff", withoutHead.staff],
      ["without-head:lawyers", withoutHead.lawyers],
      ["without-head:nobody", withoutHead.nobody],
      ["without-head:not-stated", withoutHead.notStated],
      ...figures.suggestions.map(({ trigger, count }) => [`suggestion:${trigger}`, count] as const),
      ["unknown.attendance", unknown.attendance.length],
      ["unknown.coRespondents", unknown.coRespondents.length],
      ["unknown.hearing", unknown.hearing.length],
      ["people.unnamed", figures.people.unnamed],
      ["differences", figures.differences.length],
      ["not-hearable", figures.notHearable.length],
    ],
  };
}

describe("the cases behind a figure", () => {
  it("are as many as the figure says, for every figure of any rows, however they are counted", () => {
    fc.assert(
      fc.property(manyRows, anyCounting, (rows, counting) => {
        const options = { month: AUGUST, counting };
        const { byCase, byPair } = figuresOf(statistics(rows, options));
        for (const [figure, number] of byCase) {
          const behind = rowsBehind(figure, rows, options);
          expect([figure, new Set(behind.map(({ caseNumber }) => caseNumber)).size]).toEqual([
            figure,
            number,
          ]);
        }
        for (const [figure, number] of byPair)
          expect([figure, rowsBehind(figure, rows, options).length]).toEqual([figure, number]);
      }),
      { numRuns: 60 },
    );
  });

  it("are named in order", () => {
    const rows = [aRow(10, { present: false }), aRow(9, { present: false }), aRow(1)];
    expect(rowsBehind("total.absent", rows, { month: AUGUST }).map(({ caseNumber }) => caseNumber)).toEqual([
      "（2026）鲁1302行初9号",
      "（2026）鲁1302行初10号",
    ]);
  });
});

describe("a correction", () => {
  const rows = [aRow(1), aRow(2, { agency: POLICE, jurisdiction: "沂南县" }), aRow(3, { present: false })];

  it("of one attendance moves exactly the figures of its case, court, county, agency, branch and level", () => {
    const before = count(...rows);
    const after = count(...rows.slice(0, 2), aRow(3, { present: true }));
    const changed = Object.keys(before).filter(
      (key) =>
        JSON.stringify(before[key as keyof BulletinStatistics]) !==
        JSON.stringify(after[key as keyof BulletinStatistics]),
    );
    expect(changed.sort()).toEqual(
      [
        "total",
        "first",
        "agencyLevel",
        "byJurisdiction",
        "byAgency",
        "byDepartment",
        "byLevel",
        "byCourt",
        "absences",
        "grounds",
        "withoutHead",
        "people",
      ].sort(),
    );
    const yinan = (figures: BulletinStatistics) =>
      figures.byJurisdiction.find((one) => one.jurisdiction === "沂南县");
    expect(yinan(after)).toMatchObject({ heard: 1, present: 1, absent: 0 });
  });

  it("of any row moves no figure that its case has no part in", () => {
    fc.assert(
      fc.property(manyRows, anyRow, (rows, corrected) => {
        const others = rows.filter(({ caseNumber }) => caseNumber !== corrected.caseNumber);
        const [before, after] = [rows, [...others, corrected]];
        const numbers = (some: readonly StatisticsRow[]) => {
          const { byCase, byPair } = figuresOf(count(...some));
          return new Map([...byCase, ...byPair]);
        };
        const [was, is] = [numbers(before), numbers(after)];
        for (const figure of new Set([...was.keys(), ...is.keys()])) {
          if ((was.get(figure) ?? 0) === (is.get(figure) ?? 0)) continue;
          const behind = [before, after].flatMap((some) => rowsBehind(figure, some, { month: AUGUST }));
          // 出声: one row can tell that its court records who speaks, and so bring in its other cases.
          if (figure.startsWith("spoke.")) continue;
          expect([figure, behind.some(({ caseNumber }) => caseNumber === corrected.caseNumber)]).toEqual([
            figure,
            true,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
