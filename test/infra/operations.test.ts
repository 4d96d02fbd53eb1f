/** Does infra/README.md say what to do about every alarm, and does it name what the stack really has? */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { resources, synthesise } from "./synthesise.ts";

const text = readFileSync("infra/README.md", "utf8");
/** With whatever an admin may switch on. */
const template = synthesise({
  ...config,
  uploadsByTag: true,
  desk: {
    domain: {
      host: "yingsu.linyi.example.org",
      certificateArn: `arn:aws:acm:${config.region}:111122223333:certificate/0f9e8d7c-1111`,
    },
  },
});

/** Names written as `…Age…` in the first cells of a section's table. */
function namedIn(section: string): readonly string[] {
  const [, table = ""] = text.split(`### ${section}\n`);
  const [rows = ""] = table.split("\n### ");
  return [...rows.matchAll(/^\| `…(\w+)…`/gm)].map(([, name = ""]) => name);
}

describe("the operations of infra/README.md", () => {
  const alarms = Object.keys(resources(template, "AWS::CloudWatch::Alarm"));
  const named = [...new Set(namedIn("Alarms"))];

  it.each(alarms)("say what to do about %s", (alarm) =>
    expect(named.filter((name) => alarm.includes(name))).not.toEqual([]),
  );

  it.each(named)("know no alarm that isn't there: %s", (name) =>
    expect(alarms.filter((alarm) => alarm.includes(name))).not.toEqual([]),
  );

  it("name outputs of the stack", () => {
    const outputs = Object.keys(template.findOutputs("*"));
    for (const [, name = ""] of text.matchAll(/outputs? `(\w+?)(?:1…3)?…?`/g))
      expect(
        outputs.filter((output) => output.includes(name)),
        name,
      ).not.toEqual([]);
    for (const name of ["InboxBucket", "CaseTable"]) expect(outputs).toContain(name);
  });
});
