import { describe, expect, it } from "vitest";
import { readFacts } from "../../shared/documents/read-document.ts";

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
    expect(kindOf(text)).toMatchObject({ value: "summons", rule: "title" });
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
});
