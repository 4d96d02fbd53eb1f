import { afterAll, describe, expect, it } from "vitest";
import {
  callDynamo,
  type RunningDynamo,
  startDynamo,
} from "../../../../infra/local/engines/dynamo-engine.ts";
import { type ChangeRecord, TableStream } from "../../../../infra/local/engines/table-stream.ts";

/** As long as it says that there may be more. */
async function readToEnd(stream: TableStream, limit: number): Promise<readonly ChangeRecord[]> {
  const { changes, more } = await stream.next(limit);
  return more ? [...changes, ...(await readToEnd(stream, limit))] : changes;
}

describe.each(["dynoxide", "dynamodb-local"] as const)("%s", (engine) => {
  let running: RunningDynamo | undefined;
  afterAll(() => running?.stop());

  it("starts, keeps items, tells of real changes only, and leaves no process", {
    timeout: 30_000,
  }, async ({ skip }) => {
    try {
      running = await startDynamo({ engine });
    } catch (error) {
      // Not every machine has both: no binary for its platform, or no Java.
      skip(String(error));
    }
    if (running === undefined) return;
    const { endpoint } = running;
    const call = (operation: string, input: Parameters<typeof callDynamo>[2]) =>
      callDynamo(endpoint, `DynamoDB_20120810.${operation}`, input);
    await call("CreateTable", {
      TableName: "cases",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
    const stream = await TableStream.open(endpoint, "cases", {
      arn: "arn:stream",
      region: "eu-west-1",
    });
    expect(await stream.next(10)).toEqual({ changes: [], more: false });

    for (const state of ["pending", "pending", "sent"]) {
      await call("PutItem", { TableName: "cases", Item: { pk: { S: "a" }, state: { S: state } } });
    }
    const changes = await readToEnd(stream, 10);
    expect(changes.map(({ event }) => event.eventName)).toEqual(["INSERT", "MODIFY"]);
    expect(changes[1]?.event).toMatchObject({
      eventSourceARN: "arn:stream",
      awsRegion: "eu-west-1",
      dynamodb: {
        Keys: { pk: { S: "a" } },
        OldImage: { state: { S: "pending" } },
        NewImage: { state: { S: "sent" } },
      },
    });

    // More than fits into one answer, by number and by size.
    const many = Array.from({ length: 8 }, (_, index) => `${"b".repeat(350_000)}${index}`);
    for (const text of many)
      await call("PutItem", { TableName: "cases", Item: { pk: { S: "b" }, text: { S: text } } });
    const told = await readToEnd(stream, 3);
    expect(told).toHaveLength(8);
    expect(told.at(-1)?.event).toMatchObject({ dynamodb: { NewImage: { text: { S: many.at(-1) } } } });
    expect(await stream.next(3)).toEqual({ changes: [], more: false });

    await expect(call("GetItem", { TableName: "none", Key: { pk: { S: "a" } } })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await running.stop();
    await expect(fetch(endpoint)).rejects.toThrow();
  });
});
