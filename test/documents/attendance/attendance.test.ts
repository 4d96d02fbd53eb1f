import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";
import { CONFIDENCE } from "../../../shared/documents/text/confidence.ts";

const HEAD =
  "山东省沂水县人民法院\n庭审笔录\n案号：（2026）鲁1323行初45号\n时间：2026年9月24日9时\n地点：本院第三审判庭\n原告：张三，男\n被告：沂水县公安局\n";
/** What makes a list more than one written beforehand. */
const CHECKED = "\n审判长：核对完毕，出庭人员符合法律规定。";
const STAFF = "委托代理人：钱某，沂水县公安局法制大队民警\n";

/** The one agency's row, as read from a record with these lines. */
function record(lines: string) {
  const { attendance = [] } = toReading(readFacts(HEAD + lines));
  expect(attendance.length).toBeLessThanOrEqual(1);
  return attendance[0] && { ...attendance[0], organ: undefined };
}

const PRESENT = { headAttended: true, headName: "周强", headTitle: "副局长" };

describe("who appeared, from a record", () => {
  it.each([
    `出庭负责人：周强，副局长${CHECKED}`,
    `出庭负责人 周强 副局长${CHECKED}`,
    `行政机关负责人：副局长周强${CHECKED}`,
    `出庭应诉负责人：周强（沂水县公安局副局长）${CHECKED}`,
    `出 庭 负 责 人：周 强，系该局副局长。${CHECKED}`,
    `委托代理人：周强，副局长\n委托代理人：钱某，律师${CHECKED}`,
    "审判长：被告负责人是否到庭？\n被告：到庭，副局长周强。",
    "审：负责人来了没有？被：来了，副局长周强出庭。",
    "书记员：被告副局长周强、委托代理人钱某到庭。",
    `${STAFF}审判长：被告负责人是否出庭？\n被告：局长出差未到庭，副局长周强出庭应诉。`,
    `出庭负责人：周强　职务：副局长${CHECKED}`,
    `出庭负责人：周强    副局长    电话：0539-0000000${CHECKED}`,
    `出庭负责人\t周强\t职务\t副局长\t联系电话\t0539-0000000${CHECKED}`,
    `负责人：周强（副局长）\n${STAFF}${CHECKED}`,
    `法定代表人：王某，局长\n负责人：周强，副局长\n${STAFF}${CHECKED}`,
    `${STAFF}审判长：现在开庭。\n被告副局长周强：我们同意调解。`,
    `${STAFF}审判长：被告方谁到庭？\n被告：今天到庭的是副局长周强，以及民警钱某。`,
    "审判长：被告陈述单位名称及今天出庭人员。\n被告：沂水县公安局，今天由我局分管治安工作的副局长周强出庭应诉。",
    `出庭负责人：周强，副局长\n审判长：出庭负责人对原告方出庭人员有无异议？\n被告：没有。\n审判长：出庭负责人是否申请回避？\n周强：不申请。`,
    `${STAFF}问：被告今天出庭的是谁？各自什么职务？\n答：（被告）周强，副局长；钱某，民警。`,
    `${STAFF}审判长：被告法定代表人因公未到庭，委派副局长周强出庭应诉。`,
    "1.负责人：王某，局长（未到庭）\n2.行政机关出庭负责人：周强，副局长（到庭）\n3.委托代理人：钱某，民警（到庭）",
    "局长：王某（未到庭）\n副局长：周强（到庭）\n委托代理人：钱某（民警，到庭）",
    "三、行政机关负责人出庭应诉情况\n负责人是否出庭：是\n负责人姓名：周强\n负责人职务：副局长\n其他工作人员：钱某（法制大队）",
    "被告出庭人员：周强（副局长，出庭负责人）、钱某（民警，委托代理人）",
    `${STAFF}审判长：出庭人员的身份说明一下。\n被告：我是民警钱某，这位是周强，系我局副局长，今天作为负责人出庭应诉。`,
    `${STAFF}书记员：被告出庭负责人？\n周强：到，我是沂水县公安局副局长周强。`,
    `${STAFF}周强：我是县公安局副局长周强，代表局里出庭。`,
    `出庭负责人：周强，副局长  ☑到庭 □未到庭\n${STAFF}`,
    `第一次开庭\n时间：2026年9月1日9时\n被告负责人未到庭。\n第二次开庭\n时间：2026年9月24日9时\n被告副局长周强到庭。`,
    `${STAFF}审判长：核对到庭人员。\n被告：我局副局长周强按照法庭要求出庭应诉。`,
    `被告沂水县公安局：副局长周强、民警钱某到庭。`,
    `${STAFF}审判长：核对到庭人员。\n被告：副局长周强到庭。\n审判长：负责人出庭应诉不能流于形式。`,
    `${STAFF}审判长：被告负责人尚未到庭，先核对其他人身份。\n（9时20分，被告副局长周强到庭）`,
    "出庭负责人：周强，副局长\n审判长：一审时被告负责人未出庭，今天到庭了，予以确认。",
    "身份\t姓名\t职务\t是否到庭\n法定代表人\t王某\t局长\t否\n出庭负责人\t周强\t副局长\t是\n委托代理人\t钱某\t民警\t是",
  ])("present: %s", (lines) => expect(record(lines)).toMatchObject(PRESENT));

  it.each([
    ["审判长：出庭负责人是否到庭？\n被告：没有到庭。", undefined],
    ["审判长：出庭负责人是否到庭？\n被告：因参加省厅会议未能出庭。", "参加省厅会议"],
    [`${STAFF}审判长：被告负责人为何不出庭？\n被告：局长住院治疗，无法出庭。`, "住院治疗"],
    [
      `${STAFF}审判长：被告，负责人是否出庭？\n被告：原定由副局长周强出庭，因其临时参加抢险，今天来不了。`,
      "临时参加抢险",
    ],
    ["出庭负责人：无", undefined],
    [
      "委托代理人：孙某，律师\n审判长：负责人到庭了吗？\n孙某：我受局长委托，代表局长出庭。\n审判长：仅有律师到庭，记录在案。",
      undefined,
    ],
    [`${STAFF}审判长：拆除时被告方有哪些人到场？\n被告：副局长周强到场指挥。${CHECKED}`, undefined],
    ["出庭负责人：周强，副局长（因病请假，未到庭）", "因病请假"],
    [
      `${STAFF}审判长：负责人出庭吗？\n被告：不出庭，局长在党校学习。\n被告：沂水县公安局\n出庭负责人：      （签名）`,
      "在党校学习",
    ],
    [
      `审判长：被告出庭人员？\n被告：委托司法局副局长赵某出庭。\n审判长：负责人呢？\n被告：局长、副局长都在参加会议，来不了。`,
      "局长、副局长都在参加会议",
    ],
    [
      "三、行政机关负责人出庭应诉情况\n负责人是否出庭：否\n未出庭理由：参加防汛\n出庭工作人员：钱某（民警）",
      "参加防汛",
    ],
    [
      `${STAFF}审判长：你是不是局领导？\n被告：不是，局长和副局长都有任务，安排我来。`,
      "局长和副局长都有任务",
    ],
    [
      `${STAFF}审判长：被告负责人今天没有到庭，是吗？\n被告：是的。\n审判长：为什么？\n被告：在省里开会。`,
      "在省里开会",
    ],
    [
      `${STAFF}审判长：负责人没来，原因是什么？\n被告：副局长周强正在开会。下次开庭副局长周强一定出庭。`,
      "正在开会",
    ],
    [`书记员：除被告负责人外，其他人员均已到庭。`, undefined],
    [`${STAFF}审判长：法律规定负责人应当出庭，你方是否知晓？\n被告：知晓。${CHECKED}`, undefined],
    [`出庭负责人：周强，副局长  □到庭 ☑未到庭\n${STAFF}`, undefined],
    ["出庭负责人：未出庭\n未出庭原因：参加防汛", "参加防汛"],
    ["被告沂水县公安局经合法传唤，无正当理由拒不到庭。", undefined],
    ["审判长：被告行政机关负责人无正当理由未出庭应诉，记录在案。", undefined],
    [`${STAFF}${CHECKED}`, undefined],
    [`${STAFF}代理权限：特别授权\n联系电话：0539-0000000${CHECKED}`, undefined],
    [
      "出庭负责人：周强，副局长\n委托代理人：钱伟，民警\n审判长：周强是否到庭？\n钱伟：周局长没有来，被叫去开会了。\n审判长：被告负责人周强未到庭，更正笔录。",
      "被叫去开会",
    ],
    [`${STAFF}审判长：被告负责人未到庭，负责人出庭应诉不能以书面意见代替。`, undefined],
    ["姓名\t职务\t身份\t到庭情况\n周强\t副局长\t出庭负责人\t未到庭\n钱某\t民警\t委托代理人\t到庭", undefined],
  ])("absent: %s", (lines, absenceReason) => {
    const row = record(lines);
    expect(row?.headAttended).toBe(false);
    expect(row?.absenceReason).toBe(absenceReason);
  });

  it.each([
    ["出庭负责人：周强，法制科科长", "法制科科长"],
    ["出庭负责人：周强，法制大队大队长", "法制大队大队长"],
    ["出庭负责人：周强，四级主任科员", "四级主任科员"],
  ])("put forward, but no head: %s", (lines, headTitle) =>
    expect(record(lines + CHECKED)).toMatchObject({ headAttended: false, headName: "周强", headTitle }),
  );

  it.each([
    "出庭负责人：周强，党组成员",
    `${STAFF}审判长：下面进行调查。\n魏国：我补充一点。`,
    `出庭负责人：周强，副局长  □到庭 □未到庭\n${STAFF}`,
    "出庭负责人：\n委托代理人：钱某，民警",
    "委托代理人：钱某",
    `${STAFF}审判长：被告负责人是否到庭？\n被告：我局副局长周强正在赶来的路上。`,
    `单位代表：赵某，党组成员\n${STAFF}`,
    `负责人：王某，局长\n${STAFF}`,
    `${STAFF}审判长：被告负责人是否到庭？\n被告：请法庭看我们的函。`,
    `${STAFF}审判长：请被告出庭负责人发表意见。\n原告：无意见。`,
    "姓名\t职务\t身份\t是否到庭\n周强\t副局长\t出庭负责人\t\n钱某\t民警\t委托代理人\t是",
    "出庭负责人：周强，副局长\n审判长：本次庭审被告负责人未出庭。",
    "出庭负责人：周强，副局长\n审判长：经核对，周强的身份证明未加盖公章，限三日内补正。",
  ])("for a person to decide: %s", (lines) => expect(record(lines)?.headAttended).toBe("review"));

  it.each([
    `审判长：被告负责人怎么没有回应原告的问题？\n被告：已经说过了。`,
    "审判长：被告负责人是否到庭？",
    "原告：被告负责人没有到庭，应当承担责任。",
    "审判长：行政机关负责人应当出庭应诉，不能出庭的，应当委托工作人员出庭。",
    "法定代表人：王某，局长",
    "审判长：将通知被告负责人下次出庭。",
  ])("says nothing of it: %s", (lines) => expect(record(lines)).toBeUndefined());

  it("knows who speaks by name, by family name, or by that and a post", () => {
    const asked = "审判长：被告负责人为什么没来？\n";
    for (const speaker of ["钱伟", "钱", "钱警官"]) {
      const row = record(`委托代理人：钱伟，民警\n${asked}${speaker}：局长到省里开会，来不了。`);
      expect(row).toMatchObject({ headAttended: false, absenceReason: "到省里开会" });
    }
    const opponents = HEAD.replace("原告：张三，男\n", "原告：张三，男\n委托代理人：孙立，律师\n");
    expect(readFacts(`${opponents}${asked}孙立：局长到省里开会，来不了。`).attendance).toEqual([]);
  });

  it("takes a list of staff for an absence only where all of it was understood, and then is sure enough", () => {
    const [row] = readFacts(HEAD + STAFF + CHECKED).attendance;
    expect(row?.headAttended).toMatchObject({
      value: false,
      rule: "only-staff-and-lawyers-listed-by-agent-with-title-of-staff",
    });
    expect(row?.headAttended?.confidence).toBeGreaterThanOrEqual(0.8);
    const [open] = readFacts(`${HEAD}${STAFF}随员：赵某，现居本县`).attendance;
    expect(open?.headAttended).toMatchObject({
      value: "review",
      rule: "words-not-understood-by-line-not-understood",
    });
  });

  it.each([
    "出庭负责人：周强，副局长",
    "出庭负责人：周强，法制科科长",
    "委托代理人：周强，副局长",
    STAFF,
    "委托代理人：孙某，律师",
  ])("concludes nothing from a list alone: %s", (list) =>
    expect(record(`${list}\n审判长：现在开庭。`)?.headAttended).toBe("review"),
  );

  it("takes no plaintiff's lawyer for the agency's", () => {
    const text = HEAD.replace("原告：张三，男\n", "原告：张三，男\n委托代理人：孙某，律师\n");
    expect(readFacts(text).attendance).toEqual([]);
  });

  it("believes a head without a title less", () => {
    const [row] = readFacts(`${HEAD}出庭负责人：周强${CHECKED}`).attendance;
    expect(row?.headAttended).toMatchObject({ value: true, confidence: CONFIDENCE.doubtful });
  });
});

