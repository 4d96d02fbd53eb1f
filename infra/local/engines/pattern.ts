/** Does this event match this pattern? The language of EventBridge's rules and of Lambda's event filters. */
import { isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Whether an event matches a pattern of EventBridge; Lambda's event filters use the same language.
 *
 * Every field of the pattern must match; of the list under a field, one entry; where the event has a list,
 * one of its values. `$or` lists alternatives. An operator this matcher doesn't know throws, so that a rule
 * is never silently wrong here and right there.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matches(pattern: JsonObject, event: Json | undefined): boolean {
  if (Array.isArray(event)) return event.some((element: Json) => matches(pattern, element));
  const fields: JsonObject = isObject(event) ? event : {};
  return Object.entries(pattern).every(([field, expected]) => {
    if (field === "$or" && Array.isArray(expected)) {
      return expected.some((alternative: Json) => isObject(alternative) && matches(alternative, event));
    }
    if (isObject(expected)) return matches(expected, fields[field]);
    if (Array.isArray(expected)) return expected.some((one: Json) => accepts(one, fields[field]));
    throw new Error(
      `event pattern: "${field}" needs a list of what matches, not ${JSON.stringify(expected)}`,
    );
  });
}

function accepts(expected: Json, actual: Json | undefined): boolean {
  if (!isObject(expected)) return someValue(actual, (value) => value === expected);
  const [[operator, operand] = ["", null], ...rest] = Object.entries(expected);
  if (rest.length > 0) throw new Error(`event pattern: one operator at a time: ${JSON.stringify(expected)}`);
  if (operator === "exists") return (actual !== undefined) === operand;
  return someValue(actual, test(operator, operand));
}

function test(operator: string, operand: Json): (value: Json) => boolean {
  switch (operator) {
    case "prefix":
    case "suffix":
    case "equals-ignore-case":
    case "wildcard": {
      const holds = textTest(operator, operand);
      return (value) => typeof value === "string" && holds(value);
    }
    case "numeric":
      return numeric(operand);
    case "anything-but": {
      if (isObject(operand)) {
        const [[inner, text] = ["", null]] = Object.entries(operand);
        const excluded = [text].flat().map((one) => test(inner, one));
        return (value) => excluded.every((excludes) => !excludes(value));
      }
      const excluded = [operand].flat();
      return (value) => !excluded.includes(value);
    }
    default:
      throw new Error(`event pattern: operator "${operator}" is not supported locally`);
  }
}

function textTest(operator: string, operand: Json): (text: string) => boolean {
  if (isObject(operand) && typeof operand["equals-ignore-case"] === "string") {
    const holds = textTest(operator, operand["equals-ignore-case"].toLowerCase());
    return (text) => holds(text.toLowerCase());
  }
  if (typeof operand !== "string") {
    throw new Error(`event pattern: "${operator}" needs a text, not ${JSON.stringify(operand)}`);
  }
  if (operator === "prefix") return (text) => text.startsWith(operand);
  if (operator === "suffix") return (text) => text.endsWith(operand);
  if (operator === "equals-ignore-case") return (text) => text.toLowerCase() === operand.toLowerCase();
  const literal = operand.replace(/[\\^$.+?()[\]{}|]/g, "\\$&");
  const wildcard = new RegExp(`^${literal.replaceAll("*", ".*")}$`, "s");
  return (text) => wildcard.test(text);
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

function numeric(operand: Json): (value: Json) => boolean {
  const terms = [operand].flat();
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < terms.length; at += 2) {
    const compare = COMPARISONS[String(terms[at])];
    const limit = terms[at + 1];
    if (compare === undefined || typeof limit !== "number") {
      throw new Error(`event pattern: not a numeric comparison: ${JSON.stringify(operand)}`);
    }
    tests.push((value) => compare(value, limit));
  }
  return (value) => typeof value === "number" && tests.every((holds) => holds(value));
}

function someValue(actual: Json | undefined, holds: (value: Json) => boolean): boolean {
  if (actual === undefined) return false;
  return Array.isArray(actual) ? actual.some(holds) : holds(actual);
}
