/** Who counts as a head by the agency's own list of leaders, and by a place's lists of titles: how many of 43 common titles still go to a person? */
import { describe, expect, it } from "vitest";
import { judgeHead } from "../../../shared/domain/court/head.ts";
import type { HeadPolicy } from "../../../shared/domain/court/head-policy.ts";
import type { Leader } from "../../../shared/domain/organisations/leaders.ts";
import { judgeListed, type Roster } from "../../../shared/domain/organisations/listed-head.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";

const DAY = civilDate("2026-09-24");

/** Agency → titles that judgments and records give its 出庭负责人; a blank between them. */
const COMMON: Readonly<Record<string, string>> = {
  临沂市人民政府: "市长 副市长 秘书长 副秘书长 市长助理 党组成员 二级巡视员",
  沂南县公安局:
    "局长 副局长 党委副书记、副局长 政委 副政委 政治部主任 党委委员 督察长 四级高级警长 局长助理 法制大队大队长",
  河东区自然资源局:
    "局长 党组成员、副局长 分管副局长 党组书记 党组成员 总工程师 总规划师 四级调研员 二级调研员 副科级干部 法制科科长",
  河东区市场监督管理局: "食品安全总监 药品安全总监 总会计师 总经济师",
  沂南县大庄镇人民政府: "镇长 副镇长 党委书记 人大主席 党委委员 武装部部长",
  兰陵县卞庄街道办事处: "主任 党工委书记 党工委委员 人大工委主任",
};

const titles = Object.entries(COMMON).flatMap(([agency, all]) =>
  all.split(" ").map((title, index) => ({ agency, title, name: `${"王李张刘陈杨赵黄周吴徐"[index]}明` })),
);

/** As each agency keeps its list: everyone who leads, in the post the title names. */
const rosterOf = (agency: string): Roster => ({
  leaders: titles
    .filter((one) => one.agency === agency && judgeHead(one).verdict !== "staff")
    .map(({ name, title: post }): Leader => ({ name, post, rank: "in-charge" })),
});

/** What 江苏 and 上城 count, in the form of a policy. */
const POLICY: HeadPolicy = {
  alsoCount: [
    {
      titles: ["秘书长", "副秘书长"],
      kind: "government",
      levels: ["city"],
      rank: "in-charge",
      basis: "苏高法2022年意见",
    },
    { titles: ["党组成员", "党委委员", "党工委委员"], rank: "in-charge", basis: "上城区2018年办法" },
    { titles: ["政委", "党组书记", "党委书记"], rank: "deputy", basis: "上城区2018年办法" },
  ],
  neverCount: [{ titles: ["四级调研员", "二级调研员"], basis: "上城区2018年办法" }],
  ask: [{ titles: ["总工程师"], named: ["自然资源"], basis: "上城区2018年办法" }],
};

describe("43 common titles", () => {
  const inReview = (judged: readonly { readonly verdict: string }[]) =>
    judged.filter(({ verdict }) => verdict === "review").length;

  it("29 go to a person by the general rule alone", () => {
    expect(titles).toHaveLength(43);
    expect(inReview(titles.map((one) => judgeHead(one)))).toBe(29);
  });

  it("none does where the agencies keep their lists, and nobody who counted before counts otherwise", () => {
    const judged = titles.map((one) => judgeListed(one, rosterOf(one.agency), DAY));
    expect(inReview(judged)).toBe(0);
    for (const [index, one] of titles.entries()) {
      const before = judgeHead(one);
      if (before.verdict !== "review") expect(judged[index]).toEqual(before);
      else expect(judged[index]).toMatchObject({ verdict: "head", by: { type: "roster", post: one.title } });
    }
  });

  it("by a place's titles alone fewer do, and one of them because the place wants to be asked", () => {
    const judged = titles.map((one) => judgeHead({ ...one, level: levelOf(one.agency) }, POLICY));
    expect(inReview(judged)).toBe(17);
    expect(judged).toContainEqual({
      verdict: "review",
      because: { type: "asked-about", post: "总工程师", basis: "上城区2018年办法" },
    });
  });
});

