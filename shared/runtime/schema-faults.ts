/** What is wrong with something an admin wrote? One sentence for each fault, with its place and the value that stands there. */
import type * as z from "zod/mini";

/**
 * The faults a schema found, in English sentences. A check's own message ends one (“must be a whole number”); `name`
 * is what the whole is called.
 */
export function faultSentences(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  name: string,
): readonly string[] {
  return issues.map((issue) => {
    const place = placeOf(issue.path, name);
    if (issue.code === "unrecognized_keys")
      return `${place} has ${issue.keys.map((key) => `“${key}”`).join(", ")}, which nothing reads: is it misspelt?`;
    const found = valueAt(value, issue.path);
    if (found === undefined) return `${place} is missing`;
    return `${place} ${issue.message}, not ${JSON.stringify(found)}`;
  });
}

function placeOf(path: readonly PropertyKey[], name: string): string {
  return path.reduce<string>(
    (place, key) => (typeof key === "number" ? `${place}[${key}]` : `${place}.${String(key)}`),
    name,
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}
