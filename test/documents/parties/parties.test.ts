import { describe, expect, it } from "vitest";
import { findLabels } from "../../../shared/documents/labels/labels.ts";
import { findParties } from "../../../shared/documents/parties/parties.ts";
import { CONFIDENCE } from "../../../shared/documents/text/confidence.ts";
import { flatten } from "../../../shared/documents/text/flat-text.ts";

function read(text: string) {
  const { plaintiffs, respondents, thirdParties } = findParties(flatten(text));
  return [plaintiffs, respondents, thirdParties].map((facts) => facts.map(({ value }) => value).join("、"));
}

describe("parties by their role in the first instance", () => {
  it.each([
    ["原告：张三\n被告：沂水县公安局", "张三", "沂水县公安局", ""],
    [
      "原告张三，男，1970年生。\n被告沂水县公安局，住所地沂水县。\n法定代表人王某，局长。",
      "张三",
      "沂水县公安局",
      "",
    ],
    ["原 告：张 三\n被 告：沂水县公安局 地址：正阳路 法定代表人：王某", "张三", "沂水县公安局", ""],
    ["原告：张三 李四\n被告：沂水县公安局、沂水县人民政府", "张三、李四", "沂水县公安局、沂水县人民政府", ""],
    ["原告：1.张三，男。\n2.李四，女。\n被告：沂水县公安局", "张三、李四", "沂水县公安局", ""],
    ["被告一：沂水县公安局\n被告二：沂水县人民政府\n原告：张三", "张三", "沂水县公安局、沂水县人民政府", ""],
    [
      "上诉人（原审被告）：沂水县公安局\n被上诉人（原审原告）：张三\n原审第三人：李四",
      "张三",
      "沂水县公安局",
      "李四",
    ],
    [
      "再审申请人（一审原告、二审上诉人）：张三\n被申请人（一审被告、二审被上诉人）：沂水县公安局",
      "张三",
      "沂水县公安局",
      "",
    ],
    ["上诉人：沂水县公安局\n被上诉人：张三，男，汉族", "张三", "沂水县公安局", ""],
    ["上诉人：张三（原审原告）\n被上诉人：沂水县公安局（原审被告）", "张三", "沂水县公安局", ""],
    [
      "书记员：今日到庭的有原告张三；被告沂水县公安局的副政委赵某；被告沂水县人民政府副县长钱某；第三人李四经传唤未到庭。",
      "张三",
      "沂水县公安局、沂水县人民政府",
      "李四",
    ],
    [
      "被告：沂水县人民政府\n原告张三诉被告沂水县公安局行政处罚、沂水县人民政府行政复议一案",
      "张三",
      "沂水县人民政府、沂水县公安局",
      "",
    ],
    ["原 告 ： 欧 阳 某 某\n被 告 ： 临 沂 市 公 安 局 兰 山 分 局", "欧阳某某", "临沂市公安局兰山分局", ""],
    [
      "被告沂水县住房和城乡建设局，住所地沂水县。\n原告山东某某（集团）有限公司。",
      "山东某某（集团）有限公司",
      "沂水县住房和城乡建设局",
      "",
    ],
    ["原告：张三\n被告：临沂市自然资源和规划局（原临沂市国土资源局）", "张三", "临沂市自然资源和规划局", ""],
    ["原告：张三\n被告：沂水县公安局（以下简称县公安局）\n第三人：", "张三", "沂水县公安局", ""],
    [
      "原告欧阳某某，女。\n被告临沂市公安局\n兰山分局，住所地临沂市。",
      "欧阳某某",
      "临沂市公安局兰山分局",
      "",
    ],
  ])("%s", (text, plaintiffs, respondents, thirdParties) =>
    expect(read(text)).toEqual([plaintiffs, respondents, thirdParties]),
  );

  it.each([
    ["本院受理原告张三诉被告沂水县公安局治安行政处罚一案", "张三", "沂水县公安局", ""],
    ["关于张三诉沂水县公安局、沂水县人民政府行政复议一案", "张三", "沂水县公安局、沂水县人民政府", ""],
    ["上诉人张三因与被上诉人沂水县公安局、原审第三人李四治安行政处罚一案", "张三", "沂水县公安局", "李四"],
    ["原告张三等12人诉被告沂水县人民政府土地行政征收一案", "张三", "沂水县人民政府", ""],
    ["原告张和平诉被告沂水县公安局交通警察大队行政处罚一案", "张和平", "沂水县公安局交通警察大队", ""],
  ])("%s", (text, plaintiffs, respondents, thirdParties) =>
    expect(read(text)).toEqual([plaintiffs, respondents, thirdParties]),
  );

  it("takes no speech of a record for a name", () => {
    const text =
      "原告：张三，男\n被告：沂水县公安局\n审判长：原告是否申请回避？\n原告：不申请。\n被告：申请延期。\n原告：无异议\n被告：同意";
    expect(read(text)).toEqual(["张三", "沂水县公安局", ""]);
  });

  it("is less sure of a role that only the party's nature tells", () => {
    const parties = findParties(flatten("上诉人：张三\n被上诉人：沂水县公安局"));
    expect(parties.respondents[0]).toMatchObject({
      confidence: CONFIDENCE.inferred,
      rule: "respondent-since-an-agency",
    });
  });
});

