/** What a person sees of a PDF of words, and where on it the words of its text stand. Scans are in ocr/. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OcrModels } from "../../../shared/documents/ocr/models.ts";
import { readScan } from "../../../shared/documents/ocr/read-scan.ts";
import { readText } from "../../../shared/documents/read-text.ts";
import { spotsWithin } from "../../../shared/documents/seen/marked-places.ts";
import {
  jpegOf,
  MOST_PICTURES,
  PICTURE_SIDE,
  type SeenPage,
} from "../../../shared/documents/seen/seen-page.ts";
import { assembled, pdf, pdfOf } from "../support/pdf.ts";

const SUMMONS = `沂水县人民法院
传票
案号：（2026）鲁1323行初45号
应到时间：2026年9月24日上午9时00分
应到处所：本院第三审判庭，请被传唤人准时到达`;

/** No page of words is ever recognised. */
const unasked = (): Promise<OcrModels> => Promise.reject(new Error("the networks were loaded"));

async function lookedAt(bytes: Uint8Array) {
  const pages: SeenPage[] = [];
  const scan = await readScan(bytes, unasked, async (page) => void pages.push(page));
  return { pages, scan };
}

/** A PDF whose one page draws this, on a sheet of such a size. */
function sheet(content: string, [width, height]: readonly [number, number]): Buffer {
  return assembled([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);
}

describe("a PDF of words", () => {
  it("is shown page by page, its text the one that was read", async () => {
    const bytes = pdf(`${SUMMONS}\n`.repeat(10));
    const { pages, scan } = await lookedAt(bytes);
    const read = await readText(bytes);
    expect(scan).toMatchObject({ ok: true, text: read.ok && read.text, pages: 2 });
    expect(pages.map(({ number, recognised, picture }) => [number, recognised, picture?.height])).toEqual([
      [1, false, PICTURE_SIDE],
      [2, false, PICTURE_SIDE],
    ]);
  });

  it("has each word where it is printed", async () => {
    const { pages, scan } = await lookedAt(pdf(SUMMONS));
    const [{ spots = [], picture } = {}] = pages;
    const { text = "" } = scan.ok ? scan : {};
    const start = text.indexOf("2026年9月24日");
    const [spot] = spotsWithin(spots, text, { start, end: start + "2026年9月24日".length });
    // The printer of these tests sets the fourth line 60 points below the first, from 70 points on, at 12 points.
    const scale = (picture?.height ?? 0) / 842;
    expect(spot?.y).toBeCloseTo((842 - 720 - 12 * 0.35) * scale, 0);
    const left = (spot?.x ?? 0) - (spot?.width ?? 0) / 2;
    expect(left / scale).toBeGreaterThan(70 + 4.5 * 12);
    expect(left / scale).toBeLessThan(70 + 5.5 * 12);
    expect((spot?.width ?? 0) / scale).toBeLessThan(11 * 12);
  });

  it("names the letters of a font it hasn't got, each where it belongs, so that none is missing", async () => {
    const { pages } = await lookedAt(pdf(SUMMONS));
    const letters = pages[0]?.undrawn ?? [];
    const words = letters.map(({ text }) => text).join("");
    expect(words).toContain("案号：（2026）鲁1323行初45号");
    for (const { x, y, size } of letters) {
      expect(size).toBeCloseTo((12 * PICTURE_SIDE) / 842, 1);
      expect(x).toBeLessThan(pages[0]?.picture?.width ?? 0);
      expect(y).toBeLessThan(PICTURE_SIDE);
    }
  });
});

it("what was typed into a form is seen on it, though the form doesn't say how it looks", async () => {
  const form = readFileSync(join(import.meta.dirname, "../faults/22-pdf-acroform-no-ap.pdf"));
  const read = await readText(form);
  const { pages } = await lookedAt(form);
  const seen = pages.flatMap(({ undrawn }) => undrawn.map(({ text }) => text)).join("");
  expect(read.ok && read.text).toContain("（2026）鲁1312行初92号");
  expect(seen).toContain("（2026）鲁1312行初92号");
});

describe("a page that is drawn", () => {
  const dark = ([page]: readonly SeenPage[]) =>
    page?.picture?.data.filter((value) => value < 128).length ?? 0;

  it("has its shapes, and the lines of its table", async () => {
    const words = "BT /F1 12 Tf 1 0 0 1 70 700 Tm <4f204e565e8453f86cd590424ef66b35> Tj ET";
    const plain = dark((await lookedAt(pdfOf([words]))).pages);
    const square = dark((await lookedAt(pdfOf([`0 0 0 rg 100 100 50 50 re f ${words}`]))).pages);
    const scale = PICTURE_SIDE / 842;
    expect(Math.abs(square - plain - 3 * (50 * scale) ** 2)).toBeLessThan(1000);
    const line = dark((await lookedAt(pdfOf([`0 0 0 RG 1 w 50 300 m 350 300 l S ${words}`]))).pages);
    expect(line - plain).toBeGreaterThan(3 * 290 * scale);
  });

  it.each<[string, readonly [number, number]]>([
    ["as large as a PDF can say", [14_400, 14_400]],
    ["larger than that", [9_000_000, 4_000_000]],
    ["as thin as a thread", [2, 14_400]],
  ])("of a size %s is shown no larger than any other", async (_, size) => {
    const { pages } = await lookedAt(sheet("0 0 0 rg 0 0 1 1 re f", size));
    const [{ picture } = {}] = pages;
    expect(Math.max(picture?.width ?? 0, picture?.height ?? 0)).toBeLessThanOrEqual(PICTURE_SIDE);
  });

  it.each([
    ["words", "BT /F1 12 Tf 1 0 0 1 70 700 Tm <4f204e565e8453f86cd590424ef66b3580fd8bfb5230> Tj ET"],
    ["none, as if it were all drawings", ""],
  ])(
    "over and over with %s is given up before it costs a minute",
    async (_, words) => {
      const fills = Array.from({ length: 2000 }, (_, at) => `${at / 2000} 0 0 rg 0 0 595 842 re f`);
      const { pages } = await lookedAt(pdfOf([`${fills.join(" ")} ${words}`]));
      expect(pages.map(({ picture }) => picture)).not.toContainEqual(expect.anything());
    },
    60_000,
  );

  it("of a file of 300 is shown for so many as anybody leafs through, of 500 for none", async () => {
    const page = "BT /F1 12 Tf 1 0 0 1 70 700 Tm <4f204e565e8453f86cd590424ef66b3580fd8bfb5230> Tj ET";
    const long = await lookedAt(pdfOf(Array.from({ length: 300 }, () => page)));
    expect(long.pages).toHaveLength(MOST_PICTURES);
    const longer = await lookedAt(pdfOf(Array.from({ length: 500 }, () => page)));
    expect(longer).toMatchObject({ pages: [], scan: { ok: false, reason: { kind: "too-many-pages" } } });
  }, 120_000);
});

it("a picture is a JPEG of its size, grey or in colours", () => {
  for (const channels of [1, 3] as const) {
    const data = new Uint8Array(40 * 30 * channels).fill(200);
    const bytes = Buffer.from(jpegOf({ width: 40, height: 30, channels, data }));
    expect(bytes.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    expect([bytes.readUInt16BE(frame + 5), bytes.readUInt16BE(frame + 7)]).toEqual([30, 40]);
  }
});
