/**
 * What every SQS must do that our functions may send to, by the SDK's own client, which checks the sums that come back.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
import {
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { describe, expect, it, vi } from "vitest";

/** A queue with a consumer that fails as often as it is told to. */
export interface QueueUnderTest {
  readonly client: SQSClient;
  readonly url: string;
  readonly name: string;
  /** What the consumer was brought so far, with how often. */
  readonly brought: readonly { readonly body: string; readonly receiveCount: number }[];
  /** The consumer fails on the next so many messages. */
  fail(times: number): void;
  /** What was given up, after three times in vain. */
  deadLetters(): readonly string[];
}

const EVERYTHING = "出庭 <&> \"'\n\t🏛️";

export function sqsContract(name: string, setUp: () => Promise<QueueUnderTest>): void {
  describe(`SQS on ${name}`, () => {
    it("brings a message as it was sent", async () => {
      const { client, url, brought } = await setUp();
      const { MessageId } = await client.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody: EVERYTHING }),
      );
      expect(MessageId).toMatch(/./);
      await vi.waitFor(() => expect(brought).toEqual([{ body: EVERYTHING, receiveCount: 1 }]));
    });

    it("takes several at once and answers each by its name", async () => {
      const { client, url, brought } = await setUp();
      const Entries = ["a", "b", "c"].map((Id) => ({ Id, MessageBody: `${EVERYTHING}${Id}` }));
      const { Successful = [], Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries }),
      );
      expect(Successful.map(({ Id }) => Id).toSorted()).toEqual(["a", "b", "c"]);
      expect(Failed).toEqual([]);
      await vi.waitFor(() =>
        expect(brought.map(({ body }) => body).toSorted()).toEqual(
          Entries.map(({ MessageBody }) => MessageBody),
        ),
      );
    });

    it("brings a message again on which the consumer failed, and gives it up after three times", async () => {
      const once = await setUp();
      once.fail(1);
      await once.client.send(new SendMessageCommand({ QueueUrl: once.url, MessageBody: "again" }));
      await vi.waitFor(() => expect(once.brought.map(({ receiveCount }) => receiveCount)).toEqual([1, 2]));
      const always = await setUp();
      always.fail(3);
      await always.client.send(new SendMessageCommand({ QueueUrl: always.url, MessageBody: "in vain" }));
      await vi.waitFor(() => expect(always.deadLetters()).toEqual(["in vain"]));
      expect(always.brought.map(({ receiveCount }) => receiveCount)).toEqual([1, 2, 3]);
      expect(once.deadLetters()).toEqual([]);
    });

    it("holds a delayed message back", async () => {
      const { client, url, brought } = await setUp();
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "late", DelaySeconds: 1 }));
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "early" }));
      await vi.waitFor(() => expect(brought.map(({ body }) => body)).toEqual(["early"]));
      await vi.waitFor(() => expect(brought.map(({ body }) => body)).toEqual(["early", "late"]), {
        timeout: 5_000,
      });
    });

    it("tells a queue's address, and knows none that there isn't", async () => {
      const { client, url, name: queue } = await setUp();
      const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: queue }));
      expect(QueueUrl).toBe(url);
      const nowhere = url.replace(queue, "nowhere");
      await expect(
        client.send(new SendMessageCommand({ QueueUrl: nowhere, MessageBody: "x" })),
      ).rejects.toMatchObject({ name: expect.stringMatching(/QueueDoesNotExist|NonExistentQueue/) });
    });
  });
}

/** What is brought by a mapping can't be asked for as well. */
export function refusesPolling(name: string, setUp: () => Promise<QueueUnderTest>): void {
  it(`${name} refuses by name what it doesn't stand in for`, async () => {
    const { client, url } = await setUp();
    await expect(client.send(new ReceiveMessageCommand({ QueueUrl: url }))).rejects.toThrow(
      "ReceiveMessage is not supported locally",
    );
  });
}
