import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCommand } from "../../infra/cli/commands/read.ts";
import { zip } from "../documents/support/zip.ts";

const CORPUS = join(import.meta.dirname, "../documents/corpus");
const folder = mkdtempSync(join(tmpdir(), "yingsu-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function linesOf(stdout: string): Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("yingsu read", () => {
  it("prints one line of JSON per file, in order, whatever the format", async () => {
    const files = [
      "01-summons-table-court-form.txt",
      "01-summons-table-court-form.docx",
      "01-summons-table-court-form.pdf",
    ].map((name) => join(CORPUS, name));
    const { exitCode, stdout, stderr } = await readCommand(files);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const lines = linesOf(stdout);
    expect(lines.map(({ file }) => file)).toEqual(files);
    for (const line of lines)
      expect(line).toMatchObject({
        kind: "summons",
        administrative: true,
        hearing: { start: "2026-09-24T09:00:00+08:00" },
      });
  });

  it("gives evidence by the path of each fact", async () => {
    const { stdout } = await readCommand([join(CORPUS, "18-record-head-answers.txt")]);
    const [line] = linesOf(stdout);
    expect(Object.keys(line?.evidence as object)).toEqual(
      expect.arrayContaining([
        "kind",
        "administrative",
        "caseNumbers[0]",
        "hearing.start",
        "hearing.end",
        "hearing.place",
        "attendance[0].headAttended",
      ]),
    );
    expect(line?.evidence).toMatchObject({
      "attendance[0].headAttended": {
        confidence: 0.95,
        rule: "head-came-by-answer-names-head",
        text: expect.stringContaining("副局长周强"),
      },
    });
  });

  it("has a line with the reason for each file it can't read, and goes on", async () => {
    const empty = join(folder, "empty.txt");
    const missing = join(folder, "missing.pdf");
    writeFileSync(empty, "");
    const good = join(CORPUS, "15-appeal-citizen.txt");
    const { exitCode, stdout, stderr } = await readCommand([empty, missing, folder, good]);
    expect(exitCode).toBe(1);
    const lines = linesOf(stdout);
    expect(lines[0]).toEqual({
      file: empty,
      kind: "other",
      administrative: false,
      caseNumbers: [],
      error: { reason: "empty", message: "the file is empty" },
    });
    expect(lines[1]).toMatchObject({ file: missing, kind: "other", error: { reason: "no-such-file" } });
    expect(lines[2]).toMatchObject({ file: folder, error: { reason: "no-such-file" } });
    expect(lines[3]).toMatchObject({
      file: good,
      kind: "appeal",
      originCaseNumber: "（2026）鲁1323行初45号",
    });
    expect(stderr.trimEnd().split("\n")).toHaveLength(3);
  });

  it("prints a line for each file in a ZIP", async () => {
    const archive = join(folder, "卷宗.zip");
    const good = readFileSync(join(CORPUS, "15-appeal-citizen.txt"));
    writeFileSync(archive, zip({ "上诉状.txt": good, "空.txt": "" }));
    const { exitCode, stdout, stderr } = await readCommand([archive]);
    expect(exitCode).toBe(1);
    expect(linesOf(stdout)).toMatchObject([
      { file: `${archive}!/上诉状.txt`, kind: "appeal" },
      { file: `${archive}!/空.txt`, error: { reason: "empty" } },
    ]);
    expect(stderr).toBe(`${archive}!/空.txt: the file is empty\n`);
  });

  it("explains itself", async () => {
    expect(await readCommand([])).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining("usage: yingsu read"),
    });
    expect(await readCommand(["--help"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("usage: yingsu read"),
    });
    expect(await readCommand(["--fast", "a.txt"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("--fast"),
    });
  });
});
