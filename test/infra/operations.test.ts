/** Does infra/README.md say what to do about every alarm, and does it name what the stack really has? */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { RUNNABLE } from "../deployed/printed.ts";
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

describe("the commands that infra/README.md prints", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const story = ["../cdk.ts", ...readdirSync("test/deployed/story")]
    .map((file) => readFileSync(`test/deployed/story/${file}`, "utf8"))
    .join("\n");
  /** What follows these words wherever they stand. */
  const following = (words: string) => [
    ...new Set(
      [...text.matchAll(new RegExp(`(?<=[\`\\n])${words} (?:--silent )?([\\w-]+)`, "g"))].map(
        ([, one = ""]) => one,
      ),
    ),
  ];

  it.each(following("npm run"))("npm run %s is a script", (script) =>
    expect(scripts).toHaveProperty([script]),
  );

  it.each(following("npm run --silent yingsu --"))("yingsu %s is a command", (command) =>
    expect(readFileSync("infra/cli/cli.ts", "utf8")).toContain(`case "${command}":`),
  );

  it.each(following("npx cdk"))("cdk %s is run by the deployment check", (command) =>
    expect(story).toContain(`["${command}", `),
  );

  it.each([...text.matchAll(/npx vitest run ([\w./-]+)/g)].map(([, file = ""]) => file))(
    "the tests are there: %s",
    (file) => expect(existsSync(file)).toBe(true),
  );

  const begun = [...story.matchAll(/printed\(\s*"(aws [^"]+)"/g)].map(([, beginning = ""]) => beginning);
  const listed = [...story.matchAll(/"((?:update|restore)-[^"]+)",$/gm)].map(
    ([, rest = ""]) => `aws dynamodb ${rest}`,
  );

  it.each(RUNNABLE)("the deployment check runs %s", (command) =>
    expect([...begun, ...listed].filter((beginning) => command.startsWith(beginning))).not.toEqual([]),
  );

  it("let the inbox take uploads as the stack itself does", () => {
    const [, printed = ""] = /--cors-configuration \\\n {2}'(.+)'/.exec(text) ?? [];
    const [{ MaxAgeSeconds, AllowedOrigins, ...rule }] = JSON.parse(printed).CORSRules;
    const [own] = resources(synthesise(config), "AWS::S3::Bucket").Inbox?.CorsConfiguration.CorsRules ?? [];
    expect({ ...rule, MaxAge: MaxAgeSeconds, AllowedOrigins: AllowedOrigins.length }).toEqual({
      ...own,
      AllowedOrigins: own.AllowedOrigins.length,
    });
  });
});
