/** Who is named behind a chief's post, and what is only said there: kinds that the third unseen round showed, in further papers. */
import { describe, expect, it } from "vitest";
import { asked, attended, read, record, sureness } from "./support/short-records.ts";

describe("a head whose family name no list knows", () => {
  const judgment = (came: string) =>
    read(
      `山东省临沂市中级人民法院\n行政判决书\n（2026）鲁13行终45号\n上诉人（原审原告）：张建国，男。\n被上诉人（原审被告）：沂水县水利局。\n法定代表人：鲍青山，局长。\n委托代理人：尤丹，该局水政科科员。\n上诉人张建国因诉被上诉人沂水县水利局水行政处罚一案，不服沂水县人民法院（2025）鲁1323行初4号行政判决，向本院提起上诉。本院于2026年9月8日公开开庭审理了本案。上诉人张建国，${came}到庭参加诉讼。本案现已审理终结。\n驳回上诉，维持原判。`,
    );
  it.each([
    ["被上诉人沂水县水利局副局长图雅、委托代理人尤丹", "图雅"],
    ["被上诉人沂水县水利局副局长糟玉梅及委托代理人尤丹", "糟玉梅"],
    ["被上诉人沂水县水利局的副局长恩和，委托代理人尤丹", "恩和"],
  ])("in the sentence of a judgment: %s", (came, headName) => {
    expect(judgment(came).attendance).toMatchObject([{ headAttended: true, headName, headTitle: "副局长" }]);
  });

  it.each([
    ["？", "副局长蜂建国出庭，代理人赵亮，水政科科长。", "", "蜂建国"],
    ["，到庭人员？", "副局长马海日格，委托代理人赵亮，水政科科长。", "马海日格：没有意见。\n", "马海日格"],
    ["出庭的是谁？", "副局长图门。代理人因病没来。", "审判长：图门，请说明。\n图门：好的。\n", "图门"],
    ["出庭的有？", "副局长恩克、代理人赵亮（水政科科长）。", "恩克（10时20分）：我补充。\n", "恩克"],
  ])("in an answer: %s %s", (question, answer, more, headName) => {
    expect(asked(question, answer, more)).toMatchObject({ headAttended: true, headName });
  });

  it.each([
    "局长委托赵亮",
    "局长专程",
    "局长秘书",
    "书记员恩克",
    "主任医师",
    "局长助理恩克",
    "副局长指派的干部",
  ])("and who is none: %s", (who) => {
    const reading = record(`书记员：原告张建国到庭；被告沂水县水利局${who}到庭。`);
    expect(reading.attendance?.[0]?.headAttended === true && sureness(reading) >= 0.8).toBe(false);
  });

  it.each(["局长答应出庭", "局长有事", "局长说好要来", "副局长正在赶来", "局长可能要来", "局长承诺到庭"])(
    "an agency that says no more than: %s",
    (words) => {
      expect(asked("，到庭人员？", `${words}，代理人赵亮，水政科科长。`)?.headAttended).not.toBe(true);
    },
  );

  it("is never taken for absent because nobody could read the name", () => {
    for (const name of ["马海尔体", "阿西卓雅妮", "图瓦科夫"])
      expect(asked("，到庭人员？", `副局长${name}，委托代理人赵亮，水政科科长。`)?.headAttended).toBe(
        "review",
      );
  });
});

