/** Does an agency with several cases get one mail on a morning for all it is reminded of, with a link for each that works? */
import { describe, expect, it } from "vitest";
import { sweep } from "../../../functions/deadline-sweep/sweep.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { addMinutes, civilDateAt, clockTimeAt, type Instant } from "../../../shared/domain/time/time.ts";
import { letterOf, papersOf } from "../../../shared/letters/notices/notice-letters.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { COURT_FOLDER, REPORT, values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { some } from "../../support/some.ts";

const POLICE = "fazhi@yinan-police.example.org";

const summons = (number: number, day = "24") =>
  new TextEncoder().encode(`沂南县人民法院
传票
案号：（2026）鲁1321行初${number}号
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月${day}日上午9时00分
应到处所：本院第五审判庭
2026年9月7日
`);

/** So many cases of one agency, summoned on one day, up to the evening of the 11th; what its legal section got. */
async function toldWith(cases: number, rules = RULES) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  for (let one = 1; one <= cases; one++) await city.put(COURT_FOLDER, `${one}.txt`, summons(70 + one));
  for (let now: Instant = at("09-08", "10:00"); now < at("09-11", "20:00"); now = addMinutes(now, 60)) {
    expect((await sweep(city, now, rules)).failed).toEqual([]);
    await city.mail();
  }
  const own = city.sent.filter(({ notice }) => notice.recipient.address === POLICE);
  return { city, own, kinds: own.map(({ notice }) => notice.content.kind) };
}

describe("what an agency is reminded of", () => {
  it("in one case is that case's own letter", async () => {
    expect((await toldWith(1)).kinds).toEqual(["hearing-notice", "report-due"]);
  });

  it("in three cases on one morning is one mail, with a link to each, in its bureau's name", async () => {
    const { city, own, kinds } = await toldWith(3);
    expect(kinds).toEqual(["hearing-notice", "hearing-notice", "hearing-notice", "agency-digest"]);
    const [digest] = own.slice(-1);
    expect(digest?.notice.signer?.name).toBe("沂南县司法局");
    expect(digest?.subject).toBe("【应诉提醒】9月10日 三日报告3件，今明两日到期3件");
    const tokens = (digest?.tasks ?? []).map(({ token }) => token);
    expect(new Set(tokens).size).toBe(3);
    for (const token of some(tokens)) {
      const page = await (await city.visit(token)).text();
      expect((await city.visit(token, { ...values(page), ...REPORT })).status).toBe(303);
    }
    const open = [...city.table.cases.values()].flatMap(({ file }) =>
      file.deadlines.filter(({ kind, status }) => kind === "report" && status === "open"),
    );
    expect(open).toEqual([]);
  });

  it("is a mail for each case where the policy says so", async () => {
    const rules = { ...RULES, policy: { ...RULES.policy, agencyDigest: false } };
    const { kinds } = await toldWith(2, rules);
    expect(kinds).toEqual(["hearing-notice", "hearing-notice", "report-due", "report-due"]);
  });
});

describe("a ledger of three hundred cases nobody sent papers of", () => {
  it("is a few mails to their agency the next morning, whose links confirm what the court says", async () => {
    const city = memoryCity(at("10-12"));
    await city.upload(DIRECTORY);
    const row = (serial: number) =>
      `（2026）鲁1321行初${serial}号,张某,沂南县公安局,2026-09-15,${serial % 3 ? "是" : "否"},否,`;
    const rows = Array.from({ length: 300 }, (_, index) => row(index + 1));
    const heading = "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企,结案方式";
    await city.put(COURT_FOLDER, "台账.csv", new TextEncoder().encode([heading, ...rows].join("\n")));
    for (let now: Instant = at("10-12", "10:00"); now < at("10-13", "10:00"); now = addMinutes(now, 60)) {
      expect((await sweep(city, now, RULES)).failed).toEqual([]);
      await city.mail();
    }
    const own = city.sent.filter(({ notice }) => notice.recipient.address === POLICE);
    expect(own.map(({ notice }) => notice.content.kind)).toEqual(Array(4).fill("agency-digest"));
    expect(own.map(({ subject }) => subject).sort()[0]).toMatch(/^【应诉提醒】10月13日 出庭情况确认\d+件$/u);
    expect(own.flatMap(({ tasks }) => tasks)).toHaveLength(300);
    // Its bureau has a line for the ledger, none for each case.
    const toBureau = city.sent.flatMap(({ notice: { content } }) =>
      content.kind === "digest" ? content.lines : [],
    );
    expect(toBureau.map(({ news }) => news.type)).toEqual(["ledger-received"]);
  });
});

/** What the court sends word of in a case. */
const note = (number: number) =>
  new TextEncoder().encode(
    `沂南县人民法院\n庭前提示\n案号：（2026）鲁1321行初${number}号\n被告：沂南县公安局\n请携带执法记录。\n2026年9月8日\n`,
  );

