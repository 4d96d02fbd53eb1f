import { afterAll } from "vitest";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { directoryContract } from "./directory.contract.ts";

directoryContract("memory", async () => memoryDirectory(memoryTable(JURISDICTION)));

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
directoryContract("the local engine", async () => caseDirectory(engine.client, await engine.freshTable()));
