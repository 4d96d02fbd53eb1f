/** Rare names, roll calls and notes that the third unseen round showed, each in further papers than the one that showed it. */
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { extractLedger, printedRow } from "../../shared/documents/ledger/case-ledger.ts";
import { readFacts } from "../../shared/documents/read-document.ts";
import { gridOf } from "../../shared/documents/tables.ts";

const read = (text: string) => toReading(readFacts(text));
const record = (lines: string) =>
  read(
    `山东省沂水县人民法院\n庭审笔录\n案号：（2026）鲁1323行初45号\n案由：水行政处罚\n时间：2026年9月8日9时00分\n地点：第三审判庭\n审判长：周舟\n书记员：吴桐\n${lines}`,
  );
const attended = (lines: string) => record(lines).attendance?.[0];
const asked = (question: string, answer: string, more = "") =>
  attended(
    `审判长：原告张建国？\n原告：到庭。\n审判长：被告沂水县水利局${question}\n被告：${answer}\n${more}审判长：休庭。`,
  );
/** How sure a reading is of whether the head came. */
const sureness = (reading: ReturnType<typeof read>) =>
  reading.evidence["attendance[0].headAttended"]?.confidence ?? 0;

describe("a head whose family name no list knows", () => {
  const judgment = (came: string) =>
    read(
      `山东省临沂市中级人民法院\n行政判决书\n（2026）鲁13行终45号\n上诉人（原审原告）：张建国，男。\n被上诉人（原审被告）：沂水县水利局。\n法定代表人：鲍青山，局长。\n委托代理人：尤丹，该局水政科科员。\n上诉人张建国因诉被上诉人沂水县水利局水行政处罚一案，不服沂水县人民法院（2025）鲁1323行初4号行政判决，向本院提起上诉。本院于2026年9月8日公开开庭审理了本案。上诉人张建国，${came}到庭参加诉讼。本案现已审理终结。\n驳回上诉，维持原判。`,
    );
  it.each([
    ["被上诉人沂水县水利局副局长图雅、委托代理人尤丹", "图雅"],
    ["被上诉人沂水县水利局副局长糟玉梅及委托代理人尤丹", "糟玉梅"],
    ["被上诉人沂水县水利局的副局长恩和，委托代理人尤丹", "恩和"],
  ])("in the sentence of a judgment: %s", (came, headName) => {
    expect(judgment(came).attendance).toMatchObject([{ headAttended: true, headName, headTitle: "副局长" }]);
  });

  it.each([
    ["？", "副局长蜂建国出庭，代理人赵亮，水政科科长。", "", "蜂建国"],
    ["，到庭人员？", "副局长马海日格，委托代理人赵亮，水政科科长。", "马海日格：没有意见。\n", "马海日格"],
    ["出庭的是谁？", "副局长图门。代理人因病没来。", "审判长：图门，请说明。\n图门：好的。\n", "图门"],
    ["出庭的有？", "副局长恩克、代理人赵亮（水政科科长）。", "恩克（10时20分）：我补充。\n", "恩克"],
  ])("in an answer: %s %s", (question, answer, more, headName) => {
    expect(asked(question, answer, more)).toMatchObject({ headAttended: true, headName });
  });

  it.each([
    "局长委托赵亮",
    "局长专程",
    "局长秘书",
    "书记员恩克",
    "主任医师",
    "局长助理恩克",
    "副局长指派的干部",
  ])("and who is none: %s", (who) => {
    const reading = record(`书记员：原告张建国到庭；被告沂水县水利局${who}到庭。`);
    expect(reading.attendance?.[0]?.headAttended === true && sureness(reading) >= 0.8).toBe(false);
  });

  it.each(["局长答应出庭", "局长有事", "局长说好要来", "副局长正在赶来", "局长可能要来", "局长承诺到庭"])(
    "an agency that says no more than: %s",
    (words) => {
      expect(asked("，到庭人员？", `${words}，代理人赵亮，水政科科长。`)?.headAttended).not.toBe(true);
    },
  );

  it("is never taken for absent because nobody could read the name", () => {
    for (const name of ["马海尔体", "阿西卓雅妮", "图瓦科夫"])
      expect(asked("，到庭人员？", `副局长${name}，委托代理人赵亮，水政科科长。`)?.headAttended).toBe(
        "review",
      );
  });
});

