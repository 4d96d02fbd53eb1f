import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jpegFrame, upright } from "../../../shared/documents/pages/jpeg.ts";
import { pageImages } from "../../../shared/documents/pages/page-images.ts";
import { pdfOfPictures } from "../../../shared/documents/pages/picture-pdf.ts";
import { pageRaster } from "../../../shared/documents/pages/place-images.ts";
import { decodePng } from "../../../shared/documents/pages/png.ts";
import { type Raster, turned } from "../../../shared/documents/pages/raster.ts";
import { tiffPages } from "../../../shared/documents/pages/tiff.ts";

const grey = (width: number, ...data: readonly number[]): Raster => ({
  width,
  height: data.length / width,
  channels: 1,
  data: Uint8Array.from(data),
});

/** `header`: width, height, depth, colour type, and 1 where its rows are interlaced. */
function png(
  header: readonly number[],
  rows: readonly number[] | Buffer,
  more: Readonly<Record<string, Buffer>> = {},
): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(type, "latin1"), body, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(8);
  size.writeUInt32BE(header[0] ?? 0, 0);
  size.writeUInt32BE(header[1] ?? 0, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk("IHDR", Buffer.concat([size, Buffer.from([...header.slice(2, 4), 0, 0, header[4] ?? 0])])),
    ...Object.entries(more).map(([type, body]) => chunk(type, body)),
    chunk("IDAT", deflateSync(Buffer.from(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a PNG", () => {
  it("of one bit a pixel, of a palette, of grey with alpha over white", () => {
    expect([...decodePng(png([3, 1, 1, 0], [0, 0b10100000])).data]).toEqual([255, 0, 255]);
    const coloured = decodePng(png([2, 1, 2, 3], [0, 0b01000000], { PLTE: Buffer.from([1, 2, 3, 4, 5, 6]) }));
    expect([...coloured.data]).toEqual([4, 5, 6, 1, 2, 3]);
    expect([...decodePng(png([2, 1, 8, 4], [0, 10, 255, 10, 0])).data]).toEqual([10, 255]);
  });
  it("with its filters undone", () => {
    const rows = [1, 10, 5, 2, 1, 1, 3, 4, 4, 4, 7, 7];
    expect([...decodePng(png([2, 4, 8, 0], rows)).data]).toEqual([10, 15, 11, 16, 9, 16, 16, 23]);
  });
  it("of four shades, interlaced", () => {
    // 3 by 2: the passes hold the pixels (0,0) · (2,0) · (1,0) · the second row.
    const rows = [0, 0b00_000000, 0, 0b10_000000, 0, 0b01_000000, 0, 0b11_10_01_00];
    expect([...decodePng(png([3, 2, 2, 0, 1], rows)).data]).toEqual([0, 85, 170, 255, 170, 85]);
  });
  it("with a colour that stands for nothing", () => {
    const rows = [0, 9, 9, 9, 1, 2, 3];
    const { data } = decodePng(png([2, 1, 8, 2], rows, { tRNS: Buffer.from([0, 9, 0, 9, 0, 9]) }));
    expect([...data]).toEqual([255, 255, 255, 1, 2, 3]);
  });
  it.each([0, 1])("that is cut off, or larger than any scan, is refused (interlaced: %i)", (interlaced) => {
    expect(() => decodePng(png([4, 4, 8, 0, interlaced], [0, 1]))).toThrow("cut off");
    expect(() => decodePng(png([60_000, 60_000, 8, 0, interlaced], [0]))).toThrow("not read");
    expect(() => decodePng(png([4, 4, 8, 0, interlaced], [0, 1]).subarray(0, 40))).toThrow();
    expect(() => decodePng(Buffer.from("not a picture"))).toThrow("no header");
  });
  it.each([0, 1])("unpacks to no more than its pixels, whatever it holds (interlaced: %i)", (interlaced) => {
    const bomb = png([8, 8, 8, 0, interlaced], Buffer.alloc(64 * 2 ** 20));
    const before = process.memoryUsage.rss();
    expect(() => decodePng(bomb)).toThrow();
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(32);
  });
  it("is read as whole as it was written, whatever its size, depth and order of rows", () => {
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ];
    const side = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(1, 2, 4, 8),
        fc.boolean(),
        fc.nat(),
        (width, height, depth, interlaced, seed) => {
          const shade = (x: number, y: number) => (x * 7 + y * 13 + x * y + seed) % 2 ** depth;
          const rows: number[] = [];
          for (const [left = 0, top = 0, stepX = 1, stepY = 1] of interlaced ? passes : [[0, 0, 1, 1]]) {
            for (let y = top; y < height && left < width; y += stepY) {
              const row = new Array<number>(Math.ceil((Math.ceil((width - left) / stepX) * depth) / 8)).fill(
                0,
              );
              for (let x = left, bit = 0; x < width; x += stepX, bit += depth)
                row[bit >> 3] = (row[bit >> 3] ?? 0) | (shade(x, y) << (8 - depth - (bit & 7)));
              rows.push(0, ...row);
            }
          }
          const { data } = decodePng(png([width, height, depth, 0, interlaced ? 1 : 0], rows));
          const expected = Array.from({ length: width * height }, (_, at) =>
            Math.round((shade(at % width, Math.floor(at / width)) * 255) / (2 ** depth - 1)),
          );
          expect([...data]).toEqual(expected);
        },
      ),
    );
  });
});

