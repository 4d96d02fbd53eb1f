import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeHead } from "../../../shared/domain/court/head.ts";

type Expected = "principal" | "deputy" | "in-charge" | "staff" | "review";

/** What the judgement says in one word. */
function verdict(agency: string, title: string): Expected {
  const judgement = judgeHead({ agency, title });
  return judgement.verdict === "head" ? judgement.rank : judgement.verdict;
}

/** Agency → verdict → titles, a blank between them. */
const CASES: Record<string, Partial<Record<Expected, string>>> = {
  临沂市人民政府: {
    principal: "市长 市委副书记、市长",
    deputy: "副市长 临沂市副市长 常务副市长 市政府党组成员、副市长 市委常委、副市长",
    staff: "办公室主任 市长办公室主任 市公安局法制支队民警 临沂市司法局行政应诉科科长",
    review: "司法局局长 市司法局副局长 政府办公室副主任 秘书长 副秘书长 区长 临沂市公安局副局长",
  },
  临沂市河东区人民政府: {
    principal: "河东区区长 区长 代区长 代理区长 临沂市河东区长",
    deputy: "副区长 区委常委、副区长 副区长、公安分局局长 人民政府副区长 河东区人民政府副区长",
    review: "市长 兰山区副区长 市政府副区长 河东区司法局局长 市政府区长",
  },
  临沂市公安局: {
    principal: "局长 公安局局长 公安局长 副市长、公安局局长",
    deputy: "副局长 市局副局长 党委副书记、副局长 党委副书记副局长 副局长（分管法制） 副局长、督察长",
    staff: "大队长 支队长 法制科科长 派出所所长 所长 民警 法制支队支队长 办公室主任 法制处处长 处长",
    review:
      "兰山分局副局长 政委 县公安局局长 副局长（已退休） 原副局长 局长助理 主任 党委委员、政治部主任 党委委员、交警支队支队长",
  },
  临沂市公安局河东分局: {
    principal: "副区长、公安分局局长 分局长",
    deputy: "河东公安分局副局长 副分局长 河东分局副局长 分局副局长 副局长 河东区公安分局副局长",
    staff: "汤头派出所所长 大队长 副主任科员 四级警长 法制大队民警 法制大队大队长",
    review: "兰山公安分局副局长 市公安局副局长 临沂市公安局河东分局政委",
  },
  临沂市河东区卫生健康局: {
    principal: "区卫健局局长 主要负责人 正职 河东区卫生健康局党组书记、局长",
    deputy:
      "卫健局副局长 党组成员、副局长 党组成员副局长 分管副局长 副局长、二级调研员 二级调研员副局长 分管法制工作的副局长 副职 副局长(党组成员) 副局长（主持工作） 主持工作的副局长 本局副局长 被告副局长",
    "in-charge": "分管领导 分管负责人 分管法治工作的党组成员 分管",
    staff:
      "主任科员 科员 股长 工作人员 律师 法律顾问 法制科负责人 一级主任科员 卫生健康综合执法大队大队长 办公室负责人 分管科室负责人 科长、副科长 副局长委托代理人 副局长秘书",
    review:
      "市卫健局副局长 党组成员 二级调研员 四级调研员 总工程师 法定代表人 负责人 教育局副局长 党组成员、一级主任科员 副科级干部 镇长 副局长级干部 时任副局长 拟任副局长",
  },
  兰陵县卞庄街道办事处: {
    principal: "主任 街道办主任 街道办事处主任 卞庄街道办事处主任",
    deputy: "副主任 办事处副主任 卞庄街道副主任 党工委委员、副主任",
    staff: "办公室主任 党政办主任 综合执法办公室主任 司法所所长 综合执法中队队长",
    review: "党工委书记 人大工委主任 汤头街道副主任",
  },
  沂南县大庄镇人民政府: {
    principal: "镇长 镇党委副书记、镇长 大庄镇镇长",
    deputy: "党委委员、副镇长 副镇长 大庄镇副镇长 党委委员副镇长",
    staff: "司法所所长",
    review: "武装部部长 人大主席 县长 镇党委委员 镇长助理",
  },
  临沂市公安局交通警察支队河东大队: {
    principal: "大队长 交警大队大队长 交警大队长",
    deputy: "副大队长 河东大队副大队长 大队副大队长",
    staff: "中队长",
    review: "支队长 教导员 交警支队副支队长",
  },
  临沂市公安局河东分局汤头派出所: {
    principal: "所长 汤头派出所所长",
    deputy: "副所长 派出所副所长",
    staff: "民警",
    review: "教导员 局长",
  },
  临沂高新技术产业开发区管理委员会: {
    principal: "主任 高新区管委会主任",
    deputy: "管委会副主任 党工委委员、管委会副主任",
    staff: "办公室主任 管委会办公室主任",
    review: "经济发展局局长",
  },
  国家税务总局临沂市税务局稽查局: {
    principal: "局长 稽查局局长",
    deputy: "稽查局副局长",
    review: "市税务局副局长 税务局副局长",
  },
  "临沂市兰山区综合行政执法局（临沂市兰山区城市管理局）": {
    deputy: "副局长 执法局副局长 综合行政执法局副局长",
    staff: "大队长",
    review: "行政审批局副局长",
  },
  临沂市人民防空办公室: {
    principal: "主任 人防办主任",
    deputy: "副主任",
    staff: "综合科科长",
    review: "办公室主任",
  },
  临沂市社会保险事业中心: {
    principal: "主任",
    deputy: "副主任 社保中心副主任",
    staff: "办公室主任",
  },
  临沂市自然资源和规划局兰山分局: {
    principal: "兰山分局局长",
    deputy: "副局长",
    review: "市自然资源和规划局副局长",
  },
  沂水县人民政府: {
    principal: "县长",
    deputy: "副县长 县委常委、常务副县长 沂水县副县长 沂水副县长 县政府副县长",
    staff: "法制办主任",
    review: "县司法局局长 信访局局长 自然资源局副局长",
  },
  临沂市河东区市场监督管理局: {
    principal: "市场监管局局长",
    deputy: "区市场监管局副局长",
    staff: "市场监督管理所所长",
    review: "市市场监管局副局长",
  },
  国家税务总局临沂市河东区税务局: {
    principal: "区税务局局长",
    deputy: "税务局副局长 河东区税务局党委委员、副局长",
    review: "市税务局局长",
  },
  临沂市河东区汤头街道办事处: {
    deputy: "汤头街道副主任",
  },
  临沂大学: {
    principal: "校长 临沂大学校长",
    deputy: "副校长 党委常委、副校长",
    staff: "法务处处长 教师工作科科长",
    review: "党委书记 法学院院长",
  },
  山东省公安厅: {
    principal: "厅长 公安厅厅长 省公安厅长 正职领导 主要领导 主要负责同志",
    deputy: "副厅长 省公安厅副厅长 副职领导 分管副职 行政副职负责人 职务：副厅长 系被告副厅长",
    staff: "处长 法制总队总队长 总队长 派出所所长",
    review: "局长 市公安局局长 副职待遇 原副职 主要领导秘书处",
  },
  临沂海关: {
    principal: "关长 临沂海关关长",
    deputy: "副关长",
    staff: "法规科科长",
    review: "青岛海关关长 局长",
  },
  山东省鲁南监狱: { principal: "监狱长 鲁南监狱监狱长", deputy: "副监狱长", review: "政委 鲁中监狱监狱长" },
  沂水县公路管理处: {
    principal: "处长 管理处处长",
    deputy: "副处长",
    staff: "养护科科长 养护所所长 所长",
    review: "局长",
  },
  临沂市公安局交通警察支队直属中队: { principal: "中队长 队长", deputy: "副中队长", review: "大队长" },
  山东省公安厅交通警察总队: { principal: "总队长 队长", deputy: "副总队长", staff: "支队长 大队长" },
  沂水县第一中学: { principal: "校长", deputy: "副校长" },
  沂南县综合行政执法局: {
    deputy: "副局长 沂南县综合行政执法局党组成员、副局长 副局长；法规科科长",
    staff: "综合行政执法大队副大队长 县综合行政执法局法规科科长 法制审核科科员",
  },
};

