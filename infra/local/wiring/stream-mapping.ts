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
import type { StreamFollower } from "../engines/stream-reader.ts";
import type { ChangeRecord } from "../engines/table-stream.ts";
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
export class StreamMapping implements StreamFollower {
  readonly #declared: DeclaredMapping;
  readonly #fn: LocalFunction;
  readonly #shared: StreamSurroundings;
  /** Read, and not yet handed on. */
  readonly #waiting: ChangeRecord[] = [];
  #delivering = false;
  #stopped = false;

  constructor(declared: DeclaredMapping, fn: LocalFunction, shared: StreamSurroundings) {
    this.#declared = declared;
    this.#fn = fn;
    this.#shared = shared;
  }

  take(changes: readonly ChangeRecord[]): void {
    this.#waiting.push(...changes);
    if (this.#delivering) return;
    this.#delivering = true;
    void this.#shared.activity.during(`stream for ${this.#fn.declared.path}`, () => this.#deliverAll());
  }

  stop(): void {
    this.#stopped = true;
  }

  async #deliverAll(): Promise<void> {
    const { batchSize, filters } = this.#declared;
    while (this.#waiting.length > 0 && !this.#stopped) {
      const wanted = this.#waiting
        .splice(0, batchSize)
        .filter(({ event }) => filters.length === 0 || filters.some((filter) => matches(filter, event)));
      await this.#deliver(wanted, 0);
    }
    this.#delivering = false;
  }

  async #deliver(batch: readonly ChangeRecord[], retry: number): Promise<void> {
    if (batch.length === 0 || this.#stopped) return;
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
