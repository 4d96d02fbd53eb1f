import { afterAll } from "vitest";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { memoryOperations } from "../support/memory/memory-operations.ts";
import { operationsContract } from "./operations.contract.ts";

operationsContract("memory", async () => memoryOperations());

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
operationsContract("the local engine", async () => caseOperations(engine.client, await engine.freshTable()));
