import { spawnSync } from "node:child_process";
import { afterAll, describe, it } from "vitest";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { type CaseTableEngine, startCaseTableEngine } from "../support/case-table-engine.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { recordsContract } from "./records.contract.ts";

recordsContract("memory", async () => {
  const table = memoryTable(JURISDICTION);
  return { records: memoryRecords(table), outbox: memoryOutbox(table), directory: memoryDirectory(table) };
});

const small = await startCaseTableEngine();
afterAll(() => small.stop());
recordsContract("the local engine", () => recordsOn(small));

// Amazon's own engine judges conditions and transactions its own way; it needs Java.
if (spawnSync("java", ["-version"]).status === 0) {
  const amazons = await startCaseTableEngine("dynamodb-local");
  afterAll(() => amazons.stop());
  recordsContract("DynamoDB Local", () => recordsOn(amazons));
} else {
  describe("records on DynamoDB Local", () => it.skip("skipped: there is no Java on this machine", () => {}));
}

async function recordsOn({ client, freshTable }: CaseTableEngine) {
  const table = await freshTable();
  return {
    records: caseRecords(client, table, JURISDICTION),
    outbox: caseOutbox(client, table, JURISDICTION),
    directory: caseDirectory(client, table),
  };
}