describe("who appeared, from a judgment", () => {
  const judgment = (appearance: string) =>
    toReading(
      readFacts(
        `山东省沂水县人民法院\n行政判决书\n（2026）鲁1323行初45号\n原告张三，男。\n被告沂水县公安局。\n委托代理人周强，该局副局长。\n委托代理人钱伟，该局民警。\n原告张三诉被告沂水县公安局行政处罚一案，本院于2026年9月24日公开开庭审理了本案。${appearance}\n判决如下：驳回诉讼请求。`,
      ),
    ).attendance?.[0];

  it("believes the 到庭 sentence, not the list of agents", () => {
    expect(judgment("原告张三，被告委托代理人周强、钱伟到庭参加诉讼。")).toMatchObject(PRESENT);
    expect(judgment("原告张三、被告委托代理人到庭参加诉讼。")).toMatchObject(PRESENT);
    expect(judgment("原告张三、被告委托代理人钱伟到庭参加诉讼，周强未到庭。")?.headAttended).toBe(false);
    expect(judgment("原告张三、被告委托代理人钱伟到庭参加诉讼。")).toMatchObject({
      headAttended: "review",
      headName: "周强",
    });
  });
});

describe("conduct at the hearing", () => {
  const withHead = (lines: string) => record(`出庭负责人：周强，副局长\n${lines}`);

  it("left early only without leave, and no rule read out counts", () => {
    expect(withHead("被告负责人周强未经法庭许可中途退庭。")?.leftEarly).toBe(true);
    expect(withHead("被告负责人周强擅自离席，不再返回。")?.leftEarly).toBe(true);
    expect(withHead("周强因急事申请离开，经审判长许可后离庭。")?.leftEarly).toBeUndefined();
    expect(
      withHead("审判长：未经许可不得中途退庭，被告中途退庭的，可以缺席判决。")?.leftEarly,
    ).toBeUndefined();
    expect(withHead("原告中途退庭。")?.leftEarly).toBeUndefined();
  });

  it("refused to explain: the agency's side, not the plaintiff's", () => {
    expect(withHead("审判长：被告负责人拒绝就处罚依据作出说明，庭审无法继续。")?.refusedToExplain).toBe(true);
    expect(withHead("审判长：原告拒绝回答，记录在案。")?.refusedToExplain).toBeUndefined();
  });

  it("identity papers only where the court checked them", () => {
    expect(withHead("审判长：经审查，被告负责人身份证明符合规定。")?.identityPapers).toBe("in-order");
    expect(withHead("审判长：被告负责人的身份证明未载明职务，不符合规定。")?.identityPapers).toBe(
      "defective",
    );
    expect(withHead("被告：已提交身份证明，加盖公章。")?.identityPapers).toBeUndefined();
    expect(withHead("审判长：请被告负责人出示身份证明。")?.identityPapers).toBeUndefined();
    expect(withHead("审判长：各方当事人身份核对无误。")?.identityPapers).toBeUndefined();
    const corrected =
      "审判长：负责人身份证明未加盖公章，能否补正？\n周强：可以。（当庭加盖）\n审判长：已补正，准予参加诉讼。";
    expect(withHead(corrected)).toMatchObject({ headAttended: true, identityPapers: "in-order" });
    const ordered = "审判长：负责人身份证明未加盖公章，逾期不补交的，视为未出庭。";
    expect(withHead(ordered)).toMatchObject({ headAttended: "review", identityPapers: "defective" });
  });

  it("is deemed absent where the papers stay wrong", () => {
    const row = withHead("审判长：负责人身份证明未盖章，庭后未补正，依法视为行政机关负责人未出庭。");
    expect(row).toMatchObject({ headAttended: false, headName: "周强", identityPapers: "defective" });
  });
});

