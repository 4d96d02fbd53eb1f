/** 败诉案件 from the judgment's day of effect to the correction made from its report, on the city in memory: by mails and pages alone. */
import { beforeEach, describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Link, LinkTarget } from "../../../shared/domain/notices/frame/link-target.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, type Year } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, judgmentText, mailTo, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
const SUED = "沂南县公安局";
const ANNULLED =
  "撤销被告沂南县公安局作出的沂南公（治）行罚决字〔2026〕31号行政处罚决定，责令被告于本判决生效之日起六十日内重新作出决定。";
type City = Awaited<ReturnType<typeof aCity>>;

const LOSS = {
  kind: "annulled",
  "cause-facts": "yes",
  "cause-procedure": "yes",
  explanation: "未告知听证权利，主要证据不足。",
  responsible: "行政处罚审核岗",
  mending: "修订处罚审核清单，清理同类案件。",
  mendBy: "2026-12-31",
  by: "李明",
  do: "submit",
} as const;

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
      nonce: `T${recipient}${target.task}${"caseNumber" in target ? target.caseNumber : ""}`,
    } as Link,
    LINK_KEYS,
  );
const page = async (path: string) => (await city.visit(path)).text();
const fill = async (path: string, form: Readonly<Record<string, string>>) =>
  city.visit(path, { ...values(await page(path)), ...form });
const mails = (kind: NoticeKind) =>
  city.sent
    .filter(({ notice }) => notice.content.kind === kind)
    .map(({ notice }) => notice.recipient.address);
const dutyMails = () =>
  city.sent.filter(
    ({ notice: { content } }) => content.kind === "duty-asked" && content.deadline.kind === "loss-report",
  );
const fileNow = (number = CASE) => city.table.cases.get(caseNumber(number))?.file ?? expect.fail("no case");
const reportLink = (number = CASE) =>
  signed("yinan-police", {
    task: "duty",
    duty: "loss-report",
    caseNumber: caseNumber(number),
    respondent: SUED,
  } as LinkTarget);
const losses = (owner = "沂南县", year = "2026") => city.records.losses(owner, year as Year);

/** The agency loses a case; the bureau says since when that holds. */
async function lost(
  number = CASE,
  effectiveOn = "2026-10-12",
  ruling = ANNULLED,
  signedOn = "二〇二六年九月二十四日",
) {
  const words = new TextDecoder()
    .decode(judgmentText(ruling))
    .replaceAll(CASE, number)
    .replace("二〇二六年九月二十四日", signedOn);
  await city.put(COURT_FOLDER, `${number}.txt`, new TextEncoder().encode(words));
  if (effectiveOn === "") return;
  const note = signed("yinan-justice", {
    task: "judgment-note",
    caseNumber: caseNumber(number),
    respondent: SUED,
  });
  const answer = await fill(note, { effectiveOn, stay: "same", by: "王芳", do: "submit" });
  expect(answer.status).toBe(303);
}

