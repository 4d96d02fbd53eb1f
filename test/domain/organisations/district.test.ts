import { describe, expect, it } from "vitest";
import { districtNamed, districtOf } from "../../../shared/domain/organisations/district.ts";

describe("the district in an agency's name", () => {
  it.each([
    ["临沂市兰山区人民政府", "兰山区"],
    ["山东省临沂市河东区市场监督管理局", "河东区"],
    ["兰山区市场监督管理局", "兰山区"],
    ["沂南县公安局", "沂南县"],
    ["沂南县市场监督管理局", "沂南县"],
    ["费县人民政府", "费县"],
    ["临沂市罗庄区盛庄街道办事处", "罗庄区"],
    ["国家税务总局临沂市兰山区税务局", "兰山区"],
    ["枣庄市滕州市公安局", "滕州市"],
    ["临沂高新技术产业开发区管理委员会", "临沂高新技术产业开发区"],
    ["临沂市公安局", "市本级"],
    ["临沂市人民政府", "市本级"],
    ["临沂市市场监督管理局", "市本级"],
    ["临沂市城市管理局", "市本级"],
    ["临沂市住房和城乡建设局", "市本级"],
    ["山东省公安厅", "省本级"],
    ["市场监督管理局", "未知"],
    ["公安局", "未知"],
    ["", "未知"],
  ])("%s: %s", (agency, district) => {
    expect(districtOf(agency)).toBe(district);
  });

  it("finds a branch's district among the known ones and guesses none", () => {
    const known = ["兰山区", "河东区", "费县"];
    expect(districtOf("临沂市公安局河东分局", known)).toBe("河东区");
    expect(districtOf("河东公安分局", known)).toBe("河东区");
    expect(districtOf("临沂市公安局河东分局")).toBe("未知");
    expect(districtOf("临沂市公安局直属分局", known)).toBe("未知");
  });

  it("knows a district by its short name", () => {
    expect(districtNamed("兰山", ["兰山区", "河东区"])).toBe("兰山区");
    expect(districtNamed("市直", [])).toBe("市本级");
    expect(districtNamed("沂水县", ["兰山区"])).toBe("沂水县");
  });
});
