/**
 * Runs inside a worker thread: one execution environment of one function. Makes `Date` tell the cloud's time,
 * sends what is printed to the main thread in order with the answers, loads the deployed bundle and calls its
 * handler, one event at a time. Events and results cross as JSON text, as they do in Lambda.
 */
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

/** What the main thread starts a worker with. */
export interface WorkerStart {
  /** {@link import("./clock.ts").CloudClock.shared} */
  readonly clock: SharedArrayBuffer;
  readonly file: string;
  readonly exported: string;
}

/** One event for the handler. */
export interface WorkerCall {
  readonly requestId: string;
  readonly event: string;
  readonly context: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface Failure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a worker reports: that the bundle is loaded or can't be, what it printed, how a call ended. */
export type WorkerReport =
  | { readonly kind: "loaded" }
  | { readonly kind: "unloadable"; readonly failure: Failure }
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "returned"; readonly result: string; readonly processorMs: number }
  | { readonly kind: "threw"; readonly failure: Failure; readonly processorMs: number };

const { clock, file, exported } = workerData as WorkerStart;
const port = parentPort;
if (port === null) throw new Error("function-worker.ts runs in a worker thread only");
const report = (message: WorkerReport) => port.postMessage(message);

const MachineDate = Date;
const offset = new BigInt64Array(clock);
const now = () => MachineDate.now() + Number(Atomics.load(offset, 0));
globalThis.Date = new Proxy(MachineDate, {
  apply: () => new MachineDate(now()).toString(),
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
});
MachineDate.prototype.constructor = globalThis.Date;

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    report({ kind: "printed", text: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString() });
    return true;
  };
}

// An object is printed as JSON on one line, as Lambda's JSON log format has it.
for (const method of ["debug", "log", "info", "warn", "error"] as const) {
  const print = console[method].bind(console);
  console[method] = (...parts: unknown[]) => {
    const [only] = parts;
    if (parts.length === 1 && typeof only === "object" && !(only instanceof Error))
      print(JSON.stringify(only));
    else print(...parts);
  };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split("\n") ?? [] };
}

async function loadHandler(): Promise<(event: unknown, context: unknown) => unknown> {
  const module = await import(pathToFileURL(file).href);
  const handler = module[exported] ?? module.default?.[exported];
  if (typeof handler !== "function") throw new TypeError(`${file} exports no function "${exported}"`);
  return handler;
}

try {
  const handler = await loadHandler();
  port.on("message", async ({ requestId, event, context, timeoutMs }: WorkerCall) => {
    const until = performance.now() + timeoutMs;
    const began = process.threadCpuUsage();
    const processorMs = () => {
      const { user, system } = process.threadCpuUsage(began);
      return (user + system) / 1000;
    };
    const getRemainingTimeInMillis = () => Math.max(0, Math.round(until - performance.now()));
    try {
      const result = await handler(JSON.parse(event), {
        ...context,
        awsRequestId: requestId,
        getRemainingTimeInMillis,
      });
      report({ kind: "returned", result: JSON.stringify(result) ?? "null", processorMs: processorMs() });
    } catch (error) {
      report({ kind: "threw", failure: failureOf(error), processorMs: processorMs() });
    }
  });
  report({ kind: "loaded" });
} catch (error) {
  report({ kind: "unloadable", failure: failureOf(error) });
}
