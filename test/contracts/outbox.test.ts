import { afterAll } from "vitest";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { outboxContract } from "./outbox.contract.ts";

outboxContract(
  "memory",
  async () => {
    const table = memoryTable(JURISDICTION);
    return { records: memoryRecords(table), outbox: memoryOutbox(table) };
  },
  100,
);

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
outboxContract(
  "the local engine",
  async () => {
    const table = await engine.freshTable();
    return {
      records: caseRecords(engine.client, table, JURISDICTION),
      outbox: caseOutbox(engine.client, table, JURISDICTION),
    };
  },
  15,
);
