/** What a twin keeps: a value that nobody can change afterwards, neither who wrote it nor who reads it, as bytes in a table would be. */

/** The value itself, frozen with all it holds; parts that are frozen already are shared. Bytes stay as they are. */
export function frozen<Value>(value: Value): Value {
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
