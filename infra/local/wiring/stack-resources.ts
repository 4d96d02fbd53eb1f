/**
 * What are a stack's resources called here, and what do references to them come to? Each type's properties are
 * checked as they are read.
 */
import type * as z from "zod";
import { kebab, type Named } from "../engines/declared.ts";
import { isObject, type JsonObject } from "../engines/json.ts";
import type { Assembly } from "./assembly.ts";
import { holds, resolve, type Surroundings } from "./intrinsics.ts";
import { ParameterProperties, WITHOUT_EFFECT } from "./resource-properties.ts";

/** What a template can't say of itself. */
export interface Outside {
  /** Address under which functions reach the queues, without a trailing slash. */
  readonly queueAddress: string;
  /** Address of an HTTP API by its name here, without a trailing slash. */
  readonly apiAddress: (name: string) => string;
  /** Values of dynamic references to what the stack doesn't make, by `ssm:/name` or `secretsmanager:…`. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Types that become something here: how their ARNs begin after the account, and the property that may name them. */
const STANDS_IN: Readonly<Record<string, { arn: string; named?: string }>> = {
  "AWS::DynamoDB::Table": { arn: "dynamodb table/", named: "TableName" },
  "AWS::DynamoDB::GlobalTable": { arn: "dynamodb table/", named: "TableName" },
  "AWS::S3::Bucket": { arn: "s3 ", named: "BucketName" },
  "AWS::SQS::Queue": { arn: "sqs ", named: "QueueName" },
  "AWS::Events::Rule": { arn: "events rule/", named: "Name" },
  "AWS::Lambda::Function": { arn: "lambda function:", named: "FunctionName" },
  "AWS::Lambda::EventSourceMapping": { arn: "lambda event-source-mapping:" },
  "AWS::Lambda::EventInvokeConfig": { arn: "lambda event-invoke-config:" },
  "AWS::Scheduler::Schedule": { arn: "scheduler schedule/default/", named: "Name" },
  "AWS::SES::ConfigurationSet": { arn: "ses configuration-set/", named: "Name" },
  "AWS::SES::ConfigurationSetEventDestination": { arn: "ses event-destination/" },
  "AWS::ApiGatewayV2::Api": { arn: "apigateway /apis/" },
  "AWS::ApiGatewayV2::Integration": { arn: "apigateway /integrations/" },
  "AWS::ApiGatewayV2::Route": { arn: "apigateway /routes/" },
  "AWS::SecretsManager::Secret": { arn: "secretsmanager secret:", named: "Name" },
  "AWS::SSM::Parameter": { arn: "ssm parameter/", named: "Name" },
  "Custom::S3BucketNotifications": { arn: "s3 notifications/" },
};

/** The resources of one stack, with their names given and their properties worked out. */
export class StackResources {
  readonly #assembly: Assembly;
  readonly #outside: Outside;
  readonly #partition: string;
  readonly #world: Surroundings;
  readonly #named = new Map<string, Named>();
  /** Logical ids and types of what the stack's conditions leave in and this machine runs. */
  readonly #present: readonly (readonly [logicalId: string, type: string])[];

  /** Throws where a resource is of a type this machine neither runs nor may ignore. */
  constructor(assembly: Assembly, outside: Outside) {
    this.#assembly = assembly;
    this.#outside = outside;
    const { account, region, stack, template } = assembly;
    this.#partition = region.startsWith("cn-") ? "aws-cn" : "aws";
    this.#world = {
      ref: (id) => this.#ref(id),
      attribute: (id, name) => this.#attributes(id)[name],
      dynamic: (reference) => outside.values?.[reference] ?? this.#parameter(reference),
      conditions: template.Conditions,
      pseudo: {
        "AWS::AccountId": account,
        "AWS::Partition": this.#partition,
        "AWS::Region": region,
        "AWS::StackName": stack,
        "AWS::URLSuffix": this.#partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
      },
    };
    const included = Object.entries(template.Resources).filter(
      ([, { Condition }]) => Condition === undefined || holds(Condition, this.#world),
    );
    const unknown = included.filter(
      ([, { Type }]) => !(Type in STANDS_IN) && !WITHOUT_EFFECT.some((type) => type.test(Type)),
    );
    if (unknown.length > 0) {
      const list = unknown.map(([id, { Type }]) => `${Type} (${this.#name(id).path})`).join(", ");
      throw new Error(`this machine can't stand in for: ${list}`);
    }
    // Functions that only serve a deployment, such as the CDK's own for bucket notifications.
    const deployers = new Set(included.flatMap(([, { Type, Properties }]) => serviceToken(Type, Properties)));
    this.#present = included.filter(([id]) => !deployers.has(id)).map(([id, { Type }]) => [id, Type]);
  }

