import { describe, expect, it } from "vitest";
import { groundOf } from "../../../shared/domain/court/absence-ground.ts";
import { departmentOf } from "../../../shared/domain/statistics/department.ts";
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
    ["因故", undefined],
    ["其他", undefined],
    [undefined, undefined],
  ] as const)("%s → %s", (words, ground) => expect(groundOf(words)).toBe(ground));

  it("has a name each", () => {
    expect(groundLabel("irreplaceable-duty")).toBe("他人不能代替的公务");
    expect(groundLabel(undefined)).toBe("原因不明");
  });
});

describe("the branch of an agency", () => {
  it.each([
    ["临沂市公安局河东分局", "公安"],
    ["沂南县公安局交通警察大队", "公安"],
    ["临沂市兰山区人民政府", "政府"],
    ["临沂市兰山区人民政府柳青街道办事处", "乡镇街道"],
    ["沂南县大庄镇人民政府", "乡镇街道"],
    ["临沂市自然资源和规划局", "自然资源"],
    ["兰山区综合行政执法局", "综合执法"],
    ["临沂市人力资源和社会保障局", "人力资源社会保障"],
    ["临沂市医疗保障局", "医疗保障"],
    ["临沂高新技术产业开发区管理委员会", "开发区"],
    ["河东区卫生健康局", "卫生健康"],
    ["国家税务总局临沂市税务局", "税务"],
    ["某某委员会", "其他"],
  ])("%s → %s", (agency, branch) => expect(departmentOf(agency)).toBe(branch));
});
