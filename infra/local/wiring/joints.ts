/** What is joined to what? Rules and schedules to their targets, queues and tables to the functions they call. */
import type { AsynchronousCalls } from "../engines/asynchronous-calls.ts";
import type { Deliver } from "../engines/event-bus.ts";
import type { Json } from "../engines/json.ts";
import type { LocalFunction } from "../engines/local-function.ts";
import type { Queue } from "../engines/queue.ts";
import { StreamReader } from "../engines/stream-reader.ts";
import { type ChangeRecord, TableStream } from "../engines/table-stream.ts";
import { byArn } from "./compute.ts";
import type { Foundations } from "./foundations.ts";
import { QueueMapping } from "./queue-mapping.ts";
import type { Onlooker } from "./services.ts";
import { StreamMapping } from "./stream-mapping.ts";

/** What there is to be joined. */
interface Parts {
  readonly queues: readonly Queue[];
  readonly functions: readonly LocalFunction[];
}

/** Somebody who reads a table's stream. */
export interface StreamFollower {
  /** The table may have changed. */
  changed(): void;
  stop(): void;
}

/** How an event gets to a target of a rule or a schedule. Throws where a target is not there, before the first event. */
export function deliveries(
  { declared }: Foundations,
  { queues, functions }: Parts,
  asynchronous: AsynchronousCalls,
): Deliver {
  const targetOf = (arn: string): ((event: Json) => void) => {
    const queue = queues.find((one) => one.declared.arn === arn);
    if (queue !== undefined) return (event) => void queue.send(JSON.stringify(event));
    const fn = byArn(functions, arn);
    return (event) => void asynchronous.call(fn, event);
  };
  const called = [
    ...declared.rules.flatMap(({ targets }) => targets.map(({ arn }) => arn)),
    ...declared.schedules.map(({ targetArn }) => targetArn),
  ];
  const targets = new Map(called.map((arn) => [arn, targetOf(arn)]));
  return (arn, event) => targets.get(arn)?.(event);
}

/** Joins every event source mapping of the stack; returns those that follow a table. */
export async function joinMappings(
  { declared, activity, clock, retryDelayMs }: Foundations,
  { queues, functions }: Parts,
  dynamo: string,
): Promise<readonly StreamFollower[]> {
  const { region } = declared;
  const shared = { activity, clock, retryDelayMs, queue: (arn: string) => byArn(queues, arn) };
  const followers: StreamFollower[] = [];
  for (const mapping of declared.mappings) {
    const fn = functions.find(({ declared: { name, arn } }) => [name, arn].includes(mapping.functionName));
    if (fn === undefined)
      throw new Error(`${mapping.path}: the stack declares no function ${mapping.functionName}`);
    const table = declared.tables.find(({ streamArn }) => streamArn === mapping.sourceArn);
    if (table === undefined) {
      new QueueMapping(mapping, byArn(queues, mapping.sourceArn), fn, region);
    } else {
      const stream = await TableStream.open(dynamo, table.name, { arn: mapping.sourceArn, region });
      followers.push(new StreamMapping(mapping, stream, fn, shared));
    }
  }
  return followers;
}

/** Lets whoever looks on know of every item that changes, in order, of the tables that have a stream. */
export async function joinOnlooker(
  { declared, activity }: Foundations,
  onlooker: Onlooker | undefined,
  dynamo: string,
): Promise<readonly StreamFollower[]> {
  const { changed } = onlooker ?? {};
  if (changed === undefined) return [];
  const followers: StreamFollower[] = [];
  for (const { name, streamArn: arn } of declared.tables) {
    if (arn === undefined) continue;
    const stream = await TableStream.open(dynamo, name, { arn, region: declared.region });
    const reading = { batchSize: 100, activity, what: `stream of ${name}` };
    // The reading goes on meanwhile: what is written next must not be told late.
    const told = (batch: readonly ChangeRecord[]) =>
      activity.during(`onlooker of ${name}`, () => changed(batch));
    followers.push(new StreamReader(stream, reading, async (batch) => void told(batch)));
  }
  return followers;
}
