/** Which pages are in a TIFF, faxes included, and how can a PDF carry them as they are? */
import type { PdfPicture, PdfPicturePage } from "./picture-pdf.ts";
import { MOST_PIXELS } from "./raster.ts";

/** Tags of a TIFF's directories that are read here. */
const Tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const;

/** Bytes of a value by its type. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_VALUES = 100_000;
const MOST_PAGES = 500;

/** A page of a TIFF, and how it must be turned (1–8, as in EXIF). */
export interface TiffPage {
  readonly page: PdfPicturePage;
  readonly orientation: number;
}

/**
 * The pages of a TIFF as a PDF can carry them, still compressed: fax G3 and G4, LZW, Deflate, PackBits, JPEG or plain;
 * black and white, grey, palette, RGB or CMYK; in strips or tiles. Reduced copies of pages count as pages.
 * @throws Error where the file is damaged or of a kind that is not read (planes apart, alpha, BigTIFF, old JPEG)
 * @see https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf
 */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  if (file.getUint16(2, little) !== 42) throw new Error("this kind of TIFF is not read");
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  for (let at = file.getUint32(4, little); at !== 0 && !seen.has(at) && pages.length < MOST_PAGES; ) {
    seen.add(at);
    const count = file.getUint16(at, little);
    const fields = new Map<number, readonly number[]>();
    for (let entry = 0; entry < count; entry++) {
      const place = at + 2 + entry * 12;
      fields.set(file.getUint16(place, little), valuesAt(file, place, little));
    }
    pages.push(pageOf(bytes, fields));
    at = file.getUint32(at + 2 + count * 12, little);
  }
  return pages;
}

/** The numbers of a field; those of up to four bytes stand in the entry itself. */
function valuesAt(file: DataView, place: number, little: boolean): readonly number[] {
  const type = file.getUint16(place + 2, little);
  const count = Math.min(file.getUint32(place + 4, little), MOST_VALUES);
  const size = SIZES[type] ?? 0;
  const start = size * count <= 4 ? place + 8 : file.getUint32(place + 8, little);
  return Array.from({ length: size === 0 ? 0 : count }, (_, index) => {
    const at = start + index * size;
    if (size === 1) return file.getUint8(at);
    if (size === 2) return file.getUint16(at, little);
    if (size === 4) return file.getUint32(at, little);
    return file.getUint32(at, little) / Math.max(1, file.getUint32(at + 4, little));
  });
}

type Fields = ReadonlyMap<number, readonly number[]>;

function pageOf(bytes: Uint8Array, fields: Fields): TiffPage {
  const one = (tag: number, otherwise: number) => fields.get(tag)?.[0] ?? otherwise;
  const [width, height] = [one(Tag.width, 0), one(Tag.height, 0)];
  if (width * height === 0 || width * height > MOST_PIXELS)
    throw new Error(`a picture of ${width}×${height} pixels is not read`);
  if (one(Tag.planar, 1) === 2 && one(Tag.samples, 1) > 1) throw new Error("this kind of TIFF is not read");
  const tiled = fields.has(Tag.tileOffsets);
  const wide = tiled ? one(Tag.tileWidth, width) : width;
  const high = tiled ? one(Tag.tileHeight, height) : Math.min(one(Tag.rowsPerStrip, height), height);
  const offsets = fields.get(tiled ? Tag.tileOffsets : Tag.stripOffsets) ?? [];
  const lengths = fields.get(tiled ? Tag.tileBytes : Tag.stripBytes) ?? [];
  const across = Math.ceil(width / wide);
  const pictures = offsets.map((offset, index): PdfPicture => {
    const [left, top] = [(index % across) * wide, Math.floor(index / across) * high];
    const rows = tiled ? high : Math.min(high, height - top);
    const part = bytes.subarray(offset, offset + (lengths[index] ?? bytes.length));
    const data = one(Tag.fillOrder, 1) === 2 ? bitsReversed(part) : part;
    return { width: wide, height: rows, left, top, ...encoding(data, fields, wide, rows) };
  });
  // A fax has half as many dots down as across: the page's proportions are those of the paper.
  const across72 = one(Tag.xResolution, 1) || 1;
  const down72 = one(Tag.yResolution, 1) || 1;
  return {
    page: { width: width / across72, height: height / down72, columns: width, rows: height, pictures },
    orientation: one(Tag.orientation, 1),
  };
}

