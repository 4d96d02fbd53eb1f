/** A case's page with all that is known of it, for each of its organisations, on the city in memory. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { proofReaderOf, viewedCase } from "../../../functions/desk/case-page/viewer.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
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
import { docxText } from "../../support/docx-text.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

function linkFor(city: City, recipient: string): string {
  const link: Link = {
    task: "case-page",
    caseNumber: caseNumber(CASE),
    recipient: recipient as OrganisationId,
    expires: addMinutes(city.now, 60 * 24),
    nonce: `page ${recipient}`,
  };
  return signLink(link, LINK_KEYS);
}

async function pageFor(city: City, recipient: string): Promise<string> {
  return (await city.pages.request(`/${linkFor(city, recipient)}`)).text();
}

/** Plain text, as a person reads it. */
const read = (page: string) =>
  page
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** Reported with an obstacle, heard, filed otherwise than the court's record says. */
async function heard(): Promise<City> {
  const city = await aCity();
  const report = mailTo(city, AGENCY, "hearing-notice");
  await city.visit(`${report}/obstacle`, {
    ...values(await (await city.visit(`${report}/obstacle`)).text()),
    ground: "irreplaceable-duty",
    explanation: "须参加省里的会议。",
    by: "李明",
    do: "submit",
  });
  await city.visit(report, { ...REPORT, ...values(await (await city.visit(report)).text()) });
  await city.until(at("09-28", "10:00"));
  await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
  const filing = mailTo(city, AGENCY, "filing-due");
  await city.visit(filing, { ...FILING, ...values(await (await city.visit(filing)).text()) });
  return city;
}

