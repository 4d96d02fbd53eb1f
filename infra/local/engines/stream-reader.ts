/** When and how far is a table's stream read, and who gets what was read? */
import type { Activity } from "./activity.ts";
import type { ChangeRecord, TableStream } from "./table-stream.ts";

/** As many changes as one answer of the stream may have. */
const AT_ONCE = 100;

/** Somebody who gets a table's changes, in their order; none waits for another. */
export interface StreamFollower {
  /** To be returned from before anything is done that takes time, under an activity of its own. */
  take(changes: readonly ChangeRecord[]): void;
  /** Whatever it still has is left. */
  stop(): void;
}

/** Reads a stream to its end whenever its table may have changed, once for all that follow it. */
export class StreamReader {
  readonly #stream: TableStream;
  readonly #followers: readonly StreamFollower[];
  readonly #activity: Activity;
  #reading = false;
  #readAgain = false;
  #stopped = false;

  constructor(stream: TableStream, followers: readonly StreamFollower[], activity: Activity) {
    this.#stream = stream;
    this.#followers = followers;
    this.#activity = activity;
  }

  /** The table may have changed. To be called before the writer gets its answer. */
  changed(): void {
    this.#readAgain = true;
    if (this.#reading) return;
    this.#reading = true;
    void this.#activity.during("stream of a table", () =>
      this.#readToEnd().catch((error: unknown) => {
        // The engine is gone then.
        if (!this.#stopped) throw error;
      }),
    );
  }

  stop(): void {
    this.#stopped = true;
    for (const follower of this.#followers) follower.stop();
  }

  async #readToEnd(): Promise<void> {
    while (this.#readAgain && !this.#stopped) {
      this.#readAgain = false;
      for (let more = true; more && !this.#stopped; ) {
        const read = await this.#stream.next(AT_ONCE);
        more = read.more;
        if (read.changes.length > 0) for (const follower of this.#followers) follower.take(read.changes);
      }
    }
    this.#reading = false;
  }
}
