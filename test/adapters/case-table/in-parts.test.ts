/** A change that no transaction holds: what happens when it breaks off, when somebody else is faster, when it is made again. */
import { randomBytes } from "node:crypto";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { writesOf } from "../../../shared/adapters/case-table/change-writes.ts";
import { itemBytes, MOST_BYTES } from "../../../shared/adapters/case-table/item-size.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { inTransactions } from "../../../shared/adapters/case-table/transactions.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
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
/** A case on 150 boards, with 100 letters: the case itself in the first transaction, the rest in two more. */
const opened = opening(23, {
  boards: { rows: BOARDS.map((board) => aRow({ board })), gone: [] },
  nextActionAt: NOON,
});
const notices = Array.from({ length: 100 }, (_, index) => aNotice(`letter ${index}`));
const change: Change = { token: "opened", cases: [opened], notices };
const PARTS = 2;

const records = () => caseRecords(client, table, JURISDICTION);
const rowsOn = async (board: string) => Array.fromAsync(records().board(board));
const lettersWritten = async () => (await caseOutbox(client, table, JURISDICTION).posted(SUBJECT)).length;
/** Items of the table that a change in parts leaves until it is done, and cases that are marked as unfinished. */
async function left() {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  return Items.filter(({ entity, unfinished }) => entity === "rest" || unfinished !== undefined).length;
}
const due = async (upTo: Instant) =>
  (await Array.fromAsync(records().due(JURISDICTION, upTo))).filter(({ entity }) => entity === "case");
/** All of it is there, once, and nothing is left to write. */
async function isWhole() {
  expect(await records().caseFile(CASE)).toEqual(opened.file);
  expect(await records().history(CASE)).toEqual(opened.events);
  expect(await lettersWritten()).toBe(100);
  for (const board of BOARDS) expect(await rowsOn(board)).toHaveLength(1);
  expect(await left()).toBe(0);
  // It is due when it was to be.
  expect(await due(addMinutes(NOON, -1))).toEqual([]);
  expect(await due(NOON)).toContainEqual({ entity: "case", caseNumber: CASE });
}

describe("a change of several transactions", () => {
  it("has the case with all that is decided in the first", () => {
    const { together, parts } = inTransactions(writesOf(change, table, JURISDICTION));
    expect(together.some(({ item }) => item.Put?.Item?.entity === "case")).toBe(true);
    expect(together).toHaveLength(95);
    expect(parts.map((writes) => writes.length)).toEqual([90, 67]);
  });

  it("is whole in the end", async () => {
    expect(await records().commit(change)).toBe("committed");
    await isWhole();
  });

  it("that breaks off before the first has left nothing, and is made again", async () => {
    breaksAt = 0;
    await expect(records().commit(change)).rejects.toThrow("the machine stops");
    expect(await records().caseFile(CASE)).toBeUndefined();
    expect(await left()).toBe(0);
    breaksAt = undefined;
    expect(await records().commit(change)).toBe("committed");
    await isWhole();
  });

  it.each(Array.from({ length: PARTS }, (_, part) => part + 1))(
    "that breaks off before transaction %i is due at once, and whoever changes the case next writes the rest first",
    async (transaction) => {
      breaksAt = transaction;
      await expect(records().commit(change)).rejects.toThrow("the machine stops");
      expect(await records().caseFile(CASE)).toEqual(opened.file);
      expect(await left()).toBeGreaterThan(0);
      expect(await due(addMinutes(NOON, -60))).toEqual([{ entity: "case", caseNumber: CASE }]);
      breaksAt = undefined;
      // Decided on what is there: it comes upon the mark, and finds the case whole when it decides again.
      const next = hearing(opened.file, {
        boards: { rows: BOARDS.map((board) => aRow({ board, version: 2 })), gone: [] },
      });
      expect(await records().commit({ token: "next", cases: [next] })).toBe("conflict");
      await isWhole();
      expect(await records().commit({ token: "next", cases: [next] })).toBe("committed");
      expect(await records().caseFile(CASE)).toEqual(next.file);
      expect((await rowsOn("第7县"))[0]?.version).toBe(2);
      expect(await left()).toBe(0);
    },
  );

  it("made twice changes nothing twice", async () => {
    expect(await records().commit(change)).toBe("committed");
    const again = await records().commit(change);
    expect(["committed", "conflict"]).toContain(again);
    await isWhole();
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
    expect(await left()).toBe(0);
  });

  it("of several cases is unfinished in each of them, and in none when it is done", async () => {
    const other = opening(24, {
      boards: { rows: BOARDS.map((board) => aRow({ board: `${board}甲` })), gone: [] },
    });
    const both = { ...change, cases: [opened, other] };
    breaksAt = 2;
    await expect(records().commit(both)).rejects.toThrow("the machine stops");
    breaksAt = undefined;
    // Come upon by way of the one that has not the rest in its own partition.
    const next = hearing(other.file);
    expect(await records().commit({ token: "next", cases: [next] })).toBe("conflict");
    await isWhole();
    expect(await rowsOn("第9县甲")).toHaveLength(1);
    expect(await records().commit({ token: "next", cases: [next] })).toBe("committed");
  });
});

