import { describe, expect, it } from "vitest";
import { readFacts } from "../../../shared/documents/read-document.ts";

const kindOf = (text: string) => readFacts(text).kind;

describe("whose paper it is decides its kind as much as its title", () => {
  it("takes a bare 出庭通知书 for ours only where an agency is called", () => {
    const notice = (number: string, to: string) =>
      `路北区人民法院\n出庭通知书\n${number}\n${to}：\n定于2026年6月26日上午九时开庭，请届时派员出庭。`;
    expect(kindOf(notice("（2026）冀0203行初19号", "路北区水务局")).value).toBe("appearance-notice");
    expect(kindOf(notice("（2026）冀0203刑初19号", "路北区人民检察院")).value).toBe("other");
  });

  it("is no court's notice where a bureau of justice signs it", () => {
    const letter = (author: string) =>
      `${author}\n关于做好行政机关负责人出庭应诉工作的函\n丽水市林业局：\n请按时出庭。\n${author}\n2026年4月2日`;
    expect(kindOf(letter("丽水市司法局")).value).toBe("other");
    expect(kindOf(letter("丽水市莲都区人民法院")).value).toBe("appearance-notice");
  });

  it("reads what a title that says nothing stands over", () => {
    const paper = (said: string) => `太原市杏花岭区人民法院\n通知\n杏花岭区教育局：\n${said}\n2026年10月27日`;
    expect(kindOf(paper("开庭时间不变，开庭地点由第二法庭变更为第十法庭。")).value).toBe("summons");
    expect(kindOf(paper("本院行政审判庭迁址办公，请知悉。")).value).toBe("other");
  });

  it("finds the title inside a paper that is one paragraph", () => {
    const text =
      "水磨沟区人民法院开庭通知书（2026）新0105行初17号水磨沟区水务局：本院受理原告某某公司诉水磨沟区水务局行政处罚一案，定于2026年10月13日9时开庭，请你单位负责人出庭应诉。";
    expect(kindOf(text)).toMatchObject({ value: "summons", rule: "title-notice-of-a-hearing" });
  });
});

describe("papers of bodies that are no courts", () => {
  it.each([
    "任城区劳动人事争议仲裁委员会\n开庭通知书\n任城区城市管理局：\n本委受理的刘某与你单位争议一案，定于2026年6月23日9时开庭审理。",
    "城区人民政府行政复议机构\n行政复议听证通知书\n城区公安分局：\n梁某不服你局行政处罚决定申请行政复议一案，定于2026年5月15日9时举行听证。",
  ])("%s", (text) => {
    const { kind, administrative, respondents, hearing } = readFacts(text);
    expect([kind.value, administrative.value, respondents, hearing]).toEqual(["other", false, [], undefined]);
  });
});

describe("the case number", () => {
  it("is not another number of the paper where its own waits for its serial", () => {
    const summons = (serial: string) =>
      readFacts(
        `城关区人民法院\n传票\n案号：（2026）甘0102行初${serial}号\n备注：与（2026）甘0102行初310号案合并审理`,
      ).caseNumbers.map(({ value }) => value);
    expect(summons("311")).toEqual(["（2026）甘0102行初311号"]);
    expect(summons("    ")).toEqual([]);
  });

  it("is not the number an agency gives its letter", () => {
    const [number] = readFacts(
      "丽水市司法局\n关于转送传票的函\n丽司函〔2026〕33号\n丽水市林业局：\n现将莲都区人民法院（2026）浙1102行初19号案件传票转你局。",
    ).caseNumbers;
    expect(number?.value).toBe("（2026）浙1102行初19号");
  });

  it("may be written in Chinese numerals", () => {
    const numbers = (number: string) =>
      readFacts(`利通区人民法院\n传票\n案号：${number}\n案由：行政处罚`).caseNumbers.map(
        ({ value }) => value,
      );
    expect(numbers("（二〇二六）宁0302行初十九号")).toEqual(["（2026）宁0302行初19号"]);
    expect(numbers("（二○二六）宁0302行初一百二十三号")).toEqual(["（2026）宁0302行初123号"]);
  });

  it("goes to a person where the label and the head of the paper disagree", () => {
    const confidence = (head: string) =>
      readFacts(`高坪区人民法院\n传票\n${head}\n案号：（2026）川1303行初51号\n案由：行政给付`).caseNumbers[0]
        ?.confidence;
    expect(confidence("（2026）川1303行初51号")).toBeGreaterThan(0.8);
    expect(confidence("（2026）川1303行初15号")).toBeLessThan(0.8);
  });

  it("is every number that begins a line of a list", () => {
    const { caseNumbers } = readFacts(
      "黄岛区人民法院\n开庭通知\n黄岛区水务局：\n以下案件定于2026年9月16日开庭：\n（2026）鲁0211行初120号 原告薛某甲 9:00\n（2026）鲁0211行初121号 原告薛某乙 10:00",
    );
    expect(caseNumbers.map(({ value }) => value)).toEqual([
      "（2026）鲁0211行初120号",
      "（2026）鲁0211行初121号",
    ]);
  });

  it("stands behind 一案, whatever the case is about", () => {
    const { caseNumbers } = readFacts(
      "授权委托书\n委托人：堆龙德庆区人民政府\n委托人在某某公司诉堆龙德庆区人民政府取水许可行政撤销一案（案号：（2026）藏01行初12号）中授权代理人出庭。",
    );
    expect(caseNumbers.map(({ value }) => value)).toEqual(["（2026）藏01行初12号"]);
  });

  it("isn't taken for a quoted one because 第一审判庭 stands before it", () => {
    const { caseNumbers } = readFacts(
      "兰山区司法局\n关于组织旁听的通知\n定于2026年9月17日在区法院第一审判庭旁听，案件为（2026）鲁1302行初350号马某诉某街道办事处行政强制案。",
    );
    expect(caseNumbers.map(({ value }) => value)).toEqual(["（2026）鲁1302行初350号"]);
  });
});
