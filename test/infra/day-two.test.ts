/**
 * What an admin does in the course of a year, on the synthesised stack with its engines: the key of the links replaced, next year's
 * holidays entered, old years' ledgers brought in. As “Changes” of infra/README.md says it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { instant, type Month } from "../../shared/domain/time/time.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { NOTICE_2027 } from "../support/holiday-notices.ts";
import { formsOf } from "../support/page-forms.ts";
import { yingsuOn } from "../support/yingsu-on.ts";

const ADMIN = config.alarms.mailTo;
const AGENCY = "fazhi@yinan-police.example.org";
const YINAN = "courts/1321/inbox";

let city: City;
beforeAll(async () => {
  city = await startCity({ assembly: await assembly(), retryDelayMs: 20 });
  city.cloud.clock.set(at("09-01", "08:40"));
  await city.upload(DIRECTORY);
});
afterAll(() => city.cloud.stop());

const newestLink = () => city.linkTo(AGENCY, "行初");
/** What a functions' process keeps is gone with it, as it is after five minutes. */
async function forgotten(): Promise<void> {
  for (const path of ["NoticeMailer", "Desk"]) {
    const { name } = city.cloud.declared.functions.find((one) => one.path.startsWith(path)) ?? { name: "" };
    city.cloud.faults.once({ function: name, service: "dynamodb", operation: "GetItem", when: "before" });
  }
  await fetch(newestLink());
}
const summons = (number: string, hearing: string, from: string) =>
  new TextEncoder().encode(`沂南县人民法院
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：${hearing}上午9时00分
应到处所：本院第五审判庭
${from}
`);

describe("the key of the links", () => {
  const keys = (...words: readonly string[]) => {
    const arn = city.cloud.declared.secrets.find(({ path }) => path.startsWith("LinkKeys"))?.arn ?? "";
    return yingsuOn(city, "link-keys", ...words, "--secret", arn);
  };
  const signedBy = (link: string) => link.slice(link.lastIndexOf("/") + 1);

  it("is replaced: old links open until theirs is removed, new ones are signed by the new one", async () => {
    await city.put(YINAN, "a.txt", summons("（2026）鲁1321行初801号", "2026年9月24日", "2026年9月1日"));
    const old = newestLink();
    expect(await keys("add", "second")).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining("--apply does it"),
    });
    expect((await keys()).lines).toEqual([{ key: "first", signs: true }]);
    await keys("add", "second", "--apply");
    const used = await keys("use", "second", "--apply");
    expect(used).toMatchObject({
      exitCode: 0,
      lines: [
        { key: "first", signs: false },
        { key: "second", signs: true },
      ],
    });
    await forgotten();
    expect((await fetch(old)).status).toBe(200);
    await city.put(YINAN, "b.txt", summons("（2026）鲁1321行初802号", "2026年9月25日", "2026年9月1日"));
    const anew = newestLink();
    expect(signedBy(anew)).not.toBe(signedBy(old));

    expect(await keys("remove", "second", "--apply")).toMatchObject({ exitCode: 2 });
    await keys("remove", "first", "--apply");
    await forgotten();
    expect((await fetch(old)).status).toBe(404);
    expect((await fetch(anew)).status).toBe(200);
  });
});

describe("old years' ledgers", () => {
  it("are counted in their months, and remind nobody of anything", async () => {
    const before = city.cloud.inbox().length;
    const ledger = `沂南县人民法院行政案件台账（2024年9月）
序号,案号,原告,被告,案由,开庭日期,是否开庭,负责人是否出庭,出庭负责人姓名,职务,未出庭理由,是否涉企,结案方式
1,（2024）鲁1321行初11号,陈建,沂南县公安局,行政处罚,2024-09-12,是,是,王磊,局长,,否,判决驳回
2,（2024）鲁1321行初12号,李秀英,沂南县公安局,行政处罚,2024-09-19,是,否,,,参加会议,否,判决撤销
`;
    const taken = await city.put(YINAN, "2024年9月台账.csv", new TextEncoder().encode(ledger));
    expect(taken?.state).toBe("read");
    city.cloud.clock.set(at("09-02", "08:20"));
    await city.cloud.runUntil(at("09-02", "17:10"));
    const { code } = config.policy.jurisdiction;
    const rows = await Array.fromAsync(city.records.monthRows(code, "2024-09" as Month));
    expect(rows.map(({ caseNumber: of }) => of).toSorted()).toEqual([
      "（2024）鲁1321行初11号",
      "（2024）鲁1321行初12号",
    ]);
    const told = city.cloud.inbox().slice(before);
    const ofOld = told.filter(({ subject, parsed }) =>
      /2024）鲁1321行初/.test(subject + (parsed.text ?? "")),
    );
    expect(ofOld.filter(({ destinations }) => !destinations[0]?.includes("court"))).toEqual([]);
    expect(city.cloud.deadLetters()).toEqual([]);
  });
});

describe("next year's holidays", () => {
  it("are entered by an admin at the desk, and every open deadline is counted anew", async () => {
    const number = caseNumber("（2027）鲁1321行初1号");
    const reportDue = async () =>
      (await city.records.caseFile(number))?.deadlines.find(({ kind }) => kind === "report")?.deadline;
    city.cloud.clock.set(instant("2027-02-03T09:00:00+08:00"));
    await city.put(YINAN, "c.txt", summons(number, "2027年3月9日", "2027年2月3日"));
    expect(await reportDue()).toMatchObject({ due: "2027-02-08", provisional: true });

    const desk = `${city.cloud.apiAddress("Desk")}/`;
    let cookie = "";
    const ask = async (address: string, form?: Readonly<Record<string, string>>): Promise<string> => {
      const response = await fetch(address, {
        redirect: "manual",
        headers: { cookie },
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
      });
      const [set] = response.headers.getSetCookie();
      if (set !== undefined) cookie = set.split(";")[0] ?? "";
      const to = response.headers.get("location");
      return to === null ? response.text() : ask(new URL(to, address).href);
    };
    const form = (page: string, does: string) =>
      formsOf(page).find(({ untouched }) => untouched.do === does)?.untouched ?? expect.fail(`no ${does}`);
    await ask(desk, { email: ADMIN });
    await city.cloud.settled();
    await ask(city.linkTo(ADMIN, "登录"), { do: "sign-in", own: "yes" });
    const holidays = `${desk}at/admin/holidays`;
    const shown = await ask(holidays, { ...form(await ask(holidays), "preview"), text: NOTICE_2027 });
    expect(await ask(holidays, form(shown, "confirm"))).toContain("已录入");

    await city.cloud.runUntil(instant("2027-02-03T11:10:00+08:00"));
    // The Spring Festival lasts to the 11th.
    expect(await reportDue()).toMatchObject({ due: "2027-02-12", provisional: false });
  });
});
