import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { takeIn } from "../../functions/document-intake/intake.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";
import { whyRejected } from "../support/rejections.ts";

const YINAN = "courts/1321/inbox";
const bytes = (text: string) => new TextEncoder().encode(text);

const summons = (changes: { hearing?: string; respondent?: string; number?: string; issued?: string } = {}) =>
  bytes(`沂南县人民法院
传票

案号：${changes.number ?? "（2026）鲁1321行初77号"}
案由：行政处罚
原告：陈建
被告：${changes.respondent ?? "沂南县公安局"}
传唤事由：开庭审理
应到时间：${changes.hearing ?? "2026年9月24日上午9时00分"}
应到处所：本院第五审判庭
审判员：徐静
书记员：马超
${changes.issued ?? "2026年9月7日"}
`);

const recordOf = (day: string) =>
  bytes(`沂南县人民法院
庭审笔录

案号：（2026）鲁1321行初77号
案由：行政处罚
时间：${day}上午9时00分至10时30分
地点：本院第五审判庭
原告：陈建
被告：沂南县公安局
出庭负责人：龙涛，副局长
书记员：报告审判长，原告陈建、被告沂南县公安局副局长龙涛已到庭。
审判长：现在开庭。
`);

async function city() {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  return made;
}

const fileOf = (made: Awaited<ReturnType<typeof city>>, number = "（2026）鲁1321行初77号") =>
  made.table.cases.get(caseNumber(number))?.file;
const kinds = (made: Awaited<ReturnType<typeof city>>) => made.sent.map(({ notice }) => notice.content.kind);

describe("the same file", () => {
  it("under another name changes nothing and tells nobody", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    const version = fileOf(made)?.version;
    expect(await made.put(YINAN, "b.txt", summons())).toBe("read");
    expect(fileOf(made)?.version).toBe(version);
    expect(kinds(made)).toEqual(["hearing-notice", "hearing-notice"]);
  });

  it("rejected twice is answered twice: a clerk who hears nothing believes it was taken", async () => {
    const made = await city();
    await made.put(YINAN, "empty.txt", bytes(""));
    await made.put(YINAN, "empty.txt", bytes(""));
    expect(kinds(made)).toEqual(["document-rejected", "document-rejected"]);
  });
});

describe("a file that can't be used comes back with the reason", () => {
  it.each([
    ["empty", bytes(""), "文件是空的"],
    [
      "a civil summons",
      bytes(
        "沂南县人民法院\n传票\n案号：（2026）鲁1321民初5号\n案由：借款合同纠纷\n应到时间：2026年9月21日9时\n应到处所：第一法庭",
      ),
      "不是行政案件",
    ],
    ["something else", bytes("各位同事：\n本周五下午三点在三楼会议室开会，请准时参加。\n办公室"), "没有认出"],
    [
      "a summons without a number",
      bytes(
        "沂南县人民法院\n传票\n案由：行政处罚\n被告：沂南县公安局\n传唤事由：开庭\n应到时间：2026年9月24日9时\n应到处所：第五审判庭",
      ),
      "案号",
    ],
    ["a broken PDF", bytes("%PDF-1.7\n1 0 obj <<"), "损坏"],
  ])("%s", async (_, content, why) => {
    const made = await city();
    expect(await made.put(YINAN, "file", content)).toBe("rejected");
    const [mail] = made.sent;
    expect(mail?.notice.recipient.address).toBe("clerk@yinan-court.example.org");
    expect(whyRejected(mail?.notice.content)).toContain(why);
  });

  it("from a folder of no court: the municipal bureau hears of it", async () => {
    const made = await city();
    expect(await made.put("courts/9999/inbox", "a.txt", summons())).toBe("unclaimed");
    expect(made.sent[0]?.notice.recipient.address).toBe("yingsu@linyi-justice.example.org");
    expect(whyRejected(made.sent[0]?.notice.content)).toContain("courts/9999");
  });

  it("before its court is in the directory: it is asked about once, and taken up by itself once it is", async () => {
    const made = memoryCity(at("09-08"));
    const file = await made.lay(YINAN, "a.txt", summons());
    const takeUp = () => takeIn(made.intake, file, RULES);
    const first = await takeUp();
    // Nobody there yet: whoever watches the log hears of it.
    expect(first).toMatchObject({ outcome: "unclaimed", unreached: [{ kind: "document-rejected" }] });
    const { organisations } = JSON.parse(readFileSync("infra/local/city/samples/directory.json", "utf8")) as {
      organisations: readonly { id: string }[];
    };
    const others = organisations.filter(({ id }) => id !== "yinan-court");
    await made.put("directory", "directory.json", bytes(JSON.stringify({ organisations: others })));
    for (let morning = 0; morning < 3; morning++)
      expect(await takeUp()).toMatchObject({ outcome: "unclaimed", unreached: [] });
    await made.mail();
    expect(kinds(made)).toEqual(["document-rejected"]);
    expect(fileOf(made)).toBeUndefined();
    await made.upload(DIRECTORY);
    expect(await takeUp()).toMatchObject({ outcome: "read" });
    await made.mail();
    expect(kinds(made)).toContain("hearing-notice");
    expect(await takeUp()).toMatchObject({ outcome: "already-settled" });
  });
});

