/** Proofs from a browser's form to the bureau that opens them, on the city in memory. */

import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { dropFolder } from "../../../shared/links/drop-folder.ts";
import type { UploadForm } from "../../../shared/ports/dropbox.ts";
import { at } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  mailTo,
  REPORT,
  recordText,
  values,
} from "../../support/desk-city.ts";
import { ADDRESS } from "../../support/memory-city.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
const ABSENT = { ...REPORT, appears: "no", ground: "accident", explanation: "住院" } as const;
const PDF = new TextEncoder().encode("%PDF-1.7 a proof with a seal, longer than its first thirty-two bytes");
type City = Awaited<ReturnType<typeof aCity>>;
const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;

/** The form of a page that goes to the dropbox. */
function uploadForm(page: string): UploadForm {
  const [, url = "", inside = ""] =
    /<form method="post" action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/s.exec(page) ?? [];
  return { url, fields: values(inside.replaceAll("&quot;", "'")) as Record<string, string> };
}
const unquoted = ({ url, fields }: UploadForm): UploadForm => ({
  url,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.replaceAll("'", '"')]),
  ),
});
const ticked = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="checkbox" id="(proof\d)" name="proof\d" value="([^"]+)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
async function drop(city: City, link: string, name: string, bytes: Uint8Array = PDF): Promise<Response> {
  const page = await (await city.visit(link)).text();
  return city.dropbox.send(unquoted(uploadForm(page)), { name, bytes });
}

describe("a proof", () => {
  it("goes from the browser to the dropbox, is shown as received, handed in with the report, and opened by the bureau", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const answer = await drop(city, link, "病历（盖章）.pdf");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${ADDRESS}/${link}`]);
    const back = await (await city.visit(link)).text();
    expect(back).toContain("病历（盖章）.pdf（1KB，2026年9月8日 9:00收到）");
    expect(back).toMatch(/name="proof1" value="[^"]+" checked/);

    expect((await city.visit(link, { ...ABSENT, ...values(back), ...ticked(back) })).status).toBe(303);
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

  it("is not handed in unless it is ticked, and nothing of it is taken for a court's file", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, "wrong.pdf");
    const documents = city.table.documents.size;
    const page = await (await city.visit(link)).text();
    expect((await city.visit(link, { ...ABSENT, ...values(page) })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([expect.not.objectContaining({ proofs: expect.anything() })]);
    expect(city.evidence.kept.size).toBe(0);
    expect(city.table.documents.size).toBe(documents);
  });

  it.each([
    ["too large", "big.pdf", new Uint8Array(11 * 1024 * 1024).fill(0x25), "超过10MB"],
    ["of another kind", "page.html", new TextEncoder().encode("<html><script>"), "不是PDF、JPG或者PNG"],
    ["an HTML page that is called .pdf", "a.pdf", new TextEncoder().encode("<html>"), "不是PDF、JPG或者PNG"],
  ])("%s is explained, can't be ticked, and gives its place to the next", async (_, name, bytes, why) => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, name, bytes);
    const page = await (await city.visit(link)).text();
    expect(page).toContain(why);
    expect(ticked(page)).toEqual({});
    const insisted = await city.visit(link, {
      ...ABSENT,
      ...values(page),
      proof1: (await city.dropbox.dropped(`${dropFolder(link)}/1`))?.versionId ?? "",
    });
    expect(insisted.status).toBe(422);
    expect(await insisted.text()).toContain(why);
    await drop(city, link, "right.pdf");
    expect(ticked(await (await city.visit(link)).text())).toHaveProperty("proof1");
  });

  it("beyond the bucket's own limit is refused there; the page has said what to do", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    expect((await drop(city, link, "huge.pdf", new Uint8Array(51 * 1024 * 1024))).status).toBe(400);
    const page = await (await city.visit(link)).text();
    expect(page).toContain("EntityTooLarge");
    expect(page).toContain("每份不超过10MB");
  });

  it("replaced after it was seen is not what is handed in", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await drop(city, link, "first.pdf");
    const seen = await (await city.visit(link)).text();
    const form = unquoted(uploadForm(seen));
    await city.dropbox.send(
      { ...form, fields: { ...form.fields, key: `${dropFolder(link)}/1` } },
      { name: "second.pdf", bytes: PDF },
    );
    const answer = await city.visit(link, { ...ABSENT, ...values(seen), ...ticked(seen) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("已经被替换");
  });

  it("there are three places at most, each link's its own", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    for (const name of ["1.pdf", "2.pdf", "3.pdf"]) await drop(city, link, name);
    const page = await (await city.visit(link)).text();
    expect(Object.keys(ticked(page))).toEqual(["proof1", "proof2", "proof3"]);
    expect(page).toContain("不能再增加");
    await city.until(at("09-10", "10:00"));
    const other = mailTo(city, LEGAL, "report-due");
    expect(ticked(await (await city.visit(other)).text())).toEqual({});
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
    const page = await (await city.visit(filing)).text();
    await city.visit(filing, { ...FILING, ...values(page), ...ticked(page) });
    await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
    const court = mailTo(city, "clerk@yinan-court.example.org", "attendance-difference");
    expect(await (await city.visit(court)).text()).toContain("签到表.png");
    await drop(city, court, "笔录页.jpg", new Uint8Array([0xff, 0xd8, 0xff, 1]));
    const shown = await (await city.visit(court)).text();
    const choice = /value="(v\d)"[^>]*> [^<]*行政机关备案/.exec(shown)?.[1] ?? "";
    const answer = { choice, by: "马超", do: "submit", ...values(shown), ...ticked(shown) };
    expect((await city.visit(court, answer)).status).toBe(303);
    expect(fileOf(city)?.settlements).toMatchObject([{ proofs: [{ name: "笔录页.jpg" }] }]);
    const used = await (await city.visit(filing)).text();
    for (const name of ["签到表.png", "笔录页.jpg"]) expect(used).toContain(name);
  });
});

describe("where a link's holder drops files", () => {
  it("follows from the token and is told by no other part of it", () => {
    expect(dropFolder("1.k.a.b")).toBe(dropFolder("1.k.a.b"));
    expect(dropFolder("1.k.a.b")).not.toBe(dropFolder("1.k.a.c"));
    expect(dropFolder("1.k.a.b")).toMatch(/^proofs\/[\w-]{43}$/);
  });

  it("the pages' policy lets forms go to the desk and to exactly that bucket", async () => {
    const city = await aCity();
    const { headers } = await city.pages.request(`/${mailTo(city, LEGAL, "hearing-notice")}`);
    expect(headers.get("content-security-policy")).toContain(
      `form-action 'self' ${await city.dropbox.origin()};`,
    );
  });
});