/** How PDF names a part's compression and colours; they are the same inside. */
function encoding(
  data: Uint8Array,
  fields: Fields,
  wide: number,
  rows: number,
): Pick<PdfPicture, "entries" | "bytes"> {
  const one = (tag: number, otherwise: number) => fields.get(tag)?.[0] ?? otherwise;
  const [bits, samples] = [one(Tag.bits, 1), one(Tag.samples, 1)];
  const photometric = one(Tag.photometric, 0);
  const colours = `${colourSpace(photometric, samples, bits, fields)} /BitsPerComponent ${bits}`;
  const predictor = `<< /Predictor ${one(Tag.predictor, 1)} /Colors ${samples} /BitsPerComponent ${bits} /Columns ${wide} >>`;
  const inverted = photometric === 0 ? "/Decode [1 0]" : "";
  const compression = one(Tag.compression, 1);
  switch (compression) {
    case 1:
      return { bytes: data, entries: `${colours} ${inverted}` };
    case 2:
    case 3:
    case 4: {
      const options = one(Tag.faxOptions, 0);
      const k = compression === 4 ? -1 : compression === 3 && (options & 1) === 1 ? 1 : 0;
      // A T.4 fax fills up before the mark that ends a line; that needs no word, and is not the alignment meant here.
      const aligned = compression === 2;
      const parameters = `<< /K ${k} /Columns ${wide} /Rows ${rows} /EncodedByteAlign ${aligned} /BlackIs1 ${photometric === 1} >>`;
      return { bytes: data, entries: `${colours} /Filter /CCITTFaxDecode /DecodeParms ${parameters}` };
    }
    case 5:
      return { bytes: data, entries: `${colours} ${inverted} /Filter /LZWDecode /DecodeParms ${predictor}` };
    case 8:
    case 32946:
      return {
        bytes: data,
        entries: `${colours} ${inverted} /Filter /FlateDecode /DecodeParms ${predictor}`,
      };
    case 32773:
      return { bytes: data, entries: `${colours} ${inverted} /Filter /RunLengthDecode` };
    case 7: {
      const parameters = `<< /ColorTransform ${photometric === 6 ? 1 : 0} >>`;
      const tables = Uint8Array.from(fields.get(Tag.jpegTables) ?? []);
      return {
        bytes: withTables(data, tables),
        entries: `${colours} /Filter /DCTDecode /DecodeParms ${parameters}`,
      };
    }
    default:
      throw new Error("this kind of TIFF is not read");
  }
}

function colourSpace(photometric: number, samples: number, bits: number, fields: Fields): string {
  if (photometric <= 1 && samples === 1) return "/ColorSpace /DeviceGray";
  if ((photometric === 2 || photometric === 6) && samples === 3) return "/ColorSpace /DeviceRGB";
  if (photometric === 5 && samples === 4) return "/ColorSpace /DeviceCMYK";
  if (photometric === 3 && samples === 1) {
    const map = fields.get(Tag.colorMap) ?? [];
    const entries = 2 ** bits;
    const hex = Array.from({ length: entries }, (_, entry) =>
      [0, 1, 2]
        .map((plane) => ((map[plane * entries + entry] ?? 0) >> 8).toString(16).padStart(2, "0"))
        .join(""),
    );
    return `/ColorSpace [/Indexed /DeviceRGB ${entries - 1} <${hex.join("")}>]`;
  }
  throw new Error("this kind of TIFF is not read");
}

/** The tables that all parts share stand once in the file; each part needs them behind its first marker. */
function withTables(part: Uint8Array, tables: Uint8Array): Uint8Array {
  if (tables.length <= 4) return part;
  return Buffer.concat([part.subarray(0, 2), tables.subarray(2, -2), part.subarray(2)]);
}

function bitsReversed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => {
    let [from, to] = [byte, 0];
    for (let bit = 0; bit < 8; bit++) {
      to = (to << 1) | (from & 1);
      from >>= 1;
    }
    return to;
  });
}
