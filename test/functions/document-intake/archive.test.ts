import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeIn } from "../../../functions/document-intake/intake.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { keptLedgers } from "../../../shared/adapters/kept-ledgers.ts";
import { nameShown } from "../../../shared/casework/documents/archive-name.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { zip } from "../../documents/support/zip.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryFiles } from "../../support/memory/memory-files.ts";
import { memoryIntakeQueue } from "../../support/memory/memory-mail.ts";
import { memoryOriginals } from "../../support/memory/memory-originals.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { whyRejected } from "../../support/rejections.ts";

const YINAN = "courts/1321/inbox";

const summons = (number: number) =>
  `沂南县人民法院\n传票\n\n案号：（2026）鲁1321行初${number}号\n案由：行政处罚\n原告：陈建\n被告：沂南县公安局\n传唤事由：开庭审理\n应到时间：2026年9月24日上午9时00分\n应到处所：本院第五审判庭\n审判员：徐静\n书记员：马超\n2026年9月7日\n`;

async function city() {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  return made;
}

type City = Awaited<ReturnType<typeof city>>;
const isKnown = (made: City, number: number) =>
  made.table.cases.has(caseNumber(`（2026）鲁1321行初${number}号`));
const answers = (made: City) =>
  made.sent.flatMap(({ notice: { content } }) => (content.kind === "document-rejected" ? [content] : []));

describe("an archive", () => {
  it("is as many documents as it holds files", async () => {
    const made = await city();
    const archive = zip({ "a/传票1.txt": summons(71), "b/传票2.txt": summons(72), "__MACOSX/._x": "x" });
    expect(await made.put(YINAN, "卷宗.zip", archive)).toBe("read");
    expect([isKnown(made, 71), isKnown(made, 72)]).toEqual([true, true]);
    expect(answers(made)).toEqual([]);
    expect([...made.table.uploads.keys()].map((key) => key.split("\n")[0]).slice(-3)).toEqual([
      `${YINAN}/卷宗.zip!/a/传票1.txt`,
      `${YINAN}/卷宗.zip!/b/传票2.txt`,
      `${YINAN}/卷宗.zip`,
    ]);
  });

  it("has each bad file answered by itself, and the good ones count", async () => {
    const made = await city();
    const archive = zip({
      "空.txt": "",
      "传票.txt": summons(73),
      "旧卷.zip": zip({ "传票.txt": summons(74) }),
    });
    expect(await made.put(YINAN, "卷宗.zip", archive)).toBe("rejected");
    expect([isKnown(made, 73), isKnown(made, 74)]).toEqual([true, false]);
    expect(answers(made).map((content) => [content.file.name, whyRejected(content)])).toEqual([
      ["空.txt（卷宗.zip）", expect.stringContaining("空的")],
      ["旧卷.zip（卷宗.zip）", expect.stringContaining("ZIP")],
    ]);
  });

  it("that came half way goes on with the rest: what is settled is not done again", async () => {
    const made = await city();
    const archive = zip({ "空.txt": "", "传票.txt": summons(75), "传票2.txt": summons(76) });
    const inbox = memoryFiles(() => made.now);
    const key = `${YINAN}/卷宗.zip`;
    await inbox.write(key, archive, "application/zip");
    let crashAt = 2;
    const ports = {
      records: made.records,
      directory: made.directory,
      inbox,
      now: () => made.now,
      sha256: (content: Uint8Array) => createHash("sha256").update(content).digest("hex"),
      scans: inbox,
      scanQueue: memoryIntakeQueue(),
      originals: memoryOriginals(inbox),
      ledgers: keptLedgers(memoryFiles(() => at("09-08"))),
      intakeQueue: memoryIntakeQueue(),
      readDocument: (content: Uint8Array) => {
        if (crashAt-- === 0) throw new Error("the machine is gone");
        return readDocument(content);
      },
    };
    const [stored] = await Array.fromAsync(inbox.list(key));
    const object = { key, versionId: stored?.versionId ?? "", size: archive.length, at: made.now };
    await expect(takeIn(ports, object, RULES)).rejects.toThrow("gone");
    expect([isKnown(made, 75), isKnown(made, 76)]).toEqual([true, false]);
    const { size } = made.table.notices;

    expect((await takeIn(ports, object, RULES)).outcome).toBe("read");
    expect(isKnown(made, 76)).toBe(true);
    expect(made.table.cases.get(caseNumber("（2026）鲁1321行初75号"))?.file.version).toBe(1);
    // Of the second summons only: the empty file isn't answered again.
    expect(
      [...made.table.notices.values()].slice(size).map(({ notice }) => notice.content.kind),
    ).not.toContain("document-rejected");
    expect((await takeIn(ports, object, RULES)).outcome).toBe("already-settled");
  });

  it("sent again: what was read says nothing new, what was bad is answered again", async () => {
    const made = await city();
    const archive = zip({ "空.txt": "", "传票.txt": summons(76) });
    await made.put(YINAN, "卷宗.zip", archive);
    await made.put(YINAN, "卷宗(2).zip", archive);
    expect(answers(made).map(({ file }) => file.name)).toEqual([
      "空.txt（卷宗.zip）",
      "空.txt（卷宗(2).zip）",
    ]);
    expect(made.sent.filter(({ notice }) => notice.content.kind === "hearing-notice")).toHaveLength(2);
  });

  it.each<[string, () => Uint8Array, string]>([
    ["a bomb", () => zip({ "a.txt": Buffer.alloc(40_000_000) }), "解压后体积异常"],
    ["of nothing", () => zip({ "__MACOSX/._a": "a" }), "空的"],
    [
      "of too many files",
      () => zip(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.txt`, "x"]))),
      "解压后体积异常",
    ],
  ])("%s is refused whole, with one answer", async (_, bytes, why) => {
    const made = await city();
    expect(await made.put(YINAN, "卷宗.zip", bytes())).toBe("rejected");
    expect(answers(made)).toMatchObject([{ file: { name: "卷宗.zip" } }]);
    expect(whyRejected(answers(made)[0])).toContain(why);
  });

  it("in a folder of no court is one rejection, not one for each file", async () => {
    const made = await city();
    await made.put("courts/9999/inbox", "卷宗.zip", zip({ "a.txt": summons(77), "b.txt": summons(78) }));
    expect(answers(made)).toHaveLength(1);
  });
});

it("a file's name is shown as its sender knows it", () => {
  expect(nameShown("courts/1302/inbox/传票.pdf")).toBe("传票.pdf");
  expect(nameShown("courts/1302/inbox/卷宗.zip!/一审/传票.pdf")).toBe("传票.pdf（卷宗.zip）");
});
