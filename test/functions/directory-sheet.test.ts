/** The directory out of a sheet of contacts (通讯录), as an admin uploads it. */
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { lookup, type Organisation } from "../../shared/domain/organisations/directory.ts";
import { gbk } from "../documents/support/gbk.ts";
import { at } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";
import { whyRejected } from "../support/rejections.ts";

const HEADING = [
  "序号",
  "单位名称",
  "简称",
  "类别",
  "级别",
  "辖区",
  "上级单位",
  "法院代码",
  "岗位",
  "联系人",
  "邮箱",
  "联系电话",
];
type Row = readonly string[];
const GOOD: readonly Row[] = [
  [
    "1",
    "费县人民法院",
    "山东省费县人民法院",
    "法院",
    "县区级",
    "费县",
    "",
    "鲁1325",
    "立案庭",
    "田某",
    "clerk@feixian-court.example.org",
    "0539-5000001",
  ],
  [
    "2",
    "费县司法局",
    "",
    "",
    "",
    "费县",
    "费县人民政府",
    "",
    "值班",
    "司某",
    "yingsu@feixian-justice.example.org",
    "",
  ],
  ["3", "费县人民政府", "", "", "", "费县", "", "", "法制科室", "府某", "fazhi@feixian.example.org", ""],
  [
    "4",
    "费县公安局",
    "费县公安",
    "",
    "",
    "费县",
    "费县人民政府",
    "",
    "法制科室",
    "公某",
    "fazhi@feixian-police.example.org",
    "0539-5000002",
  ],
  ["", "费县公安局", "", "", "", "", "", "", "负责人", "安某", "head@feixian-police.example.org", ""],
  [
    "5",
    "费县费城街道办事处",
    "",
    "",
    "",
    "费县",
    "费县人民政府",
    "",
    "",
    "街某",
    "jd@feixian.example.org",
    "",
  ],
  ["6", "沂南县公安局", "", "", "", "沂南县", "", "", "法制科室", "方某", "new@yinan-police.example.org", ""],
];

async function xlsx(rows: readonly Row[], heading: Row = HEADING): Promise<Uint8Array> {
  const title = ["临沂市行政应诉工作通讯录", ...heading.slice(1).map(() => "")];
  const all = [title, heading, ...rows].map((row) => [...row]);
  return writeXlsx({ sheets: [{ name: "通讯录", rows: all }] });
}

async function city() {
  const made = memoryCity(at("09-08"));
  await made.upload(DIRECTORY);
  return made;
}

type City = Awaited<ReturnType<typeof city>>;
const named = async (made: City, name: string): Promise<Organisation | undefined> =>
  (await made.directory.find(lookup.name(name)))[0];
const answer = (made: City) => made.sent.at(-1)?.notice.content;

