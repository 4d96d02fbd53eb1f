/** Do the commands work that the documents print? Each line of the command line tool is run as it stands. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const SAMPLES = "infra/local/city/samples/";
const out = mkdtempSync(join(tmpdir(), "yingsu-printed-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What stands in a printed command for something of the reader's own. */
const PLACEHOLDERS: readonly (readonly [printed: RegExp, given: string])[] = [
  [/(?<=read )(?:FILE…|传票\.pdf)/u, `${SAMPLES}0901-兰山-传票-行初101.pdf`],
  [/(?<=(?:bulletin|yearly-return) )(?:LEDGER\.csv|(?:全年)?台账\.xlsx)/u, `${SAMPLES}1001-兰山-台账.csv`],
  [/(?<=--out )(?:DIR|通报)/u, out],
];

const DOCUMENTS = ["README.md", "README.zh-CN.md", "infra/README.md"];
const printed = DOCUMENTS.flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/npm run --silent yingsu -- ([^`\n]+)/g)]
    .map(([, command = ""]) => [path, command] as const)
    // The shape of a call, not a call; what asks a deployment is run in admin-commands.test.ts.
    .filter(([, command]) => !/^(?:<|trail |replay |restored |link-keys )/.test(command)),
);

describe("a command that a document prints", () => {
  it("is found in each of them", () =>
    expect(new Set(printed.map(([path]) => path))).toEqual(new Set(["README.md", "README.zh-CN.md"])));

  it.each(printed)("of %s works: %s", (_, command) => {
    const given = PLACEHOLDERS.reduce((line, [from, to]) => line.replace(from, to), command);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["infra/cli/cli.ts", ...given.trim().split(" ")],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});
