/**
 * Everything the local cloud still has to do. Whatever takes up work holds a token until it has handed the
 * work on or finished it, so "settled" is a fact and not a guess after some quiet time.
 */
export class Activity {
  readonly #open = new Map<symbol, string>();
  readonly #waiting = new Set<() => void>();

  /** Takes a token for a piece of work, named for the person who waits for it; returns its release. */
  begin(what: string): () => void {
    const token = Symbol(what);
    this.#open.set(token, what);
    return () => {
      if (this.#open.delete(token) && this.#open.size === 0) for (const wake of this.#waiting) wake();
    };
  }

  /** Runs `work` under a token. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const end = this.begin(what);
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Resolves when nothing is left to do; throws what is left when that takes longer than `timeoutMs`. */
  settled(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = () => {
        // Whoever reacts to the end of a piece of work may begin another in the same turn.
        setImmediate(() => {
          if (this.#open.size > 0) return;
          finish();
          resolve();
        });
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`not settled after ${timeoutMs} ms, still open: ${this.#summary()}`));
      }, timeoutMs);
      const finish = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
      };
      this.#waiting.add(wake);
      wake();
    });
  }

  #summary(): string {
    const counts = new Map<string, number>();
    for (const what of this.#open.values()) counts.set(what, (counts.get(what) ?? 0) + 1);
    return [...counts].map(([what, count]) => (count === 1 ? what : `${what} ×${count}`)).join("; ");
  }
}
