/** What a board costs to look at: it follows what is open, not how many cases there ever were. */
import { readFileSync } from "node:fs";
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, expect, it } from "vitest";
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { inMonth } from "../../../shared/adapters/case-table/indexes.ts";
import { BoardItem } from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import { meter } from "../../support/consumed-capacity.ts";
import { deskOnTable } from "../../support/desk-on-table.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { aRow, hearing, JURISDICTION, MORNING, opening } from "../../support/stored-things.ts";

const BOARDS = ["市本级", "兰山区", "河东区", "沂南县"];
const CASES = 10_000;
const OPEN = 600;
const HEARD_THIS_MONTH = 300;

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());

it("of 10,000 cases of which 600 are open costs some pages of a query", async () => {
  const { client } = engine;
  const table = await engine.freshTable();
  const directory = caseDirectory(client, table);
  const file = new URL("../../../infra/local/city/samples/directory.json", import.meta.url);
  const { organisations } = JSON.parse(readFileSync(file, "utf8")) as { organisations: Organisation[] };
  await directory.save(organisations);
  await fill(table);

  const cost = meter(client);
  const app = deskOnTable(client, table);
  const link = (recipient: string) =>
    signLink(
      { task: "board", recipient: recipient as OrganisationId, expires: addMinutes(MORNING, 60), nonce: "N" },
      LINK_KEYS,
    );
  const look = async (path: string) => {
    let status = 0;
    const { calls, units } = await cost(async () => {
      const response = await app.request(`/${path}`);
      status = response.status;
      await response.text();
    });
    return `${status}: ${calls.length} calls, ${units} units`;
  };
  const county = link("yinan-justice");
  expect({
    county: await look(county),
    "county, second page": await look(`${county}?after=${encodeURIComponent("（2026）鲁1321行初199号")}`),
    "county, closed": await look(`${county}?state=closed`),
    "county, as a table": await look(`${county}/csv`),
    city: await look(link("linyi-justice")),
  }).toMatchInlineSnapshot(`
    {
      "city": "200: 22 calls, 64 units",
      "county": "200: 9 calls, 29.5 units",
      "county, as a table": "200: 4 calls, 10.5 units",
      "county, closed": "200: 5 calls, 6.5 units",
      "county, second page": "200: 9 calls, 29.5 units",
    }
  `);

  async function fill(name: string): Promise<void> {
    const items = Array.from({ length: CASES }, (_, index) => {
      const board = BOARDS[index % BOARDS.length] ?? "沂南县";
      const state = index < OPEN ? "awaiting-hearing" : "closed";
      const row = aRow({ board, state, caseNumber: caseNumber(`（2026）鲁1321行初${index + 1}号`) });
      return BoardItem.write(keyOf.boardRow(board, row.caseNumber, state === "closed"), { row });
    });
    const { rows } = hearing(opening().file).counted;
    const heard = Array.from({ length: HEARD_THIS_MONTH }, (_, index) => {
      const number = caseNumber(`（2026）鲁1321行初${index + 20_000}号`);
      return {
        ...keyOf.caseFile(number),
        ...inMonth(JURISDICTION, "2026-09" as never, number),
        rows: rows.map((row) => ({ ...row, caseNumber: number })),
      };
    });
    const all = [...items, ...heard];
    const batches = Array.from({ length: Math.ceil(all.length / 25) }, (_, batch) =>
      all.slice(batch * 25, batch * 25 + 25).map((Item) => ({ PutRequest: { Item } })),
    );
    const writer = async () => {
      for (let batch = batches.pop(); batch !== undefined; batch = batches.pop())
        await client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }));
    };
    await Promise.all(Array.from({ length: 8 }, writer));
  }
}, 300_000);