function levelOf(agency: string): "city" | "county" | "town" {
  return agency === "临沂市人民政府" ? "city" : /[镇道]/u.test(agency) ? "town" : "county";
}

describe("a place's titles", () => {
  it("count with their rank and basis, at the levels they are for; who isn't known is not meant", () => {
    const secretary = { agency: "临沂市人民政府", title: "市政府副秘书长" };
    expect(judgeHead({ ...secretary, level: "city" }, POLICY)).toEqual({
      verdict: "head",
      rank: "in-charge",
      by: { type: "policy", post: "市政府副秘书长", basis: "苏高法2022年意见" },
    });
    for (const level of ["county", undefined] as const)
      expect(judgeHead({ ...secretary, ...(level && { level }) }, POLICY).verdict).toBe("review");
    expect(judgeHead({ agency: "临沂市司法局", title: "秘书长", level: "city" }, POLICY).verdict).toBe(
      "review",
    );
  });

  it("never count, whatever list the agency keeps, but beside another post that does", () => {
    const agency = "河东区自然资源局";
    const leaders: readonly Leader[] = [{ name: "刘明", post: "四级调研员", rank: "in-charge" }];
    const of = (title: string) => judgeListed({ agency, name: "刘明", title }, { leaders }, DAY, POLICY);
    expect(of("四级调研员")).toMatchObject({ verdict: "staff", because: { type: "never-counted" } });
    expect(of("副局长、四级调研员")).toEqual({ verdict: "head", rank: "deputy" });
  });

  it("mean the whole post of the agency's own: 市纪委秘书长 is another's", () => {
    const one = { agency: "临沂市人民政府", title: "市纪委秘书长", level: "city" } as const;
    expect(judgeHead(one, POLICY).verdict).toBe("review");
  });
});

describe("a name on the list", () => {
  const agency = "沂南县公安局";
  const leaders: readonly Leader[] = [
    { name: "龙涛", post: "党委委员、政治部主任", rank: "deputy", from: civilDate("2026-09-01") },
    { name: "周岩", post: "政委", rank: "deputy", to: civilDate("2026-09-20") },
    { name: "王伟", post: "政委", rank: "deputy" },
    { name: "王伟", post: "督察长", rank: "in-charge" },
  ];
  const of = (name: string, title: string | undefined, day = DAY) =>
    judgeListed({ agency, name, title }, { leaders }, day);

  it("decides on the days of the post alone, with its rank, also where no title is given", () => {
    expect(of("龙涛", "政治部主任")).toMatchObject({ verdict: "head", rank: "deputy" });
    expect(of("龙涛", undefined)).toMatchObject({ verdict: "head", rank: "deputy" });
    expect(of("龙涛", "政治部主任", civilDate("2026-08-31")).verdict).toBe("review");
    expect(of("周岩", "政委", civilDate("2026-09-20")).verdict).toBe("head");
    expect(of("周岩", "政委").verdict).toBe("review");
  });

  it.each(["龙滔", "龙小涛"])("%s, one character off, is a question that names whom it resembles", (name) => {
    expect(of(name, "党委委员")).toEqual({
      verdict: "review",
      because: { type: "like-one-listed", name, listed: "龙涛", post: "党委委员、政治部主任" },
    });
  });

  it("that stands there twice is a question, unless the title says which of them", () => {
    expect(of("王伟", "党委委员")).toEqual({
      verdict: "review",
      because: { type: "listed-twice", name: "王伟" },
    });
    expect(of("王伟", "督察长")).toMatchObject({ verdict: "head", rank: "in-charge" });
  });

  it("in a clerk's post is a question: another person, or a wrong post", () => {
    expect(of("龙涛", "法制大队民警")).toEqual({
      verdict: "review",
      because: { type: "listed-otherwise", post: "法制大队民警", listed: "党委委员、政治部主任" },
    });
  });

  it("that isn't there leaves the post to the general rule", () => {
    expect(of("孙敏", "副局长")).toEqual({ verdict: "head", rank: "deputy" });
    expect(of("孙敏", "民警").verdict).toBe("staff");
    expect(of("孙敏", "政委")).toEqual(judgeHead({ agency, title: "政委" }));
  });
});
