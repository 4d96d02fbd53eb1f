/** Which engine stands in for which resource? The stack's wiring, made real in the order in which one needs another. */
import { AsynchronousCalls } from "../engines/asynchronous-calls.ts";
import { type Declared, find } from "../engines/declared.ts";
import type { DynamoEngine } from "../engines/dynamo-engine.ts";
import { DynamoService } from "../engines/dynamo-service.ts";
import { EventBus } from "../engines/event-bus.ts";
import { FunctionService } from "../engines/function-service.ts";
import { HttpApi } from "../engines/http-api.ts";
import type { LocalFunction } from "../engines/local-function.ts";
import type { Queue } from "../engines/queue.ts";
import { QueueService } from "../engines/queue-service.ts";
import { objectCreated } from "../engines/s3/object-created.ts";
import { ObjectStore } from "../engines/s3/object-store.ts";
import { S3Service } from "../engines/s3/s3-service.ts";
import { Scheduler } from "../engines/scheduler.ts";
import { generated, SecretService } from "../engines/secret-service.ts";
import { InboxPage } from "../engines/ses/inbox-page.ts";
import { MailService } from "../engines/ses/mail-service.ts";
import { byArn, makeFunctions, makeQueues } from "./compute.ts";
import { type Closing, type Foundations, layFoundations, startTables } from "./foundations.ts";
import { deliveries, joinMappings } from "./joints.ts";
import { type Cloud, type CloudOptions, SERVICES, type ServiceName } from "./services.ts";
import { runUntil } from "./time-travel.ts";

/** Real time between SES's answer and its events, in milliseconds. */
const FEEDBACK_DELAY_MS = 25;

/** Reads the assembly, starts the engines and joins everything as the stack says; what must be closed is pushed on `closing`. */
export async function wireCloud(options: CloudOptions, closing: Closing): Promise<Omit<Cloud, "stop">> {
  const base = await layFoundations(options, closing);
  const { declared, activity, clock, retryDelayMs } = base;
  const dynamo = await startTables(base, options.engine, closing);
  const functions = makeFunctions(base, options, closing);
  const queues = makeQueues(base, closing);
  const parts = { queues, functions };

  const asynchronous = new AsynchronousCalls({
    activity,
    clock,
    retryDelayMs,
    queue: (arn) => byArn(queues, arn),
  });
  const deliver = deliveries(base, parts, asynchronous);
  const bus = new EventBus(declared, () => clock.timestamp(), deliver);
  const scheduler = new Scheduler(declared, clock, deliver);
  closing.push(() => scheduler.stop());
  const { onlooker } = options;
  const streams = await joinMappings(base, parts, { onlooker, dynamo: dynamo.endpoint });
  closing.push(() => streams.forEach((one) => void one.stop()));

  const services = openServices(base, { ...parts, bus }, options);
  base.door.serve(
    "dynamodb",
    new DynamoService(
      dynamo.endpoint,
      () => streams.forEach((one) => void one.changed()),
      onlooker?.called !== undefined,
    ),
  );
  return controls(base, { ...parts, ...services, asynchronous, scheduler, engine: dynamo.engine });
}

/** The services that are answered here, behind the door. */
function openServices(
  base: Foundations,
  { queues, functions, bus }: Parts & { readonly bus: EventBus },
  { onlooker, values }: CloudOptions,
) {
  const { declared, activity, clock, door } = base;
  const buckets = makeBuckets(base);
  const now = () => clock.milliseconds();
  const s3 = new S3Service(buckets, now, (store, version, reason) => {
    const bucket = find(declared.buckets, store.name);
    if (bucket.eventBridge) bus.put(objectCreated(bucket, version, reason, declared.account));
  });
  const mail = new MailService({
    declared,
    activity,
    clock,
    feedbackDelayMs: FEEDBACK_DELAY_MS,
    happened: (what) => bus.put(what),
    accepted: (one) => void activity.during("onlooker of the mail", async () => onlooker?.mail?.(one)),
  });
  door.serve("s3", s3);
  door.serve("ses", mail);
  door.serve("inbox", new InboxPage(mail.inbox));
  door.serve("sqs", new QueueService(queues));
  door.serve("lambda", new FunctionService(functions));
  door.serve("secretsmanager", secrets(declared, base.clock, values));
  for (const api of declared.apis)
    door.serve(api.name, new HttpApi(byArn(functions, api.functionArn), clock));
  return { buckets, s3, mail };
}

