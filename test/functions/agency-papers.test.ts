import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { attendanceOf } from "../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { explainDoubts } from "../../shared/letters/refusals/doubts.ts";
import { zip } from "../documents/support/zip.ts";
import { at } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";
import { whyRejected } from "../support/rejections.ts";

const NUMBER = "（2026）鲁1321行初77号";
const POLICE = "沂南县公安局";
const COURT = "courts/1321/inbox";
const BUREAU = "bureaus/yinan-justice/inbox";
const AGENCY = "agencies/yinan-police/inbox";
const bytes = (text: string) => new TextEncoder().encode(text);

const SUMMONS = bytes(`沂南县人民法院
传票
案号：${NUMBER}
案由：行政处罚
原告：陈建
被告：${POLICE}
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日`);

const filing = ({
  agency = POLICE,
  number = NUMBER,
  on = "2026年9月24日9时",
  title = "副局长",
  attended = "是",
} = {}) =>
  bytes(`行政机关负责人出庭应诉情况备案表
案号\t${number}
案由\t行政处罚
审理法院\t沂南县人民法院
被诉行政机关\t${agency}
开庭时间\t${on}
负责人是否出庭\t${attended}
出庭负责人姓名\t${attended === "是" ? "高峻" : ""}
职务\t${attended === "是" ? title : ""}
未出庭原因\t${attended === "是" ? "" : "参加全省公安工作会议"}
填报日期\t2026年9月25日`);

const EXPLANATION = bytes(`关于负责人不能出庭的情况说明
沂南县人民法院：
贵院受理的${NUMBER}行政处罚一案，定于2026年9月24日上午9时开庭。我局主要负责人因参加全省公安工作会议不能出庭，特此说明。
${POLICE}
2026年9月21日`);

/** The hearing is over, the court's record has not come. */
async function afterTheHearing() {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  await made.put(COURT, "传票.txt", SUMMONS);
  // Mid-Autumn: the period of two days ends on the 28th, the next working day.
  await made.until(at("09-28"));
  return made;
}

type City = Awaited<ReturnType<typeof afterTheHearing>>;
const fileOf = (made: City) => made.table.cases.get(caseNumber(NUMBER))?.file;
const deadline = (made: City) => fileOf(made)?.deadlines.find(({ kind }) => kind === "filing")?.status;
const lastMail = (made: City) => made.sent.at(-1)?.notice;

describe("an agency's filing that comes as a file", () => {
  it.each([
    ["its bureau's", BUREAU],
    ["its own", AGENCY],
    ["the court's", COURT],
  ])("from %s folder is its statement, and the filing is not owed any more", async (_, folder) => {
    const made = await afterTheHearing();
    expect(deadline(made)).toBe("open");
    expect(await made.put(folder, "备案表.txt", filing())).toBe("read");
    expect(deadline(made)).toBe("met");
    expect(fileOf(made)?.attendance).toMatchObject([
      {
        respondent: POLICE,
        hearingDate: "2026-09-24",
        headAttended: true,
        headName: "高峻",
        headTitle: "副局长",
        rank: "deputy",
        source: "filing",
      },
    ]);
    expect(fileOf(made)?.documents.at(-1)).toMatchObject({ kind: "filing", respondent: POLICE });
    await made.until(at("10-09"));
    const after = made.sent
      .filter(({ at: when }) => when > at("09-28"))
      .map(({ notice }) => notice.content.kind);
    expect(after.filter((kind) => kind.startsWith("filing"))).toEqual([]);
  });

  it("in an archive from the agency is taken too", async () => {
    const made = await afterTheHearing();
    const archive = zip({ "备案表.txt": Buffer.from(filing()), "情况说明.txt": Buffer.from(EXPLANATION) });
    expect(await made.put(AGENCY, "材料.zip", archive)).toBe("read");
    expect(fileOf(made)?.documents.map(({ kind }) => kind)).toEqual(["summons", "filing", "explanation"]);
  });

  it("that corrects the former one takes its place, and the same file twice says it once", async () => {
    const made = await afterTheHearing();
    await made.put(BUREAU, "a.txt", filing());
    await made.put(BUREAU, "again.txt", filing());
    expect(fileOf(made)?.attendance).toHaveLength(1);
    await made.put(BUREAU, "b.txt", filing({ attended: "否" }));
    expect(fileOf(made)?.attendance).toMatchObject([
      { headAttended: false, absenceReason: "参加全省公安工作会议" },
    ]);
  });

  it("is weaker than the court's record: the difference is seen, the record counts", async () => {
    const made = await afterTheHearing();
    await made.put(BUREAU, "a.txt", filing());
    await made.put(
      COURT,
      "笔录.txt",
      bytes(`沂南县人民法院
庭审笔录
案号：${NUMBER}
时间：2026年9月24日上午9时0分至10时30分
地点：本院第五审判庭
原告：陈建。
被告：${POLICE}。
出庭负责人：未到庭。
审判长：被告行政机关负责人是否到庭？
被告：负责人没有到庭，委托代理人到庭。`),
    );
    const file = fileOf(made);
    expect(file && attendanceOf(file, POLICE)).toMatchObject({ present: false, difference: true });
  });

  it("whose official may be no head is filed, and a person decides whether he is one", async () => {
    const made = await afterTheHearing();
    expect(await made.put(BUREAU, "a.txt", filing({ title: "党组成员" }))).toBe("needs-review");
    expect(deadline(made)).toBe("met");
    expect(fileOf(made)?.attendance).toMatchObject([{ headAttended: "review", source: "filing" }]);
    expect(lastMail(made)?.content).toMatchObject({ kind: "document-review", documentKind: "filing" });
  });

  it.each<[string, Parameters<typeof filing>[0], string]>([
    ["on a day the case was not heard", { on: "2026年9月23日9时" }, "2026年9月24日"],
    ["before the hearing", { on: "2026年9月30日9时" }, "开庭日期"],
    ["on a case no court has told of", { number: "（2026）鲁1321行初78号" }, "还没有"],
    ["of an agency that is not sued in it", { agency: "沂南县水利局" }, "已登记的被告"],
  ])("%s changes nothing and goes to the bureau", async (_, changes, why) => {
    const made = await afterTheHearing();
    const { version } = fileOf(made) ?? {};
    expect(await made.put(BUREAU, "a.txt", filing(changes))).toBe("needs-review");
    expect(fileOf(made)?.version).toBe(version);
    expect(made.table.cases.size).toBe(1);
    const content = lastMail(made)?.content;
    expect(content?.kind === "document-review" && explainDoubts(content.doubts)).toMatch(why);
  });
});

