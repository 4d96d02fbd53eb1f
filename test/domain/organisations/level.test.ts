/** 层级: of which level is an agency, by its name and the district it counts to? And whose case is it, by its court? */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { CITY_ITSELF, UNKNOWN_JURISDICTION } from "../../../shared/domain/organisations/district.ts";
import { levelOf } from "../../../shared/domain/organisations/level.ts";
import { seats } from "../../../shared/domain/organisations/seat.ts";

describe("an agency", () => {
  it.each([
    ["山东省人民政府", CITY_ITSELF, "above-city"],
    ["山东省公安厅", CITY_ITSELF, "above-city"],
    ["内蒙古自治区卫生健康委员会", CITY_ITSELF, "above-city"],
    ["山东省公安厅交通警察总队", CITY_ITSELF, "above-city"],
    ["国家税务总局", CITY_ITSELF, "above-city"],
    ["国家知识产权局", CITY_ITSELF, "above-city"],
    ["中华人民共和国自然资源部", CITY_ITSELF, "above-city"],
    ["国务院", CITY_ITSELF, "above-city"],
    ["国家税务总局临沂市税务局", CITY_ITSELF, "city-department"],
    ["临沂市人民政府", CITY_ITSELF, "city-government"],
    ["临沂 市公安局", CITY_ITSELF, "city-department"],
    ["临沂高新技术产业开发区管理委员会", CITY_ITSELF, "city-government"],
    ["临沂经济技术开发区管委会", CITY_ITSELF, "city-government"],
    ["沂南县人民政府", "沂南县", "county-government"],
    ["沂南县公安局", "沂南县", "county-department"],
    ["沂南县政府办公室", "沂南县", "county-department"],
    ["沂南县综合行政执法局（沂南县人民政府）", "沂南县", "county-department"],
    ["沂南县界湖街道办事处", "沂南县", "township"],
    ["沂南县界湖街道", "沂南县", "township"],
    ["沂南县大庄镇人民政府", "沂南县", "township"],
    ["沂南县大庄镇政府", "沂南县", "township"],
    ["沂南县大庄镇", "沂南县", "township"],
    ["沂南县某乡", "沂南县", "township"],
    ["沂南县乡镇企业局", "沂南县", "county-department"],
    ["沂南县大庄镇某村村民委员会", "沂南县", "unknown"],
    ["某某村委会", "沂南县", "unknown"],
    ["某某居民委员会", "沂南县", "unknown"],
    ["村居委会管理局", "沂南县", "county-department"],
    ["某某局", UNKNOWN_JURISDICTION, "unknown"],
  ])("%s of %s: %s", (agency, jurisdiction, level) => {
    expect(levelOf(agency, jurisdiction)).toBe(level);
  });
});

describe("a case's court", () => {
  const courts = [
    { id: "court-1302" as never, name: "临沂市兰山区人民法院", aliases: ["兰山法院"], courtCode: "鲁1302" },
    { id: "court-1321" as never, name: "沂南县人民法院", aliases: ["沂南法院"], courtCode: "1321" },
    { id: "court-old" as never, name: "某某铁路运输法院", aliases: [] },
  ];
  const seatOf = seats(courts);
  it.each<[string, string, string | undefined, string, string]>([
    [
      "by the code of its number, whatever stands in the paper",
      "（2026）鲁1302行初7号",
      "沂南县人民法院",
      "court-1302",
      "临沂市兰山区人民法院",
    ],
    [
      "by its digits, where the directory leaves out the province",
      "（2026）鲁1321行初7号",
      undefined,
      "court-1321",
      "沂南县人民法院",
    ],
    [
      "one the directory doesn't know: by its code, under the name as written",
      "（2026）鲁1399行初7号",
      "某县人民法院",
      "鲁1399",
      "某县人民法院",
    ],
    [
      "… and where no paper says a name, by its code alone",
      "（2026）鲁1399行初7号",
      undefined,
      "鲁1399",
      "鲁1399",
    ],
    [
      "since 2016 a court without digits has a code as well",
      "（2016）鲁行终7号",
      "兰山法院",
      "鲁",
      "兰山法院",
    ],
    [
      "before 2016: by any name it is known under",
      "（2015）兰行初字第7号",
      "兰山 法院",
      "court-1302",
      "临沂市兰山区人民法院",
    ],
    ["before 2016, of a name nobody knows", "（2015）河行初字第7号", "河东法院", "河东法院", "河东法院"],
    ["before 2016, without any name", "（2015）河行初字第7号", undefined, "河", "河"],
    [
      "before 2016, with a code all the same",
      "（2015）鲁1302行初7号",
      undefined,
      "court-1302",
      "临沂市兰山区人民法院",
    ],
  ])("%s", (_, number, court, key, name) => {
    const found = seatOf({ caseNumber: caseNumber(number), court });
    expect([found.key, found.name, found.organisation?.id]).toEqual([
      key,
      name,
      key.startsWith("court-") ? key : undefined,
    ]);
  });
});