describe("the title of a head", () => {
  it.each(["党工委书记、主任", "党总支书记、主任", "党支部书记、主任"])("%s is nobody's name", (title) => {
    for (const line of [
      `出庭人员：图门，${title}；赵亮，法规科科长。`,
      `被告负责人图门（${title}），委托代理人赵亮，法规科科长。`,
    ])
      expect(
        attended(`原告：张建国，到庭。\n被告：沂水县水利局。法定代表人：李明，局长。\n${line}`)?.headName ??
          "图门",
      ).toBe("图门");
  });
  it("is the fuller of two that a record gives of the same person", () => {
    expect(
      asked(
        "谁到庭？",
        "副局长王强到庭。",
        "审判长：请介绍身份。\n王强：我是王强，该局党委委员、副局长，作为行政机关负责人出庭。\n",
      ),
    ).toMatchObject({ headAttended: true, headName: "王强", headTitle: "党委委员、副局长" });
  });
  it.each([
    ["该旗副旗长", "副旗长"],
    ["该县副县长", "副县长"],
  ])("has no %s", (title, bare) => {
    const place = bare.at(-2) ?? "";
    const text = `内蒙古自治区包头市中级人民法院\n行政判决书\n（2026）内02行初2号\n原告：张建国，男。\n被告：白云${place}人民政府。\n法定代表人：李明，${place}长。\n机关出庭负责人陶立，${title}。\n委托代理人：崔海，该${place}司法局工作人员。\n原告张建国诉被告白云${place}人民政府行政赔偿一案，本院于2026年4月14日公开开庭审理了本案。原告张建国，被告白云${place}人民政府副${place}长陶立、委托代理人崔海到庭参加诉讼。判决如下：\n驳回原告张建国的诉讼请求。`;
    expect(read(text).attendance).toMatchObject([{ headAttended: true, headName: "陶立", headTitle: bare }]);
  });
});

describe("a head who came to the first sitting and not to this one", () => {
  const second = (words: string, agents = "委托代理人要丽、祁东到庭，都是局里的工作人员。") =>
    asked("？", `${agents}${words}`);
  it.each([
    "药局长第一次已经出过庭了，这次没有来。",
    "我局副局长上次出过庭，今天没来。",
    "分管副局长首次开庭时来过，这次未到庭。",
  ])("%s", (words) => {
    expect(second(words)).toMatchObject({ headAttended: false });
  });
  it("is for a person where somebody of an open post came instead", () => {
    expect(
      second("药局长第一次已经出过庭了，这次没有来。", "党组成员王强、委托代理人要丽到庭。")?.headAttended,
    ).not.toBe(true);
  });
  it("leaves a deputy who came what he is", () => {
    expect(
      second("药局长第一次已经出过庭了，这次没有来。", "副局长王强、委托代理人要丽（该局科员）到庭。")
        ?.headAttended,
    ).not.toBe(false);
  });
});

describe("words behind a chief's post that begin with a family name", () => {
  const WORDS = [
    "空缺",
    "迟到",
    "马上到庭",
    "正停车",
    "工作忙",
    "有急事",
    "家里有事",
    "党校学习",
    "山洪抢险",
    "来晚了",
  ];
  it.each(WORDS)("局长%s: nobody came who is accepted as a head", (words) => {
    for (const question of ["，到庭人员？", "出庭的是？", "？", "的负责人是否到庭？", "谁出庭？"])
      for (const tail of ["，委托代理人赵亮，水政科科长。", "，代理人赵亮到庭。"]) {
        const reading = record(
          `审判长：原告张建国？\n原告：到庭。\n审判长：被告沂水县水利局${question}\n被告：局长${words}${tail}\n审判长：休庭。`,
        );
        const isAccepted = reading.attendance?.[0]?.headAttended === true && sureness(reading) >= 0.8;
        expect(isAccepted, `${question} ${tail}`).toBe(false);
      }
  });

  it.each(["图门", "玉香叫", "完么才让", "索朗平措", "撒米拉"])(
    "%s, named as the one who came, is never absent",
    (name) => {
      for (const answer of [
        `今天出庭的是局长${name}，代理人赵亮，水政科科长。`,
        `副局长${name}，委托代理人赵亮，水政科科长。`,
        `我局副局长${name}和委托代理人赵亮（水政科科长）到庭。`,
      ])
        expect(asked("，到庭人员？", answer)?.headAttended, answer).not.toBe(false);
    },
  );

  it("somebody who gives his own name and post is not overlooked", () => {
    const lines =
      "原告：张建国，到庭。\n被告：沂水县水利局。法定代表人：李明，局长。\n委托代理人：赵亮，水政科科长，到庭。\n审判长：被告还有谁？\n图门：我是图门，该局副局长。\n审判长：休庭。";
    expect(attended(lines)?.headAttended).not.toBe(false);
  });
});
