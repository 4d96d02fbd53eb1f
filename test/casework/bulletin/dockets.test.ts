/** What counts to a period's docket (收结存), and which months are read for it? */
import { describe, expect, it } from "vitest";
import { missingLedgers } from "../../../shared/casework/bulletin/missing-ledgers.ts";
import { docketRowsOf, docketsOf, rowsInDocket } from "../../../shared/casework/bulletin/period-docket.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Docket, StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { aRow } from "../../support/statistics-rows.ts";
import { aDuty, anAgency } from "../../support/stored-things.ts";

const [MAY, JUNE, JULY, AUGUST, SEPTEMBER] = [
  "2026-05",
  "2026-06",
  "2026-07",
  "2026-08",
  "2026-09",
] as Month[] as [Month, Month, Month, Month, Month];
const NOW = at("09-08");
const QUARTER = { ...periodOf("quarter", AUGUST), from: JUNE, to: AUGUST };

/** Cases by what becomes of them: received in a month, and closed in one. */
function rowOf(serial: number, receivedIn: Month | undefined, closedIn?: Month): StatisticsRow {
  return aRow(serial, { ...(receivedIn && { receivedIn }), ...(closedIn && { closedIn, closed: true }) });
}

/** `standsIn`: under which month a case stands, or among the open ones. */
function read(
  all: readonly StatisticsRow[],
  standsIn = ({ closedIn }: StatisticsRow): Docket => closedIn ?? "open",
) {
  const asked: Docket[] = [];
  const rows = docketRowsOf(
    {
      records: {
        async *docketRows(jurisdiction: string, docket: Docket) {
          expect(jurisdiction).toBe("3713");
          asked.push(docket);
          yield* all.filter((row) => standsIn(row) === docket);
        },
      },
    },
    "3713",
  );
  return { rows, asked };
}

describe("a period's docket", () => {
  it.each<[string, Month | undefined, Month | undefined, boolean]>([
    ["received before it and closed in its first month", MAY, JUNE, true],
    ["closed in its last month, received nobody knows when", undefined, AUGUST, true],
    ["received in its last month and open", AUGUST, undefined, true],
    ["received in it and closed after it", JULY, SEPTEMBER, true],
    ["received after it", SEPTEMBER, undefined, false],
    ["received and closed after it", SEPTEMBER, SEPTEMBER, false],
    ["closed after it, received nobody knows when", undefined, SEPTEMBER, false],
    ["open, received nobody knows when", undefined, undefined, false],
  ])("has a case %s: %s", async (_, receivedIn, closedIn, expected) => {
    const row = rowOf(1, receivedIn, closedIn);
    const { rows } = read([row]);
    expect(await rowsInDocket(rows, QUARTER, NOW)).toEqual(expected ? [row] : []);
  });

  it("has nothing of an agency for which the case ended before, though it goes on for another", async () => {
    const ended = rowOf(1, MAY, MAY);
    const { rows } = read([ended, rowOf(2, undefined, MAY)], () => "open");
    expect(await rowsInDocket(rows, QUARTER, NOW)).toEqual([]);
    const first = read([rowOf(1, MAY, JUNE)], () => "open");
    expect(await rowsInDocket(first.rows, QUARTER, NOW)).toHaveLength(1);
  });

  it("is read from its first month to today, and among the open cases", async () => {
    const { rows, asked } = read([]);
    await rowsInDocket(rows, QUARTER, NOW);
    expect(asked).toEqual([JUNE, JULY, AUGUST, SEPTEMBER, "open"]);
  });

  it("of several periods is counted in one pass", async () => {
    const { rows, asked } = read([rowOf(1, MAY, JULY), rowOf(2, AUGUST)]);
    const [july, august] = await docketsOf(rows, [periodOf("month", JULY), periodOf("month", AUGUST)], NOW);
    expect(asked).toEqual([JULY, AUGUST, SEPTEMBER, "open"]);
    expect(july?.total).toMatchObject({ received: 0, closed: 1 });
    expect(august?.total).toMatchObject({ received: 1, closed: 0 });
    const again = read([]);
    await docketsOf(again.rows, [periodOf("month", AUGUST), periodOf("month", JULY)], NOW);
    expect(again.asked[0]).toBe(JULY);
    const none = read([]);
    expect(await docketsOf(none.rows, [], NOW)).toEqual([]);
    expect(none.asked).toEqual([]);
  });
});

describe("the courts that still owe a ledger of a period (台账)", () => {
  const court = (id: string) =>
    anAgency({ id: id as OrganisationId, kind: "court", name: `${id}法院`, aliases: [] });
  const duty = (id: string, month: Month, received: boolean) =>
    aDuty({ court: id as OrganisationId, month, ...(received && { receivedOn: civilDate("2026-09-02") }) });

  async function owed(...duties: readonly ReturnType<typeof duty>[]) {
    const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
    await directory.save([court("a"), court("b"), anAgency()]);
    const records = {
      duties: async (asked: readonly { court: OrganisationId; month: Month }[]) =>
        duties.filter((one) => asked.some((it) => it.court === one.court && it.month === one.month)),
    };
    return missingLedgers({ records, directory }, QUARTER);
  }

  it("are named with the months they owe; one that was never asked owes none", async () => {
    expect(await owed(duty("a", JUNE, true), duty("a", JULY, false), duty("a", AUGUST, false))).toEqual([
      { court: "a法院", months: [JULY, AUGUST] },
    ]);
    expect(await owed(duty("a", JUNE, true), duty("b", JUNE, false))).toEqual([
      { court: "b法院", months: [JUNE] },
    ]);
  });

  it("are none where all have come, or none was asked", async () => {
    expect(await owed(duty("a", JUNE, true))).toBeUndefined();
    expect(await owed()).toBeUndefined();
    expect(await owed(duty("a", SEPTEMBER, false))).toBeUndefined();
  });
});
