/**
 * Which tables, buckets, queues, functions, rules and schedules does the stack declare, and what would not run
 * here?
 */
import type * as z from "zod";
import type { Declared } from "../engines/declared.ts";
import { isObject, type Json, type JsonObject } from "../engines/json.ts";
import type { Assembly } from "./assembly.ts";
import {
  ApiProperties,
  BucketNotificationsProperties,
  BucketProperties,
  ConfigurationSetProperties,
  EventDestinationProperties,
  EventInvokeProperties,
  FunctionProperties,
  IntegrationProperties,
  MappingProperties,
  QueueProperties,
  RouteProperties,
  RuleProperties,
  ScheduleProperties,
  SecretProperties,
  TableProperties,
} from "./resource-properties.ts";
import { type Outside, StackResources, streamArn } from "./stack-resources.ts";

/** Works out what a stack declares. Throws, naming the resource, at what this machine can't run. */
export function readDeclared(assembly: Assembly, outside: Outside): Declared {
  const { account, region, assets } = assembly;
  const stack = new StackResources(assembly, outside);
  return {
    account,
    region,
    tables: tables(stack),
    buckets: buckets(stack),
    queues: queues(stack),
    rules: rules(stack),
    functions: functions(stack, assets),
    mappings: mappings(stack),
    schedules: schedules(stack),
    apis: apis(stack),
    secrets: secrets(stack),
    configurationSets: configurationSets(stack),
  };
}

function tables(stack: StackResources): Declared["tables"] {
  return stack
    .all(TableProperties, "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")
    .map(({ is, ...table }) => ({
      ...table,
      streamArn: is.StreamSpecification && streamArn(table.arn),
      create: creation(table.name, is),
    }));
}

function buckets(stack: StackResources): Declared["buckets"] {
  const notifying = new Set(
    stack
      .all(BucketNotificationsProperties, "Custom::S3BucketNotifications")
      .filter(({ is }) => is.NotificationConfiguration?.EventBridgeConfiguration !== undefined)
      .map(({ is }) => is.BucketName),
  );
  return stack.all(BucketProperties, "AWS::S3::Bucket").map(({ is, ...bucket }) => ({
    ...bucket,
    cors: (is.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
      // An API's address has a path here; what browsers call an origin has none.
      origins: rule.AllowedOrigins.map((origin) => new URL(origin).origin),
      methods: rule.AllowedMethods,
      headers: rule.AllowedHeaders.map((name) => name.toLowerCase()),
    })),
    locked: is.ObjectLockConfiguration?.Rule !== undefined,
    versioned: is.VersioningConfiguration?.Status === "Enabled",
    eventBridge:
      is.NotificationConfiguration?.EventBridgeConfiguration !== undefined || notifying.has(bucket.name),
  }));
}

function queues(stack: StackResources): Declared["queues"] {
  return stack.all(QueueProperties, "AWS::SQS::Queue").map(({ is, ...queue }) => ({
    ...queue,
    url: stack.queueUrl(queue.logicalId),
    visibilityTimeoutSeconds: is.VisibilityTimeout,
    redrive: is.RedrivePolicy && {
      toArn: is.RedrivePolicy.deadLetterTargetArn,
      maxReceiveCount: is.RedrivePolicy.maxReceiveCount,
    },
  }));
}

function rules(stack: StackResources): Declared["rules"] {
  return stack
    .all(RuleProperties, "AWS::Events::Rule")
    .filter(({ is }) => is.State === "ENABLED")
    .map(({ is, ...rule }) => ({
      ...rule,
      pattern: is.EventPattern,
      targets: is.Targets.map(({ Arn, Input }) => ({ arn: Arn, input: Input })),
    }));
}

/** Each function with its bundle, and what becomes of an asynchronous call that fails. */
function functions(stack: StackResources, assets: Assembly["assets"]): Declared["functions"] {
  const configurations = stack.all(EventInvokeProperties, "AWS::Lambda::EventInvokeConfig");
  return stack.all(FunctionProperties, "AWS::Lambda::Function").map(({ is, ...fn }) => {
    const code = assets.get(is.Code.S3Key);
    if (code === undefined)
      throw new Error(`AWS::Lambda::Function ${fn.path}: its code is not in the assembly`);
    const config = configurations.find(({ is: { FunctionName } }) => FunctionName === fn.name)?.is;
    return {
      ...fn,
      code,
      handler: is.Handler,
      environment: is.Environment?.Variables ?? {},
      timeoutSeconds: is.Timeout,
      memoryMb: is.MemorySize,
      asynchronous: {
        retries: config?.MaximumRetryAttempts ?? 2,
        deadLetterArn: is.DeadLetterConfig?.TargetArn,
        onFailureArn: config?.DestinationConfig?.OnFailure?.Destination,
      },
    };
  });
}