describe("two agencies, one row each", () => {
  const TWO = HEAD.replace(
    "被告：沂水县公安局\n",
    "被告：沂水县公安局\n出庭负责人：周强，副局长\n被告：沂水县人民政府\n委托代理人：韦某，沂水县司法局工作人员\n",
  );

  it("keeps each one's own", () => {
    const { attendance } = toReading(readFacts(`${TWO}书记员：当事人均已到庭。`));
    expect(attendance).toEqual([
      { organ: "沂水县公安局", headAttended: true, headName: "周强", headTitle: "副局长" },
      { organ: "沂水县人民政府", headAttended: false },
    ]);
  });

  it("leaves a head who appears for both by agreement to a person, for the one that is not his", () => {
    const { attendance } = toReading(
      readFacts(`${TWO}沂水县人民政府：我县政府没有单独派负责人，由副局长周强一并作为两被告的出庭负责人。`),
    );
    expect(attendance?.map(({ headAttended, headName }) => [headAttended, headName])).toEqual([
      [true, "周强"],
      ["review", "周强"],
    ]);
  });

  it("gives a head of no named agency to neither, and lets no silence stand beside it", () => {
    const text = HEAD.replace(
      "被告：沂水县公安局\n",
      "被告：沂水县公安局\n委托代理人：钱某，民警\n被告：沂水县人民政府\n委托代理人：韦某，科员\n",
    );
    const { attendance } = toReading(readFacts(`${text}书记员：负责人到庭。`));
    expect(attendance?.map(({ headAttended }) => headAttended)).toEqual(["review", "review"]);
  });
});