describe("the title of a head", () => {
  it("is the fuller of two that a record gives of the same person", () => {
    expect(
      asked(
        "谁到庭？",
        "副局长王强到庭。",
        "审判长：请介绍身份。\n王强：我是王强，该局党委委员、副局长，作为行政机关负责人出庭。\n",
      ),
    ).toMatchObject({ headAttended: true, headName: "王强", headTitle: "党委委员、副局长" });
  });
  it.each([
    ["该旗副旗长", "副旗长"],
    ["该县副县长", "副县长"],
  ])("has no %s", (title, bare) => {
    const place = bare.at(-2) ?? "";
    const text = `内蒙古自治区包头市中级人民法院\n行政判决书\n（2026）内02行初2号\n原告：张建国，男。\n被告：白云${place}人民政府。\n法定代表人：李明，${place}长。\n机关出庭负责人陶立，${title}。\n委托代理人：崔海，该${place}司法局工作人员。\n原告张建国诉被告白云${place}人民政府行政赔偿一案，本院于2026年4月14日公开开庭审理了本案。原告张建国，被告白云${place}人民政府副${place}长陶立、委托代理人崔海到庭参加诉讼。判决如下：\n驳回原告张建国的诉讼请求。`;
    expect(read(text).attendance).toMatchObject([{ headAttended: true, headName: "陶立", headTitle: bare }]);
  });
});

describe("several agencies in one hearing", () => {
  const two = (answers: string) =>
    record(
      `原告：张建国，到庭。\n被告：沂水县卫生健康局\n法定代表人：屠佩，局长。\n被告：沂水县人民政府\n法定代表人：宿群，县长。\n二被告共同委托代理人：鹿野，山东某某律师事务所律师，到庭。\n${answers}`,
    ).attendance;

  it.each([
    [
      "县卫健局局长在市里参加会议，书面说明已交；县政府因公务繁忙，书面说明也交了。",
      "在市里参加会议",
      "公务繁忙",
    ],
    ["县卫生健康局局长在省里学习；县政府因参加防汛，说明已交。", "在省里学习", "参加防汛"],
  ])("each has its own reason: %s", (answer, first, second) => {
    const [one, other] =
      two(`审：二被告的负责人今天有没有到庭？\n鹿：都没有到庭。${answer}\n审：收到。`) ?? [];
    expect(one).toMatchObject({ headAttended: false });
    expect(one?.absenceReason).toContain(first);
    expect(other).toMatchObject({ headAttended: false });
    expect(other?.absenceReason).toContain(second);
  });

  it.each([
    ["县卫健局局长因在省里开会未到庭；县政府县长因参加防汛未到庭。", "在省里开会", "参加防汛"],
    ["县政府县长因参加防汛未到庭；县卫生健康局局长因病住院未到庭。", "因病住院", "参加防汛"],
  ])("each is absent for its own reason: %s", (answer, first, second) => {
    const entries = two(`审：二被告的负责人今天有没有到庭？\n鹿：${answer}\n审：收到。`);
    expect(entries).toMatchObject([
      { headAttended: false, absenceReason: first },
      { headAttended: false, absenceReason: second },
    ]);
  });

  it.each([
    "县政府县长因参加防汛未到庭；县卫生健康局副局长王强到庭。",
    "县卫生健康局副局长王强到庭；县政府负责人未到庭，参加防汛。",
  ])("one came and the other not: %s", (answer) => {
    const [one, other] = two(`审：二被告的负责人今天有没有到庭？\n鹿：${answer}\n审：收到。`) ?? [];
    expect(one?.headAttended).not.toBe(false);
    expect(other?.headAttended).not.toBe(true);
  });

  it.each([
    "两被告事先商定，由县卫生健康局的负责人出庭，我方负责人就不再出庭。",
    "经协商由县卫生健康局负责人出庭，我单位负责人没有出庭。",
  ])("one leaves it to the other: %s", (words) => {
    const entries = record(
      `审判长：被告沂水县卫生健康局？\n被告一：副局长王强出庭，代理人余剑，该局法规股股长。\n审判长：被告沂水县人民政府？\n被告二：代理人赵亮，县司法局科长。${words}\n审判长：两被告负责人出庭的协商结果法庭予以确认。`,
    ).attendance;
    expect(entries).toMatchObject([
      { organ: "沂水县卫生健康局", headAttended: true, headName: "王强" },
      { organ: "沂水县人民政府", headAttended: false },
    ]);
  });

  it.each([
    ["一级主任科员国庆丰", false],
    ["法规科科长李敏", false],
    ["副局长李敏", true],
  ])("one whose list has no agents sent %s", (who, came) => {
    const text = `山东省沂水县人民法院\n行政判决书\n（2026）鲁1323行初8号\n原告张建国，男。\n被告沂水县四十里镇人民政府。\n法定代表人亓连胜，镇长。\n被告沂水县水利局。\n法定代表人邵克勤，局长。\n原告张建国诉被告沂水县四十里镇人民政府（以下简称四十里镇政府）、沂水县水利局（以下简称县水利局）行政强制一案，本院于2026年5月28日公开开庭。原告张建国，被告四十里镇政府的副镇长昝明辉及委托代理人车伟，县水利局的${who}到庭参加诉讼。判决如下：\n驳回原告张建国的诉讼请求。`;
    expect(read(text).attendance).toMatchObject([
      { organ: "沂水县四十里镇人民政府", headAttended: true },
      { organ: "沂水县水利局", headAttended: came },
    ]);
  });
});

