/** Which cases does a court find in the ledger that is sent to it with what is known (预填台账)? */
import { describe, expect, it } from "vitest";
import { openDuties } from "../../functions/monthly-bulletin/duties/ledger-duties.ts";
import { extractLedger } from "../../shared/documents/ledger/case-ledger.ts";
import { readTable } from "../../shared/documents/tables.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import type { Month } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aRow } from "../support/statistics-rows.ts";
import { anAgency, JURISDICTION, opening } from "../support/stored-things.ts";

const AUGUST = "2026-08" as Month;
const { plaintiffs, cause: CAUSE } = opening().file;
const PLAINTIFF = plaintiffs.join("、");

const court = (id: string, name: string, courtCode: string, aliases: readonly string[] = []) =>
  anAgency({
    id: id as OrganisationId,
    kind: "court",
    name,
    courtCode,
    aliases,
    contacts: [{ role: "clerk", name: "立案庭", email: `${id}@example.org` }],
  });

/** The numbers each court finds in the ledger of August it is sent; null where it is sent none. */
async function prefilledFor(rows: readonly Partial<StatisticsRow>[]) {
  const table = memoryTable(JURISDICTION);
  const [records, files] = [memoryRecords(table), memoryFiles(() => at("09-01"))];
  const directory = memoryDirectory(table);
  const courts = [
    court("lanshan-court", "临沂市兰山区人民法院", "鲁1302", ["兰山法院"]),
    court("linyi-court", "临沂市中级人民法院", "鲁13"),
    court("hedong-court", "临沂市河东区人民法院", "鲁1312"),
  ];
  await directory.save(courts);
  for (const [serial, facts] of rows.entries()) {
    const change = opening(serial + 1);
    const row = aRow(serial + 1, facts);
    const file = { ...change.file, caseNumber: row.caseNumber };
    await records.commit({
      token: `${serial}`,
      cases: [{ ...change, file, counted: { month: AUGUST, docket: "open", rows: [row] } }],
    });
  }
  await openDuties({ records, directory, files }, { month: AUGUST, now: at("09-01"), rules: RULES });
  return Promise.all(
    courts.map(async ({ id }) => {
      const duty = await records.duty(id, AUGUST);
      if (duty?.prefilled === undefined) return null;
      const bytes = await files.read(duty.prefilled.key, undefined, 1_000_000);
      if (typeof bytes === "string") return expect.fail(bytes);
      const grid = await readTable(bytes);
      const ledger = grid.ok ? extractLedger(grid.grid) : undefined;
      // What a clerk knows a case by comes from its file.
      for (const { plaintiff, cause } of ledger?.rows ?? [])
        expect([plaintiff, cause]).toEqual([PLAINTIFF, CAUSE]);
      const numbers = new Set(ledger?.rows.map((row) => row.caseNumber));
      expect(duty.prefilled.cases).toBe(numbers.size);
      return [...numbers].toSorted();
    }),
  );
}

describe("a prefilled ledger", () => {
  it("holds every case of its court, however papers write the court's name", async () => {
    const [lanshan, linyi, hedong] = await prefilledFor([
      { court: "山东省临沂市兰山区人民法院" },
      { court: "临沂市兰山区人民法院" },
      { court: undefined },
      { court: "山东省临沂市中级人民法院", caseNumber: caseNumber("（2026）鲁13行终66号") },
      { court: "兰山法院", caseNumber: caseNumber("（2015）兰行初字第7号") },
      // By the code of another court, whatever the paper says.
      { court: "临沂市兰山区人民法院", caseNumber: caseNumber("（2026）鲁1321行初8号") },
    ]);
    expect(lanshan).toEqual([
      "（2015）兰行初字第7号",
      "（2026）鲁1302行初1号",
      "（2026）鲁1302行初2号",
      "（2026）鲁1302行初3号",
    ]);
    expect(linyi).toEqual(["（2026）鲁13行终66号"]);
    expect(hedong).toBeNull();
  });
});
