/** Roll calls, answers for several agencies, notes of ledgers: kinds that the third unseen round showed, in further papers. */
import { describe, expect, it } from "vitest";
import { extractLedger, printedRow } from "../../shared/documents/ledger/case-ledger.ts";
import { gridOf } from "../../shared/documents/tables.ts";
import { read, record } from "./support/short-records.ts";

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
