/**
 * What the desk's pages cost in a city of 10,000 open and 200,000 closed cases: calls and read units, as the engine counts
 * them, and how long the page takes on this machine. A page over its budget of units ends the bench.
 */
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { CASE } from "../support/stored-things.ts";
import { deskReaders, linkFor } from "./desk-readers.ts";
import { fillCity, OPEN, plaintiffOf } from "./desk-size.ts";
import type { Measurement } from "./run.ts";

/**
 * Read units a page may cost. `ownCases`: the first page of an agency reads its open cases whole (thirty here), that of a court the rows of
 * its own (some eight hundred). A board of so few that it is read whole may cost as much as all of that.
 */
const BUDGET = { home: 30, ownCases: 200, search: 40, casePage: 40, wholeBoard: 1_500 } as const;

const CITY = "linyi-justice";
const COUNTY = "yinan-justice";
const AGENCY = "yinan-police";
const COURT = "yinan-court";

const lineOf = ({ what, value, unit, beside = "" }: Measurement) => `${what}: ${value} ${unit}, ${beside}`;

export async function deskBench(): Promise<readonly Measurement[]> {
  // The small engine would take an hour to write them.
  const engine = await startCaseTableEngine("dynamodb-local");
  try {
    const { client } = engine;
    const table = await engine.freshTable();
    const started = performance.now();
    const items = await fillCity(client, table);
    console.log(
      `  ${items.toLocaleString("en-US")} items in ${Math.round((performance.now() - started) / 1000)} s`,
    );
    const readers = await deskReaders(client, table, [CITY, COUNTY, AGENCY, COURT]);
    const over: string[] = [];
    const look = async (
      what: string,
      path: string,
      shows: string,
      budget: number,
      reader?: string,
    ): Promise<Measurement> => {
      const { status, text, calls, units, milliseconds } = await readers.look(path, reader);
      if (status !== 200 || !text.includes(shows)) over.push(`${what}: ${status}, without ${shows}`);
      if (calls.includes("Scan")) throw new Error(`${what} scans the table`);
      // All of them are printed before the bench fails.
      if (units > budget) over.push(`${what} costs ${units} units, more than ${budget}`);
      const beside = `${calls.length} calls, ${Math.round(milliseconds)} ms, budget ${budget}`;
      return { what, value: units, unit: "units", beside };
    };
    const search = (recipient: string, q: string, more = {}) =>
      `${linkFor(recipient, { task: "search" })}?${new URLSearchParams({ q, ...more })}`;
    // Of the first closed case of the agency.
    const own = plaintiffOf(OPEN + 3);
    const person = plaintiffOf(OPEN + 12_345);
    const { home, ownCases, search: found, casePage, wholeBoard } = BUDGET;
    const measured = [
      await look("home of the city's bureau", `at/${CITY}`, "我的工作台", home, CITY),
      await look("home of a county's bureau", `at/${COUNTY}`, "我的工作台", home, COUNTY),
      await look("home of an agency", `at/${AGENCY}`, "我的工作台", ownCases, AGENCY),
      await look("home of a court", `at/${COURT}`, "我的工作台", ownCases, COURT),
      await look("search, 1500 in the city", search(CITY, "1500"), "1500号", found),
      await look("search, 1500 in a county", search(COUNTY, "1500"), "1500号", found),
      await look("search, a whole number", search(CITY, "2026鲁1321行初1500"), "1500号", found),
      await look("search, a person's name in the city", search(CITY, person), person, found),
      await look("search, two characters in a county", search(COUNTY, "国明"), "rowheader", found),
      await look("search, by an agency", search(AGENCY, own), own, found),
      await look("search, by a court", search(COURT, "1500"), "1500号", found),
      await look("search, the cases of an agency", search(CITY, "沂南县公安局"), "rowheader", found),
      await look(
        "search, a court's closed cases of a year",
        search(COUNTY, "沂南县人民法院", { unit: COURT, year: "2024" }),
        "rowheader",
        found,
      ),
      await look("search, nobody", search(CITY, "诸葛无名"), "没有找到", found),
      await look(
        "page of a case",
        `${linkFor(COUNTY, { task: "board" })}/case?number=${encodeURIComponent(CASE)}`,
        CASE,
        casePage,
      ),
      await look("board of a county", linkFor(COUNTY, { task: "board" }), "案件列表", wholeBoard),
      await look("board of the city", linkFor(CITY, { task: "board" }), "案件列表", wholeBoard),
      await look(
        "closed cases of a county",
        `${linkFor(COUNTY, { task: "board" })}?state=closed&year=2024`,
        "rowheader",
        found,
      ),
    ];
    if (over.length > 0) throw new Error([...measured.map(lineOf), ...over].join("\n"));
    return measured;
  } finally {
    await engine.stop();
  }
}
