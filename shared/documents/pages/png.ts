/** What does a PNG show, over white, in grey or in three channels? */
import { inflateSync } from "node:zlib";
import { PNG } from "pngjs";
import { MOST_PIXELS, type Raster } from "./raster.ts";

/** Samples a pixel by the header's colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const GREY = [0, 4];

/** What the header says, which must come first. */
interface Header {
  readonly width: number;
  readonly height: number;
  /** Bits a pixel. */
  readonly bits: number;
  readonly grey: boolean;
}

/**
 * A PNG's picture over white, 16-bit samples rounded to 8. Whatever it unpacks to is bounded by the pixels it declares,
 * and those by what is read at all, before anything is unpacked.
 * @throws Error where the file is damaged or declares more pixels than are read
 * @see https://www.w3.org/TR/png-3/
 */
export function decodePng(bytes: Uint8Array): Raster {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = headerOf(file);
  // The library bounds nothing where rows are interlaced, and leaves rows blank that are missing.
  const unpacked = inflateSync(packedOf(file), { maxOutputLength: mostUnpacked(header) });
  if (unpacked.length < fewestUnpacked(header)) throw new Error("the picture is cut off");
  const { width, height, data } = PNG.sync.read(file, { checkCRC: false });
  return overWhite(width, height, data, header.grey);
}

function headerOf(file: Buffer): Header {
  if (file.toString("latin1", 12, 16) !== "IHDR" || file.length < 29)
    throw new Error("the picture has no header");
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [depth = 0, colour = 0] = file.subarray(24);
  const samples = SAMPLES[colour];
  if (width * height === 0 || width * height > MOST_PIXELS || samples === undefined)
    throw new Error(`a picture of ${width}×${height} pixels is not read`);
  return { width, height, bits: samples * depth, grey: GREY.includes(colour) };
}

/** The packed rows, which lie in one or many chunks. */
function packedOf(file: Buffer): Buffer {
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      packed.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(packed);
}

/** Bytes: at most two rows for each of the picture's own, as interlaced ones have them, each with a byte before it. */
function mostUnpacked({ width, height, bits }: Header): number {
  return 2 * height * (1 + Math.ceil((width * bits) / 8)) + 1024;
}

/** Bytes: those of the pixels, and one before each row. Interlaced pictures have more of the latter. */
function fewestUnpacked({ width, height, bits }: Header): number {
  return Math.ceil((width * height * bits) / 8) + height;
}

/** A picture in red, green, blue and alpha as it looks on paper. */
function overWhite(width: number, height: number, rgba: Uint8Array, grey: boolean): Raster {
  const channels = grey ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const alpha = rgba[from + 3] ?? 255;
    for (let channel = 0; channel < channels; channel++) {
      const value = rgba[from + channel] ?? 0;
      data[to++] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return { width, height, channels, data };
}
