/** How an area stands against the months before: what is said of them, and what is read for it. */
import { describe, expect, it } from "vitest";
import {
  type StandingPorts,
  standingOf,
  together,
} from "../../../shared/casework/bulletin/month-standing.ts";
import { MOST_READ } from "../../../shared/domain/board/board-figures.ts";
import type { BulletinVersion } from "../../../shared/domain/statistics/bulletin-version.ts";
import type { KeptMonth } from "../../../shared/domain/statistics/month-tallies.ts";
import { monthTallies } from "../../../shared/domain/statistics/month-tallies.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { type CivilDate, instantAt, type Month } from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";
import { aRow } from "../../support/statistics-rows.ts";

const NOW = instantAt("2026-09-08" as CivilDate, "09:00");
const COUNTED_AT = instantAt("2026-09-08" as CivilDate, "07:05");
const [JUNE, JULY, AUGUST, SEPTEMBER] = ["2026-06", "2026-07", "2026-08", "2026-09"] as Month[] as [
  Month,
  Month,
  Month,
  Month,
];

/** Of 兰山区 two heard, one of them without a head. */
function rowsOf(month: Month): readonly StatisticsRow[] {
  const heardOn = `${month}-02` as CivilDate;
  return [aRow(1, { heardOn }), aRow(2, { heardOn, present: false })];
}

function bulletinOf(month: Month, tallies?: BulletinVersion["tallies"]): BulletinVersion {
  return {
    jurisdiction: RULES.policy.jurisdiction.code,
    month,
    period: "month",
    version: 1,
    state: "issued",
    at: NOW,
    rowsSha256: "",
    folder: `bulletins/${month}`,
    ...(tallies !== undefined && { tallies }),
  };
}

function keptOf(month: Month, rows: number): KeptMonth {
  const tally = { heard: 9, present: 8, absent: 1, unknown: 0 };
  return {
    month,
    at: COUNTED_AT,
    rows,
    tallies: { total: tally, areas: [{ jurisdiction: "兰山区", ...tally }] },
  };
}

/** Bulletins and kept months as they are given; every month from June on has rows. */
async function standing(
  bulletins: readonly BulletinVersion[],
  kept: readonly KeptMonth[],
  jurisdiction = "兰山区",
  counted?: Parameters<typeof standingOf>[2]["counted"],
) {
  const [live, frozen]: [string[], string[]] = [[], []];
  const ports: StandingPorts = {
    records: {
      bulletins: async (_, month) => bulletins.filter((one) => one.month === month),
      async *monthRows(_, month) {
        live.push(month);
        if (month >= JUNE) yield* rowsOf(month);
      },
    },
    operations: { months: async (from) => kept.filter(({ month }) => month >= from) },
    frozenRows: async (folder) => {
      frozen.push(folder);
      return rowsOf(folder.slice(-7) as Month);
    },
  };
  return { ...(await standingOf(ports, jurisdiction, { now: NOW, rules: RULES, counted })), live, frozen };
}

const tallies = (month: Month) =>
  monthTallies(statistics(rowsOf(month), { month, counting: RULES.policy.counting }));

