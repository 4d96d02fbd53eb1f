/**
 * The rules by which a handling unit is proposed, unless a policy has its own: who did the act answers for it, and else
 * whoever is in charge of the matter, after the rules of 青州 and 台儿庄. A cause that says neither proposes nobody.
 */
import type { HandlingRule } from "./handling-rule.ts";

function matter(
  words: readonly string[],
  named: readonly string[],
  without?: readonly string[],
): HandlingRule {
  return { when: { words, ...(without && { without }) }, proposes: { of: "office", named } };
}

/** The special before the general: the first that holds is the one. */
export const HANDLING_RULES: readonly HandlingRule[] = [
  { when: { review: "own-decision" }, proposes: { of: "bureau" } },
  { when: { review: "upheld" }, proposes: { of: "co-respondent" } },
  { when: { drafted: true }, proposes: { of: "drafter" } },
  matter(["信息公开"], ["政府办公室"]),
  matter(["工伤", "社会保险", "养老保险", "劳动保障", "退休"], ["人力资源"]),
  matter(["房屋征收", "国有土地上房屋", "保障性住房", "公租房", "物业"], ["住房和城乡建设", "住房保障"]),
  matter(["违法建设", "违章建筑", "违法建筑", "城市管理", "城管"], ["综合行政执法", "城市管理"]),
  matter(["林地", "林权", "林木"], ["林业"]),
  matter(["承包地", "土地承包", "渔业", "畜牧", "兽药", "种子"], ["农业农村"]),
  matter(["土地", "征地", "用地", "宅基地", "不动产", "规划许可", "采矿", "矿产"], ["自然资源"]),
  matter(["环境", "污染", "排污"], ["生态环境"]),
  matter(["河道", "取水", "水利", "水资源"], ["水利", "水务"]),
  matter(["公路", "道路运输", "客运", "货运"], ["交通运输"]),
  matter(["治安", "户籍", "户口", "消防监督"], ["公安"]),
  matter(["食品", "药品", "企业登记", "公司登记", "商标", "专利"], ["市场监督"]),
  matter(["学籍", "招生", "教师", "教育"], ["教育"], ["教育费附加"]),
  matter(["医疗", "卫生", "计划生育"], ["卫生健康"]),
  matter(["最低生活保障", "婚姻登记", "殡葬", "行政区划"], ["民政"]),
  matter(["退役军人", "抚恤", "优待"], ["退役军人"]),
  // 协议、补偿→具体部门: whoever is sued beside the government concluded or paid it.
  { when: { words: ["协议", "补偿"] }, proposes: { of: "co-respondent" } },
];
