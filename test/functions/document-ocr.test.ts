import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeIn } from "../../functions/document-intake/intake.ts";
import { readScans } from "../../functions/document-ocr/read-scans.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import type { ScannedText } from "../../shared/documents/ocr/scanned-text.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { pagesKey, pagesOfJson } from "../../shared/documents/seen/kept-pages.ts";
import type { SeenPage } from "../../shared/documents/seen/seen-page.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import { pdf } from "../documents/support/pdf.ts";
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

type ReadScan = (bytes: Uint8Array, see: (page: SeenPage) => Promise<void>) => Promise<ScannedText>;

/** A page as the reader shows it: a grey square, the case number across its middle. */
const PAGE: SeenPage = {
  number: 1,
  picture: { width: 60, height: 60, channels: 1, data: new Uint8Array(3600).fill(128) },
  recognised: true,
  spots: [{ start: 13, end: 33, x: 30, y: 30, width: 50, height: 6, angle: 0 }],
  undrawn: [],
};

/** A city that recognises characters: what intake asks for is read by `readScan`, as often as `look` is called. */
async function cityWithEyes(
  readScan: ReadScan,
  bytes: Uint8Array = PICTURE,
  key = "courts/1321/inbox/扫描件.jpg",
) {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  const [inbox, scans] = [memoryFiles(() => made.now), memoryFiles(() => made.now)];
  const [scanQueue, intakeQueue] = [memoryIntakeQueue(), memoryIntakeQueue()];
  const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  await inbox.write(key, bytes, "image/jpeg");
  const object = { key, versionId: "v1", size: bytes.length, at: made.now };
  let looks = 0;
  const counted: ReadScan = (content, see) => {
    looks++;
    return readScan(content, see);
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
        now: () => made.now,
        sha256,
        readDocument,
        scans,
        scanQueue,
        originals: memoryOriginals(inbox),
        ledgers: keptLedgers(scans),
        intakeQueue,
      };
      return (await takeIn(ports, object, RULES)).outcome;
    },
    look: (attempt = 1, asked: StoredFile = object, hasTime = () => true) =>
      readScans({ inbox, scans, intakeQueue, scanQueue, sha256, readScan: counted }, asked, attempt, hasTime),
    /** The names under which something is kept of a file. */
    kept: async (content: Uint8Array = bytes) =>
      (await Array.fromAsync(scans.list(""))).flatMap(({ key: name }) =>
        name.includes(sha256(content)) ? [name.replace(sha256(content), "…")] : [],
      ),
    pages: async (content: Uint8Array = bytes) => {
      const list = await scans.read(pagesKey(sha256(content)), undefined, 1e6);
      return list instanceof Uint8Array ? pagesOfJson(list) : list;
    },
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

    expect(await city.look()).toEqual({ scans: 1, read: 1, shown: 0 });
    expect(city.intakeQueue.asked).toEqual(city.scanQueue.asked);
    expect(await city.takeIn()).toBe("read");
    expect(city.isKnown()).toBe(true);
    expect(await city.takeIn()).toBe("already-settled");
  });

  it("is read once, however often it is asked for", async () => {
    const city = await cityWithEyes(async () => seen());
    await city.look();
    expect(await city.look(2)).toEqual({ scans: 1, read: 0, shown: 0 });
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

  const PICTURES = [1, 2, 3].map((last) => Buffer.concat([PICTURE, Buffer.from([last])]));
  const ARCHIVE = zip(Object.fromEntries(PICTURES.map((picture, index) => [`${index}.jpg`, picture])));

  it("of an archive that takes longer than one go is left to the next, which is no new attempt", async () => {
    const city = await cityWithEyes(async () => seen(), ARCHIVE, "courts/1321/inbox/卷宗.zip");
    await city.takeIn();
    const asked = city.scanQueue.asked.length;
    const late = () => false;
    expect(await city.look(1, undefined, late)).toMatchObject({ read: 1, goesOn: true });
    expect(await city.look(1, undefined, late)).toMatchObject({ read: 1, goesOn: true });
    expect(await city.look(1, undefined, late)).toEqual({ scans: 3, read: 1, shown: 0 });
    expect([city.looks(), city.scanQueue.asked.length - asked]).toEqual([3, 2]);
    for (const picture of PICTURES) expect(await city.kept(picture)).toHaveLength(2);
  });

  it("that ends the reader is given up alone: what lies beside it in the archive is read", async () => {
    const [, poison = PICTURE] = PICTURES;
    const city = await cityWithEyes(
      async (content) => {
        if (Buffer.compare(content, poison) === 0) throw new Error("out of memory");
        return seen();
      },
      ARCHIVE,
      "courts/1321/inbox/卷宗.zip",
    );
    await city.takeIn();
    for (const attempt of [1, 2]) await expect(city.look(attempt)).rejects.toThrow("out of memory");
    expect(await city.look(3)).toMatchObject({ read: 1, goesOn: true });
    expect(await city.look(1)).toEqual({ scans: 3, read: 1, shown: 0 });
    for (const picture of PICTURES) expect(await city.kept(picture)).toHaveLength(2);
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
    expect(await city.look()).toEqual({ scans: 1, read: 1, shown: 0 });
    await city.takeIn();
    expect(city.isKnown()).toBe(true);
    expect(await city.takeIn()).toBe("already-settled");
  });
});

