/**
 * How a deployed bundle runs here: its own worker thread, its own variables, one call at a time, ended when its
 * time is up.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { DeclaredFunction } from "./declared.ts";
import type { Failure, WorkerCall, WorkerReport, WorkerStart } from "./function-worker.ts";
import { type Json, parseJson } from "./json.ts";

/** Where Node keeps what it has compiled, if this process was told so: no environment needs compile a bundle again. */
const COMPILE_CACHE: NodeJS.ProcessEnv =
  process.env.NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

/** How a call ended, and whether its environment can take another; processor time is known where the handler ended. */
export type CallEnd = { readonly processorMs: number } & (
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly failure: Failure; readonly broken: boolean }
);

/**
 * 执行环境: one worker thread in which one function's bundle is loaded, for one call at a time. Only its variables
 * are its own; the time zone is that of the whole process, whatever `TZ` says.
 */
export class ExecutionEnvironment {
  readonly #declared: DeclaredFunction;
  readonly #worker: Worker;
  #loaded = false;
  #ended = false;

  /** `clock`: the cloud's shared offset. `variables`: the whole environment. */
  constructor(
    declared: DeclaredFunction,
    clock: SharedArrayBuffer,
    variables: Readonly<Record<string, string>>,
  ) {
    this.#declared = declared;
    const [file = "", exported = ""] = declared.handler.split(/\.([^.]+)$/);
    const candidates = [".mjs", ".js", ".cjs"].map((ending) => join(declared.code, `${file}${ending}`));
    const start: WorkerStart = {
      clock,
      file: candidates.find((path) => existsSync(path)) ?? join(declared.code, file),
      exported,
    };
    this.#worker = new Worker(new URL("./function-worker.ts", import.meta.url), {
      workerData: start,
      env: { ...variables, ...COMPILE_CACHE },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: declared.memoryMb },
    });
    // Between calls there is nobody to tell; the next call gets another environment.
    this.#worker.on("error", () => {});
    this.#worker.once("exit", () => {
      this.#ended = true;
    });
  }

  get usable(): boolean {
    return !this.#ended;
  }

  /** Ends the thread in the middle of whatever it does. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  /** Calls the handler; `print` gets every line it writes. Never throws. */
  call(requestId: string, event: Json, print: (line: string) => void): Promise<CallEnd> {
    const { name, arn, timeoutSeconds, memoryMb } = this.#declared;
    const timeoutMs = timeoutSeconds * 1000;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const finish = (end: CallEnd) => {
        clearTimeout(timer);
        this.#worker.off("message", onReport).off("error", onError).off("exit", onExit);
        resolve(end);
      };
      const lost = (errorType: string, errorMessage: string) =>
        finish({
          ok: false,
          broken: true,
          failure: { errorType, errorMessage, trace: [] },
          processorMs: 0,
        });
      const onError = (error: Error) => lost(error.name, error.message);
      const onExit = () => lost("Runtime.ExitError", "the runtime ended without an answer");
      const startTimer = () => {
        timer = setTimeout(() => {
          void this.end();
          lost("Sandbox.Timedout", `Task timed out after ${timeoutSeconds} seconds`);
        }, timeoutMs);
      };
      const onReport = (report: WorkerReport) => {
        switch (report.kind) {
          case "loaded":
            this.#loaded = true;
            return startTimer();
          case "printed":
            for (const line of report.text.split("\n")) if (line !== "") print(line);
            return;
          case "returned":
            return finish({ ...report, ok: true, result: parseJson(report.result) ?? null });
          case "threw":
            return finish({ ...report, ok: false, broken: false });
          case "unloadable":
            return finish({ ok: false, broken: true, failure: report.failure, processorMs: 0 });
        }
      };
      this.#worker.on("message", onReport).on("error", onError).on("exit", onExit);
      // As in Lambda, loading the bundle does not count.
      if (this.#loaded) startTimer();
      const context = { functionName: name, invokedFunctionArn: arn, memoryLimitInMB: String(memoryMb) };
      const call: WorkerCall = { requestId, event: JSON.stringify(event), context, timeoutMs };
      this.#worker.postMessage(call);
    });
  }
}
