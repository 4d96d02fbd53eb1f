/** Whose head appears for two that are sued (法释〔2020〕3号 §3): asked in each report and filing, and what follows. */
import { describe, expect, it } from "vitest";
import { excuseOf } from "../../../shared/domain/case-file/joint-appearance.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_FILING,
  aCity,
  COURT_FOLDER,
  FILING,
  mailTo,
  REPORT,
  summonsText,
  taskTo,
  values,
} from "../../support/desk-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";
import { signedIn } from "../../support/signed-in.ts";

const NUMBER = "（2026）鲁1321行初88号";
const POLICE = "沂南县公安局";
const STREET = "沂南县界湖街道办事处";
const POLICE_LEGAL = "fazhi@yinan-police.example.org";
const STREET_LEGAL = "fazhi@yinan-jiehu.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

async function twoSued(): Promise<City> {
  const city = await aCity();
  const text = new TextDecoder().decode(summonsText({ number: NUMBER }));
  await city.put(
    COURT_FOLDER,
    "two.txt",
    new TextEncoder().encode(text.replace(`被告：${POLICE}`, `被告：${POLICE}\n被告：${STREET}`)),
  );
  return city;
}

const fileOf = (city: City) => {
  const file = city.table.cases.get(caseNumber(NUMBER))?.file;
  if (file === undefined) throw new Error("no case");
  return file;
};

async function report(city: City, address: string, form: Readonly<Record<string, string>>) {
  const link = mailTo(city, address, "hearing-notice");
  const page = await (await city.visit(link)).text();
  return city.visit(link, { ...REPORT, ...form, ...values(page) });
}

const NO_HEAD = { appears: "", headName: "", headTitle: "", headRank: "" };
const FOR_ALL = { jointBy: "agreed", jointFor: POLICE };
const kindsSince = (city: City, mails: number) =>
  city.sent.slice(mails).map(({ notice }) => `${notice.content.kind} → ${notice.recipient.address}`);
const wordsOf = (notice: Notice | undefined) =>
  JSON.stringify(letterOf((notice as Notice).content, { name: "兰山区司法局" }));

