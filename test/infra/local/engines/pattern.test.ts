import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../../infra/local/engines/json.ts";
import { matches } from "../../../../infra/local/engines/pattern.ts";

const uploaded = {
  source: "aws.s3",
  "detail-type": "Object Created",
  resources: ["arn:aws:s3:::inbox"],
  detail: {
    bucket: { name: "inbox" },
    object: { key: "courts/1302/inbox/传票 1.PDF", size: 2048 },
    flag: null,
  },
};

describe("what an event pattern matches", () => {
  it.each<[string, JsonObject, boolean]>([
    ["an exact value", { source: ["aws.ses", "aws.s3"] }, true],
    ["another value", { source: ["aws.ses"] }, false],
    ["nested fields", { detail: { bucket: { name: ["inbox"] } } }, true],
    ["one of a list in the event", { resources: ["arn:aws:s3:::inbox"] }, true],
    ["a prefix", { detail: { object: { key: [{ prefix: "courts/" }] } } }, true],
    ["a suffix in another case", { detail: { object: { key: [{ suffix: ".pdf" }] } } }, false],
    [
      "a suffix whatever its case",
      { detail: { object: { key: [{ suffix: { "equals-ignore-case": ".pdf" } }] } } },
      true,
    ],
    ["a wildcard", { detail: { object: { key: [{ wildcard: "courts/*/inbox/*" }] } } }, true],
    ["a wildcard whose dot is a dot", { detail: { object: { key: [{ wildcard: "courts/*.pdf" }] } } }, false],
    ["a number in a range", { detail: { object: { size: [{ numeric: [">", 0, "<=", 2048] }] } } }, true],
    ["a number out of range", { detail: { object: { size: [{ numeric: ["<", 2048] }] } } }, false],
    ["a field that is there", { detail: { object: { size: [{ exists: true }] } } }, true],
    ["a field that is not there", { detail: { reason: [{ exists: false }] } }, true],
    ["a field under what is not there", { detail: { nothing: { at: { all: [{ exists: false }] } } } }, true],
    ["null", { detail: { flag: [null] } }, true],
    ["anything but a list", { source: [{ "anything-but": ["aws.s3"] }] }, false],
    [
      "anything but a prefix",
      { detail: { object: { key: [{ "anything-but": { prefix: "directory/" } }] } } },
      true,
    ],
    [
      "one of alternatives",
      { $or: [{ source: ["aws.ses"] }, { detail: { bucket: { name: ["inbox"] } } }] },
      true,
    ],
    ["none of the alternatives", { $or: [{ source: ["aws.ses"] }] }, false],
  ])("%s", (_, pattern, expected) => {
    expect(matches(pattern, uploaded)).toBe(expected);
  });

  it("refuses an operator it doesn't know instead of guessing", () => {
    expect(() => matches({ source: [{ cidr: "10.0.0.0/8" }] }, uploaded)).toThrow(/"cidr" is not supported/);
  });

  it("matches every event made of its own values, and none with one of them changed", () => {
    const fields = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[A-Z]{0,5}$/), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(fields, (event) => {
        const pattern = Object.fromEntries(Object.entries(event).map(([key, value]) => [key, [value]]));
        const [changed = ""] = Object.keys(event);
        expect(matches(pattern, event as Json)).toBe(true);
        expect(matches(pattern, { ...event, [changed]: `${event[changed]}x` })).toBe(false);
      }),
    );
  });
});
