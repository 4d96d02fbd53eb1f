/**
 * What a stack declares, in plain data: names and references are worked out, everything that has no effect
 * on this machine (roles, alarms, log groups …) is gone.
 */
import type { JsonObject } from "./json.ts";

/** What every declared thing is known by. */
export interface Named {
  /** Its name in AWS; where the stack leaves it open, its construct path in kebab-case. */
  readonly name: string;
  /** Construct path in the stack, without a trailing `Resource`. */
  readonly path: string;
  readonly logicalId: string;
  readonly arn: string;
}

export interface DeclaredTable extends Named {
  /** Input of CreateTable. */
  readonly create: JsonObject;
  readonly streamArn: string | undefined;
}

/** What pages of these origins may do with a bucket by a script. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
}

export interface DeclaredBucket extends Named {
  readonly versioned: boolean;
  /** Keeps every new version for a time (Object Lock with default retention). */
  readonly locked: boolean;
  /** Which pages may use it by a script. */
  readonly cors: readonly CorsRule[];
  /** Tells EventBridge of its objects. */
  readonly eventBridge: boolean;
}

export interface DeclaredQueue extends Named {
  readonly url: string;
  readonly visibilityTimeoutSeconds: number;
  readonly redrive: { readonly toArn: string; readonly maxReceiveCount: number } | undefined;
}

/** Where the default event bus sends what matches. */
export interface DeclaredRule extends Named {
  readonly pattern: JsonObject;
  /** `input`: a constant that replaces the event. */
  readonly targets: readonly { readonly arn: string; readonly input: string | undefined }[];
}

export interface DeclaredFunction extends Named {
  /** Directory of the deployed bundle. */
  readonly code: string;
  /** `file.export`, e.g. `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** What becomes of asynchronous calls that fail: how often Lambda tries again, where it ends. */
  readonly asynchronous: {
    readonly retries: number;
    /** Gets the event as it was. */
    readonly deadLetterArn: string | undefined;
    /** Gets a record of the failure with the event in it. */
    readonly onFailureArn: string | undefined;
  };
}

/** A queue or a table's stream that calls a function with batches. */
export interface DeclaredMapping extends Named {
  readonly sourceArn: string;
  /** Name of the function. */
  readonly functionName: string;
  readonly batchSize: number;
  /** Patterns, one of which a message or record must match; none: all do. */
  readonly filters: readonly JsonObject[];
  readonly reportsItemFailures: boolean;
  /** Queues: batches in work at the same time. */
  readonly concurrency: number;
  /** Streams: halves a batch that fails. */
  readonly bisect: boolean;
  /** Streams: -1 is without end. */
  readonly retries: number;
  readonly onFailureArn: string | undefined;
  readonly startsAtLatest: boolean;
}

export interface DeclaredSchedule extends Named {
  /** `cron(…)` or `rate(…)`. */
  readonly expression: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly targetArn: string;
  /** Input of the target; may have Scheduler's context attributes, `<aws.scheduler.scheduled-time>`. */
  readonly input: string | undefined;
}

/** 配置集: what SES tells EventBridge of the mails sent under this name. */
export interface DeclaredConfigurationSet extends Named {
  /** Lower case: send, delivery, bounce, complaint … */
  readonly events: readonly string[];
}

/** An HTTP API that hands every request to one function. */
export interface DeclaredApi extends Named {
  readonly functionArn: string;
}

/** A secret that Secrets Manager makes: a JSON object with one random value added. */
export interface DeclaredSecret extends Named {
  readonly template: string;
  readonly randomKey: string;
  readonly length: number;
}

export interface Declared {
  readonly account: string;
  readonly region: string;
  readonly tables: readonly DeclaredTable[];
  readonly buckets: readonly DeclaredBucket[];
  readonly queues: readonly DeclaredQueue[];
  readonly rules: readonly DeclaredRule[];
  readonly functions: readonly DeclaredFunction[];
  readonly mappings: readonly DeclaredMapping[];
  readonly schedules: readonly DeclaredSchedule[];
  readonly apis: readonly DeclaredApi[];
  readonly secrets: readonly DeclaredSecret[];
  readonly configurationSets: readonly DeclaredConfigurationSet[];
}

/**
 * The one of `all` that `key` means: its name, logical id, construct path, or a beginning of the path that
 * no other has; upper case and `-` or `/` make no difference (`DocumentIntake` is `document-intake/function`).
 * Throws, listing what there is, where none or several are meant.
 */
export function find<T extends Named>(all: readonly T[], key: string): T {
  const wanted = kebab(key);
  const exact = all.filter(
    ({ name, logicalId, path }) => [name, logicalId].includes(key) || kebab(path) === wanted,
  );
  const found = exact.length > 0 ? exact : all.filter(({ path }) => kebab(path).startsWith(`${wanted}-`));
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    throw new Error(`"${key}" is none or several of: ${all.map(({ path }) => path).join(", ")}`);
  }
  return one;
}

/** `Intake/DeadLetters` → `intake-dead-letters`. */
export function kebab(path: string): string {
  return path
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}