describe("the page of a case that was reported, heard and filed", () => {
  let city: City;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    city = await heard();
    for (const who of ["yinan-justice", "linyi-justice", "yinan-police", "yinan-court", "yinan-government"])
      pages.set(who, await pageFor(city, who));
  });
  const shown = (who: string) => read(pages.get(who) ?? "");

  it("shows the bureau all: standing, obstacle, report, filing, sources, contacts, letters, steps, trail", () => {
    for (const bureau of ["yinan-justice", "linyi-justice"]) {
      const page = shown(bureau);
      for (const words of [
        "已完成：2026年9月8日网上报送",
        "出庭障碍",
        "须参加省里的会议",
        "三日报告",
        "庭审笔录",
        "龙涛，副局长",
        "各来源不一致",
        "法制科室",
        "电话",
        "函件",
        "沂南县公安局提交三日报告。",
      ])
        expect([bureau, words, page.includes(words)]).toEqual([bureau, words, true]);
      expect(page).toMatch(/沂南县公安局：记载不一致/);
    }
  });

  it("contradicts itself nowhere", () => {
    const page = shown("yinan-justice");
    expect(page).not.toContain("还没有报告和备案");
    expect(page).not.toContain("进行中");
    expect(page).not.toContain("备案有误的，请在此更正");
    expect(page).not.toMatch(/无被告变化|\d{4}-\d\d月/);
  });

  it("names each letter with where its mail is", async () => {
    const posted = await city.outbox.posted({ of: "case", caseNumber: caseNumber(CASE) });
    expect(posted.length).toBeGreaterThan(3);
    expect(shown("yinan-justice")).toContain(`共${posted.length}件`);
    expect(shown("yinan-justice")).toMatch(/已发出（[^）]+），未收到送达回执/);
    const [first] = posted;
    if (first === undefined) expect.fail();
    const { id, subject } = first.notice;
    await city.outbox.settle({ subject, id, at: city.now, became: "bounced" });
    expect(read(await pageFor(city, "yinan-justice"))).toMatch(/退信（[^）]+），没有送达/);
  });

  it("gives its bureau each letter on paper, under its own number, and nobody else", async () => {
    const page = await pageFor(city, "yinan-justice");
    const [, place = ""] = /href="([^"]+)">纸质件（\.docx）/.exec(page) ?? [];
    expect(await docxText(await city.pages.request(`/${place}`))).toMatch(
      /来电请报编号：应诉.+〔2026〕[0-9A-Z-]+。\|沂南县司法局（盖章）\|2026年9月\d+日$/,
    );
    const part = place.slice(place.indexOf("/"));
    for (const other of ["yinan-police", "yinan-court", "hedong-justice"])
      expect((await city.pages.request(`/${linkFor(city, other)}${part}`)).status).toBe(404);
  });

  it("shows a court neither the agency's plan nor letters of others, nor the bureau's own affairs", () => {
    const page = shown("yinan-court");
    expect(page).toContain("出庭障碍");
    expect(page).toContain("各来源不一致");
    for (const words of ["请求驳回诉讼请求", "三日报告", "下载记录", "可以撤回", "需要注意", "督办", AGENCY])
      expect([words, page.includes(words)]).toEqual([words, false]);
    expect(page).toContain("核对沂南县公安局2026年9月24日开庭的出庭记载");
  });

  it("opens proofs to the own side, to a court what it judges, and to nobody else", async () => {
    const readers = ["yinan-justice", "yinan-police", "yinan-court", "yinan-government"].map(async (who) => {
      const viewed = await viewedCase(city, who as OrganisationId, caseNumber(CASE));
      return viewed && proofReaderOf(viewed.viewer, "沂南县公安局");
    });
    expect(await Promise.all(readers)).toEqual(["own-side", "own-side", "court", undefined]);
  });

  it("shows the agency its own, with what it can do", () => {
    const page = shown("yinan-police");
    for (const words of ["请求驳回诉讼请求", "已完成：2026年9月8日网上报送", "更正沂南县公安局出庭备案"])
      expect([words, page.includes(words)]).toEqual([words, true]);
    for (const words of ["下载记录", "可以撤回", "需要注意", "yingsu@yinan-justice"])
      expect([words, page.includes(words)]).toEqual([words, false]);
  });

  it("shows a government of the place how its agency stands, not what it reported, and no papers", () => {
    const page = shown("yinan-government");
    expect(page).toContain("已完成：2026年9月8日网上报送");
    for (const words of ["请求驳回诉讼请求", "案件文书", "下载记录", AGENCY])
      expect([words, page.includes(words)]).toEqual([words, false]);
  });

  it("is nobody else's", async () => {
    for (const stranger of ["hedong-justice", "lanshan-court", "linyi-police", "hedong-government", "nobody"])
      expect([stranger, read(await pageFor(city, stranger)).includes("系统中没有这一案件")]).toEqual([
        stranger,
        true,
      ]);
  });

  it("opens the rooms it names, for whoever it is", async () => {
    for (const who of ["yinan-justice", "yinan-police", "yinan-court"]) {
      const page = pages.get(who) ?? "";
      const [, steps = ""] = /<section aria-labelledby="steps">([\s\S]*?)<\/section>/.exec(page) ?? [];
      const places = [...steps.matchAll(/href="([^"]+)"/g)].map(([, place = ""]) => place);
      expect([who, places.length > 0]).toEqual([who, true]);
      for (const place of places) expect((await city.pages.request(`/${place}`)).status).toBe(200);
    }
  });

  it("gives papers, and tells the bureau alone who took them", async () => {
    const part = `paper-${createHash("sha256").update(summonsText()).digest("hex")}`;
    const answers = await Promise.all(
      ["yinan-justice", "yinan-police", "yinan-court"].map(async (who) =>
        city.pages.request(`/${linkFor(city, who)}/${part}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect((await city.pages.request(`/${linkFor(city, "yinan-government")}/${part}`)).status).toBe(404);
    expect((await city.pages.request(`/${linkFor(city, "hedong-justice")}/${part}`)).status).toBe(404);
    const page = read(await pageFor(city, "yinan-justice"));
    expect(page).toContain("下载记录");
    for (const name of ["沂南县司法局", "沂南县公安局", "沂南县人民法院"])
      expect(page.slice(page.indexOf("下载记录"))).toContain(name);
    expect(read(await pageFor(city, "yinan-police"))).not.toContain("下载记录");
  });
});

describe("the page of a case nobody reported on", () => {
  it("says that it is overdue, in the same words as the board", async () => {
    const city = await aCity();
    await city.until(at("09-14", "10:00"));
    const page = read(await pageFor(city, "yinan-justice"));
    expect(page).toContain("逾期未报，已逾期3日");
    expect(page).toContain("沂南县公安局：三日报告逾期3天");
  });
});

describe("the papers an agency needs", () => {
  it("are made on its page of the case, for itself alone", async () => {
    const city = await aCity();
    const own = linkFor(city, "yinan-police");
    const page = await pageFor(city, "yinan-police");
    const [, place = ""] = /href="([^"]+)">授权委托书（\.docx）/.exec(page) ?? [];
    const { pathname, search } = new URL(place.replaceAll("&amp;", "&"), `https://desk.example.org/${own}`);
    const file = await city.pages.request(`${pathname}${search}`);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toContain("wordprocessingml");
    for (const other of ["yinan-court", "yinan-justice", "hedong-police"]) {
      expect(await pageFor(city, other)).not.toContain("授权委托书（.docx）");
      const asked = await city.pages.request(`/${linkFor(city, other)}/authorisation${search}`);
      expect(asked.status).toBe(404);
    }
  });
});
