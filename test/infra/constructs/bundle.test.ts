import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { EsbuildBundle } from "../../../infra/constructs/bundle.ts";

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

it("the bulletin's libraries wait in chunks until an edition is made or looked at, and others carry no charts", () => {
  const filesWith = (name: string, word: string) => {
    const output = join(folder, name);
    if (!existsSync(output)) new EsbuildBundle({ entry: `functions/${name}/handler.ts` }).tryBundle(output);
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
