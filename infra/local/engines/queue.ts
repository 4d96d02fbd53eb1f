/**
 * Where messages wait for their consumer, how they come back after a failure, and when they go to the dead-letter
 * queue.
 */
import { randomUUID } from "node:crypto";
import type { Activity } from "./activity.ts";
import type { DeclaredQueue } from "./declared.ts";

/** One message of a queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970, in the cloud's time. */
  readonly sentAt: number;
  /** How often it was taken. */
  readonly receiveCount: number;
}

/** What a queue is made with. */
export interface QueueSurroundings {
  readonly activity: Activity;
  /** The cloud's time in milliseconds. */
  now(): number;
  /** Longest real time a message that failed stays invisible: nobody waits six minutes for a retry here. */
  readonly retryDelayMs: number;
}

/**
 * A standard SQS queue in memory. Messages are pushed to its one consumer rather than polled for; one that failed
 * comes back after its visibility timeout (cut to `retryDelayMs`), or goes where the redrive policy says.
 */
export class Queue {
  readonly declared: DeclaredQueue;
  readonly #shared: QueueSurroundings;
  readonly #visible: Message[] = [];
  readonly #tokens = new Map<string, () => void>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #consumer: (() => void) | undefined;
  #stopped = false;
  #deadLetters: Queue | undefined;

  constructor(declared: DeclaredQueue, shared: QueueSurroundings) {
    this.declared = declared;
    this.#shared = shared;
  }

  /** Where messages go that were taken `maxReceiveCount` times in vain. */
  redriveTo(deadLetters: Queue): void {
    this.#deadLetters = deadLetters;
  }

  /** Calls `consumer` whenever there may be something to take. Only a queue with a consumer is work to be done. */
  consume(consumer: () => void): void {
    this.#consumer = consumer;
  }

  /** Whether its messages are brought to somebody. */
  get isConsumed(): boolean {
    return this.#consumer !== undefined;
  }

  /** Messages that can be taken now, oldest first. */
  get messages(): readonly Message[] {
    return this.#visible;
  }

  /** Puts a message in; visible after `delayMs` of real time. */
  send(body: string, delayMs = 0): Message {
    const message = { id: randomUUID(), body, sentAt: this.#shared.now(), receiveCount: 0 };
    this.#add(message, delayMs);
    return message;
  }

  /** Takes up to `count` messages, which then belong to the caller until it calls {@link done} or {@link failed}. */
  take(count: number): Message[] {
    return this.#visible
      .splice(0, count)
      .map((message) => ({ ...message, receiveCount: message.receiveCount + 1 }));
  }

  done(message: Message): void {
    this.#tokens.get(message.id)?.();
    this.#tokens.delete(message.id);
  }

  /** The message will be taken again, or is a dead letter if it was taken often enough. */
  failed(message: Message): void {
    const { redrive, visibilityTimeoutSeconds } = this.declared;
    if (this.#deadLetters && redrive && message.receiveCount >= redrive.maxReceiveCount) {
      this.#deadLetters.#add(message, 0);
      this.done(message);
    } else {
      this.#add(message, Math.min(visibilityTimeoutSeconds * 1000, this.#shared.retryDelayMs));
    }
  }

  /** Takes and gives nothing more. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #add(message: Message, delayMs: number): void {
    if (this.#stopped) return;
    if (this.#consumer !== undefined && !this.#tokens.has(message.id)) {
      this.#tokens.set(message.id, this.#shared.activity.begin(`message in ${this.declared.path}`));
    }
    if (delayMs > 0) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#add(message, 0);
      }, delayMs);
      this.#timers.add(timer);
    } else {
      this.#visible.push(message);
      this.#consumer?.();
    }
  }
}
