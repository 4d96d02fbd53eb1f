/** How the messages of a queue reach their function in batches, and which of them come again. */
import { createHash } from "node:crypto";
import type { DeclaredMapping } from "../engines/declared.ts";
import { isObject, type Json, parseJson } from "../engines/json.ts";
import type { LocalFunction, Outcome } from "../engines/local-function.ts";
import { matches } from "../engines/pattern.ts";
import type { Message, Queue } from "../engines/queue.ts";

/** What a function answers that reports which items of its batch failed. */
export function failedItems(result: Json): readonly string[] | undefined {
  const list = isObject(result) ? result.batchItemFailures : undefined;
  if (!Array.isArray(list)) return undefined;
  return list.map((item: Json) => (isObject(item) ? String(item.itemIdentifier ?? "") : ""));
}

/**
 * Calls a function with batches of a queue's messages. Messages of a failed batch, or those the function reports
 * as failed, come again; the others are done.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export class QueueMapping {
  readonly #declared: DeclaredMapping;
  readonly #queue: Queue;
  readonly #fn: LocalFunction;
  readonly #region: string;
  #inWork = 0;

  /** Throws where AWS refuses the mapping: a message would come again while the function still has it. */
  constructor(declared: DeclaredMapping, queue: Queue, fn: LocalFunction, region: string) {
    const { visibilityTimeoutSeconds, path } = queue.declared;
    if (visibilityTimeoutSeconds < fn.declared.timeoutSeconds) {
      throw new Error(
        `queue ${path} hides a message for ${visibilityTimeoutSeconds} s, ` +
          `less than the timeout of ${fn.declared.path}, ${fn.declared.timeoutSeconds} s`,
      );
    }
    this.#declared = declared;
    this.#queue = queue;
    this.#fn = fn;
    this.#region = region;
    queue.consume(() => setImmediate(() => this.#work()));
  }

  #work(): void {
    const { batchSize, concurrency, filters } = this.#declared;
    while (this.#inWork < concurrency) {
      const taken = this.#queue.take(batchSize);
      if (taken.length === 0) return;
      const wanted = taken.filter(({ body }) => {
        const event = { body: parseJson(body) ?? body };
        return filters.length === 0 || filters.some((filter) => matches(filter, event));
      });
      for (const message of taken) if (!wanted.includes(message)) this.#queue.done(message);
      if (wanted.length > 0) void this.#deliver(wanted);
    }
  }

  async #deliver(batch: readonly Message[]): Promise<void> {
    this.#inWork += 1;
    const outcome = await this.#fn.invoke({ Records: batch.map((message) => this.#record(message)) });
    const failed = this.#failed(batch, outcome);
    for (const message of batch) {
      if (failed.has(message.id)) this.#queue.failed(message);
      else this.#queue.done(message);
    }
    this.#inWork -= 1;
    this.#work();
  }

  #failed(batch: readonly Message[], outcome: Outcome): ReadonlySet<string> {
    const all = new Set(batch.map(({ id }) => id));
    if (!outcome.ok) return all;
    const reported = this.#declared.reportsItemFailures ? (failedItems(outcome.result) ?? []) : [];
    // An identifier that is not of this batch makes the whole batch count as failed.
    return reported.every((id) => all.has(id)) ? new Set(reported) : all;
  }

  #record({ id, body, sentAt, receiveCount }: Message): Json {
    return {
      messageId: id,
      receiptHandle: id,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(sentAt),
        SenderId: "local",
        ApproximateFirstReceiveTimestamp: String(sentAt),
      },
      messageAttributes: {},
      md5OfBody: createHash("md5").update(body).digest("hex"),
      eventSource: "aws:sqs",
      eventSourceARN: this.#queue.declared.arn,
      awsRegion: this.#region,
    };
  }
}
