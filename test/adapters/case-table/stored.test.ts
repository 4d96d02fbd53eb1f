/** What the case table's adapters leave in a real table, and what they make of what others left there. */
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../../shared/adapters/clients/dynamo.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { LOCAL_CREDENTIALS, startCaseTableEngine } from "../../support/case-table-engine.ts";
import {
  aLine,
  aNotice,
  anAgency,
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

let table: string;
let records: Records;
let outbox: Outbox;
beforeEach(async () => {
  table = await engine.freshTable();
  records = caseRecords(client, table, JURISDICTION);
  outbox = caseOutbox(client, table, JURISDICTION);
});

const stored = async (key: { pk: string; sk: string }) =>
  (await client.send(new GetCommand({ TableName: table, Key: key }))).Item;
const noticeKey = keyOf.notice(SUBJECT, aNotice().id);

describe("a notice's item", () => {
  it("has its state where the mailer's stream filter looks for it", async () => {
    await records.commit({ token: "t", notices: [aNotice()] });
    expect(await stored(noticeKey)).toMatchObject({ entity: "notice", state: "pending" });
  });

  it("changes each time it is handed to the mailer, so that the stream tells of it", async () => {
    await outbox.add(aNotice(), MORNING);
    const before = await stored(noticeKey);
    await outbox.release(SUBJECT, aNotice().id, addMinutes(MORNING, 60));
    const after = await stored(noticeKey);
    expect(after).toMatchObject({ state: "pending" });
    expect(after?.wokenAt).not.toBe(before?.wokenAt);
  });

  it("keeps why it was refused, and leaves the index when a person has been told", async () => {
    await outbox.add(aNotice(), MORNING);
    await outbox.claim(SUBJECT, aNotice().id, NOON);
    await outbox.refused(SUBJECT, aNotice().id, "550 no such user", undefined);
    expect(await stored(noticeKey)).toHaveProperty("dueAt");
    await outbox.reported(SUBJECT, aNotice().id);
    const item = await stored(noticeKey);
    expect(item).toMatchObject({ state: "failed", reason: "550 no such user" });
    expect(item).not.toHaveProperty("dueAt");
    expect(item).not.toHaveProperty("duePartition");
  });

  it("is not written by who doesn't know its jurisdiction", async () => {
    await expect(caseOutbox(client, table, "").add(aNotice(), MORNING)).rejects.toThrow("jurisdiction");
  });
});

describe("what is due", () => {
  const due = async (upTo = NOON) =>
    (await Array.fromAsync(records.due(JURISDICTION, upTo))).map((one) =>
      one.entity === "line" ? one.line.releaseAt : one.entity,
    );
  /** Forty organisations' lines, each due a minute before the one before it. */
  const lines = Array.from({ length: 40 }, (_, index) => ({
    ...aLine(`line ${index}`, addMinutes(MORNING, 60 - index)),
    subject: { of: "organisation", organisation: `bureau-${index}` as OrganisationId } as const,
  }));

  it("lies in eight partitions, and is listed with what has waited longest first", async () => {
    await records.commit({ token: "t", lines });
    const partitions = await Promise.all(
      lines.map(async (line) => (await stored(keyOf.line(line.subject, line.id)))?.duePartition),
    );
    expect(new Set(partitions)).toEqual(
      new Set(Array.from({ length: 8 }, (_, shard) => `${JURISDICTION}#${shard}`)),
    );
    expect(await due()).toEqual(lines.map(({ releaseAt }) => releaseAt).toReversed());
    expect(await due(addMinutes(MORNING, 30))).toHaveLength(10);
  });

  it("of a case and of its letters lies in one of them", async () => {
    await records.commit({ token: "t", cases: [opening(23, { nextActionAt: NOON })], notices: [aNotice()] });
    const items = await Promise.all([stored(keyOf.caseFile(CASE)), stored(noticeKey)]);
    expect(new Set(items.map((item) => item?.duePartition)).size).toBe(1);
  });

  it("is found where a former version put it, and moves when it is written again", async () => {
    const opened = opening(23, { nextActionAt: MORNING });
    await records.commit({ token: "1", cases: [opened] });
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf.caseFile(CASE),
        UpdateExpression: "SET duePartition = :former",
        ExpressionAttributeValues: { ":former": JURISDICTION },
      }),
    );
    await records.commit({ token: "2", lines: lines.slice(0, 1) });
    expect(await due()).toEqual(["case", lines[0]?.releaseAt]);
    await records.commit({ token: "3", cases: [hearing(opened.file, { nextActionAt: MORNING })] });
    expect(await due()).toEqual(["case", lines[0]?.releaseAt]);
    expect((await stored(keyOf.caseFile(CASE)))?.duePartition).toMatch(/#\d$/);
  });
});