type City = ReturnType<typeof memoryCity>;
const toPolice = (city: City) =>
  city.sent
    .filter(({ notice }) => notice.recipient.address === POLICE)
    .map(({ at: left, notice: { content } }) => {
      const what =
        content.kind === "agency-digest"
          ? `digest of ${content.lines.map(({ news }) => (news.type === "letter" ? news.letter.kind : news.type)).join(", ")}`
          : content.kind;
      return `${civilDateAt(left).slice(5)} ${clockTimeAt(left)} ${what}`;
    });

describe("what comes to be known in the course of a day", () => {
  it("waits for the mail of the next morning, and leaves at once where the hearing comes before or with it", async () => {
    const city = memoryCity(at("09-08"));
    await city.upload(DIRECTORY);
    for (const number of [71, 72]) await city.put(COURT_FOLDER, `${number}.txt`, summons(number));
    await city.until(at("09-08", "11:10"));
    for (const number of [71, 72]) await city.put(COURT_FOLDER, `note-${number}.txt`, note(number));
    await city.until(at("09-09", "17:00"));
    expect(toPolice(city).slice(2)).toEqual(["09-09 09:00 digest of court-note, court-note"]);
    const mail = city.sent.findLast(({ notice }) => notice.content.kind === "agency-digest");
    expect(mail?.subject).toBe("【应诉提醒】9月9日 庭前提示2件");

    await city.until(at("09-23", "11:10"));
    const before = toPolice(city).length;
    await city.put(
      COURT_FOLDER,
      "last.txt",
      new TextEncoder().encode(`${new TextDecoder().decode(note(71))}请准时。\n`),
    );
    expect(toPolice(city).slice(before)).toEqual(["09-23 11:10 court-note"]);
  });
});

describe("a hearing", () => {
  it("three days ahead is in the mail of the day with its identity paper, the next working day a mail of its own", async () => {
    const city = memoryCity(at("09-08"));
    await city.upload(DIRECTORY);
    // Monday the 28th, after a Friday that is a holiday: the working day before is Thursday. And a hearing on that Thursday.
    for (const [number, day] of [
      [71, "28"],
      [72, "28"],
      [73, "24"],
    ] as const)
      await city.put(COURT_FOLDER, `${number}.txt`, summons(number, day));
    await city.until(at("09-28", "08:00"));
    const reminders = toPolice(city).filter((one) => one.includes("hearing-reminder"));
    expect(reminders).toEqual([
      "09-21 09:00 hearing-reminder",
      "09-23 09:00 hearing-reminder",
      "09-24 09:00 hearing-reminder",
      "09-24 09:00 hearing-reminder",
    ]);
  });

  it("of which there are two on one morning: a paper for each head", async () => {
    const { city } = await toldWith(2);
    await city.until(at("09-21", "10:00"));
    const mail = city.sent.findLast(({ notice }) => notice.content.kind === "agency-digest");
    const content = mail?.notice.content;
    if (content?.kind !== "agency-digest") throw new Error("no mail of the day");
    const papers = await papersOf(content);
    expect(papers.map(({ name }) => name)).toEqual([
      "负责人身份证明书 （2026）鲁1321行初71号.docx",
      "负责人身份证明书 （2026）鲁1321行初72号.docx",
    ]);
    expect(JSON.stringify(letterOf(content, { name: "沂南县司法局" }).body)).toContain("每案一份");
  });
});

describe("an agency with ten cases", () => {
  /** Three weeks in which it neither reports nor files. */
  async function weeks(rules = RULES) {
    const city = memoryCity(at("09-08"), undefined, rules);
    await city.upload(DIRECTORY);
    for (let one = 0; one < 10; one++)
      await city.put(COURT_FOLDER, `${one}.txt`, summons(101 + one, String(18 + (one % 3) * 3)));
    await city.until(at("09-29", "17:00"));
    return city;
  }

  it("gets a third of the mails less, one of the day on a day at most, and nothing twice in one day", async () => {
    const singly = { ...RULES, policy: { ...RULES.policy, agencyDigest: false } };
    const [daily, all] = [await weeks(), await weeks(singly)];
    const digests = toPolice(daily).filter((one) => one.includes("digest"));
    expect(new Set(digests.map((one) => one.slice(0, 5))).size).toBe(digests.length);
    const said = daily.sent
      .filter(({ notice }) => notice.recipient.address === POLICE)
      .flatMap(({ at: left, notice: { content } }) => {
        const letters =
          content.kind === "agency-digest"
            ? content.lines.flatMap(({ news }) => (news.type === "letter" ? [news.letter] : []))
            : "case" in content
              ? [content]
              : [];
        return letters.map((one) => `${civilDateAt(left)} ${one.kind} ${one.case.caseNumber}`);
      });
    expect(new Set(said).size).toBe(said.length);
    // The same letters, one by one.
    expect(said.length).toBe(toPolice(all).length);
    expect([toPolice(daily).length, toPolice(all).length]).toEqual([49, 74]);
  });
});