describe("claimants as a record calls them up", () => {
  it.each([
    ["原告沂水必背绣花工坊，到庭人员？", "沂水必背绣花工坊"],
    ["原告沂水县八面山采石坑是否到庭？", "沂水县八面山采石坑"],
    ["原告沂水老五面点铺，谁代表？", "沂水老五面点铺"],
    ["原告旦增曲珍到庭了吗？", "旦增曲珍"],
  ])("%s", (question, name) => {
    const { plaintiffs } = record(
      `审判长：${question}\n原告：到庭。\n审判长：被告沂水县水利局？\n被告：局长王强到庭。`,
    );
    expect(plaintiffs).toEqual([name]);
  });
  it.each([
    "原告委托代理人是否到庭？",
    "原告申请的证人是否到庭？",
    "原告今天谁到庭？",
    "原告申请鉴定人是否到庭？",
  ])("%s names nobody", (question) => {
    const { plaintiffs } = record(
      `审判长：${question}\n原告：到庭。\n审判长：被告沂水县水利局？\n被告：局长王强到庭。`,
    );
    expect(plaintiffs ?? []).toEqual([]);
  });
});

describe("notes and rows of a ledger", () => {
  const N = (serial: number) => `（2026）云0423行初${serial}号`;
  it.each(["★", "●", "◆"])("a mark %s that its note explains", (mark) => {
    const rows =
      extractLedger(
        gridOf(
          [
            `说明：负责人出庭栏“√”为出庭，“×”为未出庭。涉企栏“${mark}”为涉企案件，空白为非涉企案件。`,
            "案号|被告|开庭日期|负责人出庭|涉企|结果",
            `${N(1)}|通海县民政局|7月3日|√||撤销`,
            `${N(2)}|通海县公安局|7月7日|×|${mark}|驳回`,
          ].map((line) => line.split("|")),
        ),
      )?.rows.map(printedRow) ?? [];
    expect(rows.map(({ enterprise }) => enterprise)).toEqual([false, true]);
  });

  it("a row with nothing but a further agency goes on with the case above; a line of words is a note", () => {
    const rows =
      extractLedger(
        gridOf(
          [
            "案号|当事人|被诉行政机关|是否开庭|负责人出庭情况|裁判结果",
            `${N(1)}|张建国 诉 通海县公安局等|通海县公安局|否（书面审理）||驳回上诉 维持原判`,
            "||通海县人民政府|||",
            `${N(2)}|张建国 诉 通海县水利局|通海县水利局|是|未出庭|驳回`,
            "||本表由行政审判庭填报|||",
          ].map((line) => line.split("|")),
        ),
      )?.rows.map(printedRow) ?? [];
    expect(rows.map(({ caseNumber, respondent, heard }) => [caseNumber, respondent, heard])).toEqual([
      [N(1), "通海县公安局", false],
      [N(1), "通海县人民政府", false],
      [N(2), "通海县水利局", true],
    ]);
  });
});

