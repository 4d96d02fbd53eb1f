/** Is every open case counted once, however many parts it takes, and however often or late they are called for? */
import { describe, expect, it } from "vitest";
import { type CountCall, type CountPorts, countBoards } from "../../functions/board-count/count-boards.ts";
import { openFigures, WHOLE_CITY } from "../../shared/domain/board/board-figures.ts";
import { mergedBoards } from "../../shared/domain/board/board-query.ts";
import {
  addMinutes,
  type CivilDate,
  civilDateAt,
  type Instant,
  type Month,
} from "../../shared/domain/time/time.ts";
import { RULES } from "../support/case-builders.ts";
import { countedBoards } from "../support/counted-boards.ts";
import { aCity } from "../support/desk-city.ts";
import { manyRows, putRows } from "../support/many-cases.ts";
import { aRow } from "../support/statistics-rows.ts";

const AREAS = ["市本级", "兰山区", "沂南县"];
const CASES = 140;

async function cityOf(cases = CASES) {
  const city = await aCity();
  const today = civilDateAt(city.now);
  const rows = manyRows(cases, today);
  city.table.boardRows.clear();
  putRows(city.table, rows);
  const on = (area: string) => rows.filter(({ board }) => board === area);
  const truth = new Map(AREAS.map((area) => [area, openFigures(on(area), today)]));
  truth.set(WHOLE_CITY, openFigures(mergedBoards(AREAS.map(on)).toSorted(byNumber), today));
  const messages: Instant[] = [];
  const ports: CountPorts = {
    ...city.ports,
    queue: { goOn: async (at) => void messages.push(at) },
  };
  const call = (one: CountCall, most = 50) => countBoards(ports, one, RULES, most);
  const isTrue = async (at: Instant) => {
    for (const [area, cases] of truth)
      expect(await city.ports.operations.figures(area), area).toMatchObject({ at, cases });
  };
  return { ...city, call, messages, ports, figures: city.ports.operations.figures, isTrue };
}

function byNumber(one: { caseNumber: string }, other: { caseNumber: string }): number {
  return one.caseNumber < other.caseNumber ? -1 : 1;
}

describe("a count of the boards", () => {
  it.each([1, 7, 50, CASES, 1_000])("comes to the truth in parts of %i", async (most) => {
    const { now, ports, isTrue } = await cityOf();
    const came = await countedBoards(ports, now, RULES, most);
    expect(came.at(-1)).toMatchObject({ came: "done", at: now, open: CASES });
    // Of as many cases as a part has nobody knows that they were all.
    expect(came).toHaveLength(Math.max(1, Math.ceil(CASES / most)));
    await isTrue(now);
  });

  it("reads no more in a part where ten times as many are open", async () => {
    const read = async (cases: number) => {
      const { now, ports } = await cityOf(cases);
      let rows = 0;
      const records: CountPorts["records"] = {
        ...ports.records,
        async openCases(board, page) {
          const found = await ports.records.openCases(board, page);
          rows += found.rows.length;
          return found;
        },
      };
      const { came } = await countBoards({ ...ports, records }, { begin: now }, RULES, 300);
      return { came, rows };
    };
    const [few, many] = [await read(1_500), await read(15_000)];
    expect(few.came).toBe("part");
    expect(many.came).toBe("part");
    expect(many.rows).toBe(few.rows);
  });

  it("shows the figures before until all parts are counted", async () => {
    const { now, call, messages, figures } = await cityOf();
    await call({ begin: now });
    await call({ goOn: now });
    expect(messages).toEqual([now, now]);
    expect(await figures(WHOLE_CITY)).toBeUndefined();
    expect(await call({ goOn: now })).toMatchObject({ came: "done", open: CASES });
  });

  it("goes on where a part was kept and its message lost, by the same message again or the next hour", async () => {
    for (const again of ["message", "hour"] as const) {
      const { now, call, ports, isTrue } = await cityOf();
      await call({ begin: now });
      const silent = { ...ports, queue: { goOn: async () => Promise.reject(new Error("no queue")) } };
      await expect(countBoards(silent, { goOn: now }, RULES, 50)).rejects.toThrow("no queue");
      const last = again === "message" ? { goOn: now } : { begin: addMinutes(now, 60) };
      expect(await call(last)).toMatchObject({ came: "done", at: now, open: CASES });
      await isTrue(now);
    }
  });

  it("makes its figures anew where it died before the last of them was kept", async () => {
    const { now, call, ports, isTrue } = await cityOf();
    const dying: CountPorts = {
      ...ports,
      operations: {
        ...ports.operations,
        async counted(figures) {
          await ports.operations.counted(figures.slice(0, 1));
          throw new Error("died");
        },
      },
    };
    await expect(countBoards(dying, { begin: now }, RULES, 1_000)).rejects.toThrow("died");
    expect(await call({ begin: now }, 1_000)).toMatchObject({ came: "done", open: CASES });
    await isTrue(now);
  });

  it("counts a part once where two calls of it run side by side, and one of them goes on", async () => {
    const { now, call, messages, isTrue } = await cityOf();
    await call({ begin: now });
    const came = await Promise.all([call({ goOn: now }), call({ goOn: now })]);
    expect(came.map((one) => one.came).toSorted()).toEqual(["idle", "part"]);
    expect(messages).toHaveLength(2);
    expect(await call({ goOn: now })).toMatchObject({ came: "done" });
    await isTrue(now);
  });

  it("is done once: an hour called again, or late, and a message of a former count do nothing", async () => {
    const { now, call, ports, isTrue } = await cityOf();
    await countedBoards(ports, now, RULES, 50);
    for (const one of [
      { begin: now },
      { begin: addMinutes(now, -60) },
      { goOn: now },
      { goOn: addMinutes(now, -60) },
    ])
      expect(await call(one)).toEqual({ came: "idle" });
    await isTrue(now);
    expect(await call({ begin: addMinutes(now, 60) }, 1_000)).toMatchObject({
      came: "done",
      at: addMinutes(now, 60),
    });
  });

  it("that stopped the day before is given up: its days were others", async () => {
    const { now, call, figures } = await cityOf();
    const tomorrow = addMinutes(now, 24 * 60);
    await call({ begin: now });
    expect(await call({ begin: tomorrow }, 1_000)).toMatchObject({ came: "done", at: tomorrow });
    expect(await call({ goOn: now })).toEqual({ came: "idle" });
    expect((await figures(WHOLE_CITY))?.at).toBe(tomorrow);
  });
});

