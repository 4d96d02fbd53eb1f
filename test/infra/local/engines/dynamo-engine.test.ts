import { afterAll, describe, expect, it } from "vitest";
import {
  callDynamo,
  type RunningDynamo,
  startDynamo,
} from "../../../../infra/local/engines/dynamo-engine.ts";
import { TableStream } from "../../../../infra/local/engines/table-stream.ts";

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
    expect(await stream.next(10)).toEqual([]);

    for (const state of ["pending", "pending", "sent"]) {
      await call("PutItem", { TableName: "cases", Item: { pk: { S: "a" }, state: { S: state } } });
    }
    const changes = [...(await stream.next(10)), ...(await stream.next(10))];
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

    await expect(call("GetItem", { TableName: "none", Key: { pk: { S: "a" } } })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await running.stop();
    await expect(fetch(endpoint)).rejects.toThrow();
  });
});
