/** Some scans through the real networks; the others are in the bench. */
import { expect, it } from "vitest";
import { sniffFormat } from "../../../shared/documents/formats/format.ts";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { loadModels } from "../../../shared/documents/ocr/models.ts";
import { readScan } from "../../../shared/documents/ocr/read-scan.ts";
import { factsOfScan } from "../../../shared/documents/ocr/scan-facts.ts";
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

it.each([
  ["cut off", "broken", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["a TIFF that points nowhere", "broken", Buffer.from("49492a00ffffff7f", "hex")],
])("a picture that is %s is an answer, not a fault", async (_, kind, bytes) => {
  expect(await readScan(bytes, loadModels)).toMatchObject({ ok: false, reason: { kind } });
});
