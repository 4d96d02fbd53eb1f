/** The kinds of fault that the unseen rounds showed, each in further papers than the one that showed it. */
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { extractLedger, printedRow } from "../../shared/documents/ledger/case-ledger.ts";
import { readFacts } from "../../shared/documents/read-document.ts";
import { gridOf } from "../../shared/documents/tables.ts";

const read = (text: string) => toReading(readFacts(text));

/** A record of a hearing of one agency, with these lines about who came and these behind them. */
function record(
  lines: string,
  agency = "沂水县水利局",
  head = "时间：2026年9月8日9时00分\n地点：第三审判庭",
) {
  return read(
    `山东省沂水县人民法院\n庭审笔录\n案号：（2026）鲁1323行初45号\n案由：水行政处罚\n${head}\n审判长：周舟\n书记员：吴桐\n${lines}`.replaceAll(
      "AGENCY",
      agency,
    ),
  );
}
const attended = (lines: string, agency?: string) => record(lines, agency).attendance?.[0];

describe("a sentence behind 被告 is no agency's name", () => {
  const LIST = "原告：张建国，男，到庭。\n被告：沂水县人民政府，法定代表人：李明，县长，未到庭。\n";
  it.each([
    "被告：县政府委派县水利局局长王强作为负责人出庭。",
    "被告：县里安排住建局局长王强代表县政府出庭。",
    "被告：县政府授权水利局副局长王强参加今天的庭审。",
    "被告：县政府选派县司法局局长王强出庭应诉。",
  ])("%s", (line) => {
    const { respondents, attendance } = record(`审判长：核对到庭人员。\n${LIST}审判长：谁出庭？\n${line}`);
    expect(respondents).toEqual(["沂水县人民政府"]);
    expect(attendance?.map(({ organ }) => organ)).toEqual(["沂水县人民政府"]);
    expect(attendance?.[0]?.headAttended).not.toBe(true);
  });

  it.each([
    "两案被告均为沂水县水利局，副局长王强、委托代理人赵亮（水政科科长）到庭。",
    "三案的被告都是沂水县水利局，副局长王强、委托代理人赵亮（水政科科长）到庭。",
    "二案被告同为沂水县水利局，局长王强到庭。",
  ])("%s", (line) => {
    const { respondents, attendance } = record(
      `书记员：（45号案）原告张建国到庭；（46号案）原告李梅到庭；${line}\n审判长：两案被告相同，合并审理。`,
    );
    expect(respondents).toEqual(["沂水县水利局"]);
    expect(attendance).toMatchObject([{ organ: "沂水县水利局", headAttended: true, headName: "王强" }]);
  });
});

describe("an agency's name is whole", () => {
  it.each([
    ["国家税务总局沂水县税务局", "沂水县税务局"],
    ["国家统计局沂水调查队", "国家统计局沂水调查队"],
    ["国家税务总局临沂市税务局稽查局", "临沂市税务局稽查局"],
  ])("%s, called %s by the clerk", (full, called) => {
    const { respondents, attendance } = record(
      `书记员：原告张建国到庭；被告${called}委托代理人赵亮（该局法制科副科长）到庭，被告负责人今天未到庭。\n审判长：原告张建国诉被告${full}税务行政处罚一案，继续审理。`,
    );
    expect(respondents).toEqual([full]);
    expect(attendance).toMatchObject([{ organ: full, headAttended: false }]);
  });

  it.each([
    "填报单位：（盖章）沂水县水利局",
    "报送单位：（公章）沂水县水利局",
    "备案单位（章）：沂水县水利局",
  ])("%s", (line) => {
    const text = `行政机关负责人出庭应诉情况备案表\n${line}\n案号：（2026）鲁1323行初45号\n原告：张建国\n是否出庭：是\n出庭负责人姓名：王强\n职务：副局长`;
    expect(read(text).attendance).toMatchObject([
      { organ: "沂水县水利局", headAttended: true, headName: "王强" },
    ]);
  });
});

