/**
 * How every function runs: its environment is checked once, its ports are made once, and each invocation leaves
 * one line in the log. Lambda's own JSON log format does the rest, so no logging library is carried.
 */
import middy, { type MiddyfiedHandler } from "@middy/core";
import * as z from "zod/mini";
import { loggedFault } from "../domain/operations/logged-fault.ts";

/** Writes one line of the log: a message and a few counts, never payloads, names or addresses. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
  /** Something died: what of, by {@link loggedFault}. */
  fault(message: string, fault: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

/** A variable is missing or wrong; all of them are named, none of their values. */
class EnvironmentFault extends Error {
  override readonly name = "EnvironmentFault";
  constructor(variables: readonly string[]) {
    super(`environment variables missing or wrong: ${variables.join(", ")}`);
  }
}

/**
 * A Lambda handler. `build` makes the ports and returns what to do with an event; it runs at the first
 * invocation and is kept for the following ones.
 */
export function lambda<Schema extends z.ZodMiniType, Event, Result>(
  schema: Schema,
  build: (env: z.infer<Schema>, log: Log) => (event: Event) => Promise<Result>,
): MiddyfiedHandler<Event, Result> {
  let perform: ((event: Event) => Promise<Result>) | undefined;
  return middy<Event, Result>()
    .use(invocationLine())
    .handler(async (event: Event) => {
      perform ??= build(environment(schema), consoleLog);
      return perform(event);
    }) as MiddyfiedHandler<Event, Result>;
}

/** The environment by its schema. */
function environment<Schema extends z.ZodMiniType>(schema: Schema): z.infer<Schema> {
  const parsed = z.safeParse(schema, process.env);
  if (parsed.success) return parsed.data;
  throw new EnvironmentFault([...new Set(parsed.error.issues.map(({ path }) => path.join(".")))]);
}

/** As objects: Lambda writes them as JSON, so that a metric can count a field (a text would be quoted once more). */
const consoleLog: Log = {
  info: (message, facts = {}) => console.info({ message, ...facts }),
  error: (message, facts = {}) => console.error({ message, ...facts }),
  fault: (message, fault, facts = {}) => console.error({ message, ...loggedFault(fault), ...facts }),
};

/** A failed invocation names its fault; a good one is reported by the use case's own line. */
function invocationLine(): middy.MiddlewareObj {
  return {
    onError: ({ error }) => consoleLog.fault("invocation failed", error),
  };
}
