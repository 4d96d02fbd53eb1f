/** Proofs from a browser's form to the bureau that opens them, on the city in memory. */

import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import type { UploadForm } from "../../../shared/ports/dropbox.ts";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_REPORT,
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  mailTo,
  recordText,
  values,
} from "../../support/desk-city.ts";
import { ADDRESS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
const PDF = new TextEncoder().encode("%PDF-1.7 a proof with a seal, longer than its first thirty-two bytes");
type City = Awaited<ReturnType<typeof aCity>>;
const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;

/** The form of a page that goes to the dropbox. */
function uploadForm(page: string): UploadForm {
  const [, url = "", inside = ""] =
    /<form method="post" action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/s.exec(page) ?? [];
  const fields = Object.entries(values(inside.replaceAll("&quot;", "'")));
  return {
    url,
    fields: Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll("'", '"')])),
  };
}
/** What the page's form is sent with where nobody touches it. */
const begun = (page: string) =>
  formsOf(page).find(({ untouched }) => "basis" in untouched)?.untouched ?? expect.fail("no form");
/** Files the page's form hands in. */
const handedIn = (page: string) =>
  Object.fromEntries(Object.entries(begun(page)).filter(([name]) => name.startsWith("proof")));
/** Where the bucket sent the browser back to. */
const backTo = new Map<string, string>();
const read = async (city: City, link: string) =>
  (await city.pages.request(`/${link}${backTo.get(link) ?? ""}`)).text();

/** Goes on to the upload from the form as it is filled in so far; the page there. */
async function toUpload(city: City, link: string, typed: Readonly<Record<string, string>> = {}) {
  const left = await city.visit(link, { ...begun(await read(city, link)), ...typed, do: "upload" });
  // Where nothing was typed there is nothing to save: the step itself.
  if (left.status === 200) return left;
  expect(left.status).toBe(303);
  const [, part = ""] = /\?(.*)$/.exec(left.headers.get("location") ?? "") ?? [];
  return city.pages.request(`/${link}?${part}`);
}
async function drop(
  city: City,
  link: string,
  name: string,
  bytes: Uint8Array = PDF,
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const page = await (await toUpload(city, link, typed)).text();
  const form = uploadForm(page);
  const answer = await city.dropbox.send(form, { name, bytes });
  if (answer.status === 303) backTo.set(link, new URL(answer.headers.get("location") ?? "").search);
  return answer;
}