describe("a filing whose values stand below their labels", () => {
  const filing = (title: string, rows: readonly (readonly [string, string])[]) =>
    read(`${title}\n${rows.flat().join("\n")}\n`).attendance?.[0];
  it.each([
    ["行政机关负责人出庭应诉备案表", "备案单位", "未出庭原因"],
    ["行政应诉案件出庭情况备案", "被告", "未出庭理由"],
    ["行政机关负责人出庭应诉情况登记表", "应诉单位", "不能出庭原因"],
  ])("%s", (title, agency, why) => {
    const rows = [
      [agency, "沂水县水利局"],
      ["案号", "（2026）鲁1323行初45号"],
      ["原告", "张建国"],
      ["开庭日期", "2026年9月8日"],
      ["负责人是否出庭", "否"],
      ["出庭负责人姓名、职务", ""],
      [why, "全体班子成员在外防汛"],
    ] as const;
    expect(filing(title, rows)).toEqual({
      organ: "沂水县水利局",
      headAttended: false,
      absenceReason: "全体班子成员在外防汛",
    });
  });
});

describe("heads in questions, answers and lists", () => {
  const OPENING = "原告：张建国，男，到庭。\n";
  it.each([
    // Who came stands behind the verb.
    "书记员：原告张建国到庭；被告沂水县水利局到庭的是党组副书记、副局长王强，委托代理人赵亮（该局水政科干部）。",
    "书记员：原告张建国到庭；被告沂水县水利局今天到庭的有副局长王强、委托代理人赵亮（该局水政科干部）。",
    "书记员：原告张建国到庭；被告沂水县水利局出庭的是：副局长王强，委托代理人赵亮律师。",
    // A clerk's list under its heading.
    "书记员查点到庭人员：原告张建国；被告沂水县水利局副局长王强、委托代理人赵亮（该局干部）。",
    "书记员报告到庭人员：原告张建国；被告沂水县水利局局长王强、委托代理人赵亮（该局干部）。",
    // Behind a semicolon it is still the agency's.
    "记：核对当事人到庭情况：\n原告张建国，男，到庭。\n被告沂水县水利局，法定代表人孙立，局长，未到庭；副局长王强，到庭；委托代理人赵亮，水政科工作人员，到庭。\n记：报告审判长，核对完毕。",
    "记：核对当事人到庭情况：\n原告张建国，男，到庭。\n被告沂水县水利局，法定代表人孙立，局长，未到庭；委托代理人赵亮，水政科工作人员，到庭；副局长王强，到庭。\n记：报告审判长，核对完毕。",
    // The head says so.
    `审判长：核对到庭人员。\n${OPENING}被告：沂水县水利局，法定代表人孙立，局长。今天出庭的是我，王强，副局长，还有委托代理人赵亮。\n审判长：准许参加诉讼。`,
    `审判长：核对到庭人员。\n${OPENING}被告：沂水县水利局，法定代表人孙立，局长。今天由我代表机关出庭，王强，副局长。委托代理人赵亮，水政科科长。\n审判长：准许参加诉讼。`,
    `审判长：核对到庭人员。\n${OPENING}被告：沂水县水利局，出庭应诉人员王强，职务：副局长；委托代理人赵亮，水政科工作人员。\n审判长：局长为什么没来？\n王强：局长在党校学习，局里派我作为负责人出庭。`,
  ])("%s", (lines) => {
    expect(attended(lines)).toMatchObject({ organ: "沂水县水利局", headAttended: true, headName: "王强" });
  });

  it.each([
    "被告沂水县水利局，出庭应诉人员王强，职务：党组成员；委托代理人赵亮，水政科工作人员。\n审判长：局长为什么没来？\n王强：局长在党校学习，党组派我作为负责人出庭。",
    "被告沂水县水利局，出庭人员王强，党组成员；委托代理人赵亮，水政科工作人员。\n审判长：局长为什么没来？\n王强：局长外出，局里安排我以负责人身份出庭。",
    "被告沂水县水利局，到庭应诉人员：王强，总工程师；赵亮，水政科工作人员。\n审判长：局长为什么没来？\n王强：局长住院，单位委托我作为行政机关负责人出庭。",
  ])("a post that leaves it open is named with its holder: %s", (lines) => {
    expect(attended(`书记员：原告张建国到庭。${lines}`)).toMatchObject({
      headAttended: "review",
      headName: "王强",
    });
  });
});

