/** The properties of CloudFormation resources that have an effect on this machine, one schema a type. */
import * as z from "zod";
import type { JsonObject } from "../engines/json.ts";

const object = z.custom<JsonObject>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
const absent = (why: string) => z.undefined({ error: why }).optional();
const name = z.string().optional();
const state = z.enum(["ENABLED", "DISABLED"]).default("ENABLED");

const tableKeys = {
  TableName: name,
  AttributeDefinitions: z.array(object),
  KeySchema: z.array(object),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: z.array(object), Projection: object }))
    .optional(),
  LocalSecondaryIndexes: z.array(object).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
};
export const TableProperties = z.object(tableKeys);

export const BucketProperties = z.object({
  BucketName: name,
  VersioningConfiguration: z.object({ Status: z.string() }).optional(),
  CorsConfiguration: z
    .object({
      CorsRules: z.array(
        z.object({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
        }),
      ),
    })
    .optional(),
  ObjectLockConfiguration: z.object({ Rule: object.optional() }).optional(),
  NotificationConfiguration: z
    .object({
      EventBridgeConfiguration: object.optional(),
      QueueConfigurations: absent("only notifications by EventBridge are supported locally"),
      LambdaConfigurations: absent("only notifications by EventBridge are supported locally"),
    })
    .optional(),
});

/** The custom resource by which the CDK switches on a bucket's notifications. */
export const BucketNotificationsProperties = z.object({
  BucketName: z.string(),
  NotificationConfiguration: BucketProperties.shape.NotificationConfiguration,
});

export const QueueProperties = z.object({
  QueueName: name,
  VisibilityTimeout: z.number().default(30),
  FifoQueue: absent("FIFO queues are not supported locally"),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

export const RuleProperties = z.object({
  Name: name,
  State: state,
  EventBusName: z.literal("default").optional(),
  ScheduleExpression: absent("use an AWS::Scheduler::Schedule"),
  EventPattern: object,
  Targets: z
    .array(
      z.object({
        Arn: z.string(),
        Input: z.string().optional(),
        InputPath: absent("InputPath is not supported locally"),
        InputTransformer: absent("input transformers are not supported locally"),
      }),
    )
    .default([]),
});

export const FunctionProperties = z.object({
  FunctionName: name,
  Runtime: z.string().startsWith("nodejs", "only Node.js functions run locally"),
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
});

export const EventInvokeProperties = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

export const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.literal(true).optional(),
  BatchSize: z.number().optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  DestinationConfig: EventInvokeProperties.shape.DestinationConfig,
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]).optional(),
});

export const ScheduleProperties = z.object({
  Name: name,
  State: state,
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});

export const ConfigurationSetProperties = z.object({ Name: name });

export const EventDestinationProperties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    EventBridgeDestination: object.optional(),
    MatchingEventTypes: z.array(z.string()),
  }),
});

export const ApiProperties = z.object({ Name: name, ProtocolType: z.literal("HTTP") });

export const IntegrationProperties = z.object({
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
});

export const RouteProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.literal("$default", { error: "only the route $default is supported locally" }),
  /** `integrations/<id>`. */
  Target: z.string(),
});

export const SecretProperties = z.object({
  Name: name,
  GenerateSecretString: z.object({
    SecretStringTemplate: z.string(),
    GenerateStringKey: z.string(),
    PasswordLength: z.number().default(32),
  }),
});

export const ParameterProperties = z.object({ Name: name, Value: z.string() });

/** Types that change nothing on this machine. What is in neither list stops the start. */
export const WITHOUT_EFFECT: readonly RegExp[] = [
  /^AWS::(IAM|Logs|CloudWatch|KMS|SNS|CloudTrail)::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::(S3::Bucket|SQS::Queue|SecretsManager::Resource)Policy$/,
  /^AWS::ApiGatewayV2::(Stage|DomainName|ApiMapping)$/,
  /^AWS::Lambda::Permission$/,
  /^AWS::SES::EmailIdentity$/,
  /^AWS::Scheduler::ScheduleGroup$/,
  /^Custom::(S3AutoDeleteObjects|LogRetention)$/,
];
