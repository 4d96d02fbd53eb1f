import { afterAll } from "vitest";
import { caseSessions } from "../../shared/adapters/case-table/sessions.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { memorySessions } from "../support/memory/memory-sessions.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { sessionsContract } from "./sessions.contract.ts";

sessionsContract("memory", async () => memorySessions(new Map()));

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
sessionsContract("the local engine", async () =>
  caseSessions(engine.client, await engine.freshTable(), JURISDICTION),
);