  /** All resources of the types. Throws, naming it, at one with properties the schema refuses. */
  all<S extends z.ZodObject>(
    schema: S,
    ...types: readonly string[]
  ): (Named & { readonly is: z.infer<S> })[] {
    return this.#present
      .filter(([, type]) => types.includes(type))
      .map(([id]) => ({ ...this.#name(id), is: this.#properties(id, schema) }));
  }

  /** What `Ref` of a queue gives. */
  queueUrl(logicalId: string): string {
    return `${this.#outside.queueAddress}/${this.#assembly.account}/${this.#name(logicalId).name}`;
  }

  #name(logicalId: string): Named {
    const known = this.#named.get(logicalId);
    if (known !== undefined) return known;
    const { account, region, paths, template } = this.#assembly;
    const resource = template.Resources[logicalId];
    const { arn, named } = STANDS_IN[resource?.Type ?? ""] ?? { arn: "other " };
    const [service, prefix] = arn.split(" ");
    const path = (paths.get(logicalId) ?? logicalId).replace(/\/(Resource|Default)$/, "");
    const given = named === undefined ? undefined : resource?.Properties?.[named];
    const name = given === undefined ? kebab(path) : String(resolve(given, this.#world));
    const place = service === "s3" ? ":" : `${region}:${account}`;
    const result = {
      name,
      path,
      logicalId,
      arn: `arn:${this.#partition}:${service}:${place}:${prefix}${name}`,
    };
    this.#named.set(logicalId, result);
    return result;
  }

  #ref(logicalId: string): string | undefined {
    const { Resources, Parameters } = this.#assembly.template;
    const type = Resources[logicalId]?.Type;
    if (type === undefined) return Parameters[logicalId]?.Default;
    if (type === "AWS::SQS::Queue") return this.queueUrl(logicalId);
    const { name, arn } = this.#name(logicalId);
    return /SNS::Topic$|SecretsManager::Secret$/.test(type) ? arn : name;
  }

  #attributes(logicalId: string): Readonly<Record<string, string>> {
    const { name, arn } = this.#name(logicalId);
    switch (this.#assembly.template.Resources[logicalId]?.Type) {
      case undefined:
        return {};
      case "AWS::DynamoDB::Table":
      case "AWS::DynamoDB::GlobalTable":
        return { Arn: arn, StreamArn: streamArn(arn) };
      case "AWS::SQS::Queue":
        return { Arn: arn, QueueName: name, QueueUrl: this.queueUrl(logicalId) };
      case "AWS::ApiGatewayV2::Api":
        return { ApiId: name, ApiEndpoint: this.#outside.apiAddress(name) };
      case "AWS::SSM::Parameter":
        return { Value: this.#properties(logicalId, ParameterProperties).Value };
      default:
        return { Arn: arn };
    }
  }

  #parameter(reference: string): string | undefined {
    return this.all(ParameterProperties, "AWS::SSM::Parameter").find(
      ({ name }) => reference === `ssm:${name}`,
    )?.is.Value;
  }

  /** Only what the schema names is worked out: the rest may refer to what has no meaning here. */
  #properties<S extends z.ZodObject>(logicalId: string, schema: S): z.infer<S> {
    const { Type, Properties = {} } = this.#assembly.template.Resources[logicalId] ?? { Type: "?" };
    try {
      const wanted = Object.entries(Properties).filter(([key]) => key in schema.shape);
      const parsed = schema.safeParse(resolve(Object.fromEntries(wanted), this.#world));
      if (parsed.success) return parsed.data;
      throw new Error(
        parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
      );
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${Type} ${this.#name(logicalId).path}: ${reason}`, { cause });
    }
  }
}

/** The ARN of a table's stream: in AWS it ends in the time of its making, here there is only one. */
export function streamArn(tableArn: string): string {
  return `${tableArn}/stream/local`;
}

function serviceToken(type: string, properties: JsonObject = {}): string[] {
  const token = properties.ServiceToken;
  const attribute = type.startsWith("Custom::") && isObject(token) ? token["Fn::GetAtt"] : undefined;
  return Array.isArray(attribute) ? [String(attribute[0])] : [];
}