describe("what is doubtful changes nothing", () => {
  it("another day without a word on which paper is newer", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    const version = fileOf(made)?.version;
    expect(await made.put(YINAN, "b.txt", summons({ hearing: "2026年9月28日上午9时00分" }))).toBe(
      "needs-review",
    );
    expect(fileOf(made)).toMatchObject({ version, hearing: { date: "2026-09-24" } });
    expect(made.sent.at(-1)?.notice).toMatchObject({
      recipient: { address: "yingsu@yinan-justice.example.org" },
      content: {
        kind: "document-review",
        doubts: [{ type: "hearing-conflict", known: { date: "2026-09-24" } }],
      },
    });
  });

  it("a known number with strangers for parties", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    expect(
      await made.put(YINAN, "b.txt", summons({ respondent: "沂南县界湖街道办事处", issued: "2026年9月8日" })),
    ).toBe("needs-review");
  });

  it("a record of a sitting still to come: bureau and court are both asked, with what the case knows", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    await made.until(at("09-24", "16:00"));
    const before = fileOf(made);
    expect(await made.put(YINAN, "b.txt", recordOf("2026年12月24日"))).toBe("needs-review");
    expect(fileOf(made)).toEqual(before);
    const doubts = [
      {
        type: "implausible-sitting",
        because: "after-the-paper-came",
        read: "2026-12-24",
        received: "2026-09-24",
        known: { date: "2026-09-24", time: "09:00" },
      },
    ];
    expect(made.sent.slice(-2).map(({ notice }) => notice)).toMatchObject([
      {
        recipient: { address: "yingsu@yinan-justice.example.org" },
        content: { kind: "document-review", doubts },
      },
      {
        recipient: { address: "clerk@yinan-court.example.org" },
        content: { kind: "document-question", doubts },
      },
    ]);
    // The record as it was meant is filed without a word.
    expect(await made.put(YINAN, "c.txt", recordOf("2026年9月24日"))).toBe("read");
    expect(fileOf(made)).toMatchObject({ state: "heard", pastHearings: [{ date: "2026-09-24" }] });
  });

  it("a weekday that contradicts the date", async () => {
    const made = await city();
    expect(await made.put(YINAN, "a.txt", summons({ hearing: "2026年9月24日（星期一）上午9时00分" }))).toBe(
      "needs-review",
    );
    expect(fileOf(made)).toBeUndefined();
  });
});

