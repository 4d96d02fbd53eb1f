/** Courts' papers that set no sitting (应诉通知书, 司法建议书): kept and shown with the case, never sent back. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo } from "../../support/desk-city.ts";

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
    ["without a number", "一起行政处罚案"],
    ["of a case nobody knows", "（2026）鲁1321行初999号一案"],
  ])("%s is registered all the same, and opens no case", async (_, about) => {
    const city = await aCity();
    const before = [...city.table.cases.keys()];
    expect(await put(city, "司法建议书.txt", suggestion(about))).toBe("read");
    expect([...city.table.cases.keys()]).toEqual(before);
    expect(rejections(city)).toBe(0);
    const [entry] = (await city.records.programme("沂南县", "2026" as Year)).filter(
      ({ kind }) => kind === "suggestion",
    );
    expect(entry).toMatchObject({
      to: { name: "沂南县人民政府" },
      court: { name: "沂南县人民法院" },
      sort: "head-absent",
      reply: { term: { days: 60 }, written: true },
    });
  });

  it("of a civil case is sent back", async () => {
    const city = await aCity();
    const civil = suggestion("（2026）鲁1321民初9号借款合同纠纷一案");
    expect(await put(city, "司法建议书.txt", civil)).toBe("rejected");
  });
});
