import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeIn } from "../../functions/document-intake/intake.ts";
import { readScans } from "../../functions/document-ocr/read-scans.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import type { ScannedText } from "../../shared/documents/ocr/scanned-text.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { zip } from "../documents/support/zip.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryIntakeQueue } from "../support/memory/memory-mail.ts";
import { memoryOriginals } from "../support/memory/memory-originals.ts";
import { memoryCity } from "../support/memory-city.ts";

const NUMBER = "（2026）鲁1321行初77号";
const TEXT = `沂南县人民法院
传票
案号：${NUMBER}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日`;
/** The first bytes of a JPEG; what is on it the reader below is told. */
const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

const seen = (unsure = ""): ScannedText => {
  const sureness = Array.from({ length: TEXT.length }, () => 0.99);
  if (unsure !== "") sureness.fill(0.3, TEXT.indexOf(unsure), TEXT.indexOf(unsure) + unsure.length);
  return { ok: true, text: TEXT, sureness, pages: 1 };
};

/** A city that recognises characters: what intake asks for is read by `readScan`, as often as `look` is called. */
async function cityWithEyes(readScan: () => Promise<ScannedText>, bytes: Uint8Array = PICTURE) {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  const [inbox, scans] = [memoryFiles(() => made.now), memoryFiles(() => made.now)];
  const [scanQueue, intakeQueue] = [memoryIntakeQueue(), memoryIntakeQueue()];
  const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  const key = "courts/1321/inbox/扫描件.jpg";
  await inbox.write(key, bytes, "image/jpeg");
  const object = { key, versionId: "v1", size: bytes.length, at: made.now };
  let looks = 0;
  const counted = () => {
    looks++;
    return readScan();
  };
  const { records, directory } = made;
  return {
    made,
    scanQueue,
    intakeQueue,
    looks: () => looks,
    takeIn: async () => {
      const ports = {
        records,
        directory,
        inbox,
        sha256,
        readDocument,
        scans,
        scanQueue,
        originals: memoryOriginals(),
        ledgers: keptLedgers(scans),
        intakeQueue,
      };
      return (await takeIn(ports, object, RULES)).outcome;
    },
    look: (attempt = 1) =>
      readScans({ inbox, scans, intakeQueue, sha256, readScan: counted }, object, attempt),
    isKnown: () => made.table.cases.has(caseNumber(NUMBER)),
  };
}

describe("a scan", () => {
  it("waits unsettled for recognition, then goes the way of every document", async () => {
    const city = await cityWithEyes(async () => seen());
    expect(await city.takeIn()).toBe("awaiting-scan");
    expect([city.scanQueue.asked.length, city.isKnown(), city.made.table.notices.size]).toEqual([
      1,
      false,
      0,
    ]);

    expect(await city.look()).toEqual({ scans: 1, read: 1 });
    expect(city.intakeQueue.asked).toEqual(city.scanQueue.asked);
    expect(await city.takeIn()).toBe("read");
    expect(city.isKnown()).toBe(true);
    expect(await city.takeIn()).toBe("already-settled");
  });

  it("is read once, however often it is asked for", async () => {
    const city = await cityWithEyes(async () => seen());
    await city.look();
    expect(await city.look(2)).toEqual({ scans: 1, read: 0 });
    expect(city.looks()).toBe(1);
  });

  it("with a doubtful hour changes nothing before a person has looked", async () => {
    const city = await cityWithEyes(async () => seen("9时"));
    await city.look();
    expect(await city.takeIn()).toBe("needs-review");
    expect(city.isKnown()).toBe(false);
  });

  it("on which nothing can be read comes back to its court", async () => {
    const city = await cityWithEyes(async () => ({ ok: false, reason: { kind: "no-text-layer", pages: 1 } }));
    await city.look();
    expect(await city.takeIn()).toBe("rejected");
  });

  it("that ends the reader twice is given up, and its court is told", async () => {
    const city = await cityWithEyes(() => Promise.reject(new Error("out of memory")));
    await expect(city.look(1)).rejects.toThrow();
    await expect(city.look(2)).rejects.toThrow();
    expect(city.intakeQueue.asked).toEqual([]);
    await city.look(3);
    expect(await city.takeIn()).toBe("rejected");
  });

  it("in an archive lets the archive wait, and only what needs recognition is read", async () => {
    const archive = zip({ "说明.txt": "各位同事：本周五开会。", "传票.jpg": PICTURE });
    const city = await cityWithEyes(async () => seen(), archive);
    expect(await city.takeIn()).toBe("awaiting-scan");
    expect(await city.look()).toEqual({ scans: 1, read: 1 });
    await city.takeIn();
    expect(city.isKnown()).toBe(true);
    expect(await city.takeIn()).toBe("already-settled");
  });
});
