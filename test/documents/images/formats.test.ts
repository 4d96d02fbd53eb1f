/**
 * One picture in every way scanners, faxes and phones write it: 64 by 48 pixels, its upper left quarter black. All files
 * but grey16.png are ImageMagick's.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniffFormat } from "../../../shared/documents/formats/format.ts";
import { jpegFrame } from "../../../shared/documents/pages/jpeg.ts";
import { pageImages } from "../../../shared/documents/pages/page-images.ts";
import type { Raster } from "../../../shared/documents/pages/raster.ts";
import { tableOfText } from "../../../shared/documents/tables.ts";

const FOLDER = join(import.meta.dirname, "formats");
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const rasters = async (bytes: Uint8Array) =>
  (await Array.fromAsync(pageImages(bytes))).map(({ raster }) => raster);

/** Which quarters of a picture are black: upper left, upper right, lower left, lower right. */
function quarters(raster: Raster | undefined): string {
  if (raster === undefined) return "nothing";
  const { width, height, channels, data } = raster;
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ]
    .map(([x = 0, y = 0]) => data[(Math.floor(y * height) * width + Math.floor(x * width)) * channels] ?? -1)
    .map((value) => (value < 60 ? "#" : value > 200 ? "." : "?"))
    .join("");
}

/** The JPEG with a camera's note on how it was held, in the byte order of either kind of camera. */
function held(jpeg: Uint8Array, orientation: number, order: "II" | "MM"): Uint8Array {
  const tiff = Buffer.alloc(26);
  const little = order === "II";
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, "latin1");
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(orientation, 18);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

describe("a picture is the same in every format", () => {
  it.each(readdirSync(FOLDER))("%s", async (name) => {
    const bytes = bytesOf(name);
    expect(sniffFormat(bytes)).toBe("image");
    const pages = await rasters(bytes);
    expect(pages.map(quarters)).toEqual(name === "pages.tif" ? ["#...", "#..."] : ["#..."]);
    expect([pages[0]?.width, pages[0]?.height]).toEqual([64, 48]);
  });

  it("progressive pictures are told by their frame", () => {
    expect(jpegFrame(bytesOf("progressive.jpg"))).toMatchObject({ width: 64, height: 48, components: 3 });
  });
});

describe("a phone's photo lies as it was taken", () => {
  it.each<[number, string, boolean]>([
    [1, "#...", false],
    [2, ".#..", false],
    [3, "...#", false],
    [4, "..#.", false],
    [5, "#...", true],
    [6, ".#..", true],
    [7, "...#", true],
    [8, "..#.", true],
  ])("held as EXIF's %i: %s", async (orientation, expected, turned) => {
    for (const order of ["II", "MM"] as const) {
      const [raster] = await rasters(held(bytesOf("progressive.jpg"), orientation, order));
      expect(quarters(raster)).toBe(expected);
      expect([raster?.width, raster?.height]).toEqual(turned ? [48, 64] : [64, 48]);
    }
  });
});

describe("tables of text", () => {
  it.each([
    ["commas", ","],
    ["tabs", "\t"],
    ["semicolons", ";"],
  ])("with %s between their cells, and line breaks and marks inside quotes", (_, mark) => {
    const rows = [
      ["案号", "被告", "备注"],
      ["（2026）鲁1302行初1号", `"甲局${mark}乙局"`, '"第一行\n第二行 ""引"""'],
    ];
    const result = tableOfText(rows.map((row) => row.join(mark)).join("\r\n"));
    expect(result.ok && result.grid.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, "案号", "被告", "备注"],
      [2, "（2026）鲁1302行初1号", `甲局${mark}乙局`, '第一行\n第二行 "引"'],
    ]);
  });
});
