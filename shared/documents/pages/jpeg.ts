/** How large is a JPEG, which way up, and in which colours? Read before anything is decoded. */
import type { PdfPicturePage } from "./picture-pdf.ts";
import { MOST_PIXELS, mirrored, type Raster, turned } from "./raster.ts";

/** A JPEG's frame as its markers say it, read without decoding anything. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** How the camera was held: 1–8 as in EXIF, 1 is upright. */
  readonly orientation: number;
  /** Adobe's programs store the inks of CMYK inverted, and say so. */
  readonly adobe: boolean;
}

/**
 * Reads the markers up to the picture's data.
 * @throws Error where there is no frame or it declares more pixels than are read
 */
export function jpegFrame(bytes: Uint8Array): JpegFrame {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let adobe = false;
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff || marker === 0xff) {
      at++;
      continue;
    }
    const length = file.readUInt16BE(at + 2);
    const body = file.subarray(at + 4, at + 2 + length);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && body.length >= 6) {
      const [height, width, components = 0] = [body.readUInt16BE(1), body.readUInt16BE(3), body[5]];
      if (width * height === 0 || width * height > MOST_PIXELS)
        throw new Error(`a picture of ${width}×${height} pixels is not read`);
      return { width, height, components, orientation, adobe };
    }
    if (marker === 0xe1 && body.toString("latin1", 0, 4) === "Exif")
      orientation = exifOrientation(body.subarray(6));
    if (marker === 0xee && body.toString("latin1", 0, 5) === "Adobe") adobe = true;
    if (marker === 0xda) break;
    at += 2 + length;
  }
  throw new Error("the picture has no frame");
}

/** EXIF is a small TIFF file; its first directory holds tag 0x0112. */
function exifOrientation(tiff: Buffer): number {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let entry = 0; entry < Math.min(u16(directory), 64); entry++) {
    const at = directory + 2 + entry * 12;
    if (u16(at) === 0x0112) return u16(at + 8);
  }
  return 1;
}

/** A JPEG as a page of a PDF, not yet upright. */
export function jpegPage(bytes: Uint8Array, { width, height, components, adobe }: JpegFrame): PdfPicturePage {
  const colours = components === 1 ? "/DeviceGray" : components === 4 ? "/DeviceCMYK" : "/DeviceRGB";
  const decode = components === 4 && adobe ? "/Decode [1 0 1 0 1 0 1 0]" : "";
  const entries = `/ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode ${decode}`;
  return {
    width,
    height,
    columns: width,
    rows: height,
    pictures: [{ width, height, entries, bytes, left: 0, top: 0 }],
  };
}

/** A picture as it was meant to be seen, by its orientation tag. */
export function upright(raster: Raster, orientation: number): Raster {
  const flipped = [2, 4, 5, 7].includes(orientation) ? mirrored(raster) : raster;
  const quarters: Readonly<Record<number, number>> = { 3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3 };
  return turned(flipped, quarters[orientation] ?? 0);
}
