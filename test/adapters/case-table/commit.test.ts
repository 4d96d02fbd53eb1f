/** What follows when DynamoDB refuses a transaction: read and decide again, write the rest, or say that it failed? */
import { TransactionCanceledException, TransactionInProgressException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import type { Change } from "../../../shared/ports/change.ts";
import { aNotice, JURISDICTION, opening } from "../../support/stored-things.ts";

const OPENING = opening();
const CHANGE: Change = { token: "t", cases: [OPENING], notices: [aNotice()] };

describe("a transaction", () => {
  it("puts events only where there are none yet", async () => {
    const { commit, asked } = tableThat();
    expect(await commit()).toBe("committed");
    const { caseNumber, version } = OPENING.file;
    const { pk, sk } = keyOf.event(caseNumber, version);
    const events = puts(asked[0]).filter(({ Item }) => Item?.pk === pk && Item?.sk === sk);
    expect(events.map(({ ConditionExpression }) => ConditionExpression)).toEqual([
      "attribute_not_exists(pk)",
    ]);
  });

  it("that is under way already, or met another, is a conflict", async () => {
    const underWay = new TransactionInProgressException({ $metadata: {}, message: "" });
    expect(await tableThat(() => underWay).commit()).toBe("conflict");
    expect(await tableThat(refusing(() => "TransactionConflict")).commit()).toBe("conflict");
    expect(await tableThat(refusing(() => "None")).commit()).toBe("conflict");
  });

  it("whose case has changed meanwhile is a conflict, whatever else is there already", async () => {
    const everything = tableThat(refusing(() => "ConditionalCheckFailed"));
    expect(await everything.commit()).toBe("conflict");
    expect(everything.asked).toHaveLength(1);
  });

  it("whose notice is there already is written without it", async () => {
    const table = tableThat(refusing((item) => (isNotice(item) ? "ConditionalCheckFailed" : "None")));
    expect(await table.commit()).toBe("committed");
    expect(table.asked).toHaveLength(2);
    const [first, second] = table.asked.map(puts);
    expect(second).toEqual(first?.filter(({ Item }) => !isNotice(Item)));
  });

  it("whose notice met another writer is a conflict: nobody knows that it is there", async () => {
    const table = tableThat(refusing((item) => (isNotice(item) ? "TransactionConflict" : "None")));
    expect(await table.commit()).toBe("conflict");
    expect(table.asked).toHaveLength(1);
  });

  it("that can never be written is a fault", async () => {
    await expect(tableThat(refusing(() => "ValidationError")).commit()).rejects.toThrow("refused");
    await expect(tableThat(() => new Error("no network")).commit()).rejects.toThrow("no network");
  });
});

type Item = Record<string, unknown>;
type Refusal = (input: TransactWriteCommandInput) => Error | undefined;

const puts = (input: TransactWriteCommandInput | undefined) =>
  input?.TransactItems?.flatMap(({ Put }) => (Put === undefined ? [] : [Put])) ?? [];
const isNotice = (item: Item | undefined) => item?.entity === "notice";

/** Refuses with a reason for each write; a transaction without what it refused is written. */
function refusing(reasonFor: (item: Item | undefined) => string): Refusal {
  let asked = 0;
  return ({ TransactItems = [] }) => {
    asked += 1;
    const reasons = TransactItems.map(({ Put }) => ({ Code: reasonFor(Put?.Item) }));
    if (asked > 1 && reasons.every(({ Code }) => Code === "None")) return undefined;
    return new TransactionCanceledException({
      $metadata: {},
      message: "refused",
      CancellationReasons: reasons,
    });
  };
}

/** A table that answers every transaction so, and keeps what it was asked. */
function tableThat(refuses: Refusal = () => undefined) {
  const asked: TransactWriteCommandInput[] = [];
  const client = {
    async send({ input }: { readonly input: TransactWriteCommandInput }) {
      // Whether a case that is in the way is unfinished.
      if (input.TransactItems === undefined) return {};
      asked.push(input);
      const refusal = refuses(input);
      if (refusal !== undefined) throw refusal;
      return {};
    },
  } as unknown as DynamoDBDocumentClient;
  const commit = () => caseRecords(client, "cases", JURISDICTION).commit(CHANGE);
  return { asked, commit };
}
