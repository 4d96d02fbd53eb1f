/** What the directory costs where many are asked for: requests go by the hundred, and names are looked through without the entries. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { findAgency } from "../../../shared/casework/agency-search.ts";
import { rememberedDirectory } from "../../../shared/casework/cached-directory.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import { meter } from "../../support/consumed-capacity.ts";
import { anAgency } from "../../support/stored-things.ts";

const AGENCIES = Array.from({ length: 250 }, (_, index) =>
  anAgency({ id: `agency-${1_000 + index}` as OrganisationId, name: `沂南县第${index}局`, aliases: [] }),
);

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());

describe("of 250 agencies", () => {
  const { client } = engine;
  let table = "";
  beforeAll(async () => {
    table = await engine.freshTable();
    await caseDirectory(client, table).save(AGENCIES);
  }, 60_000);

  it("all are found by a query and three requests, and who is called similarly by a query alone", async () => {
    const cost = meter(client);
    const directory = caseDirectory(client, table);
    const all = await cost(async () => {
      expect(await directory.find(lookup.kind("agency"))).toHaveLength(AGENCIES.length);
    });
    const similar = await cost(async () => {
      expect(await findAgency("沂南县第7局局", directory)).toMatchObject({ found: undefined });
    });
    const remembered = rememberedDirectory(directory, () => 0).remembered;
    const [first] = AGENCIES;
    const known = await cost(async () => {
      await remembered.organisation(first?.id as OrganisationId);
      await remembered.organisations(AGENCIES.slice(0, 20).map(({ id }) => id));
      await remembered.organisations(AGENCIES.slice(0, 20).map(({ id }) => id));
    });
    expect({ all, similar, known }).toMatchInlineSnapshot(`
      {
        "all": {
          "calls": [
            "Query",
            "BatchGetItem",
            "BatchGetItem",
            "BatchGetItem",
          ],
          "units": 262,
        },
        "known": {
          "calls": [
            "GetItem",
            "BatchGetItem",
          ],
          "units": 20,
        },
        "similar": {
          "calls": [
            "Query",
            "Query",
          ],
          "units": 7,
        },
      }
    `);
  }, 60_000);

  it("those that a busy table leaves out are asked for again", async () => {
    let sent = 0;
    const name = "leaves out";
    client.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { output, request } = { output: result.output as Answer, request: args.input as Asked };
        const keys = request.RequestItems?.[table]?.Keys;
        // Of each request but the last ones only a third is answered.
        if (keys === undefined || ++sent > 4 || keys.length < 3) return result;
        const cut = Math.ceil(keys.length / 3);
        const answered = new Set(keys.slice(0, cut).map(({ pk }) => pk));
        output.Responses = {
          [table]: (output.Responses?.[table] ?? []).filter(({ pk }) => answered.has(pk)),
        };
        output.UnprocessedKeys = { [table]: { Keys: keys.slice(cut) } };
        return result;
      },
      { step: "initialize", name },
    );
    try {
      const found = await caseDirectory(client, table).find(lookup.kind("agency"));
      expect(found).toEqual(AGENCIES);
      expect(sent).toBeGreaterThan(4);
    } finally {
      client.middlewareStack.remove(name);
    }
  }, 60_000);
});

interface Answer {
  Responses?: Record<string, { pk: string }[]>;
  UnprocessedKeys?: Record<string, { Keys: { pk: string }[] }>;
}
interface Asked {
  RequestItems?: Record<string, { Keys: { pk: string }[] } | undefined>;
}
