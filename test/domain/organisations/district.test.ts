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

  it.each([
    // County-level cities, alone and behind their city or prefecture.
    ["诸城市公安局", "诸城市"],
    ["山东省诸城市人民政府", "诸城市"],
    ["潍坊市诸城市自然资源和规划局", "诸城市"],
    ["长葛市自然资源局", "长葛市"],
    ["许昌市长葛市城市管理局", "长葛市"],
    ["国家税务总局邹城市税务局", "邹城市"],
    ["津市市公安局", "津市市"],
    ["常德市津市市市场监督管理局", "津市市"],
    ["芒市公安局", "芒市"],
    ["霍林郭勒市公安局", "霍林郭勒市"],
    ["济源市人民政府", "济源市"],
    ["仙桃市公安局", "仙桃市"],
    // A district today, a city in older papers.
    ["济南市章丘市公安局", "章丘市"],
    // Cities that are none.
    ["许昌市公安局", "市本级"],
    ["东莞市公安局", "市本级"],
    ["聊城市市场监督管理局", "市本级"],
    // Districts whose names hold a word that ends one elsewhere.
    ["枣庄市市中区人民政府", "市中区"],
    ["青岛市市南区市场监督管理局", "市南区"],
    ["青岛市市北区人民政府", "市北区"],
    ["市中区自然资源局", "市中区"],
    ["聊城市东昌府区公安局", "东昌府区"],
    ["荆州市沙市区人民政府", "沙市区"],
    ["乌鲁木齐市新市区人民政府", "新市区"],
    ["营口市西市区人民政府", "西市区"],
    ["新乡市红旗区人民政府", "红旗区"],
    ["赣州市赣县区公安局", "赣县区"],
    ["南阳市社旗县公安局", "社旗县"],
    ["榆林市府谷县人民政府", "府谷县"],
    ["保定市容城县公安局", "容城县"],
    // Prefectures, in full and short.
    ["恩施土家族苗族自治州人民政府", "市本级"],
    ["恩施土家族苗族自治州恩施市公安局", "恩施市"],
    ["湖北省恩施土家族苗族自治州巴东县公安局", "巴东县"],
    ["恩施州利川市公安局", "利川市"],
    ["恩施州公安局", "市本级"],
    ["湘西土家族苗族自治州公安局", "市本级"],
    ["湘西土家族苗族自治州凤凰县人民政府", "凤凰县"],
    ["黔西南布依族苗族自治州兴义市公安局", "兴义市"],
    ["黔西南州兴义市公安局", "兴义市"],
    ["锡林郭勒盟正镶白旗公安局", "正镶白旗"],
    ["大兴安岭地区漠河市公安局", "漠河市"],
    // No list has it: which district it would be, nobody guesses.
    ["临沂市某某市公安局", "未知"],
    ["临沂市公安局金雀山派出所", "未知"],
    ["苏州工业园区管理委员会", "苏州工业园区"],
    ["临沂市住房和城市建设局", "市本级"],
    ["临沂市城市管理局", "市本级"],
    ["临沂市智慧城市运行中心", "市本级"],
  ])("is never guessed as the city's own: %s: %s", (agency, district) => {
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