describe("turning", () => {
  const picture = grey(3, 1, 2, 3, 4, 5, 6);
  it("by quarters, clockwise", () => {
    expect(turned(picture, 1)).toEqual(grey(2, 4, 1, 5, 2, 6, 3));
    expect(turned(picture, 2)).toEqual(grey(3, 6, 5, 4, 3, 2, 1));
    expect(turned(turned(picture, 1), -1)).toEqual(picture);
  });
  it("as a camera says how it was held", () => {
    expect(upright(picture, 6)).toEqual(turned(picture, 1));
    expect(upright(picture, 8)).toEqual(turned(picture, 3));
    expect(upright(picture, 2)).toEqual(grey(3, 3, 2, 1, 6, 5, 4));
    // Transposed: rows become columns.
    expect(upright(picture, 5)).toEqual(grey(2, 1, 4, 2, 5, 3, 6));
    expect(upright(picture, 7)).toEqual(grey(2, 6, 3, 5, 2, 4, 1));
  });
  it("is read from a JPEG's EXIF, before its frame", () => {
    const exif = Buffer.from(
      "457869660000 4d4d002a00000008 0001 0112000300000001 00060000 00000000".replaceAll(" ", ""),
      "hex",
    );
    const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
    const length = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
    const file = Buffer.concat([Buffer.from([0xff, 0xd8]), length, exif, frame]);
    expect(jpegFrame(file)).toEqual({ width: 30, height: 20, components: 1, orientation: 6, adobe: false });
  });
});

describe("the pictures of a page", () => {
  it("lie where their matrices put them: upright as they are, or turned", () => {
    const picture = grey(2, 0, 80, 160, 240);
    const size = { width: 2, height: 2 };
    expect(pageRaster([{ raster: picture, matrix: [2, 0, 0, -2, 0, 2] }], size)).toEqual(picture);
    // A quarter clockwise: along the picture is down the page.
    expect(pageRaster([{ raster: picture, matrix: [0, 2, 2, 0, 0, 0] }], size)).toEqual(turned(picture, 1));
  });

  it("may be strips of one, as in a TIFF", async () => {
    const strip = (top: number, value: number) => ({
      width: 8,
      height: 4,
      left: 0,
      top,
      entries: "/ColorSpace /DeviceGray /BitsPerComponent 8",
      bytes: new Uint8Array(32).fill(value),
    });
    const pdf = pdfOfPictures([
      { width: 8, height: 8, columns: 8, rows: 8, pictures: [strip(0, 200), strip(4, 20)] },
    ]);
    const [page] = await Array.fromAsync(pageImages(pdf));
    const { width = 0, height = 0, channels = 1, data } = page?.raster ?? {};
    expect([width, height]).toEqual([8, 8]);
    expect([data?.[0], data?.[63 * channels]]).toEqual([200, 20]);
  });
});

describe("a TIFF", () => {
  const directory = (entries: readonly (readonly [number, number])[]) => {
    const file = Buffer.alloc(8 + 2 + entries.length * 12 + 4 + 2);
    file.write("II*\0", "latin1");
    file.writeUInt32LE(8, 4);
    file.writeUInt16LE(entries.length, 8);
    for (const [index, [tag, value]] of entries.entries()) {
      file.writeUInt16LE(tag, 10 + index * 12);
      file.writeUInt16LE(4, 12 + index * 12);
      file.writeUInt32LE(1, 14 + index * 12);
      file.writeUInt32LE(value, 18 + index * 12);
    }
    return file;
  };
  it("of a fax keeps the paper's proportions, and its bits' order", () => {
    const fax = directory([
      [256, 1728],
      [257, 1100],
      [259, 4],
      [262, 0],
      [266, 2],
      [273, 8],
      [279, 1],
      [282, 204],
      [283, 98],
    ]);
    const [{ page } = {}] = tiffPages(fax);
    expect(page?.pictures[0]?.entries).toContain("/K -1 /Columns 1728 /Rows 1100");
    expect([...(page?.pictures[0]?.bytes ?? [])]).toEqual([9 * 16]);
    expect(
      tiffPages(
        directory([
          [256, 9],
          [257, 9],
          [259, 1],
          [273, 8],
          [279, 1],
        ]),
      ),
    ).toHaveLength(1);
  });
  it("of a kind that isn't read says so", () => {
    expect(() =>
      tiffPages(
        directory([
          [256, 9],
          [257, 9],
          [259, 6],
          [273, 8],
          [279, 1],
        ]),
      ),
    ).toThrow("not read");
    expect(() =>
      tiffPages(
        directory([
          [256, 90_000],
          [257, 90_000],
        ]),
      ),
    ).toThrow("not read");
  });
});
