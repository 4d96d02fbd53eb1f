/** 通报签发 from the draft's mail to everybody's: words, numbers, choices, a signature, its way back, and a correction. */
import { readXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { recordText } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const BUREAU = "yingsu@linyi-justice.example.org";
const REF = { jurisdiction: "3713", period: "month", month: "2026-09" as Month } as const;
type City = ReturnType<typeof memoryCity>;

let city: City;
beforeEach(async () => {
  city = memoryCity(at("09-24", "08:00"));
  await city.upload(DIRECTORY);
  await city.put(
    "courts/1321/inbox",
    "record.txt",
    recordText("被告负责人：龙涛，副局长，到庭。"),
    at("09-24", "12:00"),
  );
  await city.until(at("10-01", "10:00"));
});

const bulletins = () => city.sent.filter(({ notice }) => notice.content.kind === "bulletin");
const issued = () =>
  bulletins().filter(({ notice: { content } }) => content.kind === "bulletin" && !content.draft);
const state = async () => (await city.records.signing(REF))?.state;

/** Fills in the page behind the draft's link. */
const act = (answers: Readonly<Record<string, string>>) =>
  city.act({
    address: bureau(),
    mail: "征求意见",
    answers: { by: "王科长", ...(answers.do === "sign" && { checked: "yes" }), ...answers },
  });
const bureau = () => bulletins()[0]?.notice.recipient.address ?? BUREAU;
const token = () => bulletins()[0]?.token ?? "";
const page = async (part = "") => (await city.visit(`${token()}${part}`)).text();

describe("the draft", () => {
  it("goes to the municipal bureau alone, once, with the way to sign it", async () => {
    expect(bulletins()).toHaveLength(1);
    expect(token()).not.toBe("");
    const shown = await page();
    expect(shown).toContain("待签发");
    expect(shown).toContain("沂南县人民法院");
    expect(shown).toContain("未报送");
    expect(shown).toMatch(/庭审笔录1/);
    expect((await city.records.signings("3713")).map(({ period }) => period)).toEqual(["month", "quarter"]);
  });
});

describe("what a bureau writes", () => {
  it("stands in page, paper, workbook and mail, and what names units is its own annex", async () => {
    await act({ do: "save", analysis: "出庭率保持稳定。\n副职出庭较多。", document: "临司通〔2026〕5号" });
    await city.until(at("10-04", "09:00"));
    await act({ do: "sign", demands: "请于十月底前报送整改情况。" });
    expect(await state()).toBe("issued");
    const [first] = issued();
    const text = async (name: string) => {
      const bytes = await city.files.read(`bulletins/2026-09/issued-v1/${name}`, undefined, 1e7);
      return typeof bytes === "string" ? expect.fail(`${name} ${bytes}`) : bytes;
    };
    const html = new TextDecoder().decode(await text("bulletin.html"));
    const paper = (await mammoth.extractRawText({ buffer: Buffer.from(await text("bulletin.docx")) })).value;
    const { sheets } = await readXlsx(await text("bulletin.xlsx"));
    for (const where of [html, paper, JSON.stringify(sheets)])
      for (const words of [
        "副职出庭较多。",
        "请于十月底前报送整改情况。",
        "临司通〔2026〕5号",
        "〔2026〕第1期",
      ])
        expect(where).toContain(words);
    expect(html).not.toContain("可能的司法建议");
    expect(sheets.map(({ name }) => name)).toEqual(["总体情况", "县区、系统和法院", "说明"]);
    const annex = await readXlsx(await text("annex.xlsx"));
    expect(JSON.stringify(annex.sheets)).toContain("沂南县公安局");
    const content = (address: string) =>
      issued().find(({ notice }) => notice.recipient.address === address)?.notice.content;
    const files = (address: string) => {
      const one = content(address);
      return one?.kind === "bulletin" ? one.files.map(({ key }) => key.split("/").at(-1)) : [];
    };
    expect(files(bureau())).toContain("annex.xlsx");
    const others = issued().filter(({ notice }) => notice.recipient.address !== bureau());
    expect(others.length).toBeGreaterThan(5);
    for (const { notice } of others)
      expect(files(notice.recipient.address)).toEqual(["bulletin.docx", "bulletin.html", "bulletin.xlsx"]);
    expect(first?.notice.content).toMatchObject({
      words: { analysis: ["出庭率保持稳定。", "副职出庭较多。"], document: "临司通〔2026〕5号" },
    });
  });

  it("is kept for the next, whose numbers are proposed", async () => {
    await city.until(at("10-04", "09:00"));
    await act({ do: "sign", analysis: "出庭率保持稳定。", document: "临司通〔2026〕5号" });
    const quarter = await page("?period=quarter&month=2026-09");
    expect(quarter).toContain('name="issue" type="text" maxlength="100" autocomplete="off" value="2"');
    expect(quarter).toContain("临司通〔2026〕6号");
    await city.until(at("11-01", "10:00"));
    expect((await city.records.signing({ ...REF, month: "2026-10" as Month }))?.content.analysis).toEqual([
      "出庭率保持稳定。",
    ]);
  });
});

describe("a signature", () => {
  it("before the courts' time is over waits for the next working day, and can be taken back", async () => {
    await act({ do: "sign" });
    expect(await state()).toBe("waiting");
    expect(issued()).toEqual([]);
    expect(await page()).toContain("将于2026年10月8日 8:30发出");
    await act({ do: "take-back" });
    expect(await state()).toBe("open");
    await city.until(at("10-08", "09:00"));
    expect(issued()).toEqual([]);
    await act({ do: "sign" });
    expect(await state()).toBe("issued");
  });

  it("that waits leaves at its hour by the sweep", async () => {
    await act({ do: "sign" });
    await city.until(at("10-08", "08:00"));
    expect(issued()).toEqual([]);
    await city.until(at("10-08", "10:00"));
    expect(await state()).toBe("issued");
    expect(new Set(issued().map(({ subject }) => subject)).size).toBe(1);
  });

  it("nobody gives brings a reminder each working day, and no bulletin", async () => {
    await city.until(at("10-12", "18:00"));
    const reminded = city.sent.filter(
      ({ notice: { content } }) => content.kind === "bulletin-unsigned" && content.period === "month",
    );
    expect(reminded.map(({ at: when }) => when.slice(5, 10))).toEqual(["10-08", "10-09", "10-10", "10-12"]);
    expect(issued()).toEqual([]);
  });

  it("put off is asked for again on the day, not before", async () => {
    await act({ do: "defer", until: "2026-10-12", why: "等待兰山区法院台账" });
    await city.until(at("10-12", "18:00"));
    const reminded = city.sent.filter(
      ({ notice: { content } }) => content.kind === "bulletin-unsigned" && content.period === "month",
    );
    expect(reminded.map(({ at: when }) => when.slice(5, 10))).toEqual(["10-12"]);
  });

  it("twice by the same form, or on what somebody else has changed, does nothing", async () => {
    await city.until(at("10-04", "09:00"));
    const hidden = Object.fromEntries(
      [...(await page()).matchAll(/type="hidden" name="(form|revision)" value="([^"]*)"/g)].map((one) => [
        one[1] ?? "",
        one[2] ?? "",
      ]),
    );
    const form = { ...hidden, do: "sign", by: "王科长", issue: "1", "to-courts": "yes", checked: "yes" };
    expect((await city.visit(token(), form)).status).toBe(303);
    const count = issued().length;
    expect((await city.visit(token(), form)).status).toBe(303);
    const other = { ...form, form: "00000000-0000-0000-0000-000000000000", reason: "更正" };
    expect((await city.visit(token(), other)).status).toBe(409);
    expect(issued()).toHaveLength(count);
  });
});

