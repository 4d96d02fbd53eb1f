import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { EsbuildBundle } from "../../../infra/constructs/bundle.ts";
import { readAtImport } from "../../support/read-at-import.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("bundles a handler that runs alone: CommonJS inside, late imports read late, folders alongside", async () => {
  const sources = {
    "old.cjs": `module.exports = { separator: require("node:path").posix.sep };`,
    "late.ts": `globalThis.lateWasRead = true; export const late: string = "late";`,
    "handler.ts": `import old from "./old.cjs";
      export const handler = async () => [old.separator, (await import("./late.ts")).late];`,
  };
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
  const output = join(folder, "out");
  const folders = { "pdfjs/cmaps": "node_modules/pdfjs-dist/cmaps" };
  new EsbuildBundle({ entry: join(folder, "handler.ts"), folders }).tryBundle(output);
  // Without its sources, so that it is the bundle that runs.
  for (const name of Object.keys(sources)) rmSync(join(folder, name));

  const { handler } = await import(pathToFileURL(join(output, "index.mjs")).href);
  expect(globalThis).not.toHaveProperty("lateWasRead");
  expect(await handler()).toEqual(["/", "late"]);
  expect(globalThis).toHaveProperty("lateWasRead");
  expect(existsSync(join(output, "pdfjs/cmaps/UniGB-UCS2-H.bcmap"))).toBe(true);
});

/** Words that only the library's own code has. */
const LIBRARIES = { charts: "progressiveThreshold", docx: "w:tblHeader", xlsx: "definedNames" };

/** The folder of a function's bundle. */
function bundled(name: string): string {
  const output = join(folder, name);
  if (!existsSync(output)) new EsbuildBundle({ entry: `functions/${name}/handler.ts` }).tryBundle(output);
  return output;
}

function wordsOf(name: string, files: Iterable<string>): string {
  return [...files].map((file) => readFileSync(join(bundled(name), file), "utf8")).join("\n");
}

const atStart = (name: string) => wordsOf(name, readAtImport(bundled(name)));

describe("what a function starts with", () => {
  it.each(["desk", "document-intake", "mail-feedback", "notice-mailer"])(
    "%s: no credentials but those of the environment",
    (name) => {
      const all = wordsOf(name, readdirSync(bundled(name)));
      for (const word of [
        "AssumeRoleWithWebIdentity",
        "GetRoleCredentials",
        "CreateTokenWithIAM",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "Chromium",
      ])
        expect([word, all.includes(word)]).toEqual([word, false]);
      expect(all).toContain("AWS_SESSION_TOKEN");
    },
  );

  it.each<[string, string, readonly string[]]>([
    [
      "desk",
      "rooms, which are read when a link leads there",
      ["w:tblHeader", "definedNames", "VCALENDAR", "复议决定文号"],
    ],
    ["document-intake", "rules of papers, which another process needs", ["委托诉讼代理人"]],
    [
      "notice-mailer",
      "a bucket's client and what makes a MIME message",
      ["ListObjectVersions", "multipart/alternative"],
    ],
  ])("%s: without %s", (name, _, words) => {
    const [start, all] = [atStart(name), wordsOf(name, readdirSync(bundled(name)))];
    for (const word of words)
      expect([word, start.includes(word), all.includes(word)]).toEqual([word, false, true]);
  });

  it("http is asked for by name, whose other parts cost more than all the SDK", () => {
    for (const name of ["desk", "mail-feedback"]) expect(atStart(name)).not.toMatch(/from"node:http"/);
  });
});

it("the bulletin's libraries wait in chunks until an edition is made or looked at, and others carry no charts", () => {
  const filesWith = (name: string, word: string) => {
    const output = bundled(name);
    return readdirSync(output).filter((file) => readFileSync(join(output, file), "utf8").includes(word));
  };
  for (const [library, word] of Object.entries(LIBRARIES)) {
    const files = filesWith("monthly-bulletin", word);
    expect([library, files.length > 0, files.includes("index.mjs")]).toEqual([library, true, false]);
  }
  for (const other of ["notice-mailer", "deadline-sweep"])
    expect([other, filesWith(other, LIBRARIES.charts)]).toEqual([other, []]);
  // A bulletin is looked at before it is signed.
  expect(filesWith("desk", LIBRARIES.charts)).not.toContain("index.mjs");
  // Papers to be sealed are few among many mails and pages.
  for (const other of ["notice-mailer", "desk"]) {
    const files = filesWith(other, LIBRARIES.docx);
    expect([other, files.length > 0, files.includes("index.mjs")]).toEqual([other, true, false]);
  }
});