interface Parts {
  readonly queues: readonly Queue[];
  readonly functions: readonly LocalFunction[];
}

/** What can be done with everything that runs now. */
function controls(
  base: Foundations,
  running: Parts & {
    readonly buckets: readonly ObjectStore[];
    readonly s3: S3Service;
    readonly mail: MailService;
    readonly asynchronous: AsynchronousCalls;
    readonly scheduler: Scheduler;
    readonly engine: DynamoEngine;
  },
): Omit<Cloud, "stop"> {
  const { declared, activity, clock, faults, door } = base;
  const { buckets, queues, functions, s3, mail, asynchronous, scheduler, engine } = running;
  const settled = (timeoutMs = 60_000) => activity.settled(timeoutMs);
  return {
    declared,
    engine,
    clock,
    faults,
    buckets,
    queues,
    functions,
    apiAddress: (key) => door.address(find(declared.apis, key).name),
    endpoints: endpoints(base),
    inboxPage: `${door.address("inbox")}/`,
    inbox: () => mail.inbox,
    upload: (bucket, key, bytes, metadata = {}) =>
      s3.put(find(declared.buckets, bucket).name, key, bytes, metadata),
    invoke: (key, event) => byArn(functions, find(declared.functions, key).arn).invoke(event),
    fire: (key, at) => scheduler.fire({ schedule: find(declared.schedules, key), at }),
    startSchedules: () => scheduler.start(),
    runUntil: (until, settledAt) => runUntil({ clock, scheduler, settled }, until, settledAt),
    settled,
    deadLetters: () => {
      const ends = new Set(deadLetterArns(declared));
      return queues
        .filter((queue) => ends.has(queue.declared.arn))
        .flatMap((queue) => queue.messages.map((message) => ({ queue: queue.declared.path, message })));
    },
    lostEvents: () => asynchronous.lost,
    usedActions: () => usedActions(base, functions),
  };
}

function makeBuckets({ declared, directory, clock }: Foundations): readonly ObjectStore[] {
  return declared.buckets.map(
    ({ name, versioned, locked, cors }) =>
      new ObjectStore(name, versioned, `${directory}/${name}`, () => clock.milliseconds(), { locked, cors }),
  );
}

function secrets(
  { secrets: own }: Declared,
  clock: Foundations["clock"],
  given: CloudOptions["values"],
): SecretService {
  const made = own.map((secret) => [`secretsmanager:${secret.arn}`, generated(secret)]);
  return new SecretService({ ...Object.fromEntries(made), ...given }, () => clock.milliseconds());
}

function endpoints({ door }: Foundations): Readonly<Record<ServiceName, string>> {
  const addresses = Object.keys(SERVICES).map((name) => [name, door.address(name)]);
  return Object.fromEntries(addresses) as Record<ServiceName, string>;
}

/** Queues that others name for what they fail on. */
function deadLetterArns({ queues, mappings, functions }: Declared): (string | undefined)[] {
  return [
    ...queues.map(({ redrive }) => redrive?.toArn),
    ...mappings.map(({ onFailureArn }) => onFailureArn),
    ...functions.flatMap(({ asynchronous }) => [asynchronous.deadLetterArn, asynchronous.onFailureArn]),
  ];
}

function usedActions(
  { door }: Foundations,
  functions: readonly LocalFunction[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    functions.map(({ declared: { path, name } }) => [path, door.used.get(name) ?? new Set<string>()]),
  );
}
