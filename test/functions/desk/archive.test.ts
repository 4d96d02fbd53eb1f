/** 归档: a closed case as one archive, for each who may see its papers; what they may not see is not in it. */
import { createHash } from "node:crypto";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it } from "vitest";
import { archivePart } from "../../../functions/desk/case-page/archive.ts";
import { viewedCase } from "../../../functions/desk/case-page/viewer.ts";
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
  judgmentText,
  mailTo,
  REPORT,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { docxText } from "../../support/docx-text.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { unzipped } from "../../support/unzipped.ts";

const AGENCY = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const JUDGMENT = judgmentText();

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
const request = (city: City, who: string, part = "") =>
  city.pages.request(`/${linkFor(city, who)}${part && `/${part}`}`);
const pageOf = async (city: City, who: string) => (await request(city, who)).text();

async function archiveOf(city: City, who: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const answer = await request(city, who, "archive");
  expect([who, answer.status]).toEqual([who, 302]);
  const address = answer.headers.get("location") ?? "";
  expect(new URL(address).searchParams.get("name")).toBe(`${CASE}卷宗.zip`);
  return unzipped(city.pickup.made.get(address) ?? expect.fail("no such archive"));
}
const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path) ?? expect.fail(`no ${path} in ${[...files.keys()].join(", ")}`));

/** Reported, heard, filed; the judgment is still to come. */
async function heard(): Promise<City> {
  const city = await aCity();
  const report = mailTo(city, AGENCY, "hearing-notice");
  await city.visit(report, { ...REPORT, ...values(await (await city.visit(report)).text()) });
  await city.until(at("09-28", "10:00"));
  await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
  const filing = mailTo(city, AGENCY, "filing-due");
  await city.visit(filing, { ...FILING, ...values(await (await city.visit(filing)).text()) });
  return city;
}

describe("an open case", () => {
  it("has no archive yet", async () => {
    const city = await heard();
    expect(await pageOf(city, "yinan-justice")).not.toContain("下载卷宗");
    expect((await request(city, "yinan-justice", "archive")).status).toBe(404);
  });
});

