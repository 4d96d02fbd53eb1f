/** Which AWS services exist here, how a cloud is started, and what can be done with one that runs. */
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { LostEvent } from "../engines/asynchronous-calls.ts";
import type { CloudClock } from "../engines/clock.ts";
import type { Declared } from "../engines/declared.ts";
import type { DynamoEngine } from "../engines/dynamo-engine.ts";
import type { Faults } from "../engines/faults.ts";
import type { ServiceCall } from "../engines/front-door.ts";
import type { Json } from "../engines/json.ts";
import type { Invocation, LocalFunction, LogLine, Outcome } from "../engines/local-function.ts";
import type { Message, Queue } from "../engines/queue.ts";
import type { Metadata, ObjectStore, Version } from "../engines/s3/object-store.ts";
import type { Reply } from "../engines/service.ts";
import type { ReceivedMail } from "../engines/ses/mail-service.ts";
import type { ChangeRecord } from "../engines/table-stream.ts";

/** Services behind the front door, by the name the SDK's `AWS_ENDPOINT_URL_…` has for them. */
export const SERVICES = {
  dynamodb: "DYNAMODB",
  s3: "S3",
  ses: "SES",
  sqs: "SQS",
  lambda: "LAMBDA",
  secretsmanager: "SECRETS_MANAGER",
} as const;

export type ServiceName = keyof typeof SERVICES;

/** Somebody who is told what happens, as it happens. Nothing counts as settled before what is told here is done. */
export interface Onlooker {
  /** A mail has been accepted. */
  mail?(mail: ReceivedMail): void | Promise<void>;
  /** Items of the tables have changed, in the order of their changes. */
  changed?(batch: readonly ChangeRecord[]): Promise<void>;
  /** A service has been called; what is returned is called with its answer. DynamoDB is asked what each call costs then. */
  called?(call: ServiceCall): (answer: Reply | undefined) => void;
  /** A function has been invoked, and has ended. */
  invoked?(invocation: Invocation): void;
}

export interface CloudOptions {
  /** Directory of the synthesised assembly, `cdk.out`. */
  readonly assembly: string;
  /** Name of the stack, where the assembly has several. */
  readonly stack?: string;
  /** Where the buckets keep their bytes; a temporary directory, removed in the end, by default. */
  readonly dataDir?: string;
  readonly engine?: DynamoEngine;
  /** Values the stack only refers to, by `ssm:/name` or `secretsmanager:<id>`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Gets every line a function prints. */
  readonly log?: (line: LogLine) => void;
  /** Execution environments of one function at the same time; 2 by default. */
  readonly concurrency?: number;
  /** Where the front door listens on 127.0.0.1; a free port by default. Throws where it is taken. */
  readonly port?: number;
  readonly onlooker?: Onlooker;
  /** Longest real wait before something that failed is tried again; 200 by default. */
  readonly retryDelayMs?: number;
}

/** Something that failed for good, in the queue where it ended. */
export interface DeadLetter {
  /** Construct path of the queue. */
  readonly queue: string;
  readonly message: Message;
}

/**
 * A stack of the CDK app, running on this machine. Whatever is asked for by a `key` may be named by its name in AWS,
 * its logical id, its construct path or the beginning of that (see `find` in declared.ts).
 */
export interface Cloud {
  readonly declared: Declared;
  readonly engine: DynamoEngine;
  readonly clock: CloudClock;
  readonly faults: Faults;
  readonly buckets: readonly ObjectStore[];
  readonly queues: readonly Queue[];
  readonly functions: readonly LocalFunction[];
  /** Addresses of the services for whoever is not a function; any credentials will do. */
  readonly endpoints: Readonly<Record<ServiceName, string>>;
  /** Address of an HTTP API, as its `ApiEndpoint` says it. */
  apiAddress(apiKey: string): string;
  /** Address of the page that shows the inbox. */
  readonly inboxPage: string;
  /** Everything that was mailed, in the order it was accepted. */
  inbox(): readonly ReceivedMail[];
  /** Puts an object into a bucket, as PutObject does. */
  upload(bucketKey: string, key: string, bytes: Uint8Array, metadata?: Metadata): Promise<Version>;
  /** Calls a function and waits for its end, without any retry. */
  invoke(functionKey: string, event: Json): Promise<Outcome>;
  /** Fires a schedule now, as if it were due at `scheduledFor`. */
  fire(scheduleKey: string, scheduledFor: Instant): void;
  /** Lets the schedules fire by the cloud's clock from now on. */
  startSchedules(): void;
  /**
   * Moves the clock to `until` from one due time of a schedule to the next, fires what is due and waits each time
   * until everything has settled. `settledAt` is called after each.
   */
  runUntil(until: Instant, settledAt?: (at: Instant) => void | Promise<void>): Promise<void>;
  /** Resolves when no message, event, change or call is left to be dealt with; throws what is left after `timeoutMs`. */
  settled(timeoutMs?: number): Promise<void>;
  /** What lies in queues that others name as the end of what failed. */
  deadLetters(): readonly DeadLetter[];
  /** Events that functions failed on and that no queue was declared for: in AWS they would be gone. */
  lostEvents(): readonly LostEvent[];
  /** The IAM actions each function has needed so far, by the function's construct path. */
  usedActions(): ReadonlyMap<string, ReadonlySet<string>>;
  /** Ends everything: threads, servers, the engine's process, the temporary directory. */
  stop(): Promise<void>;
}