describe("a sheet of contacts", () => {
  it("becomes the directory: what it leaves out follows from the names, rows of one name are one", async () => {
    const made = await city();
    expect(await made.put("directory", "通讯录.xlsx", await xlsx(GOOD))).toBe("read");
    expect(await named(made, "山东省费县人民法院")).toMatchObject({
      id: "court-1325",
      kind: "court",
      level: "county",
      courtCode: "鲁1325",
      contacts: [{ role: "clerk", name: "田某", phone: "0539-5000001" }],
    });
    const government = await named(made, "费县人民政府");
    expect(government).toMatchObject({ kind: "government", level: "county", jurisdiction: "费县" });
    expect(await named(made, "费县公安")).toMatchObject({
      kind: "agency",
      superior: government?.id,
      contacts: [
        { role: "legal-section", email: "fazhi@feixian-police.example.org" },
        { role: "head", name: "安某" },
      ],
    });
    expect(await named(made, "费县司法局")).toMatchObject({ kind: "bureau", contacts: [{ role: "duty" }] });
    expect(await named(made, "费县费城街道办事处")).toMatchObject({ kind: "agency", level: "town" });
  });

  it("keeps the id of whom the directory knows, and makes the same ids each time", async () => {
    const made = await city();
    await made.put("directory", "a.xlsx", await xlsx(GOOD));
    const first = await named(made, "费县公安局");
    await made.put("directory", "b.xlsx", await xlsx([...GOOD.slice(0, 6)]));
    expect((await named(made, "费县公安局"))?.id).toBe(first?.id);
    expect(await named(made, "沂南县公安局")).toMatchObject({
      id: "yinan-police",
      contacts: [{ email: "new@yinan-police.example.org" }],
    });
  });

  it("may be a GBK table of text, with a group of columns for each contact", async () => {
    const made = await city();
    const text = [
      "单位名称,辖区,法制科室联系人,法制科室邮箱,负责人姓名,负责人邮箱",
      "费县公安局,费县,公某,fazhi@feixian-police.example.org,安某,head@feixian-police.example.org",
      "费县水利局,费县,水某,fazhi@feixian-water.example.org,,",
    ].join("\r\n");
    expect(await made.put("directory", "通讯录.csv", gbk(text))).toBe("read");
    expect((await named(made, "费县公安局"))?.contacts).toMatchObject([
      { role: "legal-section", name: "公某" },
      { role: "head", name: "安某" },
    ]);
    expect((await named(made, "费县水利局"))?.contacts).toHaveLength(1);
  });

  it("with mistakes changes nothing and comes back with each of them and its row", async () => {
    const made = await city();
    const before = await made.directory.find(lookup.name("费县公安局"));
    const rows: readonly Row[] = [
      [
        "1",
        "费县人民法院",
        "",
        "法院",
        "",
        "费县",
        "",
        "",
        "立案庭",
        "田某",
        "clerk@feixian-court.example.org",
        "",
      ],
      [
        "2",
        "费县公安局",
        "",
        "",
        "",
        "费县",
        "费县政府办",
        "",
        "法制科室",
        "公某",
        "fazhi@feixian-police",
        "",
      ],
      ["3", "", "", "", "", "费县", "", "", "法制科室", "某某", "x@feixian.example.org", ""],
      ["4", "费县水利局", "", "", "", "", "", "", "保卫科", "水某", "fazhi@feixian-water.example.org", ""],
      [
        "5",
        "费县公安局",
        "",
        "",
        "",
        "兰山区",
        "",
        "",
        "负责人",
        "安某",
        "head@feixian-police.example.org",
        "",
      ],
    ];
    expect(await made.put("directory", "通讯录.xlsx", await xlsx(rows))).toBe("rejected");
    const why = whyRejected(answer(made));
    for (const mistake of [
      "“通讯录”第4行：邮箱“fazhi@feixian-police”格式不正确。",
      "“通讯录”第5行：没有单位名称。",
      "“通讯录”第6行：“保卫科”不是规定的岗位",
      "“通讯录”第7行：“费县公安局”的辖区与前面的行不一致：“费县”和“兰山区”。",
      "“通讯录”第6行：辖区没有填写或者格式不正确。",
    ])
      expect(why).toContain(mistake);
    expect(await made.directory.find(lookup.name("费县公安局"))).toEqual(before);
  });

  it("whose entries don't fit together says where", async () => {
    const made = await city();
    const rows = [
      [
        "1",
        "费县人民法院",
        "",
        "法院",
        "",
        "费县",
        "",
        "",
        "立案庭",
        "田某",
        "clerk@feixian-court.example.org",
        "",
      ],
      [
        "2",
        "费县公安局",
        "费县水利局",
        "",
        "",
        "费县",
        "费县某局",
        "",
        "法制科室",
        "公某",
        "a@feixian.example.org",
        "",
      ],
      ["3", "费县水利局", "", "", "", "费县", "", "", "法制科室", "水某", "", ""],
    ];
    expect(await made.put("directory", "通讯录.xlsx", await xlsx(rows))).toBe("rejected");
    const why = whyRejected(answer(made));
    expect(why).toContain("第3行：法院“费县人民法院”缺少法院代码");
    expect(why).toContain("第5行：“费县公安局”与“费县水利局”使用了同一个名称");
    expect(why).toContain("第4行：“费县公安局”的上级“费县某局”不在名录中");
    expect(why).toContain("第5行：“费县水利局”没有联系人");
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ["of something else", async () => xlsx([["1", "甲"]], ["序号", "物品"])],
    ["without a heading of addresses", async () => xlsx(GOOD, ["序号", "单位", "电话", "手机"])],
  ])("a workbook %s is no directory, and says what one is", async (_, bytes) => {
    const made = await city();
    expect(await made.put("directory", "a.xlsx", await bytes())).toBe("rejected");
    expect(whyRejected(answer(made))).toMatch(/不是名录|没有联系人/);
  });
});
