/**
 * What happens to an event that nobody waits for: Lambda's retries, and where the event ends when they are used
 * up.
 */
import { setTimeout } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { CloudClock } from "./clock.ts";
import type { Json } from "./json.ts";
import type { LocalFunction, Outcome } from "./local-function.ts";
import type { Queue } from "./queue.ts";

/** An event that a function failed on for good and that no queue was declared for. */
export interface LostEvent {
  readonly function: string;
  readonly event: Json;
  readonly error: string;
}

/** What asynchronous calls need of the cloud. */
export interface AsynchronousSurroundings {
  readonly activity: Activity;
  readonly clock: CloudClock;
  readonly retryDelayMs: number;
  queue(arn: string): Queue;
}

/**
 * Lambda's own queue, in front of a function that EventBridge or Scheduler calls: they only hand the event over.
 * So it is the *function's* retries and dead letter queue that count when it fails; those of the rule or schedule
 * are for events that could not be handed over, which can't happen here.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class AsynchronousCalls {
  readonly lost: LostEvent[] = [];
  readonly #shared: AsynchronousSurroundings;

  constructor(shared: AsynchronousSurroundings) {
    this.#shared = shared;
  }

  /** Calls `fn` until it succeeds or its retries are used up; resolves with the last outcome. */
  call(fn: LocalFunction, event: Json): Promise<Outcome> {
    return this.#shared.activity.during(`event for ${fn.declared.path}`, async () => {
      const { retries } = fn.declared.asynchronous;
      let outcome = await fn.invoke(event);
      for (let retry = 1; retry <= retries && !outcome.ok; retry += 1) {
        await setTimeout(this.#shared.retryDelayMs, undefined, { ref: false });
        outcome = await fn.invoke(event);
      }
      if (!outcome.ok) this.#giveUp(fn, event, outcome);
      return outcome;
    });
  }

  #giveUp(fn: LocalFunction, event: Json, { failure, requestId }: Outcome & { ok: false }): void {
    const { deadLetterArn, onFailureArn, retries } = fn.declared.asynchronous;
    const { errorType, errorMessage, trace } = failure;
    if (deadLetterArn !== undefined) this.#shared.queue(deadLetterArn).send(JSON.stringify(event));
    if (onFailureArn !== undefined) {
      const record = {
        version: "1.0",
        timestamp: this.#shared.clock.now(),
        requestContext: {
          requestId,
          functionArn: `${fn.declared.arn}:$LATEST`,
          condition: "RetriesExhausted",
          approximateInvokeCount: retries + 1,
        },
        requestPayload: event,
        responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
        responsePayload: { errorType, errorMessage, trace },
      };
      this.#shared.queue(onFailureArn).send(JSON.stringify(record));
    }
    if (deadLetterArn === undefined && onFailureArn === undefined) {
      this.lost.push({ function: fn.declared.name, event, error: `${errorType}: ${errorMessage}` });
    }
  }
}
