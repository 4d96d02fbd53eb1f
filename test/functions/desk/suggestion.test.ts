/** 司法建议 from the court's paper to the reply it reads, on the city in memory: by mails and pages alone. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Arriving } from "../../../shared/casework/documents/arriving.ts";
import { suggestionEntries } from "../../../shared/casework/documents/suggestion-entries.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";
import type { Link, LinkTarget } from "../../../shared/domain/notices/frame/link-target.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import { addMinutes, type Year } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
const YEAR = "2026" as Year;
type City = Awaited<ReturnType<typeof aCity>>;

const paper = (to = "沂南县公安局", number = "（2026）鲁1321司建2号", more = "") =>
  new TextEncoder().encode(`沂南县人民法院
司法建议书
${number}
${to}：
本院在审理${CASE}原告陈建诉沂南县公安局行政处罚一案中发现，你局负责人未出庭应诉，且未说明理由。${more}
建议你局：
一、依法履行负责人出庭应诉职责；
二、完善内部请示报告制度。
请于收到本建议书之日起六十日内书面回复本院。
2026年9月8日
`);
const REPLY = {
  adoption: "partly",
  text: "已组织学习有关规定。",
  why: "第二项已有制度。",
  by: "张敏",
  do: "submit",
};

let city: City;
beforeEach(async () => {
  city = await aCity();
});

/** A link as a workspace makes it. */
const signed = (recipient: string, target: LinkTarget) =>
  signLink(
    {
      ...target,
      recipient: recipient as OrganisationId,
      expires: addMinutes(city.now, 60 * 24 * 90),
      nonce: `T${recipient}`,
    } as Link,
    LINK_KEYS,
  );
const programmeOf = () => signed("yinan-justice", { task: "programme" });
const suggestions = async (area = "沂南县") =>
  (await city.records.programme(area, YEAR)).filter((one): one is Suggestion => one.kind === "suggestion");
const page = async (path: string) => (await city.visit(path)).text();
const fill = async (path: string, form: Readonly<Record<string, string>>) =>
  city.visit(path, { ...values(await page(path)), ...form });
const mails = (kind: NoticeKind) =>
  city.sent
    .filter(({ notice }) => notice.content.kind === kind)
    .map(({ notice }) => notice.recipient.address);

describe("a court's proposal that names its addressee and case", () => {
  beforeEach(async () => {
    await city.put(COURT_FOLDER, "司法建议书.txt", paper());
  });

  it("asks its addressee for a reply by the day it names, and stands with the case", async () => {
    expect(mails("suggestion-received")).toEqual([AGENCY]);
    const room = await page(mailTo(city, AGENCY, "suggestion-received"));
    expect(room).toContain("（2026）鲁1321司建2号");
    expect(room).toContain("依法履行负责人出庭应诉职责");
    // Received on 8 September: the sixtieth day is Saturday 7 November, the next working day the 9th.
    expect(room).toContain("2026年11月9日");
    await city.until(at("09-09", "10:00"));
    const board = mailTo(city, BUREAU, "digest");
    expect(await page(`${board}/case?number=${encodeURIComponent(CASE)}`)).toContain("（2026）鲁1321司建2号");
  });

  it("is one entry, whichever file of it is uploaded", async () => {
    await city.put(COURT_FOLDER, "再次上传.txt", paper(undefined, undefined, " "));
    expect(await suggestions()).toHaveLength(1);
    expect(mails("suggestion-received")).toHaveLength(1);
  });

  it("to a unit named twice, in full and otherwise, is one", async () => {
    const known = (await city.directory.organisation("yinan-police" as OrganisationId)) ?? expect.fail();
    await city.directory.save([{ ...known, aliases: [...known.aliases, "沂南公安局"] }]);
    const both = new TextDecoder().decode(paper("沂南县公安局、沂南公安局", "（2026）鲁1321司建7号"));
    const arriving = {
      now: city.now,
      cause: "document:7",
      rules: city.ports.rules,
      object: { at: city.now },
      source: { folder: "courts" },
      sha256: "7",
    } as unknown as Arriving;
    // The table takes no item twice in one transaction.
    const { change } = await suggestionEntries(city.ports, arriving, readFacts(both));
    expect(change.programme).toHaveLength(1);
  });

  it("is replied to once; the court reads it, and a receipt with the paper goes to who replied", async () => {
    const room = mailTo(city, AGENCY, "suggestion-received");
    const { why: _, ...without } = REPLY;
    expect((await fill(room, without)).status).toBe(422);
    expect((await fill(room, REPLY)).status).toBe(303);
    expect((await fill(room, { ...REPLY, text: "另一份" })).status).toBe(409);
    const [entry] = await suggestions();
    expect(entry?.answers).toMatchObject([{ adoption: "partly", by: "张敏", reason: "第二项已有制度。" }]);
    expect(mails("suggestion-receipt")).toEqual([AGENCY]);
    const [court = ""] = mails("suggestion-replied");
    expect(court).toMatch(/yinan-court/);
    expect(await page(mailTo(city, court, "suggestion-replied"))).toContain("已组织学习有关规定。");
    const file = await city.visit(`${room}/suggestion-reply`);
    expect(file.headers.get("content-type")).toContain("wordprocessingml");
  });

  it("lets the reply be taken back within a day, and tells the court", async () => {
    const room = mailTo(city, AGENCY, "suggestion-received");
    await fill(room, REPLY);
    const back = { reason: "数字有误。", by: "张敏", do: "take-back" };
    expect((await fill(room, back)).status).toBe(303);
    expect(mails("suggestion-reply-taken-back")).toHaveLength(1);
    expect((await fill(room, { ...REPLY, adoption: "adopted", why: "" })).status).toBe(303);
    await city.until(at("09-10", "12:00"));
    expect(await page(room)).not.toContain("确认撤回");
    expect((await suggestions())[0]?.answers).toHaveLength(2);
  });

  it("reminds, and urges once the digest has announced it; nobody else's link opens it", async () => {
    await city.until(at("11-13", "10:00"));
    expect(mails("suggestion-due").filter((to) => to === AGENCY).length).toBeGreaterThanOrEqual(3);
    expect(mails("suggestion-due")).toContain(BUREAU);
    expect((await suggestions())[0]?.sent["announced:0:1"]).toBeDefined();
    const { jurisdiction, year, id } = (await suggestions())[0] ?? expect.fail();
    const target = { task: "suggestion", jurisdiction, year, id } as const;
    for (const stranger of ["hedong-police", "hedong-justice", "hedong-court"]) {
      const answer = await city.visit(signed(stranger, target), REPLY);
      expect([stranger, answer.status]).toEqual([stranger, 409]);
    }
    for (const onlooker of ["yinan-court", "yinan-justice"]) {
      const answer = await fill(signed(onlooker, target), {
        ...REPLY,
        revision: "1",
        form: crypto.randomUUID(),
      });
      expect([onlooker, answer.status]).toEqual([onlooker, 409]);
    }
    expect((await suggestions())[0]?.answers).toEqual([]);
  });
});