describe("the months before", () => {
  it("are what their bulletins say, without their rows but those that the last one ranks", async () => {
    const bulletins = [JUNE, JULY, AUGUST].map((month) => bulletinOf(month, tallies(month)));
    const { before, ranking, live, frozen } = await standing(bulletins, []);
    expect(before).toEqual(
      bulletins.map((bulletin) => ({
        month: bulletin.month,
        heard: 2,
        present: 1,
        absent: 1,
        unknown: 0,
        bulletin,
      })),
    );
    expect(ranking?.bulletin).toEqual(bulletins[2]);
    expect(frozen).toEqual(["bulletins/2026-08"]);
    expect(live.filter((month) => month >= JUNE)).toEqual([SEPTEMBER]);
  });

  it("are counted from the frozen rows of a version that doesn't keep what it says", async () => {
    const { before, frozen } = await standing([bulletinOf(JULY), bulletinOf(AUGUST, tallies(AUGUST))], []);
    expect(before.map(({ month, heard, bulletin }) => [month, heard, bulletin !== undefined])).toEqual([
      [JUNE, 2, false],
      [JULY, 2, true],
      [AUGUST, 2, true],
    ]);
    expect(frozen.toSorted()).toEqual(["bulletins/2026-07", "bulletins/2026-08"]);
  });

  it("are read as they are while those of no bulletin are few, all together, and else as they were counted", async () => {
    const issued = bulletinOf(JUNE, tallies(JUNE));
    // What a bulletin says needs no rows.
    const large = keptOf(JUNE, 10 * MOST_READ);
    const few = await standing([issued], [large, keptOf(JULY, MOST_READ - 1), keptOf(AUGUST, 1)]);
    expect(few.live).toEqual(expect.arrayContaining([JULY, AUGUST]));
    expect(few.before.map(({ heard, countedAt }) => [heard, countedAt])).toEqual(
      Array(3).fill([2, undefined]),
    );
    const many = await standing([issued], [large, keptOf(JULY, MOST_READ), keptOf(AUGUST, 1)]);
    expect(many.live.filter((month) => month >= JUNE)).toEqual([SEPTEMBER]);
    expect(many.before.map(({ heard, countedAt }) => [heard, countedAt])).toEqual([
      [2, undefined],
      [9, COUNTED_AT],
      [9, COUNTED_AT],
    ]);
  });

  it("are the whole city's in cases, a county's in pairs, and nothing of a county without a hearing", async () => {
    const kept = [keptOf(AUGUST, MOST_READ + 1)];
    expect((await standing([], kept, "市本级")).before.at(-1)).toMatchObject({
      heard: 9,
      countedAt: COUNTED_AT,
    });
    expect((await standing([], kept, "沂南县")).before).toEqual([]);
  });
});

describe("the last ranking", () => {
  const circulated = (inMail: object) =>
    ({ ...bulletinOf(AUGUST, tallies(AUGUST)), inMail }) as unknown as BulletinVersion;

  it("names the area's own agencies, unless some lists were kept to the bureau", async () => {
    const shown = await standing([circulated({ to: ["governments"] })], []);
    expect(shown.ranking?.counties.map(({ jurisdiction }) => jurisdiction)).toEqual(["兰山区"]);
    expect(shown.ranking?.agencies).toHaveLength(1);
    const kept = await standing([circulated({ to: ["governments"], annex: true })], []);
    expect(kept.ranking?.counties).toHaveLength(1);
    expect(kept.ranking).not.toHaveProperty("agencies");
    const elsewhere = await standing([circulated({ to: ["governments"] })], [], "沂南县");
    expect(elsewhere.ranking?.agencies).toEqual([]);
  });

  it("is none of a bulletin that no government was sent", async () => {
    const { ranking, before } = await standing([circulated({ to: ["courts"] })], []);
    expect(ranking).toBeUndefined();
    expect(before.at(-1)).toMatchObject({ month: AUGUST, bulletin: undefined });
  });
});

describe("this month", () => {
  const counted = (month: Month) => {
    const tally = { heard: 9, present: 8, absent: 1, unknown: 0 };
    const total = { heard: 20, present: 19, absent: 1, unknown: 0 };
    return { month: { month, total, agencyLevel: tally }, at: COUNTED_AT } as never;
  };
  const current = async (month: Month, jurisdiction = "兰山区") => {
    const { live, current: now } = await standing([], [], jurisdiction, counted(month));
    return { now, wasRead: live.includes(SEPTEMBER) };
  };

  it("is as it was counted today, of the city in cases, of a county in pairs; else it is read", async () => {
    expect(await current(SEPTEMBER)).toEqual({
      now: {
        month: SEPTEMBER,
        heard: 9,
        present: 8,
        absent: 1,
        unknown: 0,
        bulletin: undefined,
        countedAt: COUNTED_AT,
      },
      wasRead: false,
    });
    expect((await current(SEPTEMBER, "市本级")).now).toMatchObject({ heard: 20, present: 19 });
    expect(await current(AUGUST)).toMatchObject({ now: { month: SEPTEMBER, heard: 2 }, wasRead: true });
  });
});

it("months together are the sum of each count", () => {
  const tally = (heard: number, present: number, absent: number, unknown: number) => ({
    heard,
    present,
    absent,
    unknown,
  });
  expect(together([tally(5, 3, 1, 1), tally(10, 6, 3, 1)])).toEqual(tally(15, 9, 4, 2));
  expect(together([])).toEqual(tally(0, 0, 0, 0));
});
