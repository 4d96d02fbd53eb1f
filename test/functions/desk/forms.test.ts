/** The agency's forms: what they begin with, what they ask about, in what order they say what is wrong; and a filing by the court's record. */
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_FILING,
  ABSENT_REPORT,
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  mailTo,
  REPORT,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { some } from "../../support/some.ts";

const LEGAL = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;
type Sent = Readonly<Record<string, string>>;

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail();
const read = async (city: City, link: string) => (await city.visit(link)).text();
/** What the page's own form is sent with where nobody touches it. */
const begun = (page: string): Sent =>
  formsOf(page).find(({ untouched }) => "basis" in untouched)?.untouched ?? expect.fail("no form");

async function afterHearing(record?: string) {
  const city = await aCity();
  await city.until(at("09-28", "10:00"));
  const link = mailTo(city, LEGAL, "filing-due");
  if (record !== undefined) await city.put(COURT_FOLDER, "record.txt", recordText(record));
  return { city, link };
}

describe("what a form begins with", () => {
  it("a first report: the head as the directory has it", async () => {
    const city = await aCity();
    expect(begun(await read(city, mailTo(city, LEGAL, "hearing-notice")))).toMatchObject({
      headName: "龙涛",
    });
  });

  it("a first report of a further case: the same head with the post and rank it was reported with last", async () => {
    const city = await aCity();
    const first = mailTo(city, LEGAL, "hearing-notice");
    await city.visit(first, { ...REPORT, ...values(await read(city, first)) });
    await city.put(COURT_FOLDER, "other.txt", summonsText({ number: "（2026）鲁1321行初78号" }));
    expect(begun(await read(city, mailTo(city, LEGAL, "hearing-notice")))).toMatchObject({
      headName: "龙涛",
      headTitle: "副局长",
      headRank: "deputy",
    });
  });

  it("a filing: whom the report names, with post, rank and staff, and that a first sitting is no second", async () => {
    const city = await aCity();
    const report = mailTo(city, LEGAL, "hearing-notice");
    await city.visit(report, { ...REPORT, ...values(await read(city, report)) });
    await city.until(at("09-28", "10:00"));
    const filing = begun(await read(city, mailTo(city, LEGAL, "filing-due")));
    expect(filing).toMatchObject({
      headName: "龙涛",
      headTitle: "副局长",
      headRank: "deputy",
      staff: "李明，法规科科长",
      again: "no",
    });
    expect(filing).not.toHaveProperty("attended");
  });

  it.each([
    [
      "came",
      "出庭负责人：龙涛，副局长。\n审判长：经审查，被告负责人身份证明符合规定。\n龙涛：我局的处罚事实清楚，程序合法。",
      { attended: "yes", headTitle: "副局长", headRank: "deputy", identity: "in-order", spoke: "yes" },
    ],
    ["stayed away", "被告负责人未出庭。理由：局长因病住院。", { attended: "no" }],
  ])("a filing after the record says that the head %s: what the record says", async (_, record, filled) => {
    const { city, link } = await afterHearing(record);
    expect(begun(await read(city, link))).toMatchObject(filled);
  });
});

describe("what was filled in under the branch nobody chose", () => {
  it("is asked about once, and left out where that is confirmed", async () => {
    const { city, link } = await afterHearing();
    const form = { ...ABSENT_FILING, headName: "程亮", spoke: "yes", ...values(await read(city, link)) };
    const asked = await city.visit(link, form);
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(page).toContain("选择了“负责人未出庭”，另一项下却填写了负责人姓名、发言情况。");
    expect(page).toMatch(/<input type="checkbox" id="unchosen" name="unchosen" value="yes"/);
    expect(fileOf(city).filings).toEqual([]);
    expect((await city.visit(link, { ...form, unchosen: "yes" })).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([{ headAttended: false }]);
    expect(fileOf(city).attendance[0]).not.toHaveProperty("headName");
  });

  it("is not asked about where the page had filled it in by itself", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const page = await read(city, link);
    expect(page).not.toContain("unchosen");
    expect((await city.visit(link, { ...begun(page), ...ABSENT_REPORT })).status).toBe(303);
  });

  it("the other way round: a reason under 负责人出庭", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const form = { ...begun(await read(city, link)), ...REPORT, explanation: "局长住院" };
    const asked = await city.visit(link, form);
    expect(await asked.text()).toContain("选择了“负责人出庭”，另一项下却填写了具体情况。");
    expect((await city.visit(link, { ...form, explanation: "" })).status).toBe(303);
  });
});

