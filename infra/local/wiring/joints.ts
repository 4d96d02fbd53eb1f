/** What is joined to what? Rules and schedules to their targets, queues and tables to the functions they call. */
import type { AsynchronousCalls } from "../engines/asynchronous-calls.ts";
import type { Deliver } from "../engines/event-bus.ts";
import type { Json } from "../engines/json.ts";
import type { LocalFunction } from "../engines/local-function.ts";
import type { Queue } from "../engines/queue.ts";
import { type StreamFollower, StreamReader } from "../engines/stream-reader.ts";
import { TableStream } from "../engines/table-stream.ts";
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

/** Joins every event source mapping of the stack to its queue or stream; returns who reads the tables' streams. */
export async function joinMappings(
  { declared, activity, clock, retryDelayMs }: Foundations,
  { queues, functions }: Parts,
  { onlooker, dynamo }: { readonly onlooker: Onlooker | undefined; readonly dynamo: string },
): Promise<readonly StreamReader[]> {
  const { region } = declared;
  const shared = { activity, clock, retryDelayMs, queue: (arn: string) => byArn(queues, arn) };
  const followers = new Map<string, StreamFollower[]>();
  for (const { streamArn } of declared.tables) if (streamArn !== undefined) followers.set(streamArn, []);
  for (const mapping of declared.mappings) {
    const fn = functions.find(({ declared: { name, arn } }) => [name, arn].includes(mapping.functionName));
    if (fn === undefined)
      throw new Error(`${mapping.path}: the stack declares no function ${mapping.functionName}`);
    const followed = followers.get(mapping.sourceArn);
    if (followed === undefined) new QueueMapping(mapping, byArn(queues, mapping.sourceArn), fn, region);
    else followed.push(new StreamMapping(mapping, fn, shared));
  }
  const readers: StreamReader[] = [];
  for (const { name, streamArn: arn = "" } of declared.tables) {
    const following = [...(followers.get(arn) ?? []), ...onlookers(name, onlooker, activity)];
    if (!followers.has(arn) || following.length === 0) continue;
    const stream = await TableStream.open(dynamo, name, { arn, region });
    readers.push(new StreamReader(stream, following, activity));
  }
  return readers;
}

/** Whoever looks on, and is told of every item of a table that changes, in order; nobody waits for it but who waits until all has settled. */
function onlookers(
  table: string,
  { changed }: Onlooker = {},
  activity: Foundations["activity"],
): readonly StreamFollower[] {
  if (changed === undefined) return [];
  const take: StreamFollower["take"] = (changes) =>
    void activity.during(`onlooker of ${table}`, () => changed(changes));
  return [{ take, stop: () => {} }];
}
