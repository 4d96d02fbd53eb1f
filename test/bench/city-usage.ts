/** Counts what a running city uses of AWS, by function, in the units that are paid for. */

import type { ServiceCall } from "../../infra/local/engines/front-door.ts";
import type { Json } from "../../infra/local/engines/json.ts";
import type { Invocation, LogLine } from "../../infra/local/engines/local-function.ts";
import type { Reply } from "../../infra/local/engines/service.ts";
import type { Onlooker } from "../../infra/local/wiring/services.ts";
import { MEGABYTES_OF_A_PROCESSOR, type PricedUnit, WAITS } from "./list-prices.ts";

/** How much of each unit; what is absent was not used. */
export type Usage = Partial<Record<PricedUnit, number>>;

/** Whatever is no function: who uploads. */
export const UPLOADS = "uploads";

/** Counts while a city runs: `onlooker` and `log` are for it; calls from outside are not counted. */
export interface Counter {
  readonly onlooker: Onlooker;
  log(line: LogLine): void;
  /** As counted so far, by the function's construct. */
  used(): ReadonlyMap<string, Usage>;
}

/** Lambda wraps each line in its own JSON, and CloudWatch counts 26 bytes an event. */
const BYTES_AROUND_A_LINE = 150;

/** Where a bucket's journal of mails and acts lies, which a restore is compared with. */
const JOURNAL = /^\/[^/]+\/journal\//;

interface Environment {
  open: number;
  waitMs: number;
}

export function counter(): Counter {
  const used = new Map<string, Usage>();
  const constructs = new Map<string, { readonly of: string; readonly gigabytes: number }>();
  const early: (() => void)[] = [];
  const environments = new Map<string, Environment>();
  const add = (of: string, unit: PricedUnit, count: number) => {
    const usage = used.get(of) ?? {};
    used.set(of, { ...usage, [unit]: (usage[unit] ?? 0) + count });
  };
  /** Of a function by its name; its construct is known from its first invocation on. */
  const ofFunction = (name: string, note: (of: string, gigabytes: number) => void) => {
    const found = constructs.get(name);
    if (found === undefined) early.push(() => ofFunction(name, note));
    else note(found.of, found.gigabytes);
  };

  /** Calls that run side by side make one wait, as long as the longest of them. */
  function waiting({ caller, environment, service }: ServiceCall): () => void {
    const key = `${caller} ${environment}`;
    const at = environments.get(key) ?? { open: 0, waitMs: 0 };
    environments.set(key, at);
    at.open += 1;
    at.waitMs = Math.max(at.waitMs, WAITS[service] ?? 0);
    return () => {
      at.open -= 1;
      if (at.open > 0) return;
      const seconds = at.waitMs / 1000;
      at.waitMs = 0;
      ofFunction(caller, (of, gigabytes) => add(of, "GB-seconds", seconds * gigabytes));
    };
  }

  function called(call: ServiceCall): (answer: Reply | undefined) => void {
    if (call.environment === 0) return () => {};
    const done = waiting(call);
    return (answer) => {
      done();
      ofFunction(call.caller, (of) => {
        for (const [unit, count] of Object.entries(unitsOf(call, answer))) add(of, unit as PricedUnit, count);
      });
    };
  }

  function invoked({ function: { name, path, memoryMb }, event, processorMs }: Invocation): void {
    const of = path.split("/")[0] ?? path;
    const gigabytes = memoryMb / 1024;
    constructs.set(name, { of, gigabytes });
    for (const note of early.splice(0)) note();
    const milliseconds = processorMs * Math.max(1, MEGABYTES_OF_A_PROCESSOR / memoryMb);
    add(of, "invocations", 1);
    add(of, "GB-seconds", (milliseconds / 1000) * gigabytes);
    for (const [unit, count] of Object.entries(triggerOf(event))) add(of, unit as PricedUnit, count);
  }

  return {
    onlooker: { called, invoked },
    log: ({ function: name, text }) =>
      ofFunction(name, (of) => add(of, "bytes of log", Buffer.byteLength(text) + BYTES_AROUND_A_LINE)),
    used: () => used,
  };
}

/** What a call of a service is paid by. */
function unitsOf({ service, operation, path }: ServiceCall, answer: Reply | undefined): Usage {
  switch (service) {
    case "dynamodb":
      return capacityOf(operation, answer);
    case "s3":
      if (/^(Get|Head)/.test(operation)) return { "S3 reads": 1 };
      return JOURNAL.test(path) ? { "journal writes": 1 } : { "S3 writes and lists": 1 };
    case "sqs":
      return { "queue requests": 1 };
    case "ses":
      return { mails: 1 };
    case "secretsmanager":
      return { "secrets read": 1 };
    default:
      return {};
  }
}

interface Units {
  readonly CapacityUnits?: number;
}
interface Capacity extends Units {
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, Units>>;
}

/** A refused write costs a unit at least: the engine doesn't say how many. */
function capacityOf(operation: string, answer: Reply | undefined): Usage {
  const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(operation);
  if (answer?.status !== 200) return writes ? { "table write units": 1 } : {};
  const { ConsumedCapacity = [] }: { ConsumedCapacity?: Capacity | readonly Capacity[] } = JSON.parse(
    String(answer.body),
  );
  const each = [ConsumedCapacity].flat() as readonly Capacity[];
  const sum = (all: readonly (Units | undefined)[]) =>
    all.reduce((units, one) => units + (one?.CapacityUnits ?? 0), 0);
  const units = sum(each);
  if (!writes) return { "read units": units };
  const indexes = sum(each.flatMap((one) => Object.values(one.GlobalSecondaryIndexes ?? {})));
  return { "table write units": units - indexes, "index write units": indexes };
}

interface Called {
  readonly scheduledFor?: string;
  readonly routeKey?: string;
  readonly detail?: object;
  readonly Records?: readonly { readonly eventSource?: string; readonly body?: string }[];
}

/** What it takes to call a function so. A table's stream costs its reader nothing. */
function triggerOf(event: Json): Usage {
  const { scheduledFor, routeKey, detail, Records = [] } = event as Called;
  if (scheduledFor !== undefined) return { "schedules fired": 1 };
  if (routeKey !== undefined) return { "HTTP requests": 1 };
  if (detail !== undefined) return { "bus events": 1 };
  const messages = Records.filter(({ eventSource }) => eventSource === "aws:sqs");
  if (messages.length === 0) return {};
  const events = messages.filter(({ body = "" }) => body.includes('"detail-type"')).length;
  // The bus sends each; they are received together and taken away together.
  return { "bus events": events, "queue requests": events + 2 };
}
