/** A case with several respondents is one case (件): what of it counts once, by which of its rows, and what only a head who came can have done? */
import { describe, expect, it } from "vitest";
import { type CountingPolicy, LINYI } from "../../../shared/domain/policy.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";

const counted = (rows: readonly StatisticsRow[], counting: Partial<CountingPolicy> = {}) =>
  statistics(rows, { month: AUGUST, counting: { ...LINYI.counting, ...counting } });
/** One case against a government and the police, in either order of its rows. */
const both = (government: Partial<StatisticsRow>, police: Partial<StatisticsRow>) => {
  const rows = [aRow(1, government), aRow(1, { agency: POLICE, ...police })];
  return [rows, rows.toReversed()];
};

describe("a case of two respondents, in whatever order its rows come", () => {
  it("is closed, lost, settled and sent to mediation where one row says so, and counts once", () => {
    for (const rows of both({ outcome: "lost", mediated: true }, {}))
      expect(counted(rows)).toMatchObject({
        defeat: { closed: 1, lost: 1 },
        resolution: { mediated: 1, settled: 0, settledAfterMediation: 0 },
      });
    for (const rows of both({ outcome: "settled", mediated: true }, {}))
      expect(counted(rows)).toMatchObject({
        defeat: { closed: 1, lost: 0 },
        resolution: { mediated: 1, settled: 1, settledAfterMediation: 1 },
      });
    for (const rows of both({ closed: true }, {}))
      expect(counted(rows)).toMatchObject({ defeat: { closed: 1, lost: 0 } });
    for (const rows of both({}, {})) expect(counted(rows)).toMatchObject({ defeat: { closed: 0, lost: 0 } });
  });

  it("has one voice in 出声率, though two heads spoke", () => {
    for (const rows of both({ spoke: true }, { spoke: true }))
      expect(counted(rows)).toMatchObject({ speech: { heard: 1, spoke: 1 } });
  });

  it("is in the base with the head who came, where another one's absence was accepted", () => {
    const counting = { acceptedAbsences: "out" } as const;
    // The police's head was not to come, and came: the case has a head present.
    for (const rows of both({ present: false, reasonAccepted: true }, { present: true, excused: "agreed" }))
      expect(counted(rows, counting)).toMatchObject({
        total: { heard: 1, present: 1 },
        leftOut: { accepted: 1 },
      });
    // He was not to come, and didn't: what was accepted of the other is the whole case's.
    for (const rows of both({ present: false, reasonAccepted: true }, { present: false, excused: "agreed" }))
      expect(counted(rows, counting)).toMatchObject({ total: { heard: 0 }, leftOut: { accepted: 2 } });
  });
});

describe("what only a head who came can have done", () => {
  it("is counted of nobody who was absent: neither a word, nor the post of a principal", () => {
    const slips = aRow(1, { present: false, spoke: true, rank: "principal" });
    expect(counted([slips, aRow(2, { spoke: false })])).toMatchObject({
      total: { heard: 2, present: 1 },
      principals: 0,
      speech: { heard: 2, spoke: 0 },
    });
  });
});

describe("how a city counts", () => {
  it("leaves out what its own switch says, and nothing for another one's sake", () => {
    const withoutNotice = aRow(1, { present: false, reasonAccepted: true });
    const accepted: StatisticsRow = { ...withoutNotice, notified: true };
    expect(counted([accepted], { notifiedOnly: true })).toMatchObject({
      total: { heard: 1, absent: 1 },
      leftOut: { accepted: 0, withoutNotice: 0 },
    });
    expect(counted([withoutNotice], { notifiedOnly: true })).toMatchObject({
      total: { heard: 0 },
      leftOut: { accepted: 0, withoutNotice: 1 },
    });
  });

  it("takes no court for one that records who spoke by what it heard beside the totals", () => {
    const rows = [aRow(1), aRow(2, { type: "行终", spoke: true })];
    expect(counted(rows, { secondInstance: "out" })).toMatchObject({ speech: { heard: 0, spoke: 0 } });
    expect(counted(rows)).toMatchObject({ speech: { heard: 2, spoke: 1 } });
  });

  it("names a court by the shortest of its names, of two as long the first, whoever comes first", () => {
    const named = (...courts: readonly string[]) =>
      counted(courts.map((court, index) => aRow(index + 1, { court }))).byCourt.map(({ court }) => court);
    const names = ["临沂市兰山区人民法院", "兰山区人民法院", "兰山区法院甲", "兰山区法院乙"];
    expect(named(...names)).toEqual(["兰山区法院乙"]);
    expect(named(...names.toReversed())).toEqual(["兰山区法院乙"]);
  });
});
