/** Some scans through the real networks; the others are in the bench. */
import { expect, it } from "vitest";
import { sniffFormat } from "../../../shared/documents/formats/format.ts";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { loadModels } from "../../../shared/documents/ocr/models.ts";
import { readScan } from "../../../shared/documents/ocr/read-scan.ts";
import { factsOfScan } from "../../../shared/documents/ocr/scan-facts.ts";
import { spotsWithin } from "../../../shared/documents/seen/marked-places.ts";
import { PICTURE_SIDE, type SeenPage } from "../../../shared/documents/seen/seen-page.ts";
import { compare, scanBytes, scans, truthOf } from "./truth.ts";

const SLOW = { timeout: 180_000 };

it.for([
  ["a scanner's PDF, a red seal over the hour", "01-summons-table-court-form.office"],
  ["a fax that lies on its side", "18-record-head-answers.fax-sideways"],
  ["a grey copy upside down, a seal over the hour", "05-summons-second-instance.copy-overturned"],
  ["a page of text, a scan, a page of text", "21-record-two-respondents.mixed"],
  ["text whose font doesn't say which characters it draws", "137-record-closing.no-map.pdf"],
  ["a scan before a layer of text that somebody else read wrong", "01-summons-table-court-form.searchable"],
] as const)("%s: nothing wrong is accepted, and nearly all is read", SLOW, async ([, start]) => {
  const name = scans.find((scan) => scan.startsWith(start)) ?? "";
  const bytes = scanBytes(name);
  const result = factsOfScan(sniffFormat(bytes), await readScan(bytes, loadModels));
  if (!result.ok) throw new Error(result.reason.kind);
  const { right, wrong, review, missed } = compare(toReading(result.document), truthOf(name));
  expect(wrong).toEqual([]);
  expect(right).toContain("hearing.start");
  expect(right.length).toBeGreaterThanOrEqual(0.8 * (right.length + review.length + missed.length));
});

it("shows a page as it was turned to be read, and each word where its ink is", SLOW, async () => {
  const name = scans.find((scan) => scan.startsWith("18-record-head-answers.fax-sideways")) ?? "";
  const pages: SeenPage[] = [];
  const scan = await readScan(scanBytes(name), loadModels, async (page) => void pages.push(page));
  const [{ picture, spots = [], recognised } = {}] = pages;
  if (picture === undefined || !scan.ok) throw new Error("nothing was seen");
  expect([picture.height, picture.width < picture.height, recognised]).toEqual([PICTURE_SIDE, true, true]);
  /** The share of dark pixels in a box that lies so far above or below the words. */
  const inkOf = (words: string, by = 0) => {
    const start = scan.text.indexOf(words);
    const [spot] = spotsWithin(spots, scan.text, { start, end: start + words.length });
    if (start < 0 || spot === undefined) throw new Error(`${words} is nowhere`);
    const { data, channels, width } = picture;
    let [dark, all] = [0, 0];
    for (let y = Math.round(spot.y + by - spot.height / 4); y < spot.y + by + spot.height / 4; y++)
      for (let x = Math.round(spot.x - spot.width / 2); x < spot.x + spot.width / 2; x++, all++)
        if ((data[(y * width + x) * channels] ?? 255) < 128) dark++;
    return { ink: dark / all, height: spot.height };
  };
  for (const words of ["庭审笔录", "书记员"]) {
    const { ink, height } = inkOf(words);
    expect(ink, words).toBeGreaterThan(0.15);
    // Between two lines there is next to none.
    expect(Math.min(inkOf(words, height * 0.75).ink, inkOf(words, -height * 0.75).ink)).toBeLessThan(ink / 3);
  }
});

it.each([
  ["cut off", "broken", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["a TIFF that points nowhere", "broken", Buffer.from("49492a00ffffff7f", "hex")],
])("a picture that is %s is an answer, not a fault", async (_, kind, bytes) => {
  expect(await readScan(bytes, loadModels)).toMatchObject({ ok: false, reason: { kind } });
});