describe("a form", () => {
  it("says what is wrong in the order of its fields, and marks those that must be filled in", async () => {
    const { city, link } = await afterHearing();
    const page = await (await city.visit(link, values(await read(city, link)))).text();
    const [, summary = ""] = /role="alert"(.*?)<\/div>/s.exec(page) ?? [];
    const named = [...summary.matchAll(/href="#(\w+)"/g)].map(([, field]) => field);
    expect(named).toEqual(["attended", "again", "result", "by"]);
    for (const field of some(named)) {
      const label =
        page
          .slice(0, page.indexOf(` id="${field}"`))
          .split(/<label for|<legend/)
          .at(-1) ?? "";
      expect([field, label.includes("必填") || page.includes(`<label for="${field}"`)]).toEqual([
        field,
        true,
      ]);
    }
    expect(page).toMatch(/<label for="by">填报人（姓名） <span class="must">必填<\/span>/);
    expect(page).toMatch(/<label for="settlement">和解、调解意向<\/label>/);
  });

  it("begins with the case in three lines; the rest can be opened, and is open where it has changed meanwhile", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const page = await read(city, link);
    expect(page).toMatch(
      /<p class="brief"><strong>（2026）鲁1321行初77号<\/strong>.*开庭：2026年9月24日（星期四）9:00<br>报告时限：2026年9月11日（星期五）前（含当日）<\/p><details>/s,
    );
    const late = await city.visit(link, { ...begun(page), ...REPORT, basis: "another" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("<details open>");
  });
});

describe("a filing by the court's record (与庭审笔录一致)", () => {
  it("is offered with what the record says, shows all it will file and whom that informs, and files just that", async () => {
    const { city, link } = await afterHearing(
      "出庭负责人：龙涛，副局长。\n审判长：经审查，被告负责人身份证明符合规定。",
    );
    const page = await read(city, link);
    expect(page).toMatch(/庭审笔录已经记载：出庭；龙涛，副局长，副职/);
    expect(page).toMatch(/href="[^"]+\/as-recorded"><strong>与庭审笔录一致/);
    const before = await read(city, `${link}/as-recorded`);
    expect(before).toContain("将备案的内容");
    expect(before).toMatch(/<dt>负责人<\/dt><dd>出庭；龙涛，副局长，副职；当庭发言；身份已核实/);
    expect(before).toMatch(/提交后.*将通知/s);
    expect(fileOf(city).filings).toEqual([]);
    const form = { ...begun(before), result: "judgment-later", by: "李明", do: "submit" };
    expect((await city.visit(`${link}/as-recorded`, form)).status).toBe(303);
    const [filed, recorded] = ["filing", "hearing-record"].map((one) =>
      fileOf(city).attendance.find(({ source }) => source === one),
    );
    const { source: _, document: __, ...said } = filed ?? expect.fail();
    expect(recorded).toMatchObject(said);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: true, difference: false });
    // It was the link's one filing.
    expect(await read(city, link)).toContain("本链接不能再次使用");
    expect((await city.visit(link, { ...FILING, ...values(page) })).status).toBe(409);
  });

  it("asks why no head came only where the record doesn't say it", async () => {
    const { city, link } = await afterHearing("被告负责人未出庭。");
    const page = await read(city, `${link}/as-recorded`);
    const form = { ...begun(page), result: "judgment-later", staff: "", by: "李明", do: "submit" };
    expect((await city.visit(`${link}/as-recorded`, form)).status).toBe(422);
    const explained = { ...form, ground: "accident", explanation: "局长住院" };
    expect((await city.visit(`${link}/as-recorded`, explained)).status).toBe(303);
    expect(fileOf(city).attendance.find(({ source }) => source === "filing")).toMatchObject({
      headAttended: false,
      absenceReason: "意外事件（局长住院）",
    });
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: false, difference: false });
  });

  it.each([
    ["there is none", undefined],
    ["it leaves open whether a head came", "出庭负责人：龙涛，党委委员。"],
  ])("is not offered where %s", async (_, record) => {
    const { city, link } = await afterHearing(record);
    expect(await read(city, link)).not.toContain("as-recorded");
    expect((await city.visit(`${link}/as-recorded`)).status).toBe(409);
  });
});
