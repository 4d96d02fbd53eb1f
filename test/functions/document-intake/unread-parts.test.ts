/** A file of which something was not read goes to a person, who hears what, and settles it once he has looked. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { headed, p, part, r, tbl, type WordPart, wordFile } from "../../documents/support/word.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { formsOf } from "../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const LINES = new TextDecoder()
  .decode(summonsText())
  .split("\n")
  .filter((line) => line.trim() !== "");
const BODY = LINES.map((line) => p(r(line))).join("");
const OBJECT = p('<w:r><w:object><o:OLEObject Type="Embed" ProgID="Word.Document.12"/></w:object></w:r>');
const REMARK: WordPart = {
  id: "rC",
  type: "comments",
  path: "comments.xml",
  content: part("comments", `<w:comment w:id="1">${p("改为9月28日")}</w:comment>`),
};

const doubtsOf = async (bytes: Uint8Array) => {
  const city = await aCity();
  const outcome = await city.put(COURT_FOLDER, "传票二.docx", bytes);
  const waiting = [...city.table.documents.values()].find(({ state }) => state === "needs-review");
  return { city, outcome, doubts: explainDoubts(waiting?.doubts ?? []) };
};

describe("a summons of which something was not read", () => {
  it.each<[string, Uint8Array, string]>([
    ["an object", wordFile(`${BODY}${OBJECT}<w:sectPr/>`), "嵌入或附带的文件“Word.Document.12”"],
    ["a remark", wordFile(`${BODY}<w:sectPr/>`, [REMARK]), "批注“改为9月28日”"],
    [
      "a header that is damaged",
      wordFile(headed(BODY, "")[0], [{ ...headed("", "")[1], content: "<w:hdr>" }]),
      "损坏或缺失的部分“word/header1.xml”",
    ],
  ])("%s: the bureau is told what", async (_, bytes, words) => {
    const { outcome, doubts } = await doubtsOf(bytes);
    expect(outcome).toBe("needs-review");
    expect(doubts).toContain(`文件中有内容没有作为正文读取：${words}。请打开原件核对。`);
  });

  it("is not sent back for a number that may stand in that part", async () => {
    const without = LINES.filter((line) => !line.includes(CASE))
      .map((line) => p(r(line)))
      .join("");
    const { outcome, doubts } = await doubtsOf(wordFile(`${without}${OBJECT}<w:sectPr/>`));
    expect([outcome, doubts]).toEqual(["needs-review", expect.stringContaining("没有作为正文读取")]);
  });

  it("is settled by the person who looked at it", async () => {
    const { city } = await doubtsOf(wordFile(`${BODY}${OBJECT}<w:sectPr/>`));
    const link = mailTo(city, BUREAU, "document-review");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("没有作为正文读取");
    const [form] = formsOf(page);
    const answer = await city.visit(link, {
      ...form?.untouched,
      by: "王芳",
      decision: "accept",
      do: "submit",
    });
    expect(answer.status).toBe(303);
    expect([...city.table.documents.values()].map(({ state }) => state)).not.toContain("needs-review");
    expect(city.table.cases.has(caseNumber(CASE))).toBe(true);
  });
});

it("a ledger counts, and its court hears that something of its file was not read", async () => {
  const city = await aCity();
  const ledger =
    p("沂南县人民法院行政案件台账（2026年8月）") +
    tbl([
      ["案号", "被告", "开庭日期", "负责人是否出庭"],
      ["（2026）鲁1321行初9号", "沂南县公安局", "2026-08-05", "是"],
    ]);
  expect(await city.put(COURT_FOLDER, "台账.docx", wordFile(`${ledger}${OBJECT}<w:sectPr/>`))).toBe("read");
  const told = [...city.table.notices.values()]
    .map(({ notice }) => notice.content)
    .find(({ kind }) => kind === "ledger-received");
  expect(told).toMatchObject({
    doubtful: 1,
    rows: [{ row: 0, used: true, problem: { type: "unread-parts", parts: [{ name: "Word.Document.12" }] } }],
  });
});