describe("parties named in the middle of a sentence", () => {
  it.each([
    ["因原告泉州某某广告有限公司于2026年8月11日申请撤回起诉，开庭取消。", "泉州某某广告有限公司", "", ""],
    ["公益诉讼起诉人：夷陵区人民检察院\n被告：太平溪镇人民政府", "夷陵区人民检察院", "太平溪镇人民政府", ""],
    ["原告应当在三日内提交证据，被告对证据有异议的可以提出。", "", "", ""],
    [
      "上诉人（原审原告）：1.祝长根，男；2.祝长水，男，住址同上；3.祝某花，女。",
      "祝长根、祝长水、祝某花",
      "",
      "",
    ],
    ["当事人：上诉人（原审原告）徐立，被上诉人（原审被告）崔各庄地区办事处", "徐立", "崔各庄地区办事处", ""],
  ])("%s", (text, ...sides) => {
    expect(read(text)).toEqual(sides);
  });
});

describe("whom a letter calls 你", () => {
  it.each([
    ["段新民：\n你与珠晖区人民政府行政征收一案，定于2026年5月13日开庭。", "段新民", "珠晖区人民政府", ""],
    [
      "某某矿业有限公司：\n你公司诉珠晖区水利局行政处罚一案，本院已受理。",
      "某某矿业有限公司",
      "珠晖区水利局",
      "",
    ],
  ])("%s", (text, ...sides) => {
    expect(read(text)).toEqual(sides);
  });
});

describe("names that end in what a sentence says next", () => {
  it.each([
    [
      "本院受理原告某某模具厂（普通合伙）与被告椒江区人民政府要求确认强制拆除违法一案",
      "某某模具厂（普通合伙）",
      "椒江区人民政府",
      "",
    ],
    [
      "原告石嘴山市大武口区星光网吧不服大武口区消防救援大队行政处罚一案",
      "石嘴山市大武口区星光网吧",
      "大武口区消防救援大队",
      "",
    ],
    [
      "原告四平市某某医院诉四平市卫生健康委员会及第三人车某、佟某医疗事故行政处理一案",
      "四平市某某医院",
      "四平市卫生健康委员会",
      "车某、佟某",
    ],
    [
      "案号：（2026）琼0108行初66号，当事人：符某某与海口市美兰区人民政府、海口市自然资源和规划局。",
      "符某某",
      "海口市美兰区人民政府、海口市自然资源和规划局",
      "",
    ],
  ])("%s", (text, ...sides) => {
    const flat = flatten(text);
    const { plaintiffs, respondents, thirdParties } = findParties(flat, findLabels(flat));
    expect(
      [plaintiffs, respondents, thirdParties].map((facts) => facts.map(({ value }) => value).join("、")),
    ).toEqual(sides);
  });
});
