import { describe, expect, it } from "vitest";
import { excuseIn, groundOf } from "../../../shared/domain/court/absence-ground.ts";
import { groundLabel } from "../../../shared/letters/wording/report-wording.ts";

describe("the class of a reason", () => {
  it.each([
    ["因公出差", "irreplaceable-duty"],
    ["参加省厅会议", "irreplaceable-duty"],
    ["在党校学习", "irreplaceable-duty"],
    ["防汛值班", "irreplaceable-duty"],
    ["疫情防控工作", "irreplaceable-duty"],
    ["因疫情被隔离", "force-majeure"],
    ["台风致道路中断", "force-majeure"],
    ["不可抗力", "force-majeure"],
    ["途中发生交通事故", "accident"],
    ["突发疾病", "accident"],
    ["因病住院", "other"],
    ["休产假", "other"],
    ["无正当理由", "none"],
    ["未说明理由", "none"],
    ["没有提供任何理由", undefined],
    ["未提供任何理由", "none"],
    ["理由不充分", "none"],
    ["未向法庭说明任何正当理由", "none"],
    ["没有向本院提交其原因", "none"],
    ["突发急病", "accident"],
    ["接受巡视", "irreplaceable-duty"],
    ["参加督察", "irreplaceable-duty"],
    ["洪水围困", "force-majeure"],
    ["暴雪封路", "force-majeure"],
    ["因故", undefined],
    ["其他", undefined],
    [undefined, undefined],
  ] as const)("%s → %s", (words, ground) => expect(groundOf(words)).toBe(ground));

  it("has a name each", () => {
    expect(groundLabel("irreplaceable-duty")).toBe("他人不能代替的公务");
    expect(groundLabel(undefined)).toBe("原因不明");
  });
});

describe("words that say another respondent's head appears (§3)", () => {
  it.each([
    ["经协商由市公安局负责人出庭", "agreed"],
    ["两被告商定由 复议机关 负责人出庭应诉", "agreed"],
    ["由共同被告负责人出庭", "agreed"],
    ["法院确定由区自然资源局负责人出庭", "court"],
    ["协商不成，由市公安局负责人出庭", undefined],
    ["未协商，由共同被告负责人出庭", undefined],
    ["两被告未能达成约定，由市公安局负责人出庭", undefined],
    ["法院经审查指定本案由区自然资源局负责人出庭", "court"],
    ["法院已开庭，后决定休庭，改由工作人员出庭", undefined],
    ["经请示由工作人员出庭", undefined],
    ["参加市委会议，由副科长出庭", undefined],
    ["因公务", undefined],
    [undefined, undefined],
  ])("%s: %s", (words, by) => expect(excuseIn(words)).toBe(by));
});
