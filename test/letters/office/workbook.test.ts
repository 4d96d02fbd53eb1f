import { readXlsx } from "hucre/xlsx";
import { afterEach, describe, expect, it, vi } from "vitest";
import { xlsxBytes } from "../../../shared/letters/office/workbook.ts";
import { archivePart } from "./archive-part.ts";
import { SHEETS } from "./samples.ts";

async function sheetMarkup(number: number): Promise<string> {
  return archivePart(await xlsxBytes(SHEETS), `xl/worksheets/sheet${number}.xml`);
}

describe("a workbook", () => {
  it("grows the rows whose text wraps, and no others", async () => {
    const bytes = await xlsxBytes([
      {
        name: "表",
        columns: [{ title: "机关", width: 12 }],
        rows: [["费县公安局"], ["费县自然资源和规划局"]],
      },
    ]);
    const { sheets } = await readXlsx(bytes);
    const heights = sheets[0]?.rowDefs;
    expect(heights?.get(1)?.height).toBeUndefined();
    expect(heights?.get(2)?.height).toBeGreaterThan(25);
  });

  it("holds real numbers, rates as numbers with a percent format, and days", async () => {
    const { sheets } = await readXlsx(await xlsxBytes(SHEETS), { readStyles: true });
    const [first] = sheets;
    expect(first?.rows[1]?.slice(0, 5)).toEqual([1, "兰山区", 41, 1, 17.73]);
    expect(first?.rows[1]?.[5]).toEqual(new Date("2026-08-31T00:00:00Z"));
    expect(first?.rows[2]?.[3]).toBe(0.9091);
    expect(first?.cells?.get("2,3")?.style?.numFmt).toBe("0.00%");
    expect(first?.cells?.get("2,4")?.style?.numFmt).toBe("+0.00;-0.00;0.00");
  });

  it("never shows 100 % for less than all, and a dash where nothing was heard", async () => {
    const { sheets } = await readXlsx(await xlsxBytes(SHEETS));
    expect(sheets[0]?.rows[4]?.[3]).toBe(0.9999);
    expect(sheets[0]?.rows[3]?.[3]).toBe("—");
  });

  it("keeps text as text: what begins like a formula, and what looks like a number or a day", async () => {
    const { sheets } = await readXlsx(await xlsxBytes(SHEETS));
    expect(sheets[0]?.rows[4]?.[1]).toBe("=1+1");
    expect(sheets[0]?.rows[4]?.[5]).toBe("2026-08-01");
    expect(sheets[1]?.rows[2]?.[0]).toBe("0123");
    expect(await sheetMarkup(1)).not.toContain("<f");
    expect(await sheetMarkup(2)).not.toContain("<f");
  });

  it("freezes and filters the header and repeats it in print", async () => {
    const markup = await sheetMarkup(1);
    expect(markup).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(markup).toContain('<autoFilter ref="A1:F5"');
    expect(await archivePart(await xlsxBytes(SHEETS), "xl/workbook.xml")).toContain("_xlnm.Print_Titles");
  });

  it("mends names Excel would refuse, and keeps them apart", async () => {
    const table = { columns: [{ title: "案号", width: 9 }], rows: [] };
    const names = ["a/b", "a:b", "", "'引'", "很".repeat(40), "很".repeat(41)];
    const { sheets } = await readXlsx(await xlsxBytes(names.map((name) => ({ ...table, name }))));
    expect(sheets.map(({ name }) => name)).toEqual([
      "a b",
      "a b2",
      "表3",
      "引",
      "很".repeat(28),
      `${"很".repeat(26)}2`,
    ]);
  });

  describe("written at another time", () => {
    afterEach(() => vi.useRealTimers());

    it("is the same byte for byte", async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-03T02:00:00Z") });
      const one = await xlsxBytes(SHEETS);
      vi.setSystemTime(new Date("2031-01-01T00:00:00Z"));
      expect(Buffer.from(await xlsxBytes(SHEETS)).equals(Buffer.from(one))).toBe(true);
    });
  });
});
