/** What time it is in the local cloud, and how a day passes in it at once for every function. */
import { type Instant, instant } from "../../../shared/domain/time/time.ts";

/**
 * The time in which the local cloud lives: the machine's clock moved by an offset. The offset lies in shared
 * memory, so that every function's `Date` moves at once; timeouts and delays stay those of the machine.
 */
export class CloudClock {
  /** One BigInt64: milliseconds to add to the machine's clock. */
  readonly shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  readonly #offset = new BigInt64Array(this.shared);
  readonly #listeners = new Set<() => void>();

  /** Milliseconds since 1970 in the cloud's time. */
  milliseconds(): number {
    return Date.now() + Number(Atomics.load(this.#offset, 0));
  }

  now(): Instant {
    return instant(new Date(this.milliseconds()));
  }

  /** As AWS writes times in events: whole seconds. */
  timestamp(): string {
    return seconds(this.now());
  }

  /** Makes it `at` now; from there time runs as on the machine. */
  set(at: Instant): void {
    Atomics.store(this.#offset, 0, BigInt(Date.parse(at) - Date.now()));
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` whenever the time is set; returns how to stop that. */
  onSet(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** An instant without its milliseconds, `2026-11-03T00:00:00Z`, as in EventBridge's and Scheduler's times. */
export function seconds(at: Instant): string {
  return `${at.slice(0, 19)}Z`;
}
