/** Is every post that may not count explained to whoever checks it? */
import { expect, it } from "vitest";
import { judgeHead } from "../../../shared/domain/court/head.ts";
import { postDoubtWords, rankName } from "../../../shared/letters/wording/head-wording.ts";

it.each([
  ["", "局长", "机关名称或职务不详"],
  ["临沂市公安局", "民警", "“民警”系工作人员，不是负责人"],
  ["临沂市公安局", "党组成员", "“党组成员”是党内职务，是否行政负责人需核对"],
  ["临沂市公安局", "法制科负责人", "“法制科负责人”是内设机构或下属单位的负责人"],
  ["临沂市人民政府办公室", "办公室主任", "“办公室主任”可能是内设办公室的主任"],
  ["临沂市公安局", "法制科科长", "“法制科科长”是内设机构或所属单位的职务，不是临沂市公安局的负责人"],
  ["临沂市人民政府", "沂南县县长", "“沂南县县长”不是临沂市人民政府的职务，需核对是否可作为其负责人"],
  ["临沂市人民政府", "司法局局长", "“司法局局长”可能是其他机关或下级机关的职务，需核对"],
  ["临沂市公安局", "总工程师", "“总工程师”不能确定是否为负责人"],
])("of %s, %s: %s", (agency, title, words) => {
  const judged = judgeHead({ agency, title });
  expect("because" in judged && postDoubtWords(judged.because)).toBe(words);
});

it.each([
  [
    { type: "never-counted", post: "四级调研员", basis: "市依法治市办2026年第3号文" },
    "按市依法治市办2026年第3号文，“四级调研员”不计为负责人",
  ],
  [
    { type: "asked-about", post: "总工程师", basis: "市依法治市办2026年第3号文" },
    "按市依法治市办2026年第3号文，“总工程师”是否负责人须逐件核对",
  ],
  [
    { type: "like-one-listed", name: "龙滔", listed: "龙涛", post: "政委" },
    "“龙滔”与班子成员名单中的龙涛（政委）相差一字，需核对是否同一人",
  ],
  [{ type: "listed-twice", name: "王伟" }, "班子成员名单中“王伟”不止一处，职务不能对应，需核对是哪一位"],
  [
    { type: "listed-otherwise", post: "民警", listed: "政委" },
    "“民警”不是负责人，而班子成员名单中同名者为政委，需核对",
  ],
] as const)("%o", (doubt, words) => {
  expect(postDoubtWords(doubt)).toBe(words);
});

it("a rank has its name in letters", () => {
  expect((["principal", "deputy", "in-charge"] as const).map(rankName)).toEqual(["正职", "副职", "分管"]);
});