describe("a closed case", () => {
  let city: City;
  beforeAll(async () => {
    city = await heard();
    await city.put(COURT_FOLDER, "judgment.txt", JUDGMENT);
    await city.until(at("09-29", "10:00"));
  });

  it("says how long it is kept, and gives its catalogue with blanks for what an archivist writes", async () => {
    const page = await pageOf(city, "yinan-justice");
    expect(page).toContain("保管期限：30年。");
    const catalogue = await docxText(await request(city, "yinan-justice", "archive-catalogue"));
    expect(catalogue).toMatch(
      /^行政应诉案件卷宗目录\|案号\|（2026）鲁1321行初77号\|归档号\|案由\|行政处罚\|/,
    );
    expect(catalogue).toContain("登记日期|2026年9月8日|结案日期|2026年9月24日|结案方式|行政机关胜诉");
    expect(catalogue).toContain("立卷单位|沂南县司法局|保管期限|30年|册数|共1册|");
    expect(catalogue).toContain("立卷人|检查人|卷内文件|");
    expect(catalogue).toContain(
      "|1|传票|沂南县人民法院|2026年9月8日|1|2|庭审笔录|沂南县人民法院|2026年9月28日|1|3|裁判文书|",
    );
  });

  it("is one archive for its bureau, whose checksums hold, with papers byte for byte", async () => {
    const files = await archiveOf(city, "yinan-justice");
    const sums = textOf(files, "SHA256SUMS").trimEnd().split("\n");
    expect(sums.map((line) => line.slice(66))).toEqual(
      [...files.keys()].filter((path) => path !== "SHA256SUMS").toSorted(),
    );
    for (const line of sums)
      expect([line.slice(66), sha256(files.get(line.slice(66)) ?? new Uint8Array())]).toEqual([
        line.slice(66),
        line.slice(0, 64),
      ]);
    expect(files.get("1-文书/001 传票20260908.txt")).toEqual(summonsText());
    expect(files.get("1-文书/003 裁判文书20260928.txt")).toEqual(JUDGMENT);
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(files.get("卷宗目录.docx") ?? expect.fail()),
    });
    expect(value).toContain("卷内文件");
  });

  it("holds the letters with where their mail is, and all that happened, for people and for programs", async () => {
    const files = await archiveOf(city, "yinan-justice");
    const letters = [...files.keys()].filter((path) => path.startsWith("3-函件/") && path.endsWith(".txt"));
    const posted = await city.outbox.posted({ of: "case", caseNumber: caseNumber(CASE) });
    expect(letters).toHaveLength(posted.length);
    const [first = ""] = letters;
    expect(textOf(files, first)).toMatch(/^主题：.+\n收件：沂南县公安局.+\n生成：2026年9月8日.+\n状态：已/);
    expect(textOf(files, first)).not.toContain("https://desk");
    expect(textOf(files, first.replace(/txt$/, "html"))).toMatch(/^<!doctype html>/i);
    const events = textOf(files, "4-办理经过/events.jsonl").trimEnd().split("\n");
    const history = await city.records.history(caseNumber(CASE));
    expect(events.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(history)));
    expect(textOf(files, "4-办理经过/办理经过.txt").split("\n")[0]).toMatch(
      /^2026年9月8日.+\t登记案件，沂南县人民法院受理。\t上传的文书$/,
    );
  });

  it("gives an agency and a court what they may see, and no letter or plan of others", async () => {
    const agency = await archiveOf(city, "yinan-police");
    const court = await archiveOf(city, "yinan-court");
    const recipients = (files: ReadonlyMap<string, Uint8Array>) =>
      new Set(
        [...files.keys()]
          .filter((path) => /^3-函件\/.*\.txt$/.test(path))
          .map((path) => /^收件：([^（ ]+)/m.exec(textOf(files, path))?.[1]),
      );
    expect(recipients(agency)).toEqual(new Set(["沂南县公安局"]));
    expect(recipients(court)).toEqual(new Set());
    expect(textOf(agency, "4-办理经过/events.jsonl")).toContain('"report-submitted"');
    expect(textOf(court, "4-办理经过/events.jsonl")).not.toContain('"report-submitted"');
  });

  it("is refused to whoever sees none of its papers, and to strangers", async () => {
    for (const other of ["yinan-government", "hedong-justice", "hedong-police", "lanshan-market"]) {
      expect([other, (await pageOf(city, other)).includes("下载卷宗")]).toEqual([other, false]);
      for (const part of ["archive", "archive-catalogue"])
        expect([other, (await request(city, other, part)).status]).toEqual([other, 404]);
    }
  });

  it("notes who took it, by the hash of what they got", async () => {
    const answer = await request(city, "linyi-justice", "archive");
    const bytes = city.pickup.made.get(answer.headers.get("location") ?? "") ?? expect.fail();
    const taken = await city.downloads.of({ of: "case", caseNumber: caseNumber(CASE) });
    expect(taken.filter(({ organisation }) => organisation === "linyi-justice")).toEqual([
      expect.objectContaining({ paper: "archive", sha256: sha256(bytes), name: "临沂市司法局" }),
    ]);
    expect(await pageOf(city, "yinan-justice")).toMatch(/临沂市司法局<\/td>\s*<td[^>]*>卷宗/);
  });

  it("that is too large for one archive goes in volumes, every file once, with the catalogue of the whole in each", async () => {
    const viewed = await viewedCase(city, "yinan-justice" as OrganisationId, caseNumber(CASE));
    if (viewed === undefined) expect.fail();
    const whole = [...(await archiveOf(city, "yinan-justice")).keys()].filter((path) => /^\d-/.test(path));
    const visit = (query: Readonly<Record<string, string>>) =>
      ({
        token: "t",
        part: "archive",
        query,
        client: "",
        root: "../",
        session: async () => undefined,
      }) as const;
    const part = (query: Readonly<Record<string, string>>) =>
      archivePart(city.ports, viewed, "archive", visit(query), {}, 20_000);
    const page = await part({});
    if (page === undefined || !("body" in page)) expect.fail("one volume only");
    const count = String(page.body).match(/第\d+册（\.zip）/g)?.length ?? 0;
    expect(count).toBeGreaterThan(2);
    const found: string[] = [];
    for (let volume = 1; volume <= count; volume++) {
      const answer = await part({ volume: String(volume) });
      if (answer === undefined || !("location" in answer)) expect.fail();
      expect(new URL(answer.location).searchParams.get("name")).toBe(`${CASE}卷宗第${volume}册.zip`);
      const files = await unzipped(city.pickup.made.get(answer.location) ?? expect.fail());
      expect(files.has("卷宗目录.docx")).toBe(true);
      found.push(...[...files.keys()].filter((path) => /^\d-/.test(path)));
    }
    expect(found).toEqual(whole);
    for (const volume of ["0", "99", "-1", "x"])
      expect(await part({ volume })).toMatchObject({ title: `${CASE}卷宗` });
  });
});

describe("a paper that is gone or altered", () => {
  it("gone stands in the catalogue as gone; altered is given to nobody", async () => {
    const city = await heard();
    await city.put(COURT_FOLDER, "judgment.txt", JUDGMENT);
    const viewed = await viewedCase(city, "yinan-justice" as OrganisationId, caseNumber(CASE));
    if (viewed === undefined) expect.fail();
    const visit = {
      token: "t",
      part: "archive",
      query: {},
      client: "",
      root: "../",
      session: async () => undefined,
    };
    const without = { ...city.ports, originals: { ...city.ports.originals, size: async () => undefined } };
    const answer = await archivePart(without, viewed, "archive", visit);
    if (answer === undefined || !("location" in answer)) expect.fail();
    const files = await unzipped(city.pickup.made.get(answer.location) ?? expect.fail());
    expect([...files.keys()].some((path) => path.startsWith("1-文书/"))).toBe(false);
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(files.get("卷宗目录.docx") ?? expect.fail()),
    });
    expect(value).toContain("原件已不在");
    const altered = {
      ...city.ports,
      originals: { ...city.ports.originals, read: async () => new TextEncoder().encode("something else") },
    };
    await expect(archivePart(altered, viewed, "archive", visit)).rejects.toThrow(
      "no longer what was taken in",
    );
  });
});
