import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { at } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";

const figuresOf = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes);
  return result.ok ? toReading(result.document) : result.reason;
};
const report = (sentence: string) =>
  Buffer.from(
    `临沂市罗庄区人民法院\n关于2026年9月份行政机关负责人出庭应诉情况的报告\n临沂市司法局：\n    ${sentence}\n    特此报告。\n二〇二六年十月二日\n`,
  );
const sheet = (rows: readonly (readonly string[])[]) =>
  writeXlsx({ sheets: [{ name: "统计", rows: rows.map((row) => [...row]) }] });

const TITLE = ["行政机关负责人出庭应诉情况统计表（2026年9月）"];
const SENTENCE =
  "2026年9月，我院共开庭审理行政案件23件，行政机关负责人出庭22件，出庭率95.65%。其中涉企案件7件，负责人出庭7件。未出庭1件为（2026）鲁1311行初61号。";

describe("a court's report gives its figures, and no rows", () => {
  it("in a sentence, with the words they stand in", async () => {
    const reading = await figuresOf(report(SENTENCE));
    expect(reading).toMatchObject({
      kind: "other",
      caseNumbers: [],
      figures: {
        month: "2026-09",
        heard: 23,
        present: 22,
        absent: 1,
        rate: "95.65%",
        enterpriseHeard: 7,
        enterprisePresent: 7,
      },
      evidence: { "figures.heard": { rule: "figure-in-a-sentence", text: "开庭审理行政案件23件" } },
    });
    expect(reading).not.toHaveProperty("rows");
  });

  it("in a table of headings and totals", async () => {
    const rows = [
      TITLE,
      ["法院", "开庭审理件数", "负责人出庭件数", "未出庭件数", "出庭率", "涉企案件数", "涉企负责人出庭件数"],
      ["罗庄", "10", "9", "1", "90%", "2", "2"],
      ["河东", "13", "13", "0", "100%", "5", "4"],
      ["合计", "23", "22", "1", "95.65%", "7", "6"],
    ];
    expect(await figuresOf(await sheet(rows))).toMatchObject({
      figures: { month: "2026-09", heard: 23, present: 22, absent: 1, rate: "95.65%", enterprisePresent: 6 },
    });
    const unsummed = await figuresOf(await sheet(rows.slice(0, 4)));
    expect(unsummed).not.toHaveProperty("figures");
  });

  it("in a column of its own", async () => {
    const rows = [
      TITLE,
      ["项目", "一审", "二审", "合计"],
      ["开庭审理案件数（件）", "18", "1", "19"],
      ["负责人出庭件数", "17", "1", "18"],
    ];
    expect(await figuresOf(await sheet(rows))).toMatchObject({ figures: { heard: 19, present: 18 } });
  });
});

describe("a paper filled in as a sheet", () => {
  it("reads as the same paper does elsewhere", async () => {
    const rows = [
      ["行政机关负责人出庭应诉情况备案表", "行政机关负责人出庭应诉情况备案表", "", ""],
      ["案号", "（2026）鲁1323行初90号", "案由", "行政确认"],
      ["审理法院", "沂水县人民法院", "", ""],
      ["被诉行政机关", "沂水县自然资源和规划局", "", ""],
      ["开庭时间", "2026年11月26日9时", "", ""],
      ["负责人是否出庭", "是", "", ""],
      ["出庭负责人姓名", "牟晓", "职务", "副局长"],
    ];
    expect(await figuresOf(await sheet(rows))).toMatchObject({
      caseNumbers: ["（2026）鲁1323行初90号"],
      respondents: ["沂水县自然资源和规划局"],
      attendance: [{ headAttended: true, headName: "牟晓", headTitle: "副局长" }],
    });
  });

  it("a sheet of something else is none", async () => {
    const rows = [
      ["物品", "数量"],
      ["打印纸", "5"],
    ];
    expect(await figuresOf(await sheet(rows))).toMatchObject({ kind: "unsupported-format" });
  });
});

describe("such a report that is uploaded", () => {
  const COURT = "courts/1321/inbox";
  async function city() {
    const made = memoryCity(at("09-08"));
    await made.upload(DIRECTORY);
    return made;
  }

  it("is kept with its figures; it opens no case and is no ledger", async () => {
    const made = await city();
    expect(await made.put(COURT, "报告.txt", report(SENTENCE))).toBe("read");
    const [kept] = [...made.table.documents.values()].filter(({ kind }) => kind !== "directory");
    expect(kept).toMatchObject({ state: "read", kind: "court-report", caseNumbers: [] });
    expect(JSON.parse(kept?.reading ?? "{}").figures.present.value).toBe(22);
    expect(made.table.cases.size).toBe(0);
    expect(made.sent).toEqual([]);
  });

  it.each([
    SENTENCE.replace("95.65%", "100%"),
    SENTENCE.replace("出庭22件", "出庭24件"),
    SENTENCE.replace("未出庭1件", "未出庭2件"),
  ])("whose figures don't add up goes back: %s", async (sentence) => {
    const made = await city();
    expect(await made.put(COURT, "报告.txt", report(sentence))).toBe("rejected");
    expect(made.sent[0]?.notice.content).toMatchObject({ rejection: { type: "figures-contradict" } });
  });
});