describe("causes behind a name", () => {
  it.each([
    ["上诉人沂水县退役军人事务局与被上诉人董小锅优待抚恤行政给付一案", "优待抚恤行政给付", "董小锅"],
    ["上诉人沂水县退役军人事务局与被上诉人董小锅抚恤优待行政给付一案", "抚恤优待行政给付", "董小锅"],
    ["上诉人沂水县水利局与被上诉人向显达林地承包行政处理一案", "林地承包行政处理", "向显达"],
  ])("%s", (words, cause, plaintiff) => {
    const text = `开庭公告\n山东省临沂市中级人民法院定于2026年10月15日16时在第二审判庭公开审理${words}，案号：（2026）鲁13行终77号。`;
    expect(read(text)).toMatchObject({ cause, plaintiffs: [plaintiff] });
  });
});

describe("where a court on circuit sat, as its judgment says", () => {
  it.each(["夏日哈巡回审判点", "高寨镇便民办案点", "沂水县四十里镇张家村村委会", "沂水县党群服务中心"])(
    "%s",
    (place) => {
      const text = `山东省沂水县人民法院\n行政判决书\n（2026）鲁1323行初8号\n原告：张建国，男。\n被告：沂水县水利局。\n法定代表人：李明，局长。\n原告张建国诉被告沂水县水利局水行政处罚一案，本院于2026年5月4日立案，于2026年6月15日上午在${place}公开开庭审理。原告张建国到庭参加诉讼。判决如下：\n驳回原告张建国的诉讼请求。`;
      expect(read(text).hearing).toEqual({ start: "2026-06-15", place });
    },
  );
});

describe("a head who came to the first sitting and not to this one", () => {
  const second = (words: string, agents = "委托代理人要丽、祁东到庭，都是局里的工作人员。") =>
    asked("？", `${agents}${words}`);
  it.each([
    "药局长第一次已经出过庭了，这次没有来。",
    "我局副局长上次出过庭，今天没来。",
    "分管副局长首次开庭时来过，这次未到庭。",
  ])("%s", (words) => {
    expect(second(words)).toMatchObject({ headAttended: false });
  });
  it("is for a person where somebody of an open post came instead", () => {
    expect(
      second("药局长第一次已经出过庭了，这次没有来。", "党组成员王强、委托代理人要丽到庭。")?.headAttended,
    ).not.toBe(true);
  });
  it("leaves a deputy who came what he is", () => {
    expect(
      second("药局长第一次已经出过庭了，这次没有来。", "副局长王强、委托代理人要丽（该局科员）到庭。")
        ?.headAttended,
    ).not.toBe(false);
  });
});

describe("words behind a chief's post that begin with a family name", () => {
  const WORDS = [
    "空缺",
    "迟到",
    "马上到庭",
    "正停车",
    "工作忙",
    "有急事",
    "家里有事",
    "党校学习",
    "山洪抢险",
    "来晚了",
  ];
  it.each(WORDS)("局长%s: nobody came who is accepted as a head", (words) => {
    for (const question of ["，到庭人员？", "出庭的是？", "？", "的负责人是否到庭？", "谁出庭？"])
      for (const tail of ["，委托代理人赵亮，水政科科长。", "，代理人赵亮到庭。"]) {
        const reading = record(
          `审判长：原告张建国？\n原告：到庭。\n审判长：被告沂水县水利局${question}\n被告：局长${words}${tail}\n审判长：休庭。`,
        );
        const isAccepted = reading.attendance?.[0]?.headAttended === true && sureness(reading) >= 0.8;
        expect(isAccepted, `${question} ${tail}`).toBe(false);
      }
  });

  it.each(["图门", "玉香叫", "完么才让", "索朗平措", "撒米拉"])(
    "%s, named as the one who came, is never absent",
    (name) => {
      for (const answer of [
        `今天出庭的是局长${name}，代理人赵亮，水政科科长。`,
        `副局长${name}，委托代理人赵亮，水政科科长。`,
        `我局副局长${name}和委托代理人赵亮（水政科科长）到庭。`,
      ])
        expect(asked("，到庭人员？", answer)?.headAttended, answer).not.toBe(false);
    },
  );

  it("somebody who gives his own name and post is not overlooked", () => {
    const lines =
      "原告：张建国，到庭。\n被告：沂水县水利局。法定代表人：李明，局长。\n委托代理人：赵亮，水政科科长，到庭。\n审判长：被告还有谁？\n图门：我是图门，该局副局长。\n审判长：休庭。";
    expect(attended(lines)?.headAttended).not.toBe(false);
  });
});
