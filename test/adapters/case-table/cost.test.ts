/** What the table's work costs: a change that adds a call or makes one dearer is seen here. */
import { afterAll, expect, it } from "vitest";
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { rememberedDirectory } from "../../../shared/casework/cached-directory.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import { meter } from "../../support/consumed-capacity.ts";
import {
  aDocument,
  aNotice,
  anAgency,
  aRow,
  CASE,
  hearing,
  JURISDICTION,
  MORNING,
  NOON,
  opening,
  SEPTEMBER,
  SUBJECT,
} from "../../support/stored-things.ts";

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
const { client } = engine;
const cost = meter(client);
const table = await engine.freshTable();
const records = caseRecords(client, table, JURISDICTION);
const outbox = caseOutbox(client, table, JURISDICTION);
const directory = caseDirectory(client, table);
const { remembered } = rememberedDirectory(directory, () => 0);

it("of the life of a case and its notice", async () => {
  const opened = opening(23, { nextActionAt: NOON, boards: { rows: [aRow()], gone: [] } });
  const intake = {
    token: "intake",
    cases: [opened],
    notices: [aNotice()],
    document: aDocument(),
    upload: { key: "courts/1321/inbox/传票.pdf", versionId: "v1", at: MORNING, sha256: "summons-1" },
  };
  const work: Record<string, () => Promise<unknown>> = {
    "take in a summons": () => records.commit(intake),
    "read a case": () => records.caseFile(CASE),
    "claim a notice": () => outbox.claim(SUBJECT, aNotice().id, addMinutes(MORNING, 15)),
    "mark it sent": () => outbox.accepted(SUBJECT, aNotice().id, "ses-1", NOON),
    "settle it": () => outbox.settle({ subject: SUBJECT, id: aNotice().id, at: NOON, became: "delivered" }),
    "settle it again": () =>
      outbox.settle({ subject: SUBJECT, id: aNotice().id, at: NOON, became: "delivered" }),
    "ask what is due": () => Array.fromAsync(records.due(JURISDICTION, NOON)),
    "record a hearing": () =>
      records.commit({
        token: "hearing",
        cases: [hearing(opened.file, { boards: { rows: [aRow({ version: 2 })], gone: [] } })],
      }),
    "read a month": () => Array.fromAsync(records.monthRows(JURISDICTION, SEPTEMBER)),
    "save an agency": () => directory.save([anAgency()]),
    "save it again": () => directory.save([anAgency()]),
    "find an agency by name": () => remembered.find(lookup.name("沂南县公安局")),
    "find it again within the minute": () => remembered.find(lookup.name("沂南县公安局")),
  };
  const costs: string[] = [];
  for (const [name, one] of Object.entries(work)) {
    const { calls, units } = await cost(one);
    costs.push(`${name}: ${calls.join(" + ")}, ${units} units`);
  }
  expect(costs).toMatchInlineSnapshot(`
    [
      "take in a summons: TransactWriteItems, 19 units",
      "read a case: GetItem, 1 units",
      "claim a notice: UpdateItem, 1 units",
      "mark it sent: UpdateItem, 2 units",
      "settle it: UpdateItem, 1 units",
      "settle it again: UpdateItem, 0 units",
      "ask what is due: Query + Query + Query + Query + Query + Query + Query + Query + Query, 4.5 units",
      "record a hearing: TransactWriteItems, 11 units",
      "read a month: Query, 0.5 units",
      "save an agency: GetItem + TransactWriteItems, 15 units",
      "save it again: GetItem, 1 units",
      "find an agency by name: Query + BatchGetItem, 2 units",
      "find it again within the minute: , 0 units",
    ]
  `);
});