describe("what the court finds of somebody put forward", () => {
  const put = (post: string) =>
    `书记员：原告张建国到庭。被告沂水县水利局出庭负责人王强，${post}，到庭。委托代理人赵亮，水政科科长，到庭。\n`;
  it.each([
    "审判长：合议庭评议后认为，王强已退出领导岗位，不属于司法解释第二条规定的行政机关负责人，只能作为工作人员参加庭审。",
    "审判长：法庭认定，王强不是行政机关负责人，记入笔录。",
    "审判长：经审查，合议庭认为王强不符合行政机关负责人的条件。",
  ])("%s", (finding) => {
    expect(attended(`${put("二级调研员")}${finding}`)).toMatchObject({
      headAttended: false,
      headName: "王强",
    });
  });

  it.each([
    "审判长：合议庭认为王强属于参与分管的副职级别负责人，符合出庭要求。",
    "审判长：法庭确认王强系分管负责人，可以作为负责人出庭。",
    "审判长：经审查，本院认为王强符合行政机关负责人的范围。",
  ])("%s", (finding) => {
    expect(attended(`${put("总工程师")}${finding}`)).toMatchObject({ headAttended: true, headName: "王强" });
  });

  it.each([
    "审判长：王强是否属于行政机关负责人，合议庭庭后评议。",
    "审判长：原告认为王强不是行政机关负责人的意见，记录在案。",
    "原告：我认为他不属于负责人。",
    "审判长：法庭认定，在协议上签字的李某不是被告的负责人，其签字不生效力。",
    "审判长：合议庭认为，不属于行政机关负责人的，应当在庭后补充说明，待核实后再定。",
  ])("%s", (words) => {
    expect(attended(`${put("二级调研员")}${words}`)?.headAttended).toBe("review");
  });
});

describe("the hour at which a record ends", () => {
  it.each([
    ["审判长：今天庭审到此结束，休庭。时间：十一点四十分。", "2026-09-08T11:40:00+08:00"],
    ["审判长：庭审结束，闭庭。10时30分。", "2026-09-08T10:30:00+08:00"],
    ["（11时05分闭庭）", "2026-09-08T11:05:00+08:00"],
    ["审判长：闭庭（12：10）。", "2026-09-08T12:10:00+08:00"],
    ["审判长：休庭十分钟。\n（9时40分休庭，9时50分继续开庭）\n审判长：闭庭。", undefined],
    ["审判长：休庭，定于9月20日10时继续开庭。", undefined],
    ["审判长：现在休庭，15分钟后继续。\n审判长：继续开庭。", undefined],
  ])("%s", (words, end) => {
    const lines = `原告：张建国，男，到庭。\n被告：沂水县水利局，法定代表人孙立，局长。\n审判长：现在开庭。\n${words}`;
    expect(record(lines).hearing?.end).toBe(end);
  });
});