describe("the months before", () => {
  const monthsOfDays = ["2025-09", "2026-06", "2026-08"] as Month[];
  /** Cases heard in three of the twelve months, and in one before them. */
  async function heardIn() {
    const city = await cityOf(20);
    const heard = (month: string, serial: number) => aRow(serial, { heardOn: `${month}-02` as CivilDate });
    const rows = new Map([
      ["2025-08", [heard("2025-08", 1)]],
      ...monthsOfDays.map((month) => [month, [1, 2, 3].map((one) => heard(month, one))] as const),
    ]);
    let read: string[] = [];
    const records: CountPorts["records"] = {
      ...city.ports.records,
      async *monthRows(_, month) {
        read.push(month);
        yield* rows.get(month) ?? [];
      },
    };
    const months = async () =>
      (await city.ports.operations.months("2025-01" as Month)).filter(({ rows: of }) => of > 0);
    return {
      ...city,
      months,
      ports: { ...city.ports, records },
      readSince() {
        const since = read;
        read = [];
        return since.toSorted();
      },
    };
  }

  it("are kept as figures have them, once a day, and anew on the next", async () => {
    const { now, ports, months, readSince } = await heardIn();
    await countedBoards(ports, now, RULES);
    expect(readSince()).toHaveLength(13);
    const tally = { heard: 3, present: 3, absent: 0, unknown: 0 };
    expect(await months()).toEqual(
      monthsOfDays.map((month) => ({
        month,
        at: now,
        rows: 3,
        tallies: { total: tally, areas: [{ jurisdiction: "兰山区", ...tally }] },
      })),
    );
    await countedBoards(ports, addMinutes(now, 60), RULES);
    expect(readSince()).toEqual(["2026-09"]);
    const tomorrow = addMinutes(now, 24 * 60);
    await countedBoards(ports, tomorrow, RULES);
    expect(readSince()).toHaveLength(13);
    expect((await months()).map(({ at }) => at)).toEqual([tomorrow, tomorrow, tomorrow]);
  });

  it("are counted in parts too, each month once", async () => {
    const { now, ports, months, readSince } = await heardIn();
    const came = await countedBoards(ports, now, RULES, 4);
    expect(came.map((one) => one.came)).toEqual(["part", "part", "part", "part", "done", "months"]);
    expect(readSince()).toHaveLength(13);
    expect((await months()).map(({ month }) => month)).toEqual(monthsOfDays);
  });
});
