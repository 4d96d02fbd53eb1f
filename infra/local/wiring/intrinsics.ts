/**
 * What does a part of a CloudFormation template come to, once its references and functions are worked out?
 */
import { isObject, type Json, type JsonObject } from "../engines/json.ts";

/** What a template's intrinsic functions need to know of the world. */
export interface Surroundings {
  /** `Ref` of a resource or parameter; undefined where there is none of that name. */
  ref(logicalId: string): string | undefined;
  /** `Fn::GetAtt`; undefined where the attribute is not known here. */
  attribute(logicalId: string, name: string): string | undefined;
  /** A dynamic reference, `ssm:/name` or `secretsmanager:…`; undefined where there is no such value. */
  dynamic(reference: string): string | undefined;
  readonly conditions: JsonObject;
  /** `AWS::Region`, `AWS::AccountId` …; `AWS::NoValue` is handled here. */
  readonly pseudo: Readonly<Record<string, string>>;
}

/**
 * A part of a CloudFormation template with its intrinsic functions worked out; properties that become
 * `AWS::NoValue` are left out. Throws, naming it, at a reference or function that can't be.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(part: Json, world: Surroundings): Json {
  return resolved(part, world) ?? null;
}

/** Whether a condition of the template holds. */
export function holds(condition: Json, world: Surroundings): boolean {
  if (typeof condition === "string") return holds(world.conditions[condition] ?? false, world);
  const call = intrinsic(condition);
  if (call === undefined) return condition === true;
  const operands = [call.argument].flat();
  switch (call.name) {
    case "Condition":
      return holds(call.argument, world);
    case "Fn::Equals":
      return text(operands[0] ?? null, world) === text(operands[1] ?? null, world);
    case "Fn::Not":
      return !holds(operands[0] ?? false, world);
    case "Fn::And":
      return operands.every((operand) => holds(operand, world));
    case "Fn::Or":
      return operands.some((operand) => holds(operand, world));
    default:
      throw new Error(`${call.name} is not a condition`);
  }
}

/** As {@link resolve}; undefined is `AWS::NoValue`. */
function resolved(part: Json, world: Surroundings): Json | undefined {
  if (typeof part === "string") return withDynamicReferences(part, world);
  if (Array.isArray(part)) {
    return part.map((one: Json) => resolved(one, world)).filter((one) => one !== undefined);
  }
  if (!isObject(part)) return part;
  const call = intrinsic(part);
  if (call !== undefined) return evaluate(call.name, call.argument, world);
  const entries = Object.entries(part).map(([key, value]) => [key, resolved(value, world)] as const);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function evaluate(name: string, argument: Json, world: Surroundings): Json | undefined {
  const operands = [argument].flat();
  switch (name) {
    case "Ref":
      return argument === "AWS::NoValue" ? undefined : reference(String(argument), world);
    case "Fn::GetAtt": {
      const [logicalId = "", attribute = ""] =
        operands.length === 1 ? String(argument).split(".") : operands.map(String);
      return attributeOf(logicalId, attribute, world);
    }
    case "Fn::Join":
      return list(operands[1] ?? [], world).join(text(operands[0] ?? "", world));
    case "Fn::Select":
      return list(operands[1] ?? [], world)[Number(text(operands[0] ?? 0, world))] ?? null;
    case "Fn::Split":
      return text(operands[1] ?? "", world).split(text(operands[0] ?? "", world));
    case "Fn::Sub":
      return withDynamicReferences(substitute(operands, world), world);
    case "Fn::If":
      return resolved((holds(operands[0] ?? false, world) ? operands[1] : operands[2]) ?? null, world);
    default:
      throw new Error(`${name} is not supported locally`);
  }
}

function substitute([template = "", variables]: readonly Json[], world: Surroundings): string {
  const own = isObject(variables) ? variables : {};
  return String(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const given = own[name];
    if (given !== undefined) return text(given, world);
    const [logicalId = "", attribute] = name.split(/\.(.*)/s);
    return attribute === undefined ? reference(logicalId, world) : attributeOf(logicalId, attribute, world);
  });
}

function reference(logicalId: string, world: Surroundings): string {
  const value = world.pseudo[logicalId] ?? world.ref(logicalId);
  if (value === undefined) throw new Error(`Ref to ${logicalId}, which has no value locally`);
  return value;
}

function attributeOf(logicalId: string, name: string, world: Surroundings): string {
  const value = world.attribute(logicalId, name);
  if (value === undefined) throw new Error(`attribute ${name} of ${logicalId} is not known locally`);
  return value;
}

function withDynamicReferences(value: string, world: Surroundings): string {
  return value.replace(/\{\{resolve:([^}]+)\}\}/g, (whole, inner: string) => {
    const found = world.dynamic(inner);
    if (found === undefined) throw new Error(`${whole} has no value locally`);
    return found;
  });
}

function text(part: Json, world: Surroundings): string {
  return String(resolved(part, world));
}

function list(part: Json, world: Surroundings): string[] {
  const value = resolved(part, world);
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(part)}`);
  return value.map(String);
}

/** The one-key object that is a call, `{Ref: …}` or `{Fn::…: …}`. */
function intrinsic(part: Json): { name: string; argument: Json } | undefined {
  if (!isObject(part)) return undefined;
  const [[name, argument] = ["", null], ...rest] = Object.entries(part);
  const isCall = rest.length === 0 && (name === "Ref" || name === "Condition" || name.startsWith("Fn::"));
  return isCall ? { name, argument } : undefined;
}
