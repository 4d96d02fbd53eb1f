import { describe, expect, it } from "vitest";
import type { DeclaredRule } from "../../../../infra/local/engines/declared.ts";
import { EventBus } from "../../../../infra/local/engines/event-bus.ts";
import type { Json } from "../../../../infra/local/engines/json.ts";

const rule = (name: string, pattern: DeclaredRule["pattern"], ...targets: DeclaredRule["targets"]) => ({
  name,
  path: name,
  logicalId: name,
  arn: `arn:${name}`,
  pattern,
  targets,
});
const to = (arn: string, input?: string) => ({ arn, input });
const UPLOAD = {
  source: "aws.s3",
  detailType: "Object Created",
  resources: ["arn:aws:s3:::inbox"],
  detail: { object: { key: "courts/1302/inbox/a.pdf" } },
};

/** What goes where when an upload is told to a bus with these rules. */
function delivered(...rules: DeclaredRule[]): readonly (readonly [string, Json])[] {
  const sent: [string, Json][] = [];
  const bus = new EventBus(
    { rules, account: "123456789012", region: "ap-southeast-1" },
    () => "2026-09-08T01:00:00Z",
    (arn, event) => sent.push([arn, event]),
  );
  bus.put(UPLOAD);
  return sent;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
describe("EventBridge's default bus", () => {
  it("puts an event into the envelope that AWS documents", () => {
    expect(delivered(rule("all", { source: ["aws.s3"] }, to("queue")))).toEqual([
      [
        "queue",
        {
          version: "0",
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          "detail-type": "Object Created",
          source: "aws.s3",
          account: "123456789012",
          time: "2026-09-08T01:00:00Z",
          region: "ap-southeast-1",
          resources: UPLOAD.resources,
          detail: UPLOAD.detail,
        },
      ],
    ]);
  });

  it("brings it to every target of every rule that matches, once each, and to no other", () => {
    const sent = delivered(
      rule("courts", { detail: { object: { key: [{ prefix: "courts/" }] } } }, to("a"), to("b")),
      rule("all", { source: ["aws.s3"] }, to("a")),
      rule("bureaus", { detail: { object: { key: [{ prefix: "bureaus/" }] } } }, to("c")),
    );
    expect(sent.map(([arn]) => arn)).toEqual(["a", "b", "a"]);
    const ids = new Set(sent.map(([, event]) => JSON.stringify(event)));
    expect(ids.size).toBe(1);
  });

  it("gives a target its own constant instead, where the rule has one", () => {
    const sent = delivered(rule("all", { source: ["aws.s3"] }, to("a", '{"job":"audit"}'), to("b", "null")));
    expect(sent).toEqual([
      ["a", { job: "audit" }],
      ["b", null],
    ]);
  });
});
