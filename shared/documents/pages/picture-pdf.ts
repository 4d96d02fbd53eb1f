/** A picture's compressed data as a PDF carries it: the entries of its dictionary, and the bytes as they are. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  /** Without the braces: `/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`. */
  readonly entries: string;
  readonly bytes: Uint8Array;
  /** Pixels of the page left of it and above it: pictures may be cut into strips or tiles. */
  readonly left: number;
  readonly top: number;
}

/** A page of pictures; its size in units of the page, whatever the number of pixels. */
export interface PdfPicturePage {
  readonly width: number;
  readonly height: number;
  /** Pixels that make the page's width and height. */
  readonly columns: number;
  readonly rows: number;
  readonly pictures: readonly PdfPicture[];
}

/**
 * A PDF of pictures whose data is left as it is, so that one library decodes fax, JPEG and LZW wherever they come
 * from: pictures of a PDF, of a TIFF, or alone.
 */
export function pdfOfPictures(pages: readonly PdfPicturePage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n", "latin1")];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Uint8Array) => {
    parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    size += part.length;
  };
  const object = (number: number, body: string, stream?: Uint8Array) => {
    offsets[number] = size;
    const dictionary = stream === undefined ? body : `<< ${body} /Length ${stream.length} >>\nstream\n`;
    add(Buffer.from(`${number} 0 obj\n${dictionary}`, "latin1"));
    if (stream !== undefined) add(stream);
    add(Buffer.from(stream === undefined ? "\nendobj\n" : "\nendstream\nendobj\n", "latin1"));
  };

  let next = 3;
  const kids: string[] = [];
  for (const { width, height, columns, rows, pictures } of pages) {
    const [page, content] = [next++, next++];
    const names = pictures.map((_, index) => `/I${index} ${next + index} 0 R`).join(" ");
    const [unitX, unitY] = [width / columns, height / rows];
    const drawn = pictures.map((picture, index) => {
      const [left, bottom] = [picture.left * unitX, (rows - picture.top - picture.height) * unitY];
      return `q ${picture.width * unitX} 0 0 ${picture.height * unitY} ${left} ${bottom} cm /I${index} Do Q`;
    });
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R /Resources << /XObject << ${names} >> >> >>`,
    );
    object(content, "", Buffer.from(drawn.join("\n"), "latin1"));
    for (const { width: wide, height: high, entries, bytes } of pictures)
      object(next++, `/Type /XObject /Subtype /Image /Width ${wide} /Height ${high} ${entries}`, bytes);
    kids.push(`${page} 0 R`);
  }
  object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  object(2, `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`);

  const start = size;
  const entries = Array.from(
    { length: next - 1 },
    (_, index) => `${String(offsets[index + 1]).padStart(10, "0")} 00000 n \n`,
  );
  add(
    Buffer.from(
      `xref\n0 ${next}\n0000000000 65535 f \n${entries.join("")}trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}
