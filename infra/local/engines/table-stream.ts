/** Which changes of a table came after the last ones that were read? */
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { callDynamo } from "./dynamo-engine.ts";
import type { Json, JsonObject } from "./json.ts";

const image = z.custom<JsonObject>().optional();
const StreamRecord = z.object({
  eventID: z.string(),
  eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    SizeBytes: z.number(),
    NewImage: image,
    OldImage: image,
  }),
});
const Table = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const Shards = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Records = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().optional() });

/** A change of an item as Lambda gets it in `Records`. */
export interface ChangeRecord {
  readonly sequenceNumber: string;
  readonly event: JsonObject;
}

/** Less than an answer of the stream holds, in the images' bytes: where there is less, nothing was left out for want of room. */
const SMALL_ANSWER = 256 * 1024;

/** Some changes, and whether there may be more at once. */
interface Changes {
  readonly changes: readonly ChangeRecord[];
  readonly more: boolean;
}

/** Where in which shard of the stream to read on. */
interface Position {
  readonly shard: string;
  readonly iterator: string;
}

/** Reads the changes of one table in order, from a position of its own. */
export class TableStream {
  readonly #endpoint: string;
  readonly #streamArn: string;
  readonly #origin: { readonly arn: string; readonly region: string };
  readonly #finished = new Set<string>();
  #position: Position | undefined;

  private constructor(endpoint: string, streamArn: string, origin: { arn: string; region: string }) {
    this.#endpoint = endpoint;
    this.#streamArn = streamArn;
    this.#origin = origin;
  }

  /** `arn` and `region` are what the records say they come from, instead of the engine's own. */
  static async open(
    endpoint: string,
    table: string,
    origin: { readonly arn: string; readonly region: string },
  ): Promise<TableStream> {
    const described = await callDynamo(endpoint, "DynamoDB_20120810.DescribeTable", { TableName: table });
    return new TableStream(endpoint, Table.parse(described).Table.LatestStreamArn, origin);
  }

  /** Up to `limit` changes since the last call. */
  async next(limit: number): Promise<Changes> {
    const position = this.#position ?? (await this.#nextShard());
    if (position === undefined) return { changes: [], more: false };
    const answer = await this.#call("GetRecords", { ShardIterator: position.iterator, Limit: limit });
    const { Records: records, NextShardIterator } = Records.parse(answer);
    if (NextShardIterator === undefined) this.#finished.add(position.shard);
    this.#position =
      NextShardIterator === undefined ? undefined : { ...position, iterator: NextShardIterator };
    const bytes = records.reduce((sum, { dynamodb }) => sum + dynamodb.SizeBytes, 0);
    return {
      // One engine reports writes that changed nothing, which DynamoDB doesn't.
      changes: records
        .filter(({ dynamodb: { OldImage, NewImage } }) => !isDeepStrictEqual(OldImage, NewImage))
        .map((record) => this.#toRecord(record)),
      more: NextShardIterator === undefined || records.length >= limit || bytes >= SMALL_ANSWER,
    };
  }

  #toRecord({ eventID, eventName, dynamodb }: z.infer<typeof StreamRecord>): ChangeRecord {
    return {
      sequenceNumber: dynamodb.SequenceNumber,
      event: {
        eventID,
        eventName,
        eventVersion: "1.1",
        eventSource: "aws:dynamodb",
        awsRegion: this.#origin.region,
        dynamodb: dynamodb as Record<string, Json>,
        eventSourceARN: this.#origin.arn,
      },
    };
  }

  async #nextShard(): Promise<Position | undefined> {
    const { StreamDescription } = Shards.parse(await this.#call("DescribeStream", {}));
    const shard = StreamDescription.Shards.find(({ ShardId }) => !this.#finished.has(ShardId))?.ShardId;
    if (shard === undefined) return undefined;
    const input = { ShardId: shard, ShardIteratorType: "TRIM_HORIZON" };
    const iterator = Iterator.parse(await this.#call("GetShardIterator", input)).ShardIterator;
    this.#position = { shard, iterator };
    return this.#position;
  }

  #call(operation: string, input: JsonObject): Promise<JsonObject> {
    const stream = operation === "GetRecords" ? {} : { StreamArn: this.#streamArn };
    return callDynamo(this.#endpoint, `DynamoDBStreams_20120810.${operation}`, { ...input, ...stream });
  }
}
