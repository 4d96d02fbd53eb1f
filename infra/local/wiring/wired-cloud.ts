/** Which engine stands in for which resource, and what is joined to what: the stack's wiring, made real. */
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Activity } from "../engines/activity.ts";
import { AsynchronousCalls } from "../engines/asynchronous-calls.ts";
import { CloudClock } from "../engines/clock.ts";
import { type Declared, find } from "../engines/declared.ts";
import { callDynamo, startDynamo } from "../engines/dynamo-engine.ts";
import { DynamoService } from "../engines/dynamo-service.ts";
import { EventBus } from "../engines/event-bus.ts";
import { Faults } from "../engines/faults.ts";
import { FrontDoor } from "../engines/front-door.ts";
import { HttpApi } from "../engines/http-api.ts";
import type { Json } from "../engines/json.ts";
import { LocalFunction } from "../engines/local-function.ts";
import { Queue } from "../engines/queue.ts";
import { QueueService } from "../engines/queue-service.ts";
import { objectCreated } from "../engines/s3/object-created.ts";
import { ObjectStore } from "../engines/s3/object-store.ts";
import { S3Service } from "../engines/s3/s3-service.ts";
import { Scheduler } from "../engines/scheduler.ts";
import { generated, SecretService } from "../engines/secret-service.ts";
import { MailService } from "../engines/ses/mail-service.ts";
import { TableStream } from "../engines/table-stream.ts";
import { readAssembly } from "./assembly.ts";
import { QueueMapping } from "./queue-mapping.ts";
import { readDeclared } from "./read-declared.ts";
import { type Cloud, type CloudOptions, SERVICES, type ServiceName } from "./services.ts";
import { StreamMapping } from "./stream-mapping.ts";

/**
 * Reads the assembly, starts the engines and joins everything as the stack says. What must be closed is pushed on
 * `closing`, to be closed last in, first out.
 */
