/** 应由正职出庭 at the desk: the court calls the principal, the agency explains, the county's leader answers, the bureau chooses. */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { principalStanding } from "../../../shared/domain/case-file/principals.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { CASE, COURT_FOLDER, mailTo, REPORT, summonsText, values } from "../../support/desk-city.ts";
import { LINK_KEYS, memoryCity } from "../../support/memory-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";
import { signedIn } from "../../support/signed-in.ts";

const POLICE = "沂南县公安局";
const LEGAL = "fazhi@yinan-police.example.org";
const COUNTY = "fawu@yinan-government.example.org";

const NOTICE = new TextEncoder().encode(`沂南县人民法院
出庭通知书
${CASE}
${POLICE}：
本院受理的原告陈建诉你局行政处罚一案，定于2026年9月24日上午9时在本院第五审判庭开庭审理。依照最高人民法院的规定，通知你局主要负责人出庭应诉。
沂南县人民法院
2026年9月7日
`);

async function aCity(principals: Partial<typeof RULES.policy.principals> = {}, calls = true) {
  const { policy } = RULES;
  const rules = { ...RULES, policy: { ...policy, principals: { ...policy.principals, ...principals } } };
  const city = memoryCity(at("09-08"), undefined, rules);
  await city.upload(DIRECTORY);
  if (calls) await city.put(COURT_FOLDER, "notice.txt", NOTICE);
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  return city;
}

type City = Awaited<ReturnType<typeof aCity>>;
const fileOf = (city: City) => {
  const file = city.table.cases.get(caseNumber(CASE))?.file;
  if (file === undefined) throw new Error("no case");
  return file;
};
const standing = (city: City) => principalStanding(fileOf(city), POLICE)?.state;
const kindsTo = (city: City, address: string) =>
  city.sent.flatMap(({ notice }) => (notice.recipient.address === address ? [notice.content.kind] : []));
const wordsTo = (city: City, address: string, kind: string) => {
  const found = city.sent.findLast(
    ({ notice }) => notice.recipient.address === address && notice.content.kind === kind,
  );
  return found && JSON.stringify(letterOf(found.notice.content, { name: "沂南县司法局" }));
};

async function fill(city: City, token: string, form: Readonly<Record<string, string>>) {
  const page = await (await city.visit(token)).text();
  return city.visit(token, { ...valuesOnPage(page), ...values(page), ...form, do: "submit" });
}

/** A link as a workspace makes it. */
function linkFor(city: City, task: "call-classes" | "principal-absence", recipient: string): string {
  const of = { task, caseNumber: caseNumber(CASE), respondent: POLICE } as const;
  const expires = addMinutes(city.now, 600);
  const link = { ...of, recipient: recipient as OrganisationId, expires, nonce: `N${task}${recipient}` };
  return signLink(link, LINK_KEYS);
}

describe("the court's notice calls the principal", () => {
  it("letters, workspace and the week's notice say so and why, by Linyi's own policy", async () => {
    const city = await aCity();
    expect(wordsTo(city, LEGAL, "hearing-notice")).toContain("本案应由正职出庭：人民法院通知主要负责人出庭");
    await city.until(at("09-17", "10:00"));
    expect(kindsTo(city, LEGAL)).toContain("principal-notice");
    expect(kindsTo(city, "head@yinan-police.example.org")).toContain("principal-notice");
    const browser = await signedIn(city, LEGAL);
    expect(await (await browser.get("/at/yinan-police")).text()).toContain("应由正职出庭");
    const feed = [...city.table.diaries.values()].map((one) =>
      "hearing" in one ? one.principal : undefined,
    );
    expect(feed).toContainEqual(["court"]);
  });

  it("a deputy is reported with the reason why the principal can't come; no approval is asked for", async () => {
    const city = await aCity();
    const token = mailTo(city, LEGAL, "hearing-notice");
    const page = await (await city.visit(token)).text();
    expect(page).toContain("应由正职出庭");
    const bare = await fill(city, token, REPORT);
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain("正职不能出庭的原因");
    const done = await fill(city, token, { ...REPORT, principalAbsence: "局长参加防汛会议。" });
    expect(done.status).toBe(303);
    expect(standing(city)).toBe("explained");
    expect(kindsTo(city, COUNTY)).not.toContain("principal-absence");
  });
});