describe("a correction", () => {
  it("is signed anew with its reason, and says what changed", async () => {
    await city.until(at("10-04", "09:00"));
    await act({ do: "sign" });
    await city.put(
      "courts/1321/inbox",
      "second.txt",
      new TextEncoder().encode(
        new TextDecoder().decode(recordText("被告负责人未出庭。")).replaceAll(/行初\d+号/g, "行初24号"),
      ),
    );
    expect((await page()).replace(/\s/g, "")).toContain("变化1项");
    await act({ do: "sign", reason: "补录行初24号庭审笔录" });
    const signing = await city.records.signing(REF);
    expect(signing?.issued?.version).toBe(2);
    expect(signing?.events.map(({ type, by }) => `${type} ${by}`)).toEqual([
      "opened ",
      "signed 王科长",
      "issued ",
      "signed 王科长",
      "issued ",
    ]);
    const html = await city.files.read("bulletins/2026-09/issued-v2/bulletin.html", undefined, 1e7);
    expect(typeof html === "string" ? html : new TextDecoder().decode(html)).toContain(
      "本版更正：补录行初24号庭审笔录",
    );
  });

  it("that the look-back finds is proposed, and issued by nobody", async () => {
    await city.until(at("10-04", "09:00"));
    await act({ do: "sign" });
    const count = issued().length;
    await city.put(
      "courts/1321/inbox",
      "second.txt",
      new TextEncoder().encode(
        new TextDecoder().decode(recordText("被告负责人未出庭。")).replaceAll(/行初\d+号/g, "行初24号"),
      ),
    );
    await city.until(at("12-03", "11:00"));
    const proposed = city.sent.filter(({ notice }) => notice.content.kind === "bulletin-correction");
    expect(proposed.length).toBeGreaterThan(0);
    expect(issued()).toHaveLength(count);
    expect(await page()).toContain("是否更正请确定");
  });
});

describe("a preview", () => {
  it("shows page, paper, workbook, annex and mail as they would be", async () => {
    await act({ do: "save", analysis: "出庭率保持稳定。" });
    expect(await page("/page")).toContain("出庭率保持稳定。");
    expect(await page("/mail")).toContain("出庭率保持稳定。");
    for (const part of ["paper", "workbook", "annex"]) {
      const shown = await city.visit(`${token()}/${part}`);
      expect(decodeURIComponent(shown.headers.get("content-disposition") ?? "")).toContain("【预览】");
    }
  });
});