function mappings(stack: StackResources): Declared["mappings"] {
  return stack.all(MappingProperties, "AWS::Lambda::EventSourceMapping").map(({ is, ...mapping }) => ({
    ...mapping,
    sourceArn: is.EventSourceArn,
    functionName: is.FunctionName,
    batchSize: is.BatchSize ?? (is.StartingPosition === undefined ? 10 : 100),
    filters: (is.FilterCriteria?.Filters ?? []).map(({ Pattern }) => parsedPattern(mapping.path, Pattern)),
    reportsItemFailures: is.FunctionResponseTypes.length > 0,
    concurrency: is.ScalingConfig?.MaximumConcurrency ?? 5,
    bisect: is.BisectBatchOnFunctionError,
    retries: is.MaximumRetryAttempts,
    onFailureArn: is.DestinationConfig?.OnFailure?.Destination,
    startsAtLatest: is.StartingPosition === "LATEST",
  }));
}

function schedules(stack: StackResources): Declared["schedules"] {
  return stack
    .all(ScheduleProperties, "AWS::Scheduler::Schedule")
    .filter(({ is }) => is.State === "ENABLED")
    .map(({ is, ...schedule }) => ({
      ...schedule,
      expression: is.ScheduleExpression,
      timeZone: is.ScheduleExpressionTimezone,
      targetArn: is.Target.Arn,
      input: is.Target.Input,
    }));
}

/** Each API with the function its one route leads to. */
function apis(stack: StackResources): Declared["apis"] {
  const routes = stack.all(RouteProperties, "AWS::ApiGatewayV2::Route");
  const integrations = stack.all(IntegrationProperties, "AWS::ApiGatewayV2::Integration");
  return stack.all(ApiProperties, "AWS::ApiGatewayV2::Api").map(({ is: _, ...api }) => {
    const route = routes.find(({ is }) => is.ApiId === api.name);
    const behind = integrations.find(({ name }) => route?.is.Target === `integrations/${name}`);
    if (behind === undefined) throw new Error(`AWS::ApiGatewayV2::Api ${api.path}: leads to no function`);
    return { ...api, functionArn: behind.is.IntegrationUri };
  });
}

function secrets(stack: StackResources): Declared["secrets"] {
  return stack.all(SecretProperties, "AWS::SecretsManager::Secret").map(({ is, ...secret }) => ({
    ...secret,
    template: is.GenerateSecretString.SecretStringTemplate,
    randomKey: is.GenerateSecretString.GenerateStringKey,
    length: is.GenerateSecretString.PasswordLength,
  }));
}

/** Each configuration set with what it tells EventBridge. */
function configurationSets(stack: StackResources): Declared["configurationSets"] {
  const destinations = stack.all(EventDestinationProperties, "AWS::SES::ConfigurationSetEventDestination");
  return stack.all(ConfigurationSetProperties, "AWS::SES::ConfigurationSet").map(({ is: _, ...set }) => ({
    ...set,
    events: destinations
      .filter(({ is }) => is.ConfigurationSetName === set.name && is.EventDestination.Enabled)
      .filter(({ is }) => is.EventDestination.EventBridgeDestination !== undefined)
      .flatMap(({ is }) => is.EventDestination.MatchingEventTypes.map((type) => type.toLowerCase())),
  }));
}

/** CloudFormation says a table almost as CreateTable does. */
function creation(name: string, is: z.infer<typeof TableProperties>): JsonObject {
  const {
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    LocalSecondaryIndexes,
    StreamSpecification,
  } = is;
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    BillingMode: "PAY_PER_REQUEST",
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
    ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
  };
}

function parsedPattern(path: string, pattern: string): JsonObject {
  const parsed: Json = JSON.parse(pattern);
  if (!isObject(parsed)) throw new Error(`AWS::Lambda::EventSourceMapping ${path}: filter is not a pattern`);
  return parsed;
}
