/** Which pages of a PDF are read and which are looked at. What is then recognised is in ocr/. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fillOutline } from "../../shared/documents/pages/outline.ts";
import { pageImages } from "../../shared/documents/pages/page-images.ts";
import { readPdf } from "../../shared/documents/pages/pdf.ts";
import { isLegible } from "../../shared/documents/pages/pdf-page.ts";
import { pageRaster } from "../../shared/documents/pages/place-images.ts";
import { scanBytes, scans } from "./ocr/truth.ts";
import { assembled } from "./support/pdf.ts";

const SUMMONS = [
  "山东省沂水县人民法院",
  "传票",
  "案号：（2026）鲁1323行初45号",
  "案由：行政处罚",
  "被传唤人：沂水县公安局，住所地沂水县正阳路一号",
  "应到时间：2026年9月24日上午9时00分",
  "应到处所：本院第三审判庭",
  "注意事项：被传唤人必须准时到达应到处所，并携带身份证明及本传票",
  "本票由被传唤人携带来院报到，收到本传票后应在送达回证上签名",
];

interface PageOf {
  readonly lines: readonly string[];
  /** A picture: its pixels across and down, and the points it covers. */
  readonly picture?: {
    readonly pixels: readonly [number, number];
    readonly points: readonly [number, number];
  };
  readonly unseen?: boolean;
}

/** A PDF of pages with words, and with a picture over them. */
function pdfWith(pages: readonly PageOf[]): Buffer {
  const objects: (string | Buffer)[] = [];
  const kids: string[] = [];
  const add = (object: string | Buffer) => objects.push(object) + 2;
  const stream = (entries: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`),
      data,
      Buffer.from("\nendstream"),
    ]);
  const descriptor = add(
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 800/StemV 80>>",
  );
  const descendant = add(
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor ${descriptor} 0 R/DW 1000>>`,
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[${descendant} 0 R]>>`,
  );
  for (const { lines, picture, unseen = false } of pages) {
    const [wide = 1, high = 1] = picture?.pixels ?? [];
    const grey = deflateSync(Buffer.alloc(wide * high, 200));
    const image = add(
      stream(
        `/Type/XObject/Subtype/Image/Width ${wide}/Height ${high}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
        grey,
      ),
    );
    const shown = picture && `q ${picture.points[0]} 0 0 ${picture.points[1]} 0 0 cm /I0 Do Q`;
    const hex = (line: string) =>
      [...line].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");
    const text = lines.map((line, index) => `1 0 0 1 70 ${780 - index * 24} Tm <${hex(line)}> Tj`);
    const content = add(
      stream("", Buffer.from(`${shown ?? ""} BT ${unseen ? 3 : 0} Tr /F1 12 Tf ${text.join(" ")} ET`)),
    );
    const page = add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${font} 0 R>>/XObject<</I0 ${image} 0 R>>>>/Contents ${content} 0 R>>`,
    );
    kids.push(`${page} 0 R`);
  }
  return assembled([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(" ")}]>>`,
    ...objects,
  ]);
}

const A4: readonly [number, number] = [595, 842];
const text: PageOf = { lines: SUMMONS };
const scan: PageOf = { lines: [], picture: { pixels: [1000, 1400], points: A4 } };

describe("a page is read where it has words of its own, and looked at where it has not", () => {
  it.each<[string, readonly PageOf[], "read" | "looked at"]>([
    ["words", [text], "read"],
    [
      "words and a seal of many pixels",
      [{ ...text, picture: { pixels: [900, 900], points: [113, 113] } }],
      "read",
    ],
    [
      "words on a ground that covers the page",
      [{ ...text, picture: { pixels: [1000, 1400], points: A4 } }],
      "read",
    ],
    ["words, and an empty page", [text, { lines: [] }], "read"],
    [
      "words, and a page with its number and a seal",
      [text, { lines: ["- 2 -"], picture: { pixels: [900, 900], points: [113, 113] } }],
      "read",
    ],
    ["a picture", [scan], "looked at"],
    ["a picture under its number", [{ ...scan, lines: ["第 1 页 共 3 页"] }], "looked at"],
    [
      "a picture under a file system's stamp",
      [{ ...scan, lines: ["沂水县人民法院电子卷宗 仅供查阅 复制无效 2026年9月30日 第1页"] }],
      "looked at",
    ],
    ["a picture before a layer nobody sees", [{ ...scan, lines: SUMMONS, unseen: true }], "looked at"],
    ["words, and a page that is a picture", [text, text, scan], "looked at"],
    ["a picture, and pages of words", [scan, text], "looked at"],
    [
      "half a page of a picture and a number",
      [{ lines: ["3"], picture: { pixels: [1000, 700], points: [595, 400] } }],
      "looked at",
    ],
  ])("%s", async (_, pages, expected) => {
    const result = await readPdf(pdfWith(pages));
    expect(result.ok ? "read" : [result.reason.kind, "looked at"]).toEqual(
      expected === "read" ? "read" : ["no-text-layer", "looked at"],
    );
  });

  it("a long file of words and photos is looked at only so far, and a scan at its end all the same", async () => {
    const photo: PageOf = {
      lines: [...SUMMONS, ...SUMMONS],
      picture: { pixels: [1000, 1400], points: [300, 420] },
    };
    const pages = Array.from({ length: 40 }, () => photo);
    expect(await readPdf(pdfWith(pages))).toMatchObject({ ok: true, pages: 40 });
    expect(await readPdf(pdfWith([...pages, scan]))).toMatchObject({ ok: false });
  });

  it("of a mixed file each page gives what it has, in their order", async () => {
    const pages = await Array.fromAsync(pageImages(pdfWith([text, scan, { lines: [] }, text])));
    expect(pages.map(({ number, lines, raster }) => [number, lines?.length, raster?.width])).toEqual([
      [1, SUMMONS.length, undefined],
      [2, undefined, 1000],
      [3, 0, undefined],
      [4, SUMMONS.length, undefined],
    ]);
    expect(pages[0]?.lines?.[2]).toBe("案号：（2026）鲁1323行初45号");
    expect(pages[0]?.wordless).toBe(2);
  });

  it.each(scans.filter((name) => name.endsWith(".pdf")))("%s is looked at", async (name) => {
    expect(await readPdf(scanBytes(name))).toMatchObject({ ok: false, reason: { kind: "no-text-layer" } });
  });
});

