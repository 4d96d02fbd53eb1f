/**
 * How a function is called here: which environment takes the call, how many run at once, what is logged, how a
 * call ends.
 */
import { randomUUID } from "node:crypto";
import { devNull } from "node:os";
import type { Activity } from "./activity.ts";
import type { CloudClock } from "./clock.ts";
import type { DeclaredFunction } from "./declared.ts";
import { ExecutionEnvironment } from "./execution-environment.ts";
import type { Failure } from "./function-worker.ts";
import type { Json } from "./json.ts";

/** How a call of a function ended. */
export type Outcome =
  | { readonly ok: true; readonly result: Json; readonly requestId: string }
  | { readonly ok: false; readonly failure: Failure; readonly requestId: string };

/** One line a function printed. */
export interface LogLine {
  readonly function: string;
  readonly requestId: string;
  readonly text: string;
}

/** A call of a function that has ended. */
export interface Invocation {
  readonly function: DeclaredFunction;
  readonly event: Json;
  /** Processor time of its thread, in milliseconds; that of loading the bundle is not part of it. */
  readonly processorMs: number;
}

/** What all functions of a cloud share. */
export interface FunctionSurroundings {
  readonly clock: CloudClock;
  readonly activity: Activity;
  readonly region: string;
  /** Execution environments of one function at the same time; further calls wait. */
  readonly concurrency: number;
  /** Variables that tell an environment where the services are; `environment` is its number. */
  serviceVariables(functionName: string, environment: number): Readonly<Record<string, string>>;
  log(line: LogLine): void;
  readonly invoked?: ((invocation: Invocation) => void) | undefined;
}

/** A function of the stack: its deployed bundle, in execution environments that stay warm between calls. */
export class LocalFunction {
  readonly declared: DeclaredFunction;
  readonly #shared: FunctionSurroundings;
  readonly #environments = new Map<number, ExecutionEnvironment>();
  readonly #idle: number[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #made = 0;
  #stopped = false;

  constructor(declared: DeclaredFunction, shared: FunctionSurroundings) {
    this.declared = declared;
    this.#shared = shared;
  }

  /** Calls the function and waits for its end; a failure is an outcome, not an exception. */
  invoke(event: Json): Promise<Outcome> {
    return this.#shared.activity.during(`function ${this.declared.path}`, async () => {
      while (this.#running >= this.#shared.concurrency) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      this.#running += 1;
      try {
        return await this.#invokeNow(event);
      } finally {
        this.#running -= 1;
        this.#waiting.shift()?.();
      }
    });
  }

  /** Ends one execution environment at once, in the middle of whatever it does. */
  async kill(environment: number): Promise<void> {
    await this.#environments.get(environment)?.end();
  }

  /** Ends all execution environments; calls fail from now on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#environments.values()].map((environment) => environment.end()));
  }

  async #invokeNow(event: Json): Promise<Outcome> {
    if (this.#stopped) {
      const failure = { errorType: "Stopped", errorMessage: "the cloud has stopped", trace: [] };
      return { ok: false, failure, requestId: "" };
    }
    const number = this.#idle.pop() ?? this.#start();
    const environment = this.#environments.get(number);
    if (!environment?.usable) {
      this.#environments.delete(number);
      return this.#invokeNow(event);
    }
    const requestId = randomUUID();
    const print = (text: string) => this.#shared.log({ function: this.declared.name, requestId, text });
    const end = await environment.call(requestId, event, print);
    this.#shared.invoked?.({ function: this.declared, event, processorMs: end.processorMs });
    // As Lambda does; a failure that nobody prints is a riddle.
    if (!end.ok) print(JSON.stringify(end.failure));
    if (end.ok || !end.broken) {
      this.#idle.push(number);
    } else {
      this.#environments.delete(number);
      await environment.end();
    }
    return end.ok
      ? { ok: true, result: end.result, requestId }
      : { ok: false, failure: end.failure, requestId };
  }

  #start(): number {
    const { name, environment, code, handler, memoryMb } = this.declared;
    this.#made += 1;
    const variables = {
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_REGION: this.#shared.region,
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      // The person's own settings for AWS have no business here.
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      LAMBDA_TASK_ROOT: code,
      _HANDLER: handler,
      ...this.#shared.serviceVariables(name, this.#made),
      ...environment,
    };
    this.#environments.set(
      this.#made,
      new ExecutionEnvironment(this.declared, this.#shared.clock.shared, variables),
    );
    return this.#made;
  }
}