describe("a colleague", () => {
  const rows = BOARDS.map((board) => aRow({ board, version: 2, plaintiff: "来晚了" }));
  const letters = Array.from({ length: 100 }, (_, index) => aNotice(`late ${index}`));
  const slower = (): Change => ({
    token: "slower",
    cases: [hearing(opening(23).file, { boards: { rows, gone: [] } })],
    notices: letters,
  });

  it("who is faster before the case is written leaves nothing of it: no letter, no row", async () => {
    await records().commit({ token: "opened", cases: [opening(23)] });
    const faster = hearing(opening(23).file);
    overtaken = { at: written, by: () => records().commit({ token: "faster", cases: [faster] }) };
    expect(await records().commit(slower())).toBe("conflict");
    expect(await lettersWritten()).toBe(0);
    expect(await rowsOn("第7县")).toEqual([]);
    expect(await records().caseFile(CASE)).toEqual(faster.file);
    expect(await left()).toBe(0);
  });

  it.each([1, 2])(
    "who decided on the same case comes too late from the first transaction on: before transaction %i",
    async (transaction) => {
      await records().commit({ token: "opened", cases: [opening(23)] });
      const change2 = slower();
      const late = { token: "late", cases: [hearing(opening(23).file, { nextActionAt: NOON })] };
      let came: unknown;
      overtaken = { at: written + transaction, by: async () => (came = await records().commit(late)) };
      expect(await records().commit(change2)).toBe("committed");
      expect(came).toBe("conflict");
      expect(await lettersWritten()).toBe(100);
      for (const board of BOARDS) expect((await rowsOn(board))[0]?.plaintiff).toBe("来晚了");
      expect(await records().caseFile(CASE)).toEqual(change2.cases?.[0]?.file);
      expect(await left()).toBe(0);
    },
  );

  it("who changes the case right after it shows his own rows on every board, never older ones", async () => {
    await records().commit({ token: "opened", cases: [opening(23)] });
    const change2 = slower();
    const [{ file = opened.file } = {}] = change2.cases ?? [];
    const newest = BOARDS.map((board) => aRow({ board, version: 3, plaintiff: "最后的" }));
    const third = { token: "third", cases: [hearing(file, { boards: { rows: newest, gone: [] } })] };
    let tries = 0;
    overtaken = {
      at: written + 2,
      by: async () => {
        while ((await records().commit(third)) === "conflict") tries += 1;
      },
    };
    expect(await records().commit(change2)).toBe("committed");
    expect(tries).toBe(1);
    for (const board of BOARDS) expect((await rowsOn(board))[0]?.plaintiff).toBe("最后的");
    expect(await lettersWritten()).toBe(100);
    expect(await left()).toBe(0);
  });

  it("who is at the rest at the same time writes none of it twice", async () => {
    breaksAt = 1;
    await expect(records().commit(change)).rejects.toThrow("the machine stops");
    breaksAt = undefined;
    const next = { token: "next", cases: [hearing(opened.file)] };
    const came = await Promise.all(Array.from({ length: 6 }, () => records().commit(next)));
    expect(new Set(came)).toEqual(new Set(["conflict"]));
    await isWhole();
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
    const { together, parts } = inTransactions(writesOf(large, table, JURISDICTION));
    expect(parts.length).toBe(20);
    for (const writes of [together, ...parts]) {
      const bytes = writes.reduce((sum, { item }) => sum + itemBytes(item.Put?.Item ?? {}), 0);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES.transaction);
    }
  });
});