describe("why a leader stayed away, as a judgment says it", () => {
  it.each([
    ["被告沂水县水利局局长孙立因病住院未到庭，提交了诊断证明。", "因病住院"],
    ["县水利局局长、副局长因参加全县防汛工作会议未能出庭，书面说明当庭宣读。", "参加全县防汛工作会议"],
    ["被告局长孙立因外出学习不能到庭，本院予以准许。", "外出学习"],
  ])("%s", (sentence, reason) => {
    const { attendance } = read(
      `山东省沂水县人民法院\n行政判决书\n（2026）鲁1323行初45号\n原告：张建国，男。\n被告：沂水县水利局（以下简称县水利局）。\n法定代表人：孙立，局长。\n委托诉讼代理人：赵亮，该局水政科科长。\n原告张建国诉被告沂水县水利局水行政处罚一案，本院于2026年9月8日公开开庭审理了本案。原告张建国，被告县水利局委托诉讼代理人赵亮到庭参加诉讼。${sentence}本案现已审理终结。\n本院认为，判决如下：\n驳回原告张建国的诉讼请求。`,
    );
    expect(attendance).toMatchObject([{ headAttended: false, absenceReason: reason }]);
  });

  it.each([
    "县水利局收到申请后逾期未作答复，亦未说明理由，构成不履行法定职责。",
    "县水利局拒绝作出任何答复，违反法定程序。",
    "县水利局对举报事项不予答复，于法无据。",
    "在协议上签字的李某并非县水利局负责人，县水利局拒绝答复原告的申请违法。",
  ])("what it did before the suit is no refusal to explain: %s", (finding) => {
    const { attendance } = read(
      `山东省沂水县人民法院\n行政判决书\n（2026）鲁1323行初45号\n原告：张建国，男。\n被告：沂水县水利局（以下简称县水利局）。\n法定代表人：孙立，局长。\n原告张建国诉被告沂水县水利局信息公开一案，本院于2026年9月8日公开开庭审理了本案。原告张建国，被告县水利局局长孙立到庭参加诉讼。本案现已审理终结。\n本院认为，${finding}判决如下：\n责令被告沂水县水利局作出答复。`,
    );
    expect(attendance).toMatchObject([{ headAttended: true }]);
    expect(attendance?.[0]).not.toHaveProperty("refusedToExplain");
  });
});

describe("courts of the railways", () => {
  it.each(["广东省粤铁第三运输法院", "广东省粤铁运输中级法院", "北京铁路运输法院", "兰州铁路运输中级法院"])(
    "%s",
    (court) => {
      const summons = `${court}\n传票\n案号：（2026）粤7193行初45号\n案由：行政处罚\n被传唤人：沂水县水利局\n应到时间：2026年9月8日9时00分\n应到处所：第三审判庭`;
      expect(read(summons).court).toBe(court);
    },
  );
});

describe("causes and parties that run on into each other", () => {
  it.each([
    [
      "上诉人沂水县水利局与被上诉人张建国、原审第三人沂水县红柳用水者协会水行政许可一案",
      "水行政许可",
      ["沂水县红柳用水者协会"],
    ],
    [
      "上诉人沂水县水利局与被上诉人张建国、原审第三人沂水县个体商会工商行政登记一案",
      "工商行政登记",
      ["沂水县个体商会"],
    ],
    [
      "上诉人沂水县水利局与被上诉人张建国、原审第三人沂水县养猪协会环境行政许可一案",
      "环境行政许可",
      ["沂水县养猪协会"],
    ],
  ])("%s", (words, cause, thirdParties) => {
    const text = `开庭公告\n山东省临沂市中级人民法院定于2026年10月15日16时在第二审判庭公开审理${words}，案号：（2026）鲁13行终77号。`;
    expect(read(text)).toMatchObject({ cause, thirdParties });
  });

  it.each([
    ["陕西黑石沟煤业有限公司诉申请人煤矿安全行政处罚一案", "煤矿安全行政处罚"],
    ["陕西黑石沟煤业有限公司诉申请人民用爆炸物品行政处罚一案", "民用爆炸物品行政处罚"],
    ["陕西黑石沟煤业有限公司诉申请人测绘行政许可一案", "测绘行政许可"],
  ])("%s", (words, cause) => {
    const text = `延期开庭申请书\n申请人：沂水县应急管理局\n${words}，案号（2026）鲁1323行初29号，贵院通知于2026年8月17日15时开庭。因参加抢险，申请延期。\n此致\n沂水县人民法院\n申请人：沂水县应急管理局\n2026年8月10日`;
    expect(read(text)).toMatchObject({ cause, plaintiffs: ["陕西黑石沟煤业有限公司"] });
  });
});

