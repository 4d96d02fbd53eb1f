/** When is a case looked at again after a change? */
import { expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { at } from "../support/case-builders.ts";
import { COURT_FOLDER, summonsText } from "../support/desk-city.ts";
import { memoryCity } from "../support/memory-city.ts";

it("not for what has just been told, but for what comes next", async () => {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  // The report is due on the 11th; the day before, its agency is reminded.
  expect([...city.table.cases.values()].map(({ nextActionAt }) => nextActionAt)).toEqual([
    at("09-10", "08:30"),
  ]);
});
