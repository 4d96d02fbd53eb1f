/** Scans that were put into a Word file or an OFD. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { needsOcr } from "../../../shared/documents/ocr/needs-ocr.ts";
import { pageImages } from "../../../shared/documents/pages/page-images.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { ofdOfLayer } from "../support/ofd.ts";
import { docx, zip } from "../support/zip.ts";

const picture = (name: string) => readFileSync(join(import.meta.dirname, "formats", name));
const pagesOf = async (bytes: Uint8Array) =>
  (await Array.fromAsync(pageImages(bytes))).map(
    ({ lines, raster, of }) => lines ?? [raster?.width, raster?.height, of],
  );

/** A Word file that shows pictures in an order of its own, one of them twice as Word does for older programs. */
function wordWith(pictures: Readonly<Record<string, Buffer>>, text = ""): Buffer {
  const names = Object.keys(pictures);
  const relations = names.map(
    (name, index) => `<Relationship Id="rId${index + 7}" Type="image" Target="media/${name}"/>`,
  );
  const shown = names
    .map((_, index) => index + 7)
    .toReversed()
    .map((id) => `<w:drawing><a:blip r:embed="rId${id}"/></w:drawing><v:imagedata r:id="rId${id}"/>`);
  return zip({
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p><w:r>${shown.join("")}</w:r></w:p></w:body></w:document>`,
    ...Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`word/media/${name}`, bytes])),
  });
}

/** The picture made as heavy as a scan: bytes behind its end change nothing. */
const heavy = (name: string) => Buffer.concat([picture(name), Buffer.alloc(60_000, 7)]);

describe("a Word file of pictures", () => {
  it("is looked at, picture by picture as they are shown", async () => {
    const file = wordWith({
      "image1.png": picture("rgb8.png"),
      "image2.jpeg": picture("progressive.jpg"),
      "image3.emf": Buffer.from("drawing"),
    });
    expect(needsOcr(await readDocument(file))).toBe(true);
    expect(await pagesOf(file)).toEqual([
      [64, 48, 2],
      [64, 48, 2],
    ]);
  });

  it("under a line of words gives both; under a paper of words, or with an emblem, it is read", async () => {
    const under = wordWith({ "image1.jpeg": heavy("progressive.jpg") }, "以下为本案传票照片");
    expect(needsOcr(await readDocument(under))).toBe(true);
    expect(await pagesOf(under)).toEqual([["以下为本案传票照片"], [64, 48, 1]]);
    const emblem = wordWith({ "image1.jpeg": picture("progressive.jpg") }, "以下为本案传票照片");
    expect(await readDocument(emblem)).toMatchObject({ ok: true });
    const paper = wordWith({ "image1.jpeg": heavy("progressive.jpg") }, "案由：行政处罚。".repeat(30));
    expect(await readDocument(paper)).toMatchObject({ ok: true });
  });

  it("without any is sent back, and so is a file in which nothing can be recognised", async () => {
    expect(await pagesOf(docx(" "))).toEqual([]);
    expect(needsOcr(await readDocument(Buffer.from("<html><img src=a.png></html>")))).toBe(false);
  });
});

describe("an OFD of pictures", () => {
  const image = (resource: string, size = "0 0 210 297") =>
    `<ImageObject ID="3" Boundary="${size}" ResourceID="${resource}"/>`;
  const resources =
    '<?xml version="1.0"?><Res BaseLoc="Res"><MultiMedias><MultiMedia ID="9" Type="Image"><MediaFile>a.jpg</MediaFile></MultiMedia><MultiMedia ID="10" Type="Image"><MediaFile>/Doc_0/Res/B.png</MediaFile></MultiMedia></MultiMedias></Res>';
  const more = {
    "Doc_0/DocumentRes.xml": resources,
    "Doc_0/Res/a.jpg": picture("progressive.jpg"),
    "Doc_0/Res/B.png": picture("grey16.png"),
  };

  it("is looked at, without its seals", async () => {
    const file = ofdOfLayer(image("10") + image("9") + image("9", "150 200 42 42") + image("77"), more);
    expect(needsOcr(await readDocument(file))).toBe(true);
    expect(await pagesOf(file)).toEqual([
      [64, 48, 2],
      [64, 48, 2],
    ]);
  });
});

it("a hostile file's pictures are not unpacked", async () => {
  const bomb = zip({ "word/document.xml": "<a/>", "word/media/a.png": Buffer.alloc(45_000_000) });
  await expect(pagesOf(bomb)).rejects.toThrow("not unpacked: bomb");
});
