import { describe, expect, it } from "vitest";
import { doubted } from "../../../shared/documents/ocr/doubted.ts";
import { besideUnread, withPlaceNames } from "../../../shared/documents/ocr/place-names.ts";
import { factsOfScan } from "../../../shared/documents/ocr/scan-facts.ts";
import { scanOfJson, scanToJson } from "../../../shared/documents/ocr/scanned-text.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

const SUMMONS = `沂南县人民法院
传票
案号	（2026）鲁1321行初77号
案由	行政处罚
被告	沂南县公安局
传唤事由	开庭审理
应到时间	2026年9月24日上午9时00分
应到处所	本院第五审判庭`;

/** All of a text as sure as can be, but for these words. */
function unsureOf(text: string, ...words: readonly string[]): number[] {
  const sureness = Array.from({ length: text.length }, () => 0.99);
  for (const word of words) sureness.fill(0.3, text.indexOf(word), text.indexOf(word) + word.length);
  return sureness;
}
const read = (text: string, ...words: readonly string[]) =>
  doubted(readFacts(text), { text, sureness: unsureOf(text, ...words) });

describe("a fact of a scan", () => {
  it("is as sure as its least sure character, and leaves the others as they were", () => {
    const { caseNumbers, hearing, respondents } = read(SUMMONS, "五");
    expect(hearing?.place?.confidence).toBe(0.3);
    expect(caseNumbers[0]?.confidence).toBeGreaterThan(0.9);
    expect(hearing?.start.confidence).toBeGreaterThan(0.9);
    expect(respondents[0]?.confidence).toBeGreaterThan(0.9);
  });

  it("counts by its best place where the same words stand twice", () => {
    const twice = SUMMONS.replace("案由", "沂南县人民法院\n案由");
    expect(read(twice, "沂南县人民法院").court?.confidence).toBeGreaterThan(0.8);
  });

  it.each([
    ["an hour at night: 下午 without its 下", SUMMONS.replace("上午9时", "3时")],
    ["a year in which the case can't be heard", SUMMONS.replace("（2026）", "（2020）")],
    ["a hearing before the case", SUMMONS.replace("2026年9月", "2025年9月")],
  ])("is for a person where grammar forbids it: %s", (_, text) => {
    expect(read(text).hearing?.start.confidence).toBeLessThan(0.8);
  });
});

it("a party whose name begins with another's role is for a person", () => {
  const fact = { value: "被告沂南县公安局", confidence: 0.97, rule: "role-in-head", text: "沂南县公安局" };
  const document = { ...readFacts(SUMMONS), plaintiffs: [fact, { ...fact, value: "陈建" }] };
  const { plaintiffs } = doubted(document, { text: SUMMONS, sureness: unsureOf(SUMMONS) });
  expect(plaintiffs.map(({ confidence }) => confidence >= 0.8)).toEqual([false, true]);
});

describe("the name of a district", () => {
  const text = "山东省□城县人民法院（2026）鲁1322行初1号 莒南县公安局";
  it("is restored where one character is in doubt and the court's number says which it is", () => {
    const restored = besideUnread(withPlaceNames({ text, sureness: unsureOf(text, "□") }));
    expect(restored.text).toContain("山东省郯城县人民法院");
    expect(Math.min(...restored.sureness)).toBeGreaterThan(0.8);
  });
  it("is left where the number is another court's, and its neighbours are in doubt", () => {
    const elsewhere = text.replace("1322", "1323");
    const left = besideUnread(withPlaceNames({ text: elsewhere, sureness: unsureOf(elsewhere, "□") }));
    expect(left.text).toBe(elsewhere);
    expect(left.sureness[elsewhere.indexOf("城")]).toBeLessThan(0.8);
  });
  it("is left where it was read surely or is another district's", () => {
    const sure = "（2026）鲁1321行初1号 沂水县公安局 沂北县公安局";
    expect(withPlaceNames({ text: sure, sureness: unsureOf(sure, "水") }).text).toBe(sure);
  });
});

describe("what is kept of a scan", () => {
  it("reads the same afterwards, to a hundredth of sureness", () => {
    const scan = { ok: true, text: SUMMONS, sureness: unsureOf(SUMMONS, "五"), pages: 1 } as const;
    expect(scanOfJson(scanToJson(scan))).toEqual(scan);
    expect(factsOfScan("pdf", scan)).toMatchObject({
      ok: true,
      pages: 1,
      document: { kind: { value: "summons" } },
    });
  });
  it("may be a reason", () => {
    const scan = { ok: false, reason: { kind: "no-text-layer", pages: 2 } } as const;
    expect(factsOfScan("pdf", scanOfJson(scanToJson(scan)))).toEqual({ ...scan, format: "pdf" });
  });
});