describe("the index of a month", () => {
  it("carries the rows and nothing else of a case", async () => {
    const opened = opening();
    await records.commit({ token: "1", cases: [opened] });
    await records.commit({ token: "2", cases: [hearing(opened.file)] });
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: "month",
        KeyConditionExpression: "monthPartition = :month",
        ExpressionAttributeValues: { ":month": `${SEPTEMBER}#${JURISDICTION}` },
      }),
    );
    expect(Items?.map((item) => Object.keys(item).toSorted())).toEqual([
      ["caseNumber", "monthPartition", "pk", "rows", "sk"],
    ]);
  });
});

describe("a query of many pages", () => {
  const smallPages = dynamo({
    ...LOCAL_CREDENTIALS,
    endpoint: engine.endpoint,
  });
  smallPages.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next(commandName === "QueryCommand" ? { ...args, input: { ...args.input, Limit: 2 } } : args),
    { step: "initialize" },
  );
  afterAll(() => smallPages.destroy());

  it("gives all of them, in order", async () => {
    const lines = Array.from({ length: 7 }, (_, index) => aLine(`line ${index}`, addMinutes(MORNING, index)));
    await records.commit({ token: "t", lines });
    const found = await Array.fromAsync(caseRecords(smallPages, table).due(JURISDICTION, NOON));
    expect(found).toEqual(lines.map((line) => ({ entity: "line", line })));
  });
});

describe("an item nobody can read", () => {
  it("is reported by its key, and holds up nothing else that is due", async () => {
    const lines = [
      aLine("first", MORNING),
      aLine("broken", addMinutes(MORNING, 1)),
      aLine("last", addMinutes(MORNING, 2)),
    ];
    await records.commit({ token: "t", lines });
    const key = keyOf.line(SUBJECT, aLine("broken").id);
    await client.send(new PutCommand({ TableName: table, Item: { ...(await stored(key)), line: "?" } }));

    const seen: string[] = [];
    const look = async () => {
      for await (const item of records.due(JURISDICTION, NOON))
        seen.push(item.entity === "line" ? newsWords(item.line.line.news) : item.entity);
    };
    await expect(look()).rejects.toThrow(expect.objectContaining({ name: "UnreadableItem" }));
    expect(seen).toEqual(["first", "last"]);
  });

  it("of a month is never left out of its figures", async () => {
    const item = {
      ...keyOf.caseFile(CASE),
      caseNumber: CASE,
      monthPartition: `${SEPTEMBER}#${JURISDICTION}`,
      rows: [{}],
    };
    await client.send(new PutCommand({ TableName: table, Item: item }));
    await expect(Array.fromAsync(records.monthRows(JURISDICTION, SEPTEMBER))).rejects.toThrow(
      "can't be read",
    );
  });

  it("is not taken for a case", async () => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...keyOf.caseFile(CASE), entity: "case", schemaVersion: 999 },
      }),
    );
    await expect(records.caseFile(CASE)).rejects.toThrow("schema version 999");
  });
});

describe("a directory's key", () => {
  it("is gone with the name", async () => {
    const directory = caseDirectory(client, table);
    const key = keyOf.lookup(lookup.name("沂南公安局"), anAgency().id);
    await directory.save([anAgency()]);
    expect(await stored(key)).toMatchObject({ entity: "lookup" });
    await directory.save([anAgency({ aliases: [] })]);
    expect(await stored(key)).toBeUndefined();
  });

  it("that was left behind finds nobody", async () => {
    const directory = caseDirectory(client, table);
    await directory.save([anAgency()]);
    const stale = {
      ...keyOf.lookup(lookup.name("旧名"), anAgency().id),
      entity: "lookup",
      schemaVersion: 1,
      organisation: anAgency().id,
    };
    await client.send(new PutCommand({ TableName: table, Item: stale }));
    expect(await directory.find(lookup.name("旧名"))).toEqual([]);
  });
});

describe("cases that wait for a name, of which a former version wrote some by their number alone", () => {
  it("are all found at their place, of one board and of all, until each is next written", async () => {
    const boards = ["沂南县", "兰山区", "沂南县", "沂南县", "兰山区"];
    const numbers = await Promise.all(
      boards.map(async (board, index) => {
        const change = opening(index + 1);
        const { caseNumber } = change.file;
        const names = { caseNumber, board, names: ["某某局"] };
        await records.commit({ token: `opened ${index}`, cases: [{ ...change, names }] });
        return caseNumber;
      }),
    );
    for (const number of [numbers[1], numbers[2]])
      if (number !== undefined)
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf.caseFile(number),
            UpdateExpression: "SET boardSort = :number",
            ExpressionAttributeValues: { ":number": number },
          }),
        );
    const [first, second, third, fourth, fifth] = numbers;
    const asked = async (given?: Parameters<typeof records.unknownNames>[0]) =>
      (await Array.fromAsync(records.unknownNames(given))).map(({ caseNumber }) => caseNumber);
    expect(await asked()).toEqual([second, fifth, first, third, fourth]);
    expect(await asked({ board: "沂南县", some: 1 })).toEqual([first, third, fourth]);
    expect(await asked({ board: "沂南县", after: `沂南县#${first}` })).toEqual([third, fourth]);
    expect(await asked({ board: "沂南县", after: `沂南县#${third}` })).toEqual([fourth]);
  });
});
