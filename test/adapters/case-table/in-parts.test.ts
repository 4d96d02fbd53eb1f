/** A change that no transaction holds: what happens when it breaks off, when somebody else is faster, when it is made again. */
import { randomBytes } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { writesOf } from "../../../shared/adapters/case-table/change-writes.ts";
import { itemBytes, MOST_BYTES } from "../../../shared/adapters/case-table/item-size.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { inTransactions } from "../../../shared/adapters/case-table/transactions.ts";
import { type Change, ChangeTooLarge } from "../../../shared/ports/change.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import {
  aNotice,
  aRow,
  CASE,
  hearing,
  JURISDICTION,
  NOON,
  opening,
  SUBJECT,
} from "../../support/stored-things.ts";

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
const { client } = engine;

/** Transactions that were written; those from the one with this number on break off. Before that with another, somebody is faster. */
let written = 0;
let breaksAt: number | undefined;
let overtaken: { readonly at: number; readonly by: () => Promise<unknown> } | undefined;
client.middlewareStack.add(
  (next, { commandName }) =>
    async (args) => {
      if (commandName !== "TransactWriteItemsCommand" && commandName !== "TransactWriteCommand")
        return next(args);
      if (written === breaksAt) throw new Error("the machine stops");
      if (written === overtaken?.at) {
        const { by } = overtaken;
        overtaken = undefined;
        await by();
      }
      written += 1;
      return next(args);
    },
  { step: "initialize", name: "breaks" },
);

let table: string;
beforeEach(async () => {
  table = await engine.freshTable();
  [written, breaksAt, overtaken] = [0, undefined, undefined];
});

const BOARDS = Array.from({ length: 150 }, (_, index) => `第${index + 1}县`);
/** A case on 150 boards, with 100 letters: three transactions, the case itself in the last. */
const opened = opening(23, {
  boards: { rows: BOARDS.map((board) => aRow({ board })), gone: [] },
  nextActionAt: NOON,
});
const notices = Array.from({ length: 100 }, (_, index) => aNotice(`letter ${index}`));
const change: Change = { token: "opened", cases: [opened], notices };

const records = () => caseRecords(client, table, JURISDICTION);
const rowsOn = async (board: string) => Array.fromAsync(records().board(board));
const lettersWritten = async () => (await caseOutbox(client, table, JURISDICTION).posted(SUBJECT)).length;

describe("a change of several transactions", () => {
  it("ends with the one that has the case", () => {
    const transactions = inTransactions(writesOf(change, table, JURISDICTION));
    expect(transactions.map((writes) => writes.length)).toEqual([52, 100, 100]);
    expect(transactions.at(-1)?.some(({ item }) => item.Put?.Item?.entity === "case")).toBe(true);
  });

  it.each([0, 1, 2])(
    "that breaks off before part %i is made again, and everything is there once",
    async (part) => {
      breaksAt = part;
      await expect(records().commit(change)).rejects.toThrow("the machine stops");
      expect(await records().caseFile(CASE)).toBeUndefined();
      [written, breaksAt] = [0, undefined];
      expect(await records().commit(change)).toBe("committed");
      expect(await records().caseFile(CASE)).toEqual(opened.file);
      expect(await lettersWritten()).toBe(100);
      for (const board of BOARDS) expect(await rowsOn(board)).toHaveLength(1);
      expect(await records().history(CASE)).toEqual(opened.events);
    },
  );

  it("made twice changes nothing twice", async () => {
    expect(await records().commit(change)).toBe("committed");
    const again = await records().commit(change);
    expect(["committed", "conflict"]).toContain(again);
    expect(await records().caseFile(CASE)).toEqual(opened.file);
    expect(await lettersWritten()).toBe(100);
    expect(await records().history(CASE)).toEqual(opened.events);
  });

  it("that comes second writes nothing: neither its case nor what is shown of it", async () => {
    await records().commit(change);
    const faster = hearing(opened.file, { boards: { rows: [aRow({ version: 2 })], gone: [] } });
    await records().commit({ token: "faster", cases: [faster] });
    const rows = BOARDS.map((board) => aRow({ board, version: 2, plaintiff: "来晚了" }));
    const slower = hearing(opened.file, { boards: { rows, gone: [] } });
    const letters = Array.from({ length: 100 }, (_, index) => aNotice(`late ${index}`));
    expect(await records().commit({ token: "slower", cases: [slower], notices: letters })).toBe("conflict");
    expect(await lettersWritten()).toBe(100);
    expect((await rowsOn("第7县"))[0]?.plaintiff).not.toBe("来晚了");
    expect(await records().caseFile(CASE)).toEqual(faster.file);
  });
});

describe("a change that is overtaken after it was looked at", () => {
  it("lets none of its letters go: each part asks whether the case is as it was decided on", async () => {
    await records().commit({ token: "opened", cases: [opening(23)] });
    const first = opening(23).file;
    const rows = BOARDS.map((board) => aRow({ board, version: 2, plaintiff: "来晚了" }));
    const letters = Array.from({ length: 100 }, (_, index) => aNotice(`late ${index}`));
    const slower = {
      token: "slower",
      cases: [hearing(first, { boards: { rows, gone: [] } })],
      notices: letters,
    };
    const faster = hearing(first);
    overtaken = { at: written, by: () => records().commit({ token: "faster", cases: [faster] }) };
    expect(await records().commit(slower)).toBe("conflict");
    expect(await lettersWritten()).toBe(0);
    expect(await rowsOn("第7县")).toEqual([]);
    expect(await records().caseFile(CASE)).toEqual(faster.file);
  });
});

describe("what is too large", () => {
  /** A case with a cause of so many bytes once it is packed: of what is drawn by chance, three in four are left. */
  const withBytes = (bytes: number) => {
    const file = { ...opened.file, cause: randomBytes(bytes).toString("base64") };
    return { token: "large", cases: [{ ...opening(23), file }] };
  };

  it("is an item above 400 KB, and is named without what it holds", async () => {
    const large = records().commit(withBytes(MOST_BYTES.item));
    await expect(large).rejects.toThrow(ChangeTooLarge);
    await expect(large).rejects.toThrow(/^an item \(case\) of \d+ bytes: it has 409600 at most$/);
    expect(await records().caseFile(CASE)).toBeUndefined();
  });

  it("is counted as the engine counts it", async () => {
    const item = (bytes: number) => ({
      pk: "SIZE",
      sk: "ITEM",
      text: "",
      list: [1, "案", true, null],
      map: { 名: "值" },
      more: "x".repeat(bytes),
    });
    const room = MOST_BYTES.item - itemBytes(item(0));
    const put = (bytes: number) => client.send(new PutCommand({ TableName: table, Item: item(bytes) }));
    await put(room);
    await expect(put(room + 16)).rejects.toThrow();
  });

  it("goes in more transactions where its items are large: one has 4 MB", () => {
    const rows = BOARDS.slice(0, 60).map((board) => aRow({ board, plaintiff: "x".repeat(100_000) }));
    const large = { token: "large", cases: [opening(23, { boards: { rows, gone: [] } })] };
    const transactions = inTransactions(writesOf(large, table, JURISDICTION));
    expect(transactions.length).toBe(2);
    for (const writes of transactions) {
      const bytes = writes.reduce((sum, { item }) => sum + itemBytes(item.Put?.Item ?? {}), 0);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES.transaction);
    }
  });
});