describe("where the policy names a leader", () => {
  it("he refuses: the agency hears it, has it to do, and reports the principal after all", async () => {
    const city = await aCity({ approval: { leader: "县长" } });
    const token = mailTo(city, LEGAL, "hearing-notice");
    await fill(city, token, { ...REPORT, principalAbsence: "局长参加防汛会议。" });
    expect(wordsTo(city, COUNTY, "principal-absence")).toContain("呈县长批复");
    const approval = mailTo(city, COUNTY, "principal-absence");
    const page = await (await city.visit(approval)).text();
    expect(page).toContain("局长参加防汛会议。");
    expect((await fill(city, approval, { answer: "refuse", text: "", by: "县长王强" })).status).toBe(422);
    const said = { answer: "refuse", text: "会议可以由副局长参加。", by: "县长王强" };
    expect((await fill(city, approval, said)).status).toBe(303);
    // A second click: done is done.
    expect((await fill(city, approval, said)).status).toBe(409);
    expect(standing(city)).toBe("refused");
    expect(wordsTo(city, LEGAL, "principal-absence-answered")).toContain("会议可以由副局长参加");
    expect(kindsTo(city, "head@yinan-police.example.org")).toContain("principal-absence-answered");
    const browser = await signedIn(city, LEGAL);
    expect(await (await browser.get("/at/yinan-police")).text()).toContain("落实正职出庭，重新报告");
    const again = mailTo(city, LEGAL, "principal-absence-answered");
    const head = { headName: "王伟", headTitle: "局长", headRank: "principal" };
    expect((await fill(city, again, { ...REPORT, ...head, principalAbsence: "" })).status).toBe(303);
    expect(standing(city)).toBe("comes");
  });

  it("he agrees, and nobody else may answer in his place", async () => {
    const city = await aCity({ approval: { leader: "县长" } });
    await fill(city, mailTo(city, LEGAL, "hearing-notice"), { ...REPORT, principalAbsence: "住院。" });
    for (const other of ["yinan-justice", "yinan-police", "linyi-government"])
      expect((await city.visit(linkFor(city, "principal-absence", other))).status).toBe(409);
    const yes = { answer: "approve", text: "", by: "县长王强" };
    expect((await fill(city, mailTo(city, COUNTY, "principal-absence"), yes)).status).toBe(303);
    expect(standing(city)).toBe("approved");
    await city.until(at("09-21", "10:00"));
    expect(wordsTo(city, LEGAL, "hearing-reminder")).not.toContain("应由正职出庭");
  });
});

describe("the bureau chooses on the case's page", () => {
  it("a class and whose principal is to come: the board says so; taken back, it is as if it hadn't been", async () => {
    const city = await aCity({}, false);
    expect(fileOf(city).principals).toBeUndefined();
    const token = linkFor(city, "call-classes", "yinan-justice");
    const page = await (await city.visit(token)).text();
    expect(page).toContain("食品药品安全（应当通知）");
    const form = { "class-attention": "yes", "principal-0": "yes", text: "媒体关注", by: "王芳" };
    expect((await fill(city, token, form)).status).toBe(303);
    expect(fileOf(city).principals).toMatchObject({
      choice: { classes: ["attention"], principals: [POLICE], by: "王芳" },
      owed: [{ respondent: POLICE, reasons: ["bureau"] }],
    });
    expect(JSON.stringify([...city.table.boardRows.values()])).toContain('"principal":["bureau"]');
    for (const other of ["yinan-court", "yinan-police", "hedong-justice"])
      expect((await city.visit(linkFor(city, "call-classes", other))).status).toBe(409);
  });
});

describe("an agency's first case of the year", () => {
  it("is one by the policy, and the second is none", async () => {
    const city = await aCity({ firstOfYear: true }, false);
    await city.put(COURT_FOLDER, "second.txt", summonsText({ number: "（2026）鲁1321行初81号" }));
    const owedIn = (number: string) => city.table.cases.get(caseNumber(number))?.file.principals?.owed;
    expect(owedIn(CASE)).toMatchObject([{ reasons: ["first-of-year"] }]);
    expect(owedIn("（2026）鲁1321行初81号")).toBeUndefined();
  });
});