describe("the pages of a file that a person may have to check", () => {
  /** A summons whose day is over when it comes: a person is asked. */
  const LATE = TEXT.replace("2026年9月24日", "2026年9月3日");
  const words: ReadScan = async (_, see) => {
    await see({ ...PAGE, recognised: false });
    return { ok: true, text: LATE, sureness: [], pages: 1 };
  };

  it("are kept with a scan's text, before the text, and once", async () => {
    const city = await cityWithEyes(async (_, see) => {
      await see(PAGE);
      return seen();
    });
    await city.look();
    await city.look();
    expect(await city.kept()).toEqual(["pages/v1/…/1.jpg", "pages/v1/…/pages.json", "scans/v3/….json"]);
    expect(await city.pages()).toEqual({
      text: TEXT,
      of: 1,
      pages: [
        {
          number: 1,
          picture: { width: 60, height: 60 },
          recognised: true,
          spots: [...PAGE.spots],
          letters: [],
        },
      ],
    });
  });

  it("are there, and empty, where a scan was given up", async () => {
    const city = await cityWithEyes(() => Promise.reject(new Error("out of memory")));
    await city.look(3);
    expect(await city.pages()).toEqual({ text: "", of: 0, pages: [] });
  });

  it("are asked for where a PDF of words is doubted, and that file is not taken in again", async () => {
    const city = await cityWithEyes(words, pdf(LATE), "courts/1321/inbox/传票.pdf");
    expect(await city.takeIn()).toBe("needs-review");
    expect(city.scanQueue.asked).toHaveLength(1);
    expect(await city.look(1, city.scanQueue.asked[0])).toEqual({ scans: 0, read: 0, shown: 1 });
    expect(await city.kept()).toEqual(["pages/v1/…/1.jpg", "pages/v1/…/pages.json"]);
    expect(city.intakeQueue.asked).toEqual([]);
    expect(await city.takeIn()).toBe("already-settled");
    expect(city.scanQueue.asked).toHaveLength(1);
  });

  it("are not asked for where it is read for sure, or has none that can be drawn", async () => {
    const sure = await cityWithEyes(words, pdf(TEXT), "courts/1321/inbox/传票.pdf");
    expect(await sure.takeIn()).toBe("read");
    expect(sure.scanQueue.asked).toEqual([]);
    const plain = await cityWithEyes(words, Buffer.from(LATE), "courts/1321/inbox/传票.txt");
    expect(await plain.takeIn()).toBe("needs-review");
    expect(plain.scanQueue.asked).toEqual([]);
  });

  it("are those of the one file of an archive that is doubted, and of no other", async () => {
    const [late, good] = [pdf(LATE), pdf(TEXT.replace("初77号", "初78号"))];
    const archive = zip({ "甲.pdf": good, "乙.pdf": late });
    const city = await cityWithEyes(words, archive, "courts/1321/inbox/卷宗.zip");
    expect(await city.takeIn()).toBe("needs-review");
    expect(city.scanQueue.asked.map(({ key }) => key)).toEqual(["courts/1321/inbox/卷宗.zip!/乙.pdf"]);
    await city.look(1, city.scanQueue.asked[0]);
    expect(await city.kept(late)).toHaveLength(2);
    expect(await city.kept(good)).toEqual([]);
  });
});