describe("a filing with a doubt", () => {
  const review = (made: City, answers: Readonly<Record<string, string>>) =>
    made.act({
      address: "yingsu@yinan-justice.example.org",
      mail: "复核",
      answers: { do: "submit", decision: "accept", by: "王司法", ...answers },
    });

  it("of the day is put right by a person, and then the period was kept on the day it came", async () => {
    const made = await afterTheHearing();
    await made.put(BUREAU, "a.txt", filing({ on: "2026年9月23日9时" }));
    await made.until(at("09-29"));
    await review(made, { date: "2026-09-24", attended0: "yes" });
    expect(deadline(made)).toBe("met");
    expect(fileOf(made)?.attendance).toMatchObject([
      { hearingDate: "2026-09-24", headAttended: true, headName: "高峻", source: "filing" },
    ]);
    const events = (await made.records.history(caseNumber(NUMBER))).map(({ event }) => event);
    expect(events).toContainEqual(expect.objectContaining({ type: "deadline-met", on: "2026-09-28" }));
  });

  it("of the post is settled by a person in the filing that stands", async () => {
    const made = await afterTheHearing();
    await made.put(BUREAU, "a.txt", filing({ title: "党组成员" }));
    await review(made, { attended0: "no" });
    expect(fileOf(made)?.attendance).toMatchObject([{ headAttended: false, source: "filing" }]);
  });
});

describe("an agency's folder", () => {
  it.each<[string, Uint8Array, string]>([
    ["a court's paper", bytes(`${new TextDecoder().decode(SUMMONS)}\n审判员：徐静`), "不能由行政机关登记"],
    ["another agency's filing", filing({ agency: "沂南县水利局" }), "沂南县水利局"],
  ])("doesn't take %s", async (_, content, why) => {
    const made = await afterTheHearing();
    const { version } = fileOf(made) ?? {};
    expect(await made.put(AGENCY, "a.txt", content)).toBe("rejected");
    expect(fileOf(made)?.version).toBe(version);
    expect(whyRejected(lastMail(made)?.content)).toContain(why);
  });

  it("of nobody is told to the municipal bureau", async () => {
    const made = await afterTheHearing();
    expect(await made.put("agencies/nobody/inbox", "a.txt", filing())).toBe("unclaimed");
    expect(lastMail(made)?.recipient.address).toBe("yingsu@linyi-justice.example.org");
  });
});

describe("an explanation of absence", () => {
  it.each([COURT, BUREAU, AGENCY])(
    "from %s is kept with its case as a claim, and is nobody's attendance",
    async (folder) => {
      const made = await afterTheHearing();
      expect(await made.put(folder, "说明.txt", EXPLANATION)).toBe("read");
      const file = fileOf(made);
      expect(file?.documents.at(-1)).toMatchObject({
        kind: "explanation",
        respondent: POLICE,
        claims: expect.stringContaining("参加全省公安工作会议"),
      });
      expect(file?.attendance).toEqual([]);
      const { token = "" } = made.sent.findLast(({ notice }) => notice.content.kind === "filing-due") ?? {};
      expect(await (await made.visit(token)).text()).toContain("是否属于正当理由由人民法院审查");
      expect(deadline(made)).toBe("open");
    },
  );

  it.each([
    ["another day", "2026年9月30日下午3时"],
    ["a day that can't be", "2025年9月24日上午9时"],
  ])(
    "that names %s as the hearing's is a claim all the same: the court's summons sets it",
    async (_, day) => {
      const made = memoryCity(at("09-08"));
      await made.upload(DIRECTORY);
      await made.put(COURT, "传票.txt", SUMMONS);
      const before = fileOf(made);
      const text = new TextDecoder().decode(EXPLANATION).replace("2026年9月24日上午9时", day);
      expect(await made.put(AGENCY, "说明.txt", bytes(text))).toBe("read");
      const after = fileOf(made);
      expect(after?.documents.at(-1)).toMatchObject({ kind: "explanation", respondent: POLICE });
      expect(after).toMatchObject({
        state: "awaiting-hearing",
        hearing: { date: "2026-09-24", time: "09:00" },
        pastHearings: [],
      });
      expect(after?.deadlines).toEqual(before?.deadlines);
    },
  );
});