describe("a ledger's own words", () => {
  const sheet = (...lines: readonly string[]) =>
    extractLedger(gridOf(lines.map((line) => line.split("|"))))?.rows.map(printedRow) ?? [];
  const N = (serial: number) => `（2026）鲁1323行初${serial}号`;

  it.each([
    ["注：“开庭”栏打√为已开庭，空白为未开庭；“涉企”栏空白为不涉企；“负责人出庭”栏空白为未出庭。", "开庭"],
    ["说明：开庭一栏空白表示未开庭；涉企一栏空白的为非涉企案件；负责人出庭一栏空白者为未出庭", "开庭"],
    ["备注：【是否开庭】栏留空即未开庭；【涉企】栏不填为否；【负责人出庭】栏空白为未出庭", "是否开庭"],
  ])("%s", (note, heading) => {
    const rows = sheet(
      note,
      `序号|案号|被告|${heading}|负责人出庭|涉企|结果`,
      `1|${N(1)}|沂水县水利局|√|√||驳回诉讼请求`,
      `2|${N(2)}|沂水县公安局|√||√|确认违法`,
      `3|${N(3)}|沂水县民政局||||移送`,
    );
    expect(rows.map(({ heard, headAttended, enterprise }) => [heard, headAttended, enterprise])).toEqual([
      [true, true, false],
      [true, false, true],
      [false, null, false],
    ]);
  });

  it("a blank that means 未出庭 says nothing of a case that may not have been heard", () => {
    const rows = sheet(
      "注：√表示出庭，空白为未出庭",
      "序号|案号|被告|是否开庭|负责人出庭|结果",
      `1|${N(1)}|沂水县水利局|||移送`,
      `2|${N(2)}|沂水县公安局|是||确认违法`,
    );
    expect(rows.map(({ heard, headAttended }) => [heard, headAttended])).toEqual([
      [null, null],
      [true, false],
    ]);
  });

  it.each([
    ["拟由镇长陈力出庭", ""],
    ["", ""],
    ["", "届时由副局长王强出庭"],
    ["计划由局长出庭", ""],
  ])("a planned sitting is none that was: %s%s", (person, remark) => {
    const [row] = sheet(
      "序号|案号|被告|是否开庭|开庭日期|负责人是否出庭|出庭负责人姓名及职务|备注",
      `1|${N(1)}|沂水县水利局||2026-10-15||${person}|${remark}`,
    );
    expect(row).toMatchObject({ heard: null, headAttended: null });
  });

  it("rows without a number go on with the case above where they leave out all that is the case's", () => {
    const rows = sheet(
      "案号|审级|被告|是否开庭|行政负责人出庭情况|处理结果",
      `${N(1)}|一审|沂水县水利局|已开庭|副局长王强出庭|驳回诉讼请求`,
      "||沂水县人民政府|已开庭|未出庭|",
      "||临沂市人民政府|已开庭|未出庭|",
      `${N(2)}|一审|沂水县公安局|已开庭|未出庭|确认违法`,
      "|一审|沂水县民政局|已开庭|未出庭|撤销",
    );
    expect(rows.map(({ caseNumber, respondent, outcome }) => [caseNumber, respondent, outcome])).toEqual([
      [N(1), "沂水县水利局", "驳回诉讼请求"],
      [N(1), "沂水县人民政府", "驳回诉讼请求"],
      [N(1), "临沂市人民政府", "驳回诉讼请求"],
      [N(2), "沂水县公安局", "确认违法"],
    ]);
  });
});
