import { describe, expect, it } from "vitest";
import { readClause } from "../../../shared/documents/parties/case-clause.ts";

/** Who claims / who answers / third parties: what about. */
function read(text: string): string | undefined {
  const clause = readClause(text);
  if (clause === undefined) return undefined;
  const names = (...sides: string[]) =>
    clause.parties
      .filter(({ side }) => sides.includes(side))
      .map(({ name, meant = "" }) => name || meant)
      .join("、");
  return `${names("claims", "either")} / ${names("answers")} / ${names("third")}: ${clause.cause ?? ""}`;
}

describe("the sentence about the case", () => {
  it.each([
    ["本院受理原告张三诉被告沂水县公安局治安行政处罚", "张三 / 沂水县公安局 / : 治安行政处罚"],
    [
      "沂水县水利局，（2026）鲁1323行初5号原告某某有限公司与被告沂水县水利局行政处罚",
      "某某有限公司、沂水县水利局 /  / : 行政处罚",
    ],
    ["上诉人北关街道办事处因被上诉人葛秀英诉其限期拆除决定", "葛秀英 / 北关街道办事处 / : 限期拆除决定"],
    [
      "原告喻世芬不服汇川区人民政府作出的汇府征补〔2025〕21号房屋征收补偿决定及遵义市人民政府作出的遵府行复〔2026〕17号行政复议决定",
      "喻世芬 / 汇川区人民政府、遵义市人民政府 / : 房屋征收补偿决定及行政复议",
    ],
    [
      "新疆某某建筑公司诉水磨沟区人力资源和社会保障局、第三人吾某工伤保险资格认定",
      "新疆某某建筑公司 / 水磨沟区人力资源和社会保障局 / 吾某: 工伤保险资格认定",
    ],
    [
      "定于2026年11月9日上午9时公开开庭审理的国某诉大仲村镇人民政府行政强制",
      "国某 / 大仲村镇人民政府 / : 行政强制",
    ],
    ["你局作为被告的李某明诉行政不作为", "李某明 /  / : 行政不作为"],
    ["就查某诉答辩人房屋行政强制", "查某 /  / : 房屋行政强制"],
    ["您诉佛山市人力资源和社会保障局工伤认定", "greeted / 佛山市人力资源和社会保障局 / : 工伤认定"],
    ["张桂花诉你局不履行法定职责", "张桂花 / addressee / : 不履行法定职责"],
    ["我单位与张福祥物业管理行政投诉处理", "author、张福祥 /  / : 物业管理行政投诉处理"],
  ])("%s", (text, sides) => {
    expect(read(text)).toBe(sides);
  });

  it("says so where a name may be longer or shorter than read", () => {
    const unsure = readClause("贵院就某事通知的斯琴高娃诉赛罕区民政局行政给付");
    expect(unsure?.parties[0]?.isSure).toBe(false);
    const named = readClause("原告斯琴高娃诉赛罕区民政局行政给付");
    expect(named?.parties[0]).toMatchObject({ name: "斯琴高娃", isSure: true });
  });
});