describe("a judgment against the agency", () => {
  it("asks for no report while it may be appealed, though registers have the case", async () => {
    await city.until(at("10-12", "08:00"));
    await lost(CASE, "");
    await city.until(at("10-13", "10:00"));
    expect(dutyMails()).toEqual([]);
    expect(await losses()).toMatchObject([
      { caseNumber: CASE, respondent: SUED, state: "not-effective", lostOn: "2026-09-24" },
    ]);
    expect((await fill(reportLink(), LOSS)).status).toBe(409);
  });

  it("asks once it holds, by the thirtieth day and no law's name", async () => {
    await city.until(at("10-12", "08:00"));
    await lost();
    await city.until(at("10-13", "10:00"));
    const [asked] = dutyMails();
    expect(asked?.notice.recipient.address).toBe(AGENCY);
    expect(asked?.notice.content).toMatchObject({ deadline: { due: "2026-11-11" } });
    const room = await page(reportLink());
    expect(room).toContain("2026年11月11日");
    expect(room).not.toMatch(/《[^》]*法》[^。]*败诉/);
    // Filled in from the judgment's words.
    expect(room).toMatch(/<option value="annulled" selected/);
  });

  it("counts from the receipts of service where nobody says a day: after the last party's period to appeal", async () => {
    await city.until(at("10-12", "08:00"));
    await lost(CASE, "");
    const note = signed("yinan-court", {
      task: "judgment-note",
      caseNumber: caseNumber(CASE),
      respondent: SUED,
    });
    await fill(note, {
      served0: "2026-09-25",
      served1: "2026-09-28",
      stay: "same",
      by: "马超",
      do: "submit",
    });
    await city.until(at("10-16", "10:00"));
    // Served last on 28 September: the fifteenth day is 13 October; it holds from the 14th.
    expect(await losses()).toMatchObject([{ state: "owed", effectiveOn: "2026-10-14", due: "2026-11-13" }]);
    expect(dutyMails()).toHaveLength(1);
  });

  it("asks nothing where the claims were dismissed", async () => {
    await city.until(at("10-12", "08:00"));
    await lost(CASE, "2026-10-12", "驳回原告陈建的诉讼请求。");
    await city.until(at("10-13", "10:00"));
    expect(dutyMails()).toEqual([]);
    expect(await losses()).toEqual([]);
    expect((await fill(reportLink(), LOSS)).status).toBe(409);
  });
});

describe("a report on a lost case", () => {
  beforeEach(async () => {
    await city.until(at("10-12", "08:00"));
    await lost();
    await city.until(at("10-13", "10:00"));
  });

  it("says what is missing, is sent once, goes to the bureau, and a receipt to who filed", async () => {
    const { "cause-facts": _, "cause-procedure": __, ...none } = LOSS;
    const answer = await fill(reportLink(), { ...none, mendBy: "" });
    expect(answer.status).toBe(422);
    const wrong = await answer.text();
    expect(wrong).toContain("请至少选择一项败诉原因。");
    expect(wrong).toContain("整改时限");
    const form = { ...values(await page(reportLink())), ...LOSS };
    expect((await city.visit(reportLink(), form)).status).toBe(303);
    await city.visit(reportLink(), form);
    expect(fileNow().losses).toMatchObject([
      { revision: 1, kind: "annulled", causes: ["facts", "procedure"], by: "李明" },
    ]);
    expect(mails("loss-reported")).toEqual([BUREAU]);
    expect(mails("receipt")).toContain(AGENCY);
    expect(await losses()).toMatchObject([
      { state: "reported", causes: ["facts", "procedure"], mendBy: "2026-12-31" },
    ]);
  });

  it("is kept as a draft until it is whole", async () => {
    await fill(reportLink(), { kind: "pay", explanation: "待补充", do: "draft" });
    expect(fileNow().losses ?? []).toEqual([]);
    expect(await page(reportLink())).toContain("待补充");
  });

  it("is returned with a new day, made anew, and accepted; the agency hears of each", async () => {
    await fill(reportLink(), LOSS);
    const review = mailTo(city, BUREAU, "loss-reported");
    const returned = {
      verdict: "return",
      text: "请写明责任岗位。",
      due: "2026-11-20",
      by: "王芳",
      do: "submit",
    };
    expect((await fill(review, returned)).status).toBe(303);
    expect(mails("loss-judged")).toEqual([AGENCY]);
    expect(await losses()).toMatchObject([{ state: "returned", due: "2026-11-20" }]);
    const anew = mailTo(city, AGENCY, "loss-judged");
    expect(await page(anew)).toContain("请写明责任岗位。");
    expect((await fill(anew, { ...LOSS, responsible: "法制审核岗" })).status).toBe(303);
    const again = mailTo(city, BUREAU, "loss-reported");
    const accepted = { verdict: "accept", text: "同意。", due: "", by: "王芳", do: "submit" };
    expect((await fill(again, accepted)).status).toBe(303);
    expect(mails("loss-judged")).toHaveLength(2);
    expect(fileNow().losses).toMatchObject([
      { revision: 2, responsible: "法制审核岗", verdict: { accepted: true } },
    ]);
    expect((await fill(anew, LOSS)).status).toBe(409);
  });

  it("is taken back by who made it, and owed again", async () => {
    await fill(reportLink(), LOSS);
    const used = await page(reportLink());
    const [, undo = ""] = /href="([^"]+)">撤回/.exec(used) ?? expect.fail("no way to take it back");
    const token = undo.split("/").at(-1) ?? "";
    expect((await fill(token, { reason: "原因填错。", by: "李明", do: "submit" })).status).toBe(303);
    expect(fileNow().losses ?? []).toEqual([]);
    expect(await losses()).toMatchObject([{ state: "owed", causes: [] }]);
  });

  it("is nobody else's to make or to judge", async () => {
    const duty = {
      task: "duty",
      duty: "loss-report",
      caseNumber: caseNumber(CASE),
      respondent: SUED,
    } as LinkTarget;
    for (const stranger of ["hedong-police", "hedong-justice", "yinan-court", "yinan-justice"])
      expect([stranger, (await city.visit(signed(stranger, duty), LOSS)).status]).toEqual([stranger, 409]);
    await fill(reportLink(), LOSS);
    const review = { task: "loss-review", caseNumber: caseNumber(CASE), respondent: SUED } as LinkTarget;
    for (const stranger of ["yinan-police", "hedong-justice", "yinan-court"]) {
      const form = { verdict: "accept", text: "同意。", by: "某人", do: "submit" };
      expect([stranger, (await city.visit(signed(stranger, review), form)).status]).toEqual([stranger, 409]);
    }
    expect(fileNow().losses).toMatchObject([{ revision: 1 }]);
  });
});

