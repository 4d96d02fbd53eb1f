/** Does the time to read a paper grow with its text and no faster, whatever words somebody repeats in it? */
import { describe, expect, it } from "vitest";
import { readDocument, readFacts } from "../../shared/documents/read-document.ts";

const RECORD = `山东省沂水县人民法院
庭审笔录
案号：（2026）鲁1323行初45号
时间：2026年9月24日9时
地点：本院第三审判庭
原告：张三，男
被告：沂水县公安局
出庭负责人：周强，副局长
委托代理人：钱某，民警
审判长：现在开庭。
`;
const JUDGMENT = `山东省沂水县人民法院
行政判决书
（2026）鲁1323行初45号
原告张三，男。
被告沂水县公安局。
委托代理人周强，该局副局长。
`;
const LETTER = `情况说明
沂水县人民法院：
贵院受理的（2026）鲁1323行初45号张三诉我局治安行政处罚一案，`;
const SUMMONS = `山东省沂水县人民法院
传票
案号：（2026）鲁1323行初45号
被传唤人：沂水县公安局
应到时间：2026年9月24日9时
`;

const REPORT = `临沂市沂水县人民法院
2026年9月行政机关负责人出庭应诉情况统计表
`;
const FILING = `行政机关负责人出庭应诉情况备案表
填报单位：沂水县公安局
案号：（2026）鲁1323行初45号
`;
const RECEIPT = `沂水县人民法院
送达回证
案号：（2026）鲁1323行初45号
`;
const SUGGESTION = `沂水县人民法院
司法建议书
（2026）鲁1323司建2号
沂水县公安局：
本院在审理（2026）鲁1323行初45号一案中发现，`;
const ENFORCEMENT = `沂水县人民法院
执行通知书
（2026）鲁1323执12号
沂水县公安局：
`;
const ONLINE = `沂水县人民法院
传票
案号：（2026）鲁1323行初45号
被传唤人：沂水县公安局
应到时间：2026年9月24日9时
开庭方式：网上开庭
`;
const CONTACTS = "单位名称,联系人,电话,邮箱\n";

/** A text is made so long that reading it takes this many milliseconds: less than that says little of growth. */
const LEAST_COST = 20;
const FIRST_LENGTH = 4_000;
const LAST_LENGTH = 64_000;
/** A text four times as long takes four times as long; faster growth would take sixteen times. */
const TIMES = 4;
const MOST_GROWTH = 8;

