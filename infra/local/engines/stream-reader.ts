/** When and how far is a table's stream read? */
import type { Activity } from "./activity.ts";
import type { ChangeRecord, TableStream } from "./table-stream.ts";

/** Reads a stream to its end whenever its table may have changed, one batch after the other. */
export class StreamReader {
  readonly #stream: TableStream;
  readonly #batchSize: number;
  readonly #activity: Activity;
  readonly #what: string;
  readonly #take: (batch: readonly ChangeRecord[]) => Promise<void>;
  #reading = false;
  #readAgain = false;
  #stopped = false;

  /** `take` gets every batch; the next one waits for it. `what` names the reading for whoever waits for its end. */
  constructor(
    stream: TableStream,
    { batchSize, activity, what }: { batchSize: number; activity: Activity; what: string },
    take: (batch: readonly ChangeRecord[]) => Promise<void>,
  ) {
    this.#stream = stream;
    this.#batchSize = batchSize;
    this.#activity = activity;
    this.#what = what;
    this.#take = take;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** The table may have changed. To be called before the writer gets its answer. */
  changed(): void {
    this.#readAgain = true;
    if (this.#reading) return;
    this.#reading = true;
    void this.#activity.during(this.#what, () =>
      this.#readToEnd().catch((error: unknown) => {
        // The engine is gone then.
        if (!this.#stopped) throw error;
      }),
    );
  }

  stop(): void {
    this.#stopped = true;
  }

  async #readToEnd(): Promise<void> {
    while (this.#readAgain && !this.#stopped) {
      this.#readAgain = false;
      for (
        let read = await this.#stream.next(this.#batchSize);
        read.length > 0;
        read = await this.#stream.next(this.#batchSize)
      ) {
        await this.#take(read);
      }
    }
    this.#reading = false;
  }
}
