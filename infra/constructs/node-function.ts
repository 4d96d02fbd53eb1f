/**
 * What every Lambda function of the system has in common: runtime, role, log group, alarm, and an environment that
 * the compiler checks.
 */
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Impact } from "./alarm-words.ts";
import type { Alarms } from "./alarms.ts";
import { bundle } from "./bundle.ts";
import type { DeadLetterQueue } from "./dead-letter-queue.ts";

/** What every function of a deployment has in common. */
export interface FunctionSurroundings {
  readonly alarms: Alarms;
  readonly logDays: number;
}

/** A function: `Env` is the type of its environment's schema in shared/runtime/env.ts. */
export interface NodeFunctionProps<Env> extends FunctionSurroundings {
  /** Name of its folder in functions/, whose handler.ts exports `handler`. */
  readonly folder: string;
  /** Exactly the schema's variables: one missing or misspelt does not compile. */
  readonly environment: Env;
  readonly timeout: Duration;
  readonly memoryMb: number;
  /** Whether it writes what somebody must be told: its log then says how much of that reached nobody. */
  readonly owesNotices?: boolean;
  /** Whether it hands itself what is left to do: Lambda ends such a chain after 16 calls unless that is said. */
  readonly callsItself?: boolean;
  /** What fails to happen while it fails: the alarm's text. */
  readonly impact: Impact;
  /** Where events go that Lambda called it with asynchronously and that failed three times. */
  readonly deadLetters?: DeadLetterQueue;
  /** Folders that go into its bundle as they are. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Packages among them that are not bundled. */
  readonly external?: readonly string[];
  /** Modules it starts as processes of their own. */
  readonly processes?: Readonly<Record<string, string>>;
}

/** A Lambda function as all of ours are: Node 24 on arm64, one role and one log group of its own. */
export class NodeFunction<
  Env extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends LambdaFunction {
  readonly executionRole: Role;

  constructor(scope: Construct, id: string, props: NodeFunctionProps<Env>) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: props.logDays satisfies RetentionDays,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // Own role: the managed policy for Lambda would let it write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: bundle({
        entry: `functions/${props.folder}/handler.ts`,
        ...(props.folders !== undefined && { folders: props.folders }),
        ...(props.processes !== undefined && { processes: props.processes }),
        ...(props.external !== undefined && { external: props.external }),
      }),
      environment: { ...props.environment },
      timeout: props.timeout,
      memorySize: props.memoryMb,
      role,
      logGroup,
      ...(props.callsItself === true && { recursiveLoop: RecursiveLoop.ALLOW }),
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // Our own line says what was done; START, END and REPORT would triple the bill and are metrics anyway.
      systemLogLevelV2: SystemLogLevel.WARN,
      ...(props.deadLetters !== undefined && { deadLetterQueue: props.deadLetters }),
    });
    this.executionRole = role;
    if (props.owesNotices === true) props.alarms.countUnreached(this, logGroup);
    props.alarms.watch(this, "Errors", {
      metric: this.metricErrors({ statistic: Stats.SUM, period: Duration.minutes(15) }),
      above: 0,
      impact: props.impact,
    });
  }
}