export async function wireCloud(
  options: CloudOptions,
  closing: (() => unknown)[],
): Promise<Omit<Cloud, "stop">> {
  const { retryDelayMs = 200, concurrency = 2, values = {}, log = () => {} } = options;
  const activity = new Activity();
  const clock = new CloudClock();
  const faults = new Faults((key) => find(declared.functions, key).name);
  const kill = async (name: string, environment: number) => {
    await functions.find(({ declared }) => declared.name === name)?.kill(environment);
  };
  const door = await FrontDoor.open({ activity, clock, faults, kill });
  closing.push(() => door.close());
  const assembly = readAssembly(options.assembly, options.stack);
  const declared = readDeclared(assembly, {
    queueAddress: door.address("sqs"),
    apiAddress: (name) => door.address(name),
    values,
  });
  const { account, region } = declared;

  const directory = options.dataDir ?? mkdtempSync(join(tmpdir(), "local-cloud-"));
  if (options.dataDir === undefined) closing.push(() => rm(directory, { recursive: true, force: true }));
  const starting = startDynamo({ engine: options.engine });
  // Whether it comes up or not, and even when something else fails before.
  const stopEngine = starting.then(
    (engine) => () => engine.stop(),
    () => async () => {},
  );
  closing.push(async () => (await stopEngine)());
  const mailSurroundings = { declared, activity, clock, feedbackDelayMs: 25 };
  const mail = await MailService.open({ ...mailSurroundings, happened: (what) => bus.put(what) });
  closing.push(() => mail.close());
  const dynamo = await starting;
  for (const { create } of declared.tables) {
    await callDynamo(dynamo.endpoint, "DynamoDB_20120810.CreateTable", create);
  }

  const queues = declared.queues.map(
    (queue) => new Queue(queue, { activity, retryDelayMs, now: () => clock.milliseconds() }),
  );
  const queueOf = (arn: string) => byArn(queues, arn);
  for (const queue of queues) {
    if (queue.declared.redrive) queue.redriveTo(queueOf(queue.declared.redrive.toArn));
  }

  const serviceVariables = (name: string, environment: number) => ({
    // Whatever is not stood in for must not be looked for in the real cloud.
    AWS_ENDPOINT_URL: door.address("unsupported", name, environment),
    ...Object.fromEntries(
      Object.entries(SERVICES).map(([service, variable]) => [
        `AWS_ENDPOINT_URL_${variable}`,
        door.address(service, name, environment),
      ]),
    ),
  });
  const functions = declared.functions.map(
    (fn) => new LocalFunction(fn, { clock, activity, region, concurrency, serviceVariables, log }),
  );
  closing.push(() => Promise.all(functions.map((fn) => fn.stop())));
  closing.push(() => queues.forEach((queue) => void queue.stop()));

  const surroundings = { activity, clock, retryDelayMs, queue: queueOf };
  const asynchronous = new AsynchronousCalls(surroundings);
  const targetOf = (arn: string): ((event: Json) => void) => {
    const queue = queues.find((one) => one.declared.arn === arn);
    if (queue !== undefined) return (event) => void queue.send(JSON.stringify(event));
    const fn = byArn(functions, arn);
    return (event) => void asynchronous.call(fn, event);
  };
  // All of them now: a target that is not there is better known before the first event.
  const targets = new Map(targetArns(declared).map((arn) => [arn, targetOf(arn)]));
  const deliver = (arn: string, event: Json) => targets.get(arn)?.(event);
  const bus = new EventBus(declared, () => clock.timestamp(), deliver);
  const scheduler = new Scheduler(declared, clock, deliver);
  closing.push(() => scheduler.stop());

  const streams: StreamMapping[] = [];
  for (const mapping of declared.mappings) {
    const fn = functions.find(({ declared: { name, arn } }) => [name, arn].includes(mapping.functionName));
    if (fn === undefined)
      throw new Error(`${mapping.path}: the stack declares no function ${mapping.functionName}`);
    const table = declared.tables.find(({ streamArn }) => streamArn === mapping.sourceArn);
    if (table === undefined) {
      new QueueMapping(mapping, queueOf(mapping.sourceArn), fn, region);
    } else {
      const stream = await TableStream.open(dynamo.endpoint, table.name, { arn: mapping.sourceArn, region });
      streams.push(new StreamMapping(mapping, stream, fn, surroundings));
    }
  }
  closing.push(() => streams.forEach((stream) => void stream.stop()));

  const now = () => clock.milliseconds();
  const buckets = declared.buckets.map(
    ({ name, versioned, locked }) => new ObjectStore(name, versioned, join(directory, name), now, { locked }),
  );
  const s3 = new S3Service(buckets, now, (store, version, reason) => {
    const bucket = find(declared.buckets, store.name);
    if (bucket.eventBridge) bus.put(objectCreated(bucket, version, reason, account));
  });
  door.serve(
    "dynamodb",
    new DynamoService(dynamo.endpoint, () => streams.forEach((stream) => void stream.changed())),
  );
  door.serve("s3", s3);
  door.serve("ses", mail);
  door.serve("sqs", new QueueService(queues));
  const secrets = declared.secrets.map((secret) => [`secretsmanager:${secret.arn}`, generated(secret)]);
  door.serve("secretsmanager", new SecretService({ ...Object.fromEntries(secrets), ...values }));
  for (const api of declared.apis)
    door.serve(api.name, new HttpApi(byArn(functions, api.functionArn), clock));

  const settled = (timeoutMs = 60_000) => activity.settled(timeoutMs);
  const addresses = Object.keys(SERVICES).map((name) => [name, door.address(name)]);
  return {
    declared,
    engine: dynamo.engine,
    clock,
    faults,
    buckets,
    queues,
    functions,
    apiAddress: (key) => door.address(find(declared.apis, key).name),
    endpoints: Object.fromEntries(addresses) as Record<ServiceName, string>,
    inboxPage: mail.page,
    inbox: () => mail.inbox,
    upload: (bucket, key, bytes, metadata = {}) =>
      s3.put(find(declared.buckets, bucket).name, key, bytes, metadata),
    invoke: (key, event) => byArn(functions, find(declared.functions, key).arn).invoke(event),
    fire: (key, at) => scheduler.fire({ schedule: find(declared.schedules, key), at }),
    startSchedules: () => scheduler.start(),
    runUntil: async (until, settledAt = () => {}) => {
      await settled();
      for (
        let due = scheduler.nextDue(clock.now());
        due[0] && due[0].at <= until;
        due = scheduler.nextDue(due[0].at)
      ) {
        const { at } = due[0];
        // Work takes real time, by which the clock may have passed the next due time.
        if (clock.now() < at) clock.set(at);
        for (const one of due) scheduler.fire(one);
        await settled();
        await settledAt(at);
      }
      if (clock.now() < until) clock.set(until);
    },
    settled,
    deadLetters: () => {
      const ends = new Set(deadLetterArns(declared));
      return queues
        .filter((queue) => ends.has(queue.declared.arn))
        .flatMap((queue) => queue.messages.map((message) => ({ queue: queue.declared.path, message })));
    },
    lostEvents: () => asynchronous.lost,
    usedActions: () =>
      new Map(
        functions.map(({ declared: { path, name } }) => [path, door.used.get(name) ?? new Set<string>()]),
      ),
  };
}

/** Everything that rules and schedules call. */
function targetArns({ rules, schedules }: Declared): string[] {
  return [
    ...rules.flatMap(({ targets }) => targets.map(({ arn }) => arn)),
    ...schedules.map(({ targetArn }) => targetArn),
  ];
}

/** Queues that others name for what they fail on. */
function deadLetterArns({ queues, mappings, functions }: Declared): (string | undefined)[] {
  return [
    ...queues.map(({ redrive }) => redrive?.toArn),
    ...mappings.map(({ onFailureArn }) => onFailureArn),
    ...functions.flatMap(({ asynchronous }) => [asynchronous.deadLetterArn, asynchronous.onFailureArn]),
  ];
}

function byArn<T extends { readonly declared: { readonly arn: string } }>(all: readonly T[], arn: string): T {
  const found = all.find(({ declared }) => declared.arn === arn);
  if (found === undefined) throw new Error(`the stack refers to ${arn} and doesn't declare it`);
  return found;
}
