import { describe, expect, it } from "vitest";
import { ACT_RULES } from "../../../shared/domain/classes/act-rules.ts";
import { proposedBy } from "../../../shared/domain/classes/class-rule.ts";
import { FIELD_RULES } from "../../../shared/domain/classes/field-rules.ts";
import { type ProposedFrom, proposeClasses } from "../../../shared/domain/classes/propose.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { CAUSES } from "./causes.ts";

const proposed = (given: Partial<ProposedFrom>) =>
  proposeClasses({
    caseNumber: caseNumber("（2026）鲁1302行初45号"),
    cause: undefined,
    actTitle: undefined,
    reviewBody: undefined,
    agencies: [],
    plaintiffs: [],
    ...given,
  });

describe("rules that propose", () => {
  it.each([...FIELD_RULES, ...ACT_RULES])("$name decides the words it was written for: $example", (rule) => {
    const { example, in: place } = rule;
    const rules: readonly (typeof rule)[] = FIELD_RULES.includes(rule as never) ? FIELD_RULES : ACT_RULES;
    const [cause, agencies] = place === "matter" ? [example, []] : ["", [example]];
    expect(proposedBy(rules, { cause, title: "", agencies })?.rule).toBe(rule.name);
  });

  it("have names of their own", () => {
    for (const rules of [FIELD_RULES, ACT_RULES])
      expect(new Set(rules.map(({ name, in: place }) => `${place} ${name}`)).size).toBe(rules.length);
  });
});

describe("what causes as courts word them propose", () => {
  it.each(CAUSES)("$cause · $agencies: $field, $act", ({ cause, agencies, field, act }) => {
    const { field: itsField, act: itsAct } = proposed({ cause, agencies });
    expect([itsField?.value, itsAct?.value]).toEqual([field, act]);
  });
});

describe("what else is proposed", () => {
  it("is compensation by the number alone", () => {
    const { compensation } = proposed({
      caseNumber: caseNumber("（2026）鲁1302行赔初3号"),
      cause: "强制拆除房屋",
    });
    expect(compensation).toEqual({
      value: true,
      rule: "number-of-compensation",
      from: "number",
      words: "行赔初",
    });
  });

  it("is a decision upheld where the act and its reconsideration are sued over together", () => {
    const agencies = ["临沂市公安局兰山分局", "临沂市兰山区人民政府"];
    expect(proposed({ cause: "治安行政处罚及行政复议", agencies }).review?.value).toBe("upheld");
    expect(proposed({ cause: "行政复议", agencies: ["临沂市人民政府"] }).review?.value).toBe("yes");
    expect(proposed({ cause: "治安行政处罚", agencies }).review).toBeUndefined();
  });

  it("is not the field of an agency that only reconsidered", () => {
    const agencies = ["临沂市公安局", "费县住房和城乡建设局"];
    expect(proposed({ cause: "行政处罚", agencies }).field?.value).toBe("public-security");
    expect(proposed({ cause: "行政处罚", agencies, reviewBody: "临沂市公安局" }).field?.value).toBe(
      "housing",
    );
  });

  it.each([
    [["陈建", "李某某"], "person"],
    [["王某（临沂市兰山区某百货店经营者）"], "person"],
    [["临沂某某建材有限公司"], "legal-person"],
    [["沂南县某某村村民小组"], "other-organisation"],
    [["临沂某某合伙企业（有限合伙）"], "other-organisation"],
    [["沂水县人民检察院"], "procurator"],
    [["陈建", "临沂某某建材有限公司"], "several"],
    [["沂水县某某饭店"], undefined],
    [[], undefined],
  ] as const)("is the kind of plaintiffs %j: %s", (plaintiffs, kind) => {
    expect(proposed({ plaintiffs }).plaintiffKind?.value).toBe(kind);
  });
});