describe("the bureau's register of lost cases", () => {
  const SECOND = "（2026）鲁1321行初81号";

  beforeEach(async () => {
    await city.until(at("10-12", "08:00"));
    await lost();
    await fill(reportLink(), LOSS);
    await city.until(at("10-13", "10:00"));
  });

  it("counts the causes in a chart, filters, and proposes a correction filled in from the report", async () => {
    const programme = signed("yinan-justice", { task: "programme" });
    const all = await page(`${programme}/losses`);
    expect(all).toContain("败诉1件，已报告原因1件");
    expect(all).toMatch(/<svg[^>]*role="img"/);
    expect(all).toContain("1件（100%）");
    expect(await page(`${programme}/losses?cause=basis`)).toContain("没有这样的败诉案件。");
    expect(await page(`${programme}/losses?state=reported&unit=公安`)).toContain(CASE);
    const [, href = ""] =
      /href="([^"]+)">据此提出整改建议/.exec(all) ?? expect.fail("no way to a correction");
    const { search } = new URL(href.replaceAll("&amp;", "&"), "http://desk/programme/losses");
    const form = await page(`${programme}/correction${search}`);
    expect(form).toContain("修订处罚审核清单");
    expect(form).toContain(SUED);
    // No other bureau reads it there.
    const foreign = signed("hedong-justice", { task: "programme" });
    expect(await page(`${foreign}/correction${search}`)).not.toContain("修订处罚审核清单");
  });

  it("names what repeats, on its page and on the case's, with the case it stands on", async () => {
    await lost(SECOND, "2026-10-13", ANNULLED, "二〇二六年十月十日");
    const programme = signed("yinan-justice", { task: "programme" });
    // Before it says why, nobody knows whether it repeats.
    expect(await page(`${programme}/losses`)).toContain("重复败诉0件");
    const { "cause-facts": _, ...procedure } = LOSS;
    await fill(reportLink(SECOND), procedure);
    expect(await page(`${programme}/losses`)).toContain("重复败诉1件");
    expect(await page(`${programme}/losses?state=repeated`)).toContain(SECOND);
    const casePage = signed("yinan-justice", { task: "case-page", caseNumber: caseNumber(SECOND) });
    const shown = await page(casePage);
    expect(shown).toMatch(/程序[^<]*原因重复败诉[^<]*（2026）鲁1321行初77号/);
    expect(
      await page(signed("yinan-justice", { task: "case-page", caseNumber: caseNumber(CASE) })),
    ).not.toContain("重复败诉");
  });
});
