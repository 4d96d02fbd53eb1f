// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
import { describe, expect, it } from "vitest";
import { holds, resolve, type Surroundings } from "../../../../infra/local/wiring/intrinsics.ts";

const world: Surroundings = {
  ref: (id) => ({ Table: "cases", Stage: "test" })[id],
  attribute: (id, name) => (id === "Queue" && name === "Arn" ? "arn:aws:sqs:eu-west-1:1:intake" : undefined),
  dynamic: (reference) => (reference === "ssm:/mail/from" ? "bureau@example.org" : undefined),
  conditions: {
    Testing: { "Fn::Equals": [{ Ref: "Stage" }, "test"] },
    Live: { "Fn::Not": [{ Condition: "Testing" }] },
  },
  pseudo: { "AWS::Partition": "aws-cn", "AWS::Region": "cn-north-1" },
};

describe("intrinsic functions of a template", () => {
  it.each([
    ["Ref", { Ref: "Table" }, "cases"],
    ["Ref of a pseudo parameter", { Ref: "AWS::Region" }, "cn-north-1"],
    ["Fn::GetAtt", { "Fn::GetAtt": ["Queue", "Arn"] }, "arn:aws:sqs:eu-west-1:1:intake"],
    ["Fn::GetAtt as one text", { "Fn::GetAtt": "Queue.Arn" }, "arn:aws:sqs:eu-west-1:1:intake"],
    [
      "Fn::Join",
      { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":s3:::inbox"]] },
      "arn:aws-cn:s3:::inbox",
    ],
    [
      "Fn::Select of Fn::Split",
      { "Fn::Select": [5, { "Fn::Split": [":", { "Fn::GetAtt": ["Queue", "Arn"] }] }] },
      "intake",
    ],
    [
      "Fn::Sub",
      { "Fn::Sub": "${AWS::Region}/${Table}/${Queue.Arn}/${!Left}" },
      "cn-north-1/cases/arn:aws:sqs:eu-west-1:1:intake/${Left}",
    ],
    ["Fn::Sub with variables", { "Fn::Sub": ["${Own}-${Table}", { Own: { Ref: "Stage" } }] }, "test-cases"],
    ["Fn::If", { "Fn::If": ["Testing", "yes", "no"] }, "yes"],
    ["a dynamic reference", "from {{resolve:ssm:/mail/from}}", "from bureau@example.org"],
    ["everything inside", { Env: { T: { Ref: "Table" }, N: 3 } }, { Env: { T: "cases", N: 3 } }],
    ["AWS::NoValue", { Kept: 1, Gone: { "Fn::If": ["Live", 1, { Ref: "AWS::NoValue" }] } }, { Kept: 1 }],
  ])("%s", (_, part, expected) => {
    expect(resolve(part, world)).toEqual(expected);
  });

  it("evaluates conditions", () => {
    expect(holds("Testing", world)).toBe(true);
    expect(holds({ "Fn::Or": [{ Condition: "Live" }, { Condition: "Testing" }] }, world)).toBe(true);
    expect(holds({ "Fn::And": [{ Condition: "Live" }, { Condition: "Testing" }] }, world)).toBe(false);
  });

  it.each([
    [{ Ref: "Nobody" }, /Ref to Nobody/],
    [{ "Fn::GetAtt": ["Table", "Colour"] }, /attribute Colour of Table/],
    [{ "Fn::ImportValue": "x" }, /Fn::ImportValue is not supported/],
    ["{{resolve:ssm:/none}}", /resolve:ssm:\/none/],
  ])("names what it can't work out: %j", (part, message) => {
    expect(() => resolve(part, world)).toThrow(message);
  });
});
