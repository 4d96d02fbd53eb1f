/** Plays many seeds on some threads and gathers what they break. */
import { Worker } from "node:worker_threads";
import type { SeedPlayed } from "./worker.ts";

export interface Wanted {
  readonly seeds: number;
  readonly from: number;
  /** On a real DynamoDB engine instead of in memory. */
  readonly engine?: boolean;
  readonly threads?: number;
}

export interface Simulated {
  readonly seeds: number;
  readonly steps: number;
  readonly mails: number;
  readonly uploads: number;
  readonly counts: Readonly<Record<string, number>>;
  /** The seeds that broke something, in their order. */
  readonly broken: readonly SeedPlayed[];
}

const LIGHT = new URL("./light/packing.ts", import.meta.url).href;

/** `heard`: of each seed that is done. */
export async function simulate(
  { seeds, from, engine = false, threads = 2 }: Wanted,
  heard: (one: SeedPlayed, done: number) => void = () => {},
): Promise<Simulated> {
  const left = Array.from({ length: seeds }, (_, index) => from + index);
  const played: SeedPlayed[] = [];
  const note = (one: SeedPlayed) => {
    played.push(one);
    heard(one, played.length);
  };
  await Promise.all(Array.from({ length: Math.min(threads, seeds) }, thread));
  const sum = (of: (one: SeedPlayed) => number) => played.reduce((so, one) => so + of(one), 0);
  const counts: Record<string, number> = {};
  for (const one of played)
    for (const [what, count] of Object.entries(one.counts)) counts[what] = (counts[what] ?? 0) + count;
  return {
    seeds: played.length,
    steps: sum(({ steps }) => steps),
    mails: sum(({ mails }) => mails),
    uploads: sum(({ uploads }) => uploads),
    counts,
    broken: played.filter(({ broken }) => broken.length > 0).toSorted((one, other) => one.seed - other.seed),
  };

  /** Works off what is left. */
  function thread(): Promise<void> {
    return new Promise((done, failed) => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {
        workerData: { engine },
        execArgv: ["--import", LIGHT],
      });
      worker.on("error", failed);
      worker.on("exit", () => done());
      worker.on("message", (message: SeedPlayed | "ready") => {
        if (message !== "ready") note(message);
        worker.postMessage(left.shift() ?? "end");
      });
    });
  }
}
