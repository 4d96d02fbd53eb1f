/** Which words of a Word 97 file count, and in which cells: files that LibreOffice wrote, and what damage makes of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../../../shared/documents/read-text.ts";
import { TWO_DEFENDANTS } from "../support/papers.ts";
import { linesOf, readingOf } from "../support/read.ts";

const FOLDER = join(import.meta.dirname, "word-97");
const bytesOf = (name: string) => readFileSync(join(FOLDER, name));

describe("a Word 97 file", () => {
  it("leaves out what is crossed out once or twice, hidden or deleted, by itself or by its styles", async () => {
    expect(await linesOf(bytesOf("unsaid.doc"))).toEqual(["甲乙", "丙", "丁戊"]);
  });

  it("gives fields, boxes, notes, headers, footers, ticks and what a list is set to", async () => {
    const lines = await linesOf(bytesOf("outside.doc"));
    expect([...lines].sort()).toEqual(
      [
        "页眉甲",
        "首页眉",
        "甲乙",
        "框",
        "丙",
        "□到庭☑未到庭☑是",
        "第二审判庭",
        "丁",
        "脚注甲",
        "页脚甲",
      ].sort(),
    );
    expect(lines.indexOf("页眉甲")).toBeLessThan(lines.indexOf("甲乙"));
    expect(lines.at(-1)).toBe("页脚甲");
  });

  it("says that it has a remark", async () => {
    expect((await readingOf(bytesOf("outside.doc"))).unread).toEqual([
      { kind: "remark", name: "改为9月23日" },
    ]);
  });

  it("leaves out a first page's header where no page is one", async () => {
    expect(await linesOf(bytesOf("margins.doc"))).toEqual(expect.not.arrayContaining(["首页眉"]));
    expect(await linesOf(bytesOf("margins.doc"))).toEqual(
      expect.arrayContaining(["页眉甲", "偶数页眉", "甲"]),
    );
  });

  it("keeps merged cells in their columns, down and across", async () => {
    expect((await readingOf(bytesOf("ledger.doc"))).rows).toEqual(TWO_DEFENDANTS);
  });

  it("that is damaged anywhere is refused or read, and never throws", async () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".doc"));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (name, damages) => {
          const bytes = Uint8Array.from(bytesOf(name));
          for (const [where, value] of damages) bytes[Math.floor(where * (bytes.length - 1))] = value;
          await expect(readText(bytes)).resolves.toHaveProperty("ok");
        },
      ),
      { numRuns: 40 },
    );
  });
});