describe("a summons that names nobody but the one it summons", () => {
  const bare = (who: string) =>
    bytes(
      `沂南县人民法院\n传票\n案号：（2026）鲁1321行初77号\n案由：行政处罚\n被传唤人：${who}\n传唤事由：开庭审理\n应到时间：2026年9月24日上午9时00分\n应到处所：本院第五审判庭\n2026年9月7日`,
    );

  it("is about that agency, where the directory knows it", async () => {
    const made = await city();
    expect(await made.put(YINAN, "a.txt", bare("沂南县公安局"))).toBe("read");
    expect(fileOf(made)?.respondents.map(({ name }) => name)).toEqual(["沂南县公安局"]);
    expect(kinds(made)).toEqual(["hearing-notice", "hearing-notice"]);
  });

  it("is for a person to look at where it summons the plaintiff", async () => {
    const made = await city();
    expect(await made.put(YINAN, "a.txt", bare("陈建"))).toBe("needs-review");
    expect(fileOf(made)).toBeUndefined();
  });
});

describe("a summons to a list of cases", () => {
  it("sets each of them, though one transaction can't hold them all", async () => {
    const made = await city();
    expect(await made.put(YINAN, "list.txt", summons({ number: "（2026）鲁1321行初301-340号" }))).toBe(
      "read",
    );
    expect(fileOf(made, "（2026）鲁1321行初301号")?.state).toBe("awaiting-hearing");
    expect(fileOf(made, "（2026）鲁1321行初340号")?.state).toBe("awaiting-hearing");
    expect(made.table.cases.size).toBe(40);
    expect(kinds(made)).toHaveLength(80);
  });
});

describe("a summons issued later", () => {
  it("moves the hearing, and whoever was told is told", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    await made.put(YINAN, "b.txt", summons({ hearing: "2026年9月28日上午9时00分", issued: "2026年9月8日" }));
    expect(fileOf(made)).toMatchObject({ hearing: { date: "2026-09-28", ordinal: 2 } });
    expect(kinds(made)).toEqual(["hearing-notice", "hearing-notice", "hearing-changed", "hearing-changed"]);
  });

  it("an older one that comes late moves nothing", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    expect(
      await made.put(
        YINAN,
        "b.txt",
        summons({ hearing: "2026年9月21日上午9时00分", issued: "2026年9月1日" }),
      ),
    ).toBe("read");
    expect(fileOf(made)).toMatchObject({ hearing: { date: "2026-09-24" } });
  });
});

describe("the directory", () => {
  it("with a mistake changes nothing and comes back with all of them named", async () => {
    const made = memoryCity(at("09-08"));
    await made.upload(DIRECTORY);
    const wrong = {
      organisations: [
        { id: "x", kind: "court", name: "某法院", level: "county", jurisdiction: "沂南县", contacts: [] },
      ],
    };
    expect(await made.put("directory", "wrong.json", bytes(JSON.stringify(wrong)))).toBe("rejected");
    expect(made.sent[0]?.notice.recipient.address).toBe("yingsu@linyi-justice.example.org");
    expect(whyRejected(made.sent[0]?.notice.content)).toMatch(/法院代码.*没有联系人/);
  });

  it("that learns a name brings the hearing's notice by the next morning", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons({ respondent: "沂南县水利局" }));
    expect(kinds(made)).toEqual(["unknown-agency"]);
    const organisations = [
      {
        id: "yinan-water",
        kind: "agency",
        name: "沂南县水利局",
        level: "county",
        jurisdiction: "沂南县",
        contacts: [{ role: "legal-section", name: "政策法规科", email: "fazhi@yinan-water.example.org" }],
      },
    ];
    await made.put("directory", "water.json", bytes(JSON.stringify({ organisations })));
    await made.until(at("09-09", "10:00"));
    expect(made.sent.map(({ notice }) => notice.recipient.address)).toContain(
      "fazhi@yinan-water.example.org",
    );
    expect(fileOf(made)?.deadlines.map(({ kind, deadline }) => [kind, deadline.due])).toContainEqual([
      "report",
      "2026-09-11",
    ]);
  });
});