describe("a proposal whose addressee nobody knows", () => {
  it("waits for its bureau, which says who it is; then that unit is asked", async () => {
    await city.put(COURT_FOLDER, "司法建议书.txt", paper("沂南县公安局城关分局"));
    const [entry] = await suggestions();
    expect(entry?.doubts).toEqual(["addressee"]);
    expect(mails("suggestion-received")).toEqual([]);
    await city.until(at("09-09", "10:00"));
    const programme = programmeOf();
    const query = new URLSearchParams({ of: "沂南县", year: YEAR, kind: "suggestion", id: entry?.id ?? "" });
    const path = `${programme}/suggestion?${query}`;
    expect(await page(path)).toContain("主送单位不在名录中");
    const answer = await fill(path, {
      number: "（2026）鲁1321司建2号",
      court: "沂南县人民法院",
      receivedOn: "2026-09-08",
      agency: "沂南县公安局",
      sort: "head-absent",
      caseNumbers: CASE,
      advice: "依法履行负责人出庭应诉职责；",
      replyCount: "60",
      replyUnit: "days",
      by: "王芳",
      do: "submit",
    });
    expect(answer.status).toBe(303);
    expect(mails("suggestion-received")).toEqual([AGENCY]);
    expect((await suggestions())[0]).toMatchObject({ doubts: [], change: { by: "王芳", what: "amended" } });
  });
});

describe("the bureau's register", () => {
  it("lists, filters, counts the rate of replies, and takes in what came by post", async () => {
    await city.put(COURT_FOLDER, "司法建议书.txt", paper());
    await fill(mailTo(city, AGENCY, "suggestion-received"), REPLY);
    await city.until(at("09-09", "10:00"));
    const programme = programmeOf();
    const posted = {
      court: "沂南县人民法院",
      receivedOn: "2026-09-09",
      agency: "沂南县纪委监委",
      sort: "other",
      advice: "依规处理。",
      by: "王芳",
      do: "submit",
    };
    expect((await fill(`${programme}/suggestion`, posted)).status).toBe(303);
    const all = await page(`${programme}/suggestions`);
    expect(all).toContain("收到2条");
    expect(all).toContain("复函率100%");
    expect(await page(`${programme}/suggestions?state=replied`)).toContain("共1条");
    expect(await page(`${programme}/suggestions?unit=纪委`)).toContain("沂南县纪委监委");
  });
});
