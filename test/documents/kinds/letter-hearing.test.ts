import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

const CASE = "贵院受理的（2026）鲁1323行初45号张三诉我局治安行政处罚一案";
const letter = (title: string, says: string) =>
  `${title}\n沂水县人民法院：\n    ${says}\n沂水县公安局\n2026年10月20日`;
const read = (text: string) => toReading(readFacts(text));

describe("the sitting that an agency's letter is for", () => {
  it.each([
    ["情况说明", `${CASE}，定于2026年10月30日上午9时开庭。局长因会议不能出庭。`, "2026-10-30T09:00:00+08:00"],
    [
      "情况说明",
      `${CASE}，贵院已于2026年10月9日上午9时开庭审理，局长未能出庭。`,
      "2026-10-09T09:00:00+08:00",
    ],
    [
      "情况说明",
      `${CASE}，原定于2026年10月30日上午9时开庭，现延期至2026年11月6日上午9时开庭，局长不能出庭。`,
      "2026-11-06T09:00:00+08:00",
    ],
    [
      "延期开庭申请书",
      `${CASE}，定于2026年10月30日上午9时开庭。我局恳请于2026年11月6日上午9时开庭审理。`,
      "2026-10-30T09:00:00+08:00",
    ],
    [
      "情况说明",
      `${CASE}，将于10月30日上午9时在贵院第一审判庭开庭审理，局长因会议不能出庭。`,
      "2026-10-30T09:00:00+08:00",
    ],
  ])("%s: %s", (title, says, start) => {
    const { hearing, evidence } = read(letter(title, says));
    expect(hearing?.start).toBe(start);
    expect(evidence["hearing.start"]?.rule).toMatch(/^sitting-named-in-letter-/);
    expect(evidence["hearing.start"]?.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it("of a form is the one set so far, and not the one asked for", () => {
    const form = (rows: string) =>
      `延期开庭申请表\n案号\t（2026）鲁1323行初45号\n申请人\t沂水县公安局\n${rows}\n沂水县公安局\n2026年10月20日`;
    const both = form("原定开庭时间\t2026年10月30日9时\n申请延期至\t2026年11月6日9时");
    expect(read(both).hearing?.start).toBe("2026-10-30T09:00:00+08:00");
    expect(read(form("申请延期后开庭时间\t2026年11月6日9时")).hearing).toBeUndefined();
  });

  it("on a day that can't be is for a person to see", () => {
    const { evidence } = read(letter("情况说明", `${CASE}，定于2025年10月30日上午9时开庭，局长不能出庭。`));
    expect(evidence["hearing.start"]?.confidence).toBeLessThan(0.8);
  });
});

describe("a day in an agency's letter that is no sitting of its case", () => {
  it.each([
    ["when a paper came", "情况说明", `${CASE}，我局于2026年10月10日收到开庭传票。局长不能出庭应诉。`],
    ["why the head is away", "情况说明", `${CASE}，局长于2026年10月30日赴济南参加培训，不能出庭应诉。`],
    [
      "another court's",
      "情况说明",
      `${CASE}，局长2026年10月30日上午在沂南县人民法院参加开庭，不能出庭应诉。`,
    ],
    [
      "another case's",
      "情况说明",
      `${CASE}，同日局长须参加贵院于2026年10月30日上午9时开庭审理的李四诉我局一案，不能出庭。`,
    ],
    ["one asked for", "延期开庭申请书", `${CASE}，建议贵院将本案安排在2026年11月5日上午9时开庭。`],
    ["one wished for", "延期开庭申请书", `${CASE}，望贵院于2026年11月6日上午9时开庭。`],
    ["when the head is back", "延期开庭申请书", `${CASE}，局长于2026年11月6日返回后可以出庭应诉。`],
    [
      "offered",
      "关于申请变更开庭时间的函",
      `${CASE}，我局提出如下时间供贵院选择：2026年11月25日上午9时开庭。`,
    ],
    ["somebody's visit", "情况说明", `${CASE}，第三人王五于2026年10月10日到庭领取材料。局长未能出庭。`],
    [
      "of an appearance elsewhere",
      "情况说明",
      `${CASE}，局长于2026年10月18日出庭应诉李某诉我局另外一起案件时受伤，不能出庭。`,
    ],
    ["its own hearing's", "情况说明", `${CASE}，我局于2026年10月6日开庭听取张三申辩。局长不能出庭。`],
    ["of a step of the court", "情况说明", `${CASE}，贵院于2026年10月10日恢复审理，局长不能出庭。`],
    ["of a change of procedure", "应诉报告", `${CASE}，贵院于2026年10月10日转为普通程序审理，局长不能出庭。`],
    ["one of two", "情况说明", `${CASE}，贵院于2026年10月9日、10月16日两次开庭审理，局长均未出庭。`],
    ["a conference before it", "情况说明", `${CASE}，定于2026年10月28日上午9时召开庭前会议，局长不能参加。`],
    ["the judgment's", "情况说明", `${CASE}，贵院定于2026年10月30日上午9时宣判，局长不能到庭。`],
    ["one taken back", "情况说明", `${CASE}，原定于2026年10月30日上午9时开庭，现已延期，时间另行通知。`],
    ["an earlier one", "情况说明", `${CASE}，第一次开庭于2026年9月1日进行，局长到庭。第二次开庭时间未定。`],
    [
      "one of two that contradict",
      "情况说明",
      `${CASE}，定于2026年10月30日上午9时开庭；传票载明开庭时间为2026年10月31日上午9时。局长不能出庭。`,
    ],
    [
      "two cases'",
      "关于出庭负责人的函",
      "现送上（2026）鲁1323行初45号、（2026）鲁1323行初46号两案材料，两案定于2026年10月30日上午9时开庭。",
    ],
  ])("%s", (_, title, says) => {
    expect(read(letter(title, says)).hearing).toBeUndefined();
  });

  it("stands in a citizen's authorisation too", () => {
    const text =
      "授权委托书\n委托人：张三，男，1980年3月5日出生\n受委托人：李四，山东某律师事务所律师\n委托人与沂水县公安局治安行政处罚一案（2026）鲁1323行初45号，定于2026年10月30日上午9时开庭，现委托李四出庭。\n2026年10月20日";
    expect(read(text).hearing).toBeUndefined();
  });
});
