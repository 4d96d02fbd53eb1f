import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  enterpriseConflict,
  judgePlaintiffs,
  plaintiffsIn,
} from "../../../shared/domain/court/enterprise.ts";
import { enterpriseSignWords } from "../../../shared/letters/wording/enterprise-wording.ts";

describe("an enterprise among the plaintiffs", () => {
  it.each([
    "临沂某某商贸有限公司",
    "山东某某集团",
    "某某建材厂",
    "沂南县某某农作物种植专业合作社",
    "兰山区某某经营部",
    "兰山区某某商行",
    "山东某某律师事务所",
    "河东区某某便利店",
    "某某会计师事务所（普通合伙）",
    "平邑县某某养殖场",
    "临沂某某大药房",
    "费县某某家庭农场",
    "某某酒楼",
    "张某某（兰山区某某百货店经营者）",
    "李某，个体工商户",
    "莒南县某某加油站",
    "兰陵县农村信用合作联社",
  ])("%s is one", (name) => {
    const { enterprise, because } = judgePlaintiffs([name]);
    expect(enterprise).toBe(true);
    expect(enterpriseSignWords(because)).toMatch(/(?:是.+|身份起诉)$/u);
  });

  it.each([
    ["沂水县某某镇某某村村民委员会", "基层群众性自治组织"],
    ["某某村村委会", "基层群众性自治组织"],
    ["某某小区业主委员会", "业主组织"],
    ["临沂某某学校", "学校"],
    ["某某幼儿园", "学校"],
    ["兰山区某某村股份经济合作社", "农村集体经济组织"],
    ["某某村第三村民小组", "村民小组"],
    ["某某有限公司工会委员会", "群团组织"],
    ["某某行业协会", "社会组织"],
    ["张某某", "自然人"],
    ["王建国", "自然人"],
    ["孙某某等12人", "自然人"],
    ["李×", "自然人"],
    ["李某等3户", "自然人"],
    ["李某等十二人", "自然人"],
    ["李某等人", "自然人"],
    ["李某等", "自然人"],
  ])("%s is none: %s", (name, what) => {
    const { enterprise, because } = judgePlaintiffs([name]);
    expect(enterprise).toBe(false);
    expect(enterpriseSignWords(because)).toContain(what);
  });

  it.each(["临沂市某某医院", "某某服务中心", "", "某某"])("%s leaves it open", (name) => {
    expect(judgePlaintiffs([name]).enterprise).toBeUndefined();
  });

  it("one suffices for the case; none holds only where it is clear of each", () => {
    expect(judgePlaintiffs(["张某", "某某有限公司"]).enterprise).toBe(true);
    expect(judgePlaintiffs(["张某", "某某医院"]).enterprise).toBeUndefined();
    expect(judgePlaintiffs(["张某", "李某某"]).enterprise).toBe(false);
    expect(judgePlaintiffs([]).enterprise).toBeUndefined();
  });

  it("doesn't depend on the plaintiffs' order", () => {
    const names = fc.array(fc.constantFrom("张某", "某某公司", "某某医院", "某某村委会"), { maxLength: 5 });
    fc.assert(
      fc.property(names, (list) => {
        expect(judgePlaintiffs(list.toReversed()).enterprise).toBe(judgePlaintiffs(list).enterprise);
      }),
    );
  });
});

describe("the ledger's column", () => {
  it("that clearly contradicts the names is shown", () => {
    expect(enterpriseConflict({ stated: false, plaintiffs: ["某某有限公司"] })).toEqual({
      stated: false,
      because: { type: "enterprise", name: "某某有限公司", kind: "company" },
    });
    expect(enterpriseConflict({ stated: true, plaintiffs: ["张某"] })).toEqual({
      stated: true,
      because: { type: "person", name: "张某" },
    });
  });

  it("agrees with a name that is clear or open, and contradicts nothing where it is blank", () => {
    expect(enterpriseConflict({ stated: true, plaintiffs: ["某某公司"] })).toBeUndefined();
    expect(enterpriseConflict({ stated: false, plaintiffs: ["某某医院"] })).toBeUndefined();
    expect(enterpriseConflict({ stated: true, plaintiffs: [] })).toBeUndefined();
    expect(enterpriseConflict({ stated: undefined, plaintiffs: ["某某商行"] })).toBeUndefined();
  });
});

it("plaintiffs of a cell are parted where lists are", () => {
  expect(plaintiffsIn("张某、某某公司；李某\n王某（某某店经营者，女）")).toEqual([
    "张某",
    "某某公司",
    "李某",
    "王某（某某店经营者，女）",
  ]);
  expect(plaintiffsIn("/")).toEqual([]);
  expect(plaintiffsIn(" 张某 、、 李某；—— ")).toEqual(["张某", "李某"]);
  expect(plaintiffsIn("张某（兰山区，某某店经营者），李某")).toEqual([
    "张某（兰山区，某某店经营者）",
    "李某",
  ]);
  expect(plaintiffsIn("张某-1、李某/")).toEqual(["张某-1", "李某/"]);
});