/** Milliseconds of this thread's own work, so that a busy machine doesn't count. */
function cost(text: string): number {
  const times = [1, 2].map(() => {
    const before = process.threadCpuUsage();
    readFacts(text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

async function costOfFile(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  const before = process.threadCpuUsage();
  await readDocument(bytes);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Names that differ, as many as are asked for. */
const FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂华建国志文斌玉";
const person = (n: number) =>
  `${FAMILIES[n % 20]}${GIVEN[Math.floor(n / 4) % 28]}${GIVEN[Math.floor(n / 112) % 28]}`;

/** The paper, and so many characters of a line behind it, said again and again or of another each time. */
function lengthened(paper: string, line: (n: number) => string, characters: number): string {
  const lines: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    const next = line(n);
    lines.push(next);
    length += next.length;
  }
  return paper + lines.join("");
}

function growthOf(paper: string, words: string | ((n: number) => string)): number {
  const line = typeof words === "string" ? () => words : words;
  const text = (characters: number) => lengthened(paper, line, characters);
  let length = FIRST_LENGTH;
  readFacts(text(length));
  while (length < LAST_LENGTH && cost(text(length)) < LEAST_COST) length *= 2;
  return cost(text(length * TIMES)) / Math.max(cost(text(length)), LEAST_COST / 2);
}

/** What seems to grow too fast is measured again: the thread's garbage, which may be another text's, is in its time too. */
async function leastGrowth(measured: () => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < 3 && least >= MOST_GROWTH; tried += 1)
    least = Math.min(least, await measured());
  return least;
}

describe("a text four times as long costs at most twice as much a word", () => {
  it.each([
    ["a record", RECORD, "负责人出庭"],
    ["a record", RECORD, "负责人均未到庭。"],
    ["a record", RECORD, "因局长、"],
    ["a record", RECORD, "未到庭的原因"],
    ["a record", RECORD, "张三"],
    ["a record", RECORD, "被告"],
    ["a record", RECORD, "周强：到庭。\n"],
    ["a record", RECORD, "委托代理人："],
    ["a record", RECORD, "出庭负责人："],
    ["a record", RECORD, "周强\t副局长\t出庭负责人\t是\n"],
    ["a judgment", JUDGMENT, "副局长：周强"],
    ["a judgment", JUDGMENT, "9月24日、"],
    ["a letter", LETTER, "（"],
    ["a letter", LETTER, "定于9月24日"],
    ["a summons", SUMMONS, "2026年9月24日9时"],
    ["a summons", SUMMONS, "副局长：周强"],
    ["a summons", SUMMONS, " "],
    ["a summons", SUMMONS, "第 1 页 共 2 页\n"],
    ["a summons", SUMMONS, "案号："],
    ["a summons", SUMMONS, "（2026）鲁1323行初1号"],
    ["a judgment", JUDGMENT, "1"],
    ["a judgment", JUDGMENT, "被告人"],
    ["a judgment", JUDGMENT, "原告张三诉被告沂水县公安局"],
    ["a judgment", JUDGMENT, "（以下简称"],
    ["a letter", LETTER, "人民法院"],
    ["a report", REPORT, "负责人出庭"],
    ["a report", REPORT, "负责人出庭一案"],
    ["a report", REPORT, "涉企案件1件"],
    ["a filing", FILING, "（"],
    ["a filing", FILING, "□是"],
    ["a paper without a title", "", "定于开庭"],
    ["a paper without a title", "", "被告沂水县公安局"],
    ["a paper without a title", "", "受送达人签名"],
    ["a paper without a title", "", "送达文书"],
    ["a receipt of service", RECEIPT, "送达文书：行政判决书\n受送达人：张三\n"],
    ["a receipt of service", RECEIPT, "签收日期：2026年9月2日\n"],
    ["a judgment", JUDGMENT, "责令被告于本判决生效之日起六十日内"],
    ["a judgment", JUDGMENT, "一、撤销被告沂水县公安局作出的决定；\n"],
    ["a court's proposal", SUGGESTION, "建议你局"],
    ["a court's proposal", SUGGESTION, "请于收到本建议书之日起三十日内"],
    ["a notice of enforcement", ENFORCEMENT, "逾期不履行的，"],
    ["a notice of enforcement", ENFORCEMENT, "负责人"],
    ["an online sitting", ONLINE, "会议号：123 456 789\n"],
    ["an online sitting", ONLINE, "https://"],
  ])(
    "%s: %#",
    async (_, paper, words) => {
      expect(await leastGrowth(() => growthOf(paper, words)), words).toBeLessThan(MOST_GROWTH);
    },
    60_000,
  );

  it.each<[string, string, (n: number) => string]>([
    ["agencies sued", RECORD, (n) => `被告：沂水县第${n}公安局\n`],
    ["agencies in one list", JUDGMENT, (n) => `、沂水县第${n}公安局`],
    ["plaintiffs", JUDGMENT, (n) => `原告：${person(n)}，男\n`],
    ["heads", RECORD, (n) => `出庭负责人：${person(n)}，副局长\n`],
    ["agents", RECORD, (n) => `委托代理人：${person(n)}，民警\n`],
    ["speakers", RECORD, (n) => `${person(n)}：到庭。\n`],
    ["short names", RECORD, (n) => `沂水县公安局（以下简称县公${person(n)}局）\n`],
    ["numbers", SUMMONS, (n) => `（2026）鲁1323行初${n + 100}号\n`],
    ["days", JUDGMENT, (n) => `时间：2026年${1 + (n % 12)}月${1 + (n % 28)}日${n % 24}时\n`],
    ["clauses", LETTER, (n) => `原告${person(n)}诉被告沂水县第${n}公安局行政处罚一案\n`],
    ["orders", JUDGMENT, (n) => `${n}、撤销被告沂水县第${n}公安局作出的决定；\n`],
    ["lines of a table", RECORD, (n) => `${person(n)}\t副局长\t出庭负责人\t是\n`],
  ])(
    "of %s, another in each line",
    async (_, paper, line) => {
      expect(await leastGrowth(() => growthOf(paper, line))).toBeLessThan(MOST_GROWTH);
    },
    60_000,
  );

  it.each([
    ["a table of contacts", CONTACTS, "沂水县公安局,单娟\n"],
    ["a table of contacts", CONTACTS, "案\n"],
    ["a line that may head a ledger", "", "案号"],
    ["a line that may head a ledger", "", "案号,"],
  ])("as a file, %s: %#", async (_, paper, words) => {
    const text = (characters: number) => paper + words.repeat(Math.ceil(characters / words.length));
    let length = FIRST_LENGTH;
    await costOfFile(text(length));
    while (length < LAST_LENGTH && (await costOfFile(text(length))) < LEAST_COST) length *= 2;
    const growth = async () => {
      const [short, long] = [await costOfFile(text(length)), await costOfFile(text(length * TIMES))];
      return long / Math.max(short, LEAST_COST / 2);
    };
    expect(await leastGrowth(growth), words).toBeLessThan(MOST_GROWTH);
  });
});

describe("a paper that names more than is read", () => {
  it("of agencies says so, and goes to a person", () => {
    const read = readFacts(lengthened(JUDGMENT, (n) => `被告：沂水县第${n}公安局。\n`, 12_000));
    expect(read.respondents.length).toBeGreaterThan(490);
    expect(read.unread).toMatchObject([{ value: { kind: "beyond-limit", name: "当事人" } }]);
    const sixty = readFacts(lengthened(JUDGMENT, (n) => `被告：沂水县第${n}公安局。\n`, 60 * 15));
    expect([sixty.respondents.length > 55, sixty.unread]).toEqual([true, undefined]);
  });

  it("of heads says of no agency whether its head came", () => {
    const heads = (characters: number) =>
      readFacts(lengthened(RECORD, (n) => `出庭负责人：${person(n)}，副局长\n`, characters)).attendance;
    expect(heads(20_000)).toMatchObject([{ organ: { value: "沂水县公安局" } }]);
    expect(heads(20_000)[0]).not.toHaveProperty("headAttended");
    expect(heads(10)[0]).toHaveProperty("headAttended");
  });
});