describe("words that can be read", () => {
  it.each<[string, string, boolean]>([
    ["Chinese", SUMMONS.join(""), true],
    [
      "a table of numbers with few words",
      "序号案号（2026）鲁1302行初1号1234567890（2026）鲁1302行初2号",
      true,
    ],
    ["names with rare characters", "郯城县临沭街道赵玥、钱翀、孙珺", true],
    ["control characters", "\u0001\u0002\u0003\u0004案号\u0005\u0006\u0007\u0008\u000e", false],
    ["private use", "案号：\ue001\ue002\ue003\ue004\ue005二〇二六", false],
    ["Latin gibberish", "$%&'ABCDEFGHIJKLMNOPQ号RSTUVWX", false],
    ["numbers of glyphs taken for characters", "丠乬亷伻侔倀偰傏僡儆兀冣凙剉勖卌厃叾", false],
    ["none at all", "1234567890－－－－", false],
  ])("%s", (_, words, expected) => expect(isLegible(words)).toBe(expected));
});

describe("letters are filled by their outlines", () => {
  const [MOVE, LINE, CLOSE] = [0, 1, 4];
  const square = (from: number, to: number, turn = false) => {
    const corners = [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ];
    const [first = [], ...rest] = turn ? corners.toReversed() : corners;
    return [MOVE, ...first, ...rest.flatMap((corner) => [LINE, ...corner]), CLOSE];
  };
  const blank = (width: number, height: number) => ({
    width,
    height,
    channels: 3 as const,
    data: new Uint8Array(width * height * 3).fill(255),
  });
  const first = (page: { readonly data: Uint8Array }) => [...page.data].filter((_, at) => at % 3 === 0);

  it("as much of a pixel as they cover, holes left, what is outside the page left", () => {
    const page = blank(4, 4);
    fillOutline(page, [...square(0, 4), ...square(1, 3, true)], [1, 0, 0, 1, 0, 0], [0, 0, 0]);
    expect(first(page)).toEqual([0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0]);
    const half = blank(2, 1);
    fillOutline(half, square(0, 1), [1.5, 0, 0, 3, 0, -1], [0, 0, 0]);
    expect(first(half)).toEqual([0, 128]);
    const outside = blank(2, 2);
    fillOutline(outside, square(0, 1), [1, 0, 0, 1, 5, -5], [0, 0, 0]);
    expect(first(outside)).toEqual([255, 255, 255, 255]);
  });

  it("slanting ones by the area under the slope", () => {
    const page = blank(2, 1);
    // A triangle over both pixels: three quarters of the first are beside it, or a quarter of the second.
    fillOutline(page, [MOVE, 0, 0, LINE, 2, 0, LINE, 2, 1, CLOSE], [1, 0, 0, 1, 0, 0], [0, 0, 0]);
    expect(first(page)).toEqual([191, 64]);
  });

  it("in their colour, and a page that has nothing else is as sharp as print", () => {
    const raster = pageRaster([{ outline: square(0, 1), matrix: [72, 0, 0, 72, 0, 0], colour: "#ff0000" }], {
      width: 144,
      height: 72,
    });
    expect([raster?.width, raster?.height]).toEqual([400, 200]);
    expect([...(raster?.data.subarray(0, 3) ?? [])]).toEqual([255, 0, 0]);
    expect(raster?.data[399 * 3 + 1]).toBe(255);
  });
});
