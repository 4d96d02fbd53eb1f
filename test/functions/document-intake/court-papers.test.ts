/** Courts' papers that set no sitting (应诉通知书, 司法建议书): kept and shown with the case, never sent back. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo } from "../../support/desk-city.ts";
import { formsOf } from "../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

const notice = (number: string) =>
  new TextEncoder().encode(`沂南县人民法院
应诉通知书
${number}
沂南县公安局：
本院受理原告赵明诉你局行政处罚一案，现将起诉状副本发送你单位，并将有关应诉事项通知如下：
一、你单位应当在收到起诉状副本之日起十五日内提出答辩状，并提交作出行政行为的证据和所依据的规范性文件。
二、应当提交法定代表人身份证明书。
二〇二六年九月七日
`);
const suggestion = (about: string) =>
  new TextEncoder().encode(`沂南县人民法院
司法建议书
沂南县人民政府：
本院在审理${about}中发现，行政机关负责人于2026年8月20日开庭时未出庭应诉。为此，建议加强对所属机关的督促，并于收到本建议书之日起六十日内函告本院。
二〇二六年九月七日
`);
const put = (city: City, name: string, bytes: Uint8Array) => city.put(COURT_FOLDER, name, bytes);
const fileOf = (city: City, number: string) => city.table.cases.get(caseNumber(number))?.file;
const rejections = (city: City) =>
  city.sent.filter(({ notice: one }) => one.content.kind === "document-rejected").length;

describe("a notice to respond", () => {
  it("opens a case nobody knew, with its parties and no hearing, and tells the bureau", async () => {
    const city = await aCity();
    const NEW = "（2026）鲁1321行初301号";
    expect(await put(city, "应诉通知书.txt", notice(NEW))).toBe("read");
    expect(fileOf(city, NEW)).toMatchObject({
      state: "registered",
      respondents: [{ name: "沂南县公安局", identity: { organisation: "yinan-police" } }],
      documents: [{ kind: "response-notice" }],
      deadlines: [],
    });
    expect(rejections(city)).toBe(0);
    await city.until(at("09-09", "10:00"));
    const digest = city.sent.findLast(
      ({ notice: one }) => one.content.kind === "digest" && one.recipient.address === BUREAU,
    );
    expect(JSON.stringify(digest?.notice.content)).toContain('"kind":"response-notice"');
  });

  it("stands with a case that is known, whose hearing stays; the page of the case lists it", async () => {
    const city = await aCity();
    const before = fileOf(city, CASE);
    expect(await put(city, "应诉通知书.txt", notice(CASE))).toBe("read");
    const after = fileOf(city, CASE);
    expect(after?.documents.map(({ kind }) => kind)).toEqual(["summons", "response-notice"]);
    expect(after?.deadlines).toEqual(before?.deadlines);
    expect(after).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-09-24" } });
    await city.until(at("09-09", "10:00"));
    const board = mailTo(city, BUREAU, "digest");
    const page = await (await city.pages.request(`/${board}/case?number=${encodeURIComponent(CASE)}`)).text();
    expect(page).toContain("收到应诉通知书。");
  });
});

describe("a court's proposal", () => {
  it("stands with the case it came out of, and changes nothing else in it", async () => {
    const city = await aCity();
    const before = fileOf(city, CASE);
    expect(await put(city, "司法建议书.txt", suggestion(`${CASE}陈建诉沂南县公安局一案`))).toBe("read");
    const after = fileOf(city, CASE);
    expect(after?.documents.at(-1)?.kind).toBe("judicial-suggestion");
    expect({ ...after, documents: [], version: 0, sent: {} }).toEqual({
      ...before,
      documents: [],
      version: 0,
      sent: {},
    });
    expect(rejections(city)).toBe(0);
  });

  it.each([
    ["without a number", "一起行政处罚案", "案号"],
    ["of a case nobody knows", "（2026）鲁1321行初999号一案", "（2026）鲁1321行初999号"],
  ])("%s waits for the bureau, and is not sent back", async (_, about, words) => {
    const city = await aCity();
    expect(await put(city, "司法建议书.txt", suggestion(about))).toBe("needs-review");
    const waiting = [...city.table.documents.values()].find(({ state }) => state === "needs-review");
    expect(explainDoubts(waiting?.doubts ?? [])).toContain(words);
    expect(rejections(city)).toBe(0);
    // The bureau knows which case it is.
    const link = mailTo(city, BUREAU, "document-review");
    const [form] = formsOf(await (await city.visit(link)).text());
    const answer = await city.visit(link, {
      ...form?.untouched,
      numbers: CASE,
      by: "王芳",
      decision: "accept",
      do: "submit",
    });
    expect(answer.status).toBe(303);
    expect(fileOf(city, CASE)?.documents.at(-1)?.kind).toBe("judicial-suggestion");
  });
});