describe("co-respondents", () => {
  it("are asked whose head appears; who is sued alone is not", async () => {
    const city = await twoSued();
    const link = mailTo(city, POLICE_LEGAL, "hearing-notice");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("由哪家单位负责人出庭");
    expect(page).toContain("未说明由谁出庭");
    expect(page).toContain(`<option value="${STREET}">${STREET}</option>`);
    expect((await report(city, POLICE_LEGAL, {})).status).toBe(422);
    const alone = await aCity();
    const single = await (await alone.visit(mailTo(alone, POLICE_LEGAL, "hearing-notice"))).text();
    expect(single).not.toContain("由哪家单位负责人出庭");
  });

  it("agree: the one excused names staff and no head, hears so in its reminders, and is no absence", async () => {
    const city = await twoSued();
    expect((await report(city, POLICE_LEGAL, FOR_ALL)).status).toBe(303);
    const without = await report(city, STREET_LEGAL, { ...FOR_ALL, ...NO_HEAD, others: "" });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain("应当委托本机关工作人员出庭");
    expect((await report(city, STREET_LEGAL, { ...FOR_ALL, ...NO_HEAD })).status).toBe(303);
    expect(excuseOf(fileOf(city), STREET)).toBe("agreed");
    const read = await city.visit(mailTo(city, BUREAU, "report-received"));
    expect(await read.text()).toContain(`<dt>由谁出庭</dt><dd>经协商由${POLICE}负责人出庭</dd>`);
    const toBureau = city.sent.findLast(({ notice }) => notice.content.kind === "report-received");
    expect(wordsOf(toBureau?.notice)).toContain(`经协商由${POLICE}负责人出庭。本单位委派工作人员出庭`);

    await city.until(at("09-23", "10:00"));
    const reminder = city.sent.findLast(
      ({ notice }) => notice.content.kind === "hearing-reminder" && notice.recipient.address === STREET_LEGAL,
    );
    expect(wordsOf(reminder?.notice)).toContain("应当委派本单位相应的工作人员出庭");
    expect(wordsOf(reminder?.notice)).not.toContain("负责人身份证明书");

    await city.until(at("09-28", "10:00"));
    // Its two cases of that morning come in one mail, each with its link.
    const police = taskTo(city, POLICE_LEGAL, "filing", NUMBER);
    const policePage = await (await city.visit(police)).text();
    expect((await city.visit(police, { ...FILING, ...FOR_ALL, ...values(policePage) })).status).toBe(303);
    const street = mailTo(city, STREET_LEGAL, "filing-due");
    const streetPage = await (await city.visit(street)).text();
    const absent = {
      ...ABSENT_FILING,
      ground: "",
      explanation: "",
      accepted: "",
      ...FOR_ALL,
      ...values(streetPage),
    };
    expect((await city.visit(street, absent)).status).toBe(303);
    await city.put(
      COURT_FOLDER,
      "record.txt",
      new TextEncoder().encode(`沂南县人民法院
庭审笔录
案号：${NUMBER}
开庭时间：2026年9月24日上午9时00分至10时30分
开庭地点：本院第五审判庭
审判员：徐静　书记员：马超
原告：陈建，到庭。
被告：${POLICE}
出庭负责人：龙涛，副局长。
被告：${STREET}
委托代理人：李明，该办事处工作人员，到庭。
审判员：现在开庭。
`),
    );
    expect(statisticsRows(fileOf(city))).toMatchObject([
      { agency: POLICE, present: true, excused: undefined },
      { agency: STREET, excused: "agreed" },
    ]);
  });

  it("contradict each other: both and the bureau hear of it, and nobody is excused", async () => {
    const city = await twoSued();
    await report(city, POLICE_LEGAL, { ...NO_HEAD, jointBy: "agreed", jointFor: STREET });
    const mails = city.sent.length;
    expect((await report(city, STREET_LEGAL, { ...NO_HEAD, ...FOR_ALL })).status).toBe(303);
    expect(kindsSince(city, mails)).toContain(`appearance-contradicted → ${BUREAU}`);
    // The agencies hear of it with their mail of the next morning.
    await city.until(at("09-09", "10:00"));
    expect(
      kindsSince(city, mails)
        .filter((line) => line.startsWith("appearance-contradicted"))
        .toSorted(),
    ).toEqual(
      [
        `appearance-contradicted → ${STREET_LEGAL}`,
        `appearance-contradicted → ${POLICE_LEGAL}`,
        `appearance-contradicted → ${BUREAU}`,
      ].toSorted(),
    );
    expect(excuseOf(fileOf(city), STREET)).toBeUndefined();
    expect(excuseOf(fileOf(city), POLICE)).toBeUndefined();

    // It agrees after all: its link leads to a new report.
    const link = mailTo(city, POLICE_LEGAL, "appearance-contradicted");
    const page = await (await city.visit(link)).text();
    expect((await city.visit(link, { ...REPORT, ...FOR_ALL, ...values(page) })).status).toBe(303);
    expect(excuseOf(fileOf(city), STREET)).toBe("agreed");
  });

  it("the bureau's review settles what a record says of it", async () => {
    const city = await twoSued();
    await city.until(at("09-24", "16:00"));
    await city.put(
      COURT_FOLDER,
      "record.txt",
      new TextEncoder().encode(`沂南县人民法院
庭审笔录
案号：${NUMBER}
开庭时间：2026年9月24日上午9时00分至10时30分
开庭地点：本院第五审判庭
原告：陈建，到庭。
被告：${POLICE}
出庭负责人：龙涛，党委委员。
被告：${STREET}
委托代理人：李明，该办事处工作人员。
审判员：两被告经协商由${STREET}负责人出庭应诉。现在开庭。
`),
    );
    const link = mailTo(city, BUREAU, "document-review");
    const page = await (await city.visit(link)).text();
    expect(page).toContain('<option value="agreed1" selected>');
    const form = { ...valuesOnPage(page), decision: "accept", attended0: "yes", attended1: "no", by: "王芳" };
    const answer = await city.visit(link, { ...form, joint: "agreed0", do: "submit" });
    expect(answer.status).toBe(303);
    expect(fileOf(city).arrangements).toMatchObject([
      { by: "agreed", respondents: [POLICE], reviewedBy: "王芳" },
    ]);
    expect(excuseOf(fileOf(city), STREET)).toBe("agreed");
  });

  it("say nothing: three days before the hearing court and bureau hear of it once, and it is nobody's fault", async () => {
    const city = await twoSued();
    await report(city, POLICE_LEGAL, { jointBy: "open" });
    const told = () =>
      city.sent.flatMap(({ notice: { content, recipient } }) =>
        content.kind === "appearance-unsettled" ? [[recipient.organisation, content.silent]] : [],
      );
    await city.until(at("09-20", "10:00"));
    expect(told()).toEqual([]);
    await city.until(at("09-21", "10:00"));
    // The police reported that its own head comes; the street office has said nothing yet.
    expect(told()).toEqual([["yinan-court", [STREET]]]);
    const digests = city.sent.filter(
      ({ notice: { content, recipient } }) =>
        content.kind === "digest" &&
        recipient.address === BUREAU &&
        content.lines.some(({ news }) => news.type === "appearance-unsettled"),
    );
    expect(digests).toHaveLength(1);
    expect(JSON.stringify([...city.table.boardRows.values()])).toContain("who-appears");
    const court = await signedIn(city, "clerk@yinan-court.example.org");
    expect(await (await court.get("/at/yinan-court")).text()).toContain("共同被告由哪家单位负责人出庭未定");
    await city.until(at("09-23", "16:00"));
    expect(told()).toHaveLength(1);
    expect(excuseOf(fileOf(city), STREET)).toBeUndefined();
    expect(fileOf(city).urgings).toEqual([]);
  });

  it("both report that their own heads come: nothing is open", async () => {
    const city = await twoSued();
    await report(city, POLICE_LEGAL, { jointBy: "open" });
    await report(city, STREET_LEGAL, { jointBy: "open" });
    await city.until(at("09-23", "16:00"));
    expect(city.sent.map(({ notice }) => notice.content.kind)).not.toContain("appearance-unsettled");
  });

  it("a head that appears all the same is 未定, and says so", async () => {
    const city = await twoSued();
    const answer = await report(city, STREET_LEGAL, FOR_ALL);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("本单位负责人也出庭的");
    expect((await report(city, STREET_LEGAL, { jointBy: "open" })).status).toBe(303);
    expect(fileOf(city).reports).toMatchObject([{ head: { appears: true } }]);
    expect(fileOf(city).reports[0]?.head.joint).toBeUndefined();
  });
});
