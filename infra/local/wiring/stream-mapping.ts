/**
 * How the changes of a table reach their function in order, and what holds them up or lets them pass after a
 * failure.
 */
import { setTimeout } from "node:timers/promises";
import type { Activity } from "../engines/activity.ts";
import type { CloudClock } from "../engines/clock.ts";
import type { DeclaredMapping } from "../engines/declared.ts";
import type { Json } from "../engines/json.ts";
import type { LocalFunction, Outcome } from "../engines/local-function.ts";
import { matches } from "../engines/pattern.ts";
import type { Queue } from "../engines/queue.ts";
import { StreamReader } from "../engines/stream-reader.ts";
import type { ChangeRecord, TableStream } from "../engines/table-stream.ts";
import { failedItems } from "./queue-mapping.ts";

/** What a stream's mapping needs of the cloud. */
export interface StreamSurroundings {
  readonly activity: Activity;
  readonly clock: CloudClock;
  readonly retryDelayMs: number;
  queue(arn: string): Queue;
}

/**
 * Calls a function with batches of a table's changes, in order and one batch at a time: a batch that fails holds
 * up what comes after it. It is tried again from the first item the function reports as failed, or halved, or
 * whole; when the retries are used up, the queue of failures gets a message that says where in the stream it lies.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export class StreamMapping {
  readonly #declared: DeclaredMapping;
  readonly #reader: StreamReader;
  readonly #fn: LocalFunction;
  readonly #shared: StreamSurroundings;

  constructor(declared: DeclaredMapping, stream: TableStream, fn: LocalFunction, shared: StreamSurroundings) {
    const { batchSize, filters } = declared;
    this.#declared = declared;
    this.#fn = fn;
    this.#shared = shared;
    const reading = { batchSize, activity: shared.activity, what: `stream for ${fn.declared.path}` };
    this.#reader = new StreamReader(stream, reading, (batch) => {
      const wanted = batch.filter(
        ({ event }) => filters.length === 0 || filters.some((filter) => matches(filter, event)),
      );
      return this.#deliver(wanted, 0);
    });
  }

  /** The table may have changed: reads its stream to the end. To be called before the writer gets its answer. */
  changed(): void {
    this.#reader.changed();
  }

  stop(): void {
    this.#reader.stop();
  }

  async #deliver(batch: readonly ChangeRecord[], retry: number): Promise<void> {
    if (batch.length === 0 || this.#reader.stopped) return;
    const outcome = await this.#fn.invoke({ Records: batch.map(({ event }) => event) });
    const failedFrom = this.#failedFrom(batch, outcome);
    if (failedFrom === undefined) return;
    const rest = batch.slice(failedFrom);
    const { bisect, retries } = this.#declared;
    if (bisect && failedFrom === 0 && rest.length > 1) {
      // Halving is not counted as a retry.
      const half = Math.ceil(rest.length / 2);
      await this.#deliver(rest.slice(0, half), retry);
      await this.#deliver(rest.slice(half), retry);
    } else if (retries >= 0 && retry >= retries) {
      this.#giveUp(rest, outcome, retry + 1);
    } else {
      await setTimeout(this.#shared.retryDelayMs, undefined, { ref: false });
      await this.#deliver(rest, retry + 1);
    }
  }

  /** Index of the first record that was not dealt with; undefined when all were. */
  #failedFrom(batch: readonly ChangeRecord[], outcome: Outcome): number | undefined {
    if (!outcome.ok) return 0;
    const reported = this.#declared.reportsItemFailures ? (failedItems(outcome.result) ?? []) : [];
    if (reported.length === 0) return undefined;
    const positions = reported.map((number) =>
      batch.findIndex(({ sequenceNumber }) => sequenceNumber === number),
    );
    // An identifier that is not of this batch makes the whole batch count as failed.
    return Math.max(0, Math.min(...positions));
  }

  #giveUp(batch: readonly ChangeRecord[], outcome: Outcome, calls: number): void {
    const { onFailureArn, sourceArn } = this.#declared;
    if (onFailureArn === undefined) return;
    const { requestId } = outcome;
    const record: Json = {
      requestContext: {
        requestId,
        functionArn: this.#fn.declared.arn,
        condition: "RetryAttemptsExhausted",
        approximateInvokeCount: calls,
      },
      responseContext: {
        statusCode: 200,
        executedVersion: "$LATEST",
        functionError: outcome.ok ? null : "Unhandled",
      },
      version: "1.0",
      timestamp: this.#shared.clock.now(),
      DDBStreamBatchInfo: {
        shardId: "local",
        startSequenceNumber: batch[0]?.sequenceNumber ?? "",
        endSequenceNumber: batch.at(-1)?.sequenceNumber ?? "",
        batchSize: batch.length,
        streamArn: sourceArn,
      },
    };
    this.#shared.queue(onFailureArn).send(JSON.stringify(record));
  }
}