describe.each(Object.entries(CASES))("for %s", (agency, verdicts) => {
  it.each(Object.entries(verdicts))("%s", (expected, titles) => {
    const wrong = titles.split(" ").filter((title) => verdict(agency, title) !== expected);
    expect(wrong).toEqual([]);
  });
});

describe("any title", () => {
  const agencies = fc.constantFrom(...Object.keys(CASES));
  const titles = fc.constantFrom(
    ...Object.values(CASES).flatMap((verdicts) => Object.values(verdicts).flatMap((each) => each.split(" "))),
  );

  it("goes to review where it or the agency is unknown", () => {
    for (const blank of ["", "  ", "\n", "、"]) expect(verdict("临沂市公安局", blank)).toBe("review");
    expect(verdict("", "局长")).toBe("review");
    expect(verdict("临沂市某单位", "局长")).toBe("review");
    expect(verdict("临沂市公安局", "xyz")).toBe("review");
  });

  it("is judged the same with blanks anywhere in it, and in full width", () => {
    fc.assert(
      fc.property(
        agencies,
        titles,
        fc.array(fc.constantFrom("", " ", "\n", "\u3000")),
        (agency, title, gaps) => {
          const spaced = [...title].map((character, at) => (gaps[at] ?? "") + character).join("");
          expect(verdict(agency, spaced)).toBe(verdict(agency, title));
          expect(verdict([...agency].join(" "), title)).toBe(verdict(agency, title));
        },
      ),
    );
  });

  it("makes no head of section-level posts, however they are joined", () => {
    const word = fc.constantFrom(
      ...[
        "科长",
        "副科长",
        "股长",
        "科员",
        "主任科员",
        "副主任科员",
        "一级主任科员",
        "法制科科长",
        "科室负责人",
      ],
      ...["法规科工作人员", "办公室科员", "科级干部", "分管科长"],
    );
    fc.assert(
      fc.property(
        agencies,
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("、", "", " ", "兼"),
        (agency, words, joint) => {
          expect(judgeHead({ agency, title: words.join(joint) }).verdict).not.toBe("head");
        },
      ),
    );
  });

  it("keeps its head when a party post or a career rank stands beside it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("党组成员", "党委副书记", "二级调研员", "四级主任科员"),
        fc.boolean(),
        (beside, first) => {
          const title = first ? `${beside}、副局长` : `副局长、${beside}`;
          expect(verdict("临沂市公安局", title)).toBe("deputy");
        },
      ),
    );
  });

  it("says why it is not a clear yes", () => {
    expect(judgeHead({ agency: "临沂市人民政府", title: "司法局局长" })).toEqual({
      verdict: "review",
      because: { type: "other-agency", post: "司法局局长" },
    });
    expect(judgeHead({ agency: "临沂市公安局", title: "法制科科长" })).toMatchObject({
      verdict: "staff",
      because: { type: "inner-post", post: "法制科科长", agency: "临沂市公安局" },
    });
  });

  it("stays quick however long it is", () => {
    const started = performance.now();
    for (const piece of ["副", "局长", "分管", "党组", "分局", "一级"])
      verdict("临沂市公安局", piece.repeat(5000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