describe("a proof", () => {
  it("goes from the browser to the dropbox, is shown as received, handed in with the report, and opened by the bureau", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const answer = await drop(city, link, "病历（盖章）.pdf");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^${ADDRESS}/${link}\\?files=[0-9a-f-]{36}$`)),
    ]);
    const back = await read(city, link);
    expect(back).toContain("病历（盖章）.pdf（1KB，2026年9月8日 9:00收到）");

    expect((await city.visit(link, { ...begun(back), ...ABSENT_REPORT })).status).toBe(303);
    const [report] = fileOf(city)?.reports ?? [];
    expect(report?.proofs).toMatchObject([
      { name: "病历（盖章）.pdf", size: PDF.length, contentType: "application/pdf" },
    ]);
    const key = report?.proofs?.[0]?.key ?? "";
    expect(key).toMatch(new RegExp(`^proofs/${CASE}/沂南县公安局/[0-9a-f]{64}$`));
    expect(city.evidence.kept.get(key)).toEqual(PDF);
    const trail = await city.records.history(caseNumber(CASE));
    expect(trail.find(({ event }) => event.type === "report-submitted")?.event).toMatchObject({
      report: { proofs: [{ key }] },
    });

    const bureau = mailTo(city, BUREAU, "report-received");
    const receipt = city.sent.findLast(({ notice }) => notice.content.kind === "receipt")?.notice;
    expect(receipt?.recipient.organisationName).toBe("沂南县公安局");
    expect(receipt?.signer?.name).toBe("沂南县司法局");
    const { text } = composeMail(receipt ?? expect.fail(), {
      name: "临沂市司法局",
      address: "y@linyi.example.org",
    });
    expect(text).toContain("应诉意见：请求驳回诉讼请求。");
    expect(text).toContain("材料：病历（盖章）.pdf");
    expect(
      city.sent.findLast(({ notice }) => notice.content.kind === "report-received")?.notice.content,
    ).toMatchObject({ proofs: ["病历（盖章）.pdf"] });
    const page = await (await city.visit(bureau)).text();
    const [, part = ""] = /href="[^"]+\/(proof-[0-9a-f]{64})">病历/.exec(page) ?? [];
    const opened = await city.pages.request(`/${bureau}/${part}`);
    expect([opened.status, opened.headers.get("location")]).toEqual([
      302,
      expect.stringContaining(encodeURIComponent(key)),
    ]);
    expect((await city.pages.request(`/${bureau}/proof-${"0".repeat(64)}`)).status).toBe(404);
  });

  it("keeps what was typed, also by another link of the same office, until it is handed in", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const typed = { proposal: "请求驳回。\n第二行", appears: "no", explanation: "住院", by: "李明" };
    await drop(city, link, "病历.pdf", PDF, typed);
    await city.until(at("09-10", "10:00"));
    const other = mailTo(city, LEGAL, "report-due");
    expect(other).not.toBe(link);
    const page = await read(city, other);
    expect(begun(page)).toMatchObject(typed);
    expect(page).toContain("病历.pdf");
    expect((await city.visit(other, { ...begun(page), ...ABSENT_REPORT })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([{ proofs: [{ name: "病历.pdf" }] }]);
    expect(city.table.formDrafts.size).toBe(0);
  });

  it("taken out again is not handed in, gives its place to the next, and nothing of it is taken for a court's file", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, "wrong.pdf");
    const documents = city.table.documents.size;
    const page = await read(city, link);
    const { proof1 = "" } = handedIn(page);
    expect(page).toMatch(/<input type="checkbox" name="remove1"/);
    const taken = await city.visit(link, {
      ...begun(page),
      explanation: "住院",
      remove1: proof1,
      do: "draft",
    });
    expect(taken.status).toBe(303);
    const without = await read(city, link);
    expect(without).not.toContain("wrong.pdf");
    expect(begun(without)).toMatchObject({ explanation: "住院" });
    const insisted = await city.visit(link, { ...begun(without), ...ABSENT_REPORT, proof1 });
    expect(await insisted.text()).toContain("已经移除或者被替换");
    await drop(city, link, "right.pdf");
    const second = await read(city, link);
    expect(Object.keys(handedIn(second))).toEqual(["proof1"]);
    expect((await city.visit(link, { ...begun(second), ...ABSENT_REPORT })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([{ proofs: [{ name: "right.pdf" }] }]);
    expect(city.evidence.kept.size).toBe(1);
    expect(city.table.documents.size).toBe(documents);
  });

  it.each([
    ["too large", "big.pdf", new Uint8Array(11 * 1024 * 1024).fill(0x25), "超过10MB"],
    ["far too large", "huge.pdf", new Uint8Array(51 * 1024 * 1024), "超过10MB"],
    ["empty", "empty.pdf", new Uint8Array(), "文件是空的"],
    ["of another kind", "page.html", new TextEncoder().encode("<html><script>"), "不是PDF、JPG或者PNG"],
    ["an HTML page that is called .pdf", "a.pdf", new TextEncoder().encode("<html>"), "不是PDF、JPG或者PNG"],
  ])(
    "%s is taken by the bucket, explained by the page, not handed in, and gives its place to the next",
    async (_, name, bytes, why) => {
      const city = await aCity();
      const link = mailTo(city, LEGAL, "hearing-notice");
      expect((await drop(city, link, name, bytes)).status).toBe(303);
      const page = await read(city, link);
      expect(page).toContain(why);
      expect(handedIn(page)).toEqual({});
      const insisted = await city.visit(link, {
        ...begun(page),
        ...ABSENT_REPORT,
        proof1: (await city.dropbox.dropped(`proofs/${begun(page).files}/1`))?.versionId ?? "",
      });
      expect(insisted.status).toBe(422);
      expect(await insisted.text()).toContain(why);
      await drop(city, link, "right.pdf");
      expect(handedIn(await read(city, link))).toHaveProperty("proof1");
    },
  );

  it("is chosen on a page that is fetched anew before its signature is too old, and that leads back", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const page = await toUpload(city, link);
    expect(Number(page.headers.get("refresh"))).toBeLessThan(60 * 60);
    expect(await page.text()).toContain("不上传，返回填写");
    // Nothing was typed, so nothing was saved: only the address knows where the file lies.
    expect(city.table.formDrafts.size).toBe(0);
  });

  it("replaced after it was seen is not what is handed in", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, "first.pdf");
    const seen = await read(city, link);
    const form = uploadForm(await (await toUpload(city, link)).text());
    await city.dropbox.send(
      { ...form, fields: { ...form.fields, key: `proofs/${begun(seen).files}/1` } },
      { name: "second.pdf", bytes: PDF },
    );
    const answer = await city.visit(link, { ...begun(seen), ...ABSENT_REPORT });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("已经移除或者被替换");
  });

  it("there are three places at most, each form's its own", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    for (const name of ["1.pdf", "2.pdf", "3.pdf"]) await drop(city, link, name);
    const page = await read(city, link);
    expect(Object.keys(handedIn(page))).toEqual(["proof1", "proof2", "proof3"]);
    expect(page).toContain("不能再增加");
    expect(handedIn(await read(city, `${link}/obstacle`))).toEqual({});
  });

  it("goes with an obstacle to the court and the bureau", async () => {
    const city = await aCity();
    const link = `${mailTo(city, LEGAL, "hearing-notice")}/obstacle`;
    await drop(city, link, "通知.pdf", PDF, { explanation: "防汛" });
    const page = await read(city, link);
    expect(begun(page)).toMatchObject({ explanation: "防汛" });
    const form = { ...begun(page), ground: "irreplaceable-duty", by: "李明", do: "submit" };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(fileOf(city)?.obstacles).toMatchObject([{ proofs: [{ name: "通知.pdf" }] }]);
    expect(
      city.sent.findLast(({ notice }) => notice.content.kind === "obstacle-reported")?.notice.content,
    ).toMatchObject({ proofs: ["通知.pdf"] });
    expect(await read(city, link)).toMatch(/<a href="[^"]*proof-[0-9a-f]{64}">通知\.pdf/);
  });

  it("of why the head can't come is opened by the court that judges it", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, "病历.pdf");
    await city.visit(link, { ...begun(await read(city, link)), ...ABSENT_REPORT });
    const ahead = `${link}/obstacle`;
    const obstacle = { ground: "accident", explanation: "住院", by: "李明", do: "submit" };
    expect((await city.visit(ahead, { ...begun(await read(city, ahead)), ...obstacle })).status).toBe(303);
    const court = mailTo(city, "clerk@yinan-court.example.org", "obstacle-reported");
    const [, part = ""] = /href="[^"]*(proof-[0-9a-f]{64})"/.exec(await read(city, court)) ?? [];
    const opened = await city.pages.request(`/${court}/${part}`);
    const key = fileOf(city)?.reports[0]?.proofs?.[0]?.key ?? "";
    expect([opened.status, opened.headers.get("location")]).toEqual([
      302,
      expect.stringContaining(encodeURIComponent(key)),
    ]);
  });

  it("handed in with a filing and with an answer to a difference stays to be opened, also when it is settled", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const filing = mailTo(city, LEGAL, "filing-due");
    await drop(
      city,
      filing,
      "签到表.png",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]),
    );
    await city.visit(filing, { ...begun(await read(city, filing)), ...FILING });
    await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
    const court = mailTo(city, "clerk@yinan-court.example.org", "attendance-difference");
    expect(await (await city.visit(court)).text()).toContain("签到表.png");
    await drop(city, court, "笔录页.jpg", new Uint8Array([0xff, 0xd8, 0xff, 1]));
    const shown = await read(city, court);
    const choice = /value="(v\d)"[^>]*> 以行政机关备案为准/.exec(shown)?.[1] ?? "";
    const answer = { ...begun(shown), choice, by: "马超", do: "submit" };
    expect((await city.visit(court, answer)).status).toBe(303);
    expect(fileOf(city)?.settlements).toMatchObject([{ proofs: [{ name: "笔录页.jpg" }] }]);
    const used = await (await city.visit(filing)).text();
    for (const name of ["签到表.png", "笔录页.jpg"]) expect(used).toContain(name);
  });
});

describe("where a link's holder drops files", () => {
  it("the pages' policy lets forms go to the desk and to exactly that bucket", async () => {
    const city = await aCity();
    const { headers } = await city.pages.request(`/${mailTo(city, LEGAL, "hearing-notice")}`);
    expect(headers.get("content-security-policy")).toContain(
      `form-action 'self' ${await city.dropbox.origin()};`,
    );
  });
});
