/**
 * The synthesised stack on this machine, end to end: what a dead address, a lost event and a late correction lead to,
 * and that no function needs more than its role allows.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { permissions, synthesise as template } from "../infra/synthesise.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { ABSENT_REPORT, FILING, REPORT, values } from "../support/desk-city.ts";
import { formsOf } from "../support/page-forms.ts";

const YINAN = "courts/1321/inbox";

let city: City;
const logged: string[] = [];
beforeAll(async () => {
  city = await startCity({
    assembly: await assembly(),
    retryDelayMs: 20,
    log: ({ text }) => void logged.push(text),
  });
  city.cloud.clock.set(at("09-08", "09:00"));
  await city.upload(DIRECTORY);
});
afterAll(() => city.cloud.stop());

const bytes = (text: string) => new TextEncoder().encode(text);
const summons = (number: string, respondent: string, hearing = "2026年9月24日上午9时00分") =>
  bytes(`沂南县人民法院
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：${respondent}
传唤事由：开庭审理
应到时间：${hearing}
应到处所：本院第五审判庭
2026年9月7日
`);
const record = (number: string, head: string) =>
  bytes(`沂南县人民法院
庭审笔录
案号：${number}
开庭时间：2026年9月24日上午9时00分至10时30分
开庭地点：本院第五审判庭
审判员：徐静　书记员：马超
原告：陈建，到庭。
被告：沂南县公安局
${head}
审判员：出庭人员身份核对无误，现在开庭。
`);
const mailsOf = (subject: string) => city.cloud.inbox().filter((mail) => mail.subject.includes(subject));

describe("an address that is dead", () => {
  it("becomes a task of the bureau, and gets no more mail", async () => {
    const contacts = [{ role: "legal-section", name: "法规科", email: "bounce@yinan-water.example.org" }];
    const organisations = [
      {
        id: "yinan-water",
        kind: "agency",
        name: "沂南县水利局",
        level: "county",
        jurisdiction: "沂南县",
        contacts,
      },
    ];
    await city.put("directory", "water.json", bytes(JSON.stringify({ organisations })));
    await city.put(YINAN, "water.txt", summons("（2026）鲁1321行初201号", "沂南县水利局"));
    expect(mailsOf("行初201号").map(({ destinations }) => destinations.join())).toEqual([
      "bounce@yinan-water.example.org",
    ]);
    // The carrier's word comes within the second; a task to a person waits for nothing but office hours.
    const tasks = city.cloud
      .inbox()
      .filter(({ destinations }) => destinations.includes("yingsu@yinan-justice.example.org"));
    expect(tasks.map(({ subject }) => subject)).toEqual([expect.stringContaining("沂南县水利局")]);
  });
});

describe("an upload whose event is lost", () => {
  it("is found by the morning's audit and taken in after all", async () => {
    const name =
      city.cloud.functions.find(({ declared }) => declared.path.startsWith("DocumentIntake"))?.declared
        .name ?? "";
    const faults = Array.from({ length: 4 }, () =>
      city.cloud.faults.once({ function: name, service: "s3", operation: "GetObject", when: "before" }),
    );
    expect(
      await city.put(YINAN, "lost.txt", summons("（2026）鲁1321行初202号", "沂南县公安局")),
    ).toBeUndefined();
    expect(faults.every(({ happened }) => happened)).toBe(true);
    expect(city.cloud.deadLetters()).toHaveLength(1);

    city.cloud.clock.set(at("09-09", "07:00"));
    city.cloud.fire("InboxAudit", at("09-09", "07:00"));
    await city.cloud.settled();
    expect(await city.records.caseFile(caseNumber("（2026）鲁1321行初202号"))).toMatchObject({
      state: "awaiting-hearing",
    });
  });
});

describe("a month's bulletin", () => {
  it("is drafted, leaves when it is signed, and anew when a late record is signed for", async () => {
    city.cloud.clock.set(at("09-24", "15:00"));
    await city.put(YINAN, "record.txt", record("（2026）鲁1321行初202号", "出庭负责人：龙涛，副局长。"));
    for (const [day, schedule] of [
      ["10-01", "MonthlyBulletin/Draft"],
      ["10-03", "MonthlyBulletin/Propose"],
    ] as const) {
      city.cloud.clock.set(at(day, "10:00"));
      city.cloud.fire(schedule, at(day, "10:00"));
      await city.cloud.settled();
    }
    expect(mailsOf("【月通报】")).toEqual([]);
    const bureau = "yingsu@linyi-justice.example.org";
    const page = (answers: Readonly<Record<string, string>>) =>
      city.visit({
        address: bureau,
        mail: "征求意见",
        answers: { do: "sign", checked: "yes", by: "王科长", ...answers },
      });
    city.cloud.clock.set(at("10-04", "10:00"));
    await page({ analysis: "出庭率保持稳定。" });
    const first = mailsOf("【月通报】");
    expect(new Set(first.map(({ subject }) => subject))).toEqual(
      new Set(["【月通报】临沂市2026年9月 案件出庭率100%（1/1件）"]),
    );
    expect(new Set(first.flatMap(({ destinations }) => destinations)).size).toBe(first.length);
    const files = ({ parsed }: (typeof first)[number]) => parsed.attachments.map(({ filename }) => filename);
    const others = first.filter(({ destinations }) => !destinations.includes(bureau));
    expect(others.map(files).at(0)).toEqual([
      "临沂市行政应诉月通报（2026年9月，第1版）.docx",
      "临沂市行政应诉月通报（2026年9月，第1版）.html",
      "临沂市行政应诉月通报（2026年9月，第1版）.xlsx",
    ]);
    expect(first.filter((mail) => !others.includes(mail)).flatMap(files)).toContain(
      "临沂市行政应诉月通报（2026年9月，第1版）内部附表.xlsx",
    );
    expect(others[0]?.parsed.text).toContain("出庭率保持稳定。");

    await city.put(YINAN, "late.txt", record("（2026）鲁1321行初203号", "被告负责人未出庭。"));
    expect(mailsOf("【月通报】")).toHaveLength(first.length);
    await page({ reason: "补计行初203号案件" });
    expect(mailsOf("【月通报】").slice(first.length)[0]?.subject).toContain("50.00%（1/2件）");
    expect(
      (await city.records.bulletins("3713", "2026-09" as never))
        .map(({ period, state, version }) => `${period} ${state} ${version}`)
        .toSorted(),
    ).toEqual(["month draft 1", "month issued 1", "month issued 2"]);
  });
});

describe("the desk", () => {
  const linkIn = (address: string, word: string) => {
    const mail = city.cloud
      .inbox()
      .findLast(({ destinations, subject }) => destinations.includes(address) && subject.includes(word));
    const [link] = /http:\/\/127\.0\.0\.1\S+/.exec(mail?.parsed.text ?? "") ?? [];
    if (link === undefined) throw new Error(`no link in a mail to ${address} about ${word}`);
    return link;
  };
  const submit = async (link: string, form: Readonly<Record<string, string>>) => {
    const page = await (await fetch(link)).text();
    const send = (filled: Readonly<Record<string, string>>) =>
      fetch(link, { method: "POST", body: new URLSearchParams(filled), redirect: "manual" });
    let answer = await send({ ...values(page), ...form });
    // What it will bring about is shown first, and confirmed.
    const shown = answer.status === 200 ? formsOf(await answer.clone().text()) : [];
    const toConfirm = shown.find(({ untouched }) => "confirmed" in untouched);
    if (toConfirm !== undefined) answer = await send({ ...toConfirm.untouched, do: "submit" });
    await city.cloud.settled();
    return answer;
  };

  it("takes a report by the link in a mail, and the filing after the hearing", async () => {
    city.cloud.clock.set(at("09-28", "09:00"));
    const number = "（2026）鲁1321行初204号";
    await city.put(YINAN, "desk.txt", summons(number, "沂南县公安局", "2026年10月15日上午9时00分"));
    const report = linkIn("fazhi@yinan-police.example.org", "行初204号");
    expect(report.startsWith(`${city.cloud.apiAddress("Desk")}/1.first.`)).toBe(true);
    const { documents } = (await city.records.caseFile(caseNumber(number))) ?? expect.fail();
    const paper = await fetch(`${report}/paper-${documents[0]?.sha256}`, { redirect: "manual" });
    const original = await fetch(paper.headers.get("location") ?? "");
    expect(Buffer.from(await original.arrayBuffer())).toEqual(
      Buffer.from(summons(number, "沂南县公安局", "2026年10月15日上午9时00分")),
    );
    expect((await submit(report, REPORT)).status).toBe(303);
    const file = () => city.records.caseFile(caseNumber(number));
    expect(await file()).toMatchObject({ reports: [{ by: "李明", revision: 1 }] });
    expect((await submit(report, REPORT)).status).toBe(409);

    const reading = linkIn("yingsu@yinan-justice.example.org", "行初204号");
    const back = { answer: "return-report", text: "请补充。", by: "王芳", do: "submit" };
    expect((await submit(reading, back)).status).toBe(303);
    expect(linkIn("fazhi@yinan-police.example.org", "报告退回")).not.toBe(report);

    const used = await fetch(report, {
      method: "POST",
      body: new URLSearchParams({ do: "fresh-link", want: "yes" }),
    });
    expect(used.status).toBe(200);
    await city.cloud.settled();
    expect(linkIn("fazhi@yinan-police.example.org", "办理链接")).not.toBe(report);

    // Hour by hour on the days that matter to it; whole weeks pass so in start.test.ts.
    city.cloud.clock.set(at("10-14", "06:30"));
    await city.cloud.runUntil(at("10-19", "10:00"));
    const filing = linkIn("fazhi@yinan-police.example.org", `出庭备案】${number}`);
    expect((await submit(filing, FILING)).status).toBe(303);
    expect(await file()).toMatchObject({ filings: [{ result: "judgment-later" }] });
  });

  it("hands the board out as a CSV that Excel opens: its byte order mark goes through the adapter", async () => {
    const board = linkIn("yingsu@yinan-justice.example.org", "摘要");
    const csv = await fetch(`${board}/csv`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const file = new Uint8Array(await csv.arrayBuffer());
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder("utf-8", { fatal: true }).decode(file)).toContain("案号");
  });

  it("takes a proof from the browser to its bucket, hands it in, and lets the bureau open it", async () => {
    const number = "（2026）鲁1321行初206号";
    await city.put(YINAN, "proof.txt", summons(number, "沂南县公安局", "2026年11月12日上午9时00分"));
    const report = linkIn("fazhi@yinan-police.example.org", "行初206号");
    const page = await (await fetch(report)).text();
    expect((await submit(report, { ...values(page), by: "李明", do: "upload" })).status).toBe(303);
    const step = await (await fetch(`${report}?step=upload`)).text();
    const [, action = "", inside = ""] =
      /action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/s.exec(step) ?? [];
    const data = new FormData();
    for (const [name, value] of Object.entries(values(inside))) data.append(name, value);
    data.append("file", new Blob(["%PDF-1.7 sealed"]), "请假条（盖章）.pdf");
    const dropped = await fetch(action, { method: "POST", body: data, redirect: "manual" });
    expect([dropped.status, dropped.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/\?bucket=[^&]+&key=proofs%2F[^&]+&etag=/),
    ]);

    const [, box = ""] = /name="proof1" value="([^"]+)"/.exec(await (await fetch(report)).text()) ?? [];
    const absent = { ...ABSENT_REPORT, proof1: box };
    expect((await submit(report, absent)).status).toBe(303);
    const reading = linkIn("yingsu@yinan-justice.example.org", "行初206号");
    const [, href = ""] =
      /href="([^"]+)">请假条（盖章）\.pdf/.exec(await (await fetch(reading)).text()) ?? [];
    const opened = await fetch(new URL(href, reading));
    expect(await opened.text()).toBe("%PDF-1.7 sealed");
    expect(opened.headers.get("content-disposition")).toContain(encodeURIComponent("请假条（盖章）.pdf"));
    // Of what was dropped or handed in nothing was taken for an upload of a court.
    const failed = city.cloud.deadLetters().filter(({ message }) => !message.body.includes("lost.txt"));
    expect(failed).toEqual([]);
  });

  it("lets the bureau settle what a record left open", async () => {
    const number = "（2026）鲁1321行初205号";
    await city.put(YINAN, "open.txt", record(number, "出庭负责人：龙涛，党委委员。"));
    await city.cloud.runUntil(at("10-20", "10:00"));
    const link = linkIn("yingsu@yinan-justice.example.org", `人工复核】${number}`);
    const decided = {
      decision: "accept",
      kind: "hearing-record",
      numbers: number,
      respondents: "沂南县公安局",
      date: "2026-09-24",
      time: "09:00",
      attended0: "yes",
      name0: "龙涛",
      title0: "党委委员",
      by: "王芳",
      do: "submit",
    };
    expect((await fetch(link, { method: "HEAD" })).status).toBe(200);
    expect((await submit(link, decided)).status).toBe(303);
    expect(await city.records.caseFile(caseNumber(number))).toMatchObject({
      attendance: [{ headAttended: true, headTitle: "党委委员", source: "hearing-record" }],
    });
    expect((await submit(link, decided)).status).toBe(409);
  });

  it("says nothing of a link in its log", () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((line) => /1\.first\./.test(line))).toEqual([]);
  });
});

describe("a scan", () => {
  it("goes by the function that reads scans, and then the way of every document", async () => {
    const document = await city.upload({ folder: YINAN, file: "0919-沂南-传票-行初31-扫描.pdf" });
    // It is read; its hearing is over by now, so that a person is asked before anybody is summoned.
    expect(document).toMatchObject({ state: "needs-review", caseNumbers: ["（2026）鲁1321行初31号"] });
  });
});

describe("every function", () => {
  it("needs only what its role allows", async () => {
    await city.cloud.runUntil(at("10-20", "10:30"));
    const allowed = permissions(template(config));
    for (const [path, used] of city.cloud.usedActions()) {
      const role = `${path.split("/")[0]}FunctionRole`;
      const own = new Set(allowed.filter(({ who }) => who === role).map(({ action }) => action));
      expect(
        [...used].filter((action) => !own.has(action)),
        path,
      ).toEqual([]);
      expect(used.size, path).toBeGreaterThan(0);
    }
    expect(city.cloud.lostEvents()).toEqual([]);
  });
});
