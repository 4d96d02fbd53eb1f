/**
 * A thread beside the one that tries mutants: ends the process where a mutant has taken the processor's time without coming back,
 * as in a loop that goes through no mutant. The main thread could not look at its own watch.
 */
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { milliseconds } from "./running.ts";

/** Of the processor's time (milliseconds). A test that comes back in the end is found to be slow without this. */
const MOST = 180_000;
/** How often is looked (milliseconds). */
const EVERY = 2_000;

/** Starts the watch; the function returned is to be called at the start of each mutant. */
export function watch(): () => void {
  const count = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: count }).unref();
  return () => void Atomics.add(count, 0, 1);
}

if (!isMainThread) {
  const count: Int32Array = workerData;
  let [seen, since] = [-1, process.cpuUsage()];
  setInterval(() => {
    const now = Atomics.load(count, 0);
    if (now !== seen) [seen, since] = [now, process.cpuUsage()];
    else if (milliseconds(process.cpuUsage(since)) > MOST) process.kill(process.pid, "SIGKILL");
  }, EVERY);
}
