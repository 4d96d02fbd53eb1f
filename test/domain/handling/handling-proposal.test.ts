import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type HandlingCandidate,
  type HandlingMatter,
  handlingProposal,
} from "../../../shared/domain/handling/handling-proposal.ts";
import type { HandlingRule } from "../../../shared/domain/handling/handling-rule.ts";
import { HANDLING_RULES } from "../../../shared/domain/handling/handling-rules.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";

const id = (text: string) => text as OrganisationId;
const GOVERNMENT = { organisation: id("gov"), level: "city" } as const;
const unit = (name: string, facts: Partial<HandlingCandidate> = {}): HandlingCandidate => ({
  id: id(name),
  kind: "agency",
  level: "city",
  name,
  ...facts,
});
const CITY = [
  unit("临沂市司法局", { kind: "bureau" }),
  unit("临沂市自然资源和规划局"),
  unit("临沂市自然资源和规划局河东分局", { level: "county" }),
  unit("临沂市人力资源和社会保障局"),
  unit("临沂市住房和城乡建设局"),
  unit("临沂市公安局"),
  unit("临沂市人民政府办公室"),
];
const matter = (cause: string | undefined, facts: Partial<HandlingMatter> = {}): HandlingMatter => ({
  words: cause === undefined ? [] : [cause],
  government: GOVERNMENT,
  coRespondents: [],
  ...facts,
});
const proposed = (of: HandlingMatter, rules: readonly HandlingRule[] = HANDLING_RULES) =>
  handlingProposal(of, rules, CITY)?.unit.name;

describe("the unit that answers for a government", () => {
  it.each<readonly [what: string, of: HandlingMatter, name: string | undefined]>([
    ["land is the land office's", matter("土地行政登记"), "临沂市自然资源和规划局"],
    ["land taken too", matter("征地批复"), "临沂市自然资源和规划局"],
    [
      "houses that are taken are housing's, though they stand on land",
      matter("国有土地上房屋征收"),
      "临沂市住房和城乡建设局",
    ],
    ["an injury at work is the labour office's", matter("工伤认定"), "临沂市人力资源和社会保障局"],
    ["public order is the police's", matter("治安行政处罚"), "临沂市公安局"],
    ["disclosure is the government's own office's", matter("政府信息公开"), "临沂市人民政府办公室"],
    [
      "the government's own decision on a reconsideration is its bureau's",
      matter("不予受理行政复议申请决定"),
      "临沂市司法局",
    ],
    ["also where it is about land", matter("土地登记及行政复议"), "临沂市司法局"],
    [
      "what it upheld is the agency's that did it",
      matter("治安行政处罚及行政复议", { coRespondents: [id("临沂市公安局")] }),
      "临沂市公安局",
    ],
    ["as the papers say, whatever the words", matter("工伤认定", { review: "own-decision" }), "临沂市司法局"],
    [
      "what it upheld beside two of them is nobody's for sure",
      matter("治安处罚及行政复议", { coRespondents: [id("临沂市公安局"), id("临沂市自然资源和规划局")] }),
      undefined,
    ],
    [
      "what it upheld beside one nobody knows neither",
      matter("行政复议", { coRespondents: [undefined] }),
      undefined,
    ],
    ["who drafted it answers for it", matter("行政批复", { drafter: id("临沂市公安局") }), "临沂市公安局"],
    [
      "compensation is whose agency is sued too",
      matter("征收补偿", { coRespondents: [id("临沂市自然资源和规划局")] }),
      "临沂市自然资源和规划局",
    ],
    ["compensation alone says neither land nor houses", matter("征收补偿"), undefined],
    ["a county's unit never answers for the city", matter("林权登记"), undefined],
    ["an unknown matter proposes nobody", matter("其他行政行为"), undefined],
    ["nor does a case without a cause", matter(undefined), undefined],
  ])("%s", (_, of, name) => expect(proposed(of)).toBe(name));

  it("says by which words", () => {
    expect(handlingProposal(matter("集体土地征地补偿"), HANDLING_RULES, CITY)?.because).toEqual([
      { type: "words", words: ["土地", "征地"] },
    ]);
  });

  it("follows a policy's own rules: by field, by level, in their order", () => {
    const rules: readonly HandlingRule[] = [
      { when: { fields: ["labour"] }, proposes: { of: "office", named: ["人力资源"] } },
      { when: { levels: ["county"] }, proposes: { of: "bureau" } },
      { when: {}, proposes: { of: "office", named: ["公安"] } },
    ];
    expect(proposed(matter("甲", { field: "labour" }), rules)).toBe("临沂市人力资源和社会保障局");
    expect(proposed(matter("甲"), rules)).toBe("临沂市公安局");
    const county = matter("甲", { government: { ...GOVERNMENT, level: "county" } });
    expect(proposed(county, rules)).toBeUndefined();
    expect(handlingProposal(matter("甲"), rules, CITY)?.because).toEqual([{ type: "always" }]);
  });

  it("is one of the area's own units other than the government, or nobody; without rules nobody", () => {
    const causes = fc.constantFrom("土地登记", "行政复议", "征收补偿", "工伤认定", "其他", undefined);
    const some = fc.subarray(CITY);
    const beside = fc.subarray(CITY.map((one) => one.id));
    fc.assert(
      fc.property(causes, some, beside, fc.option(beside), (cause, candidates, coRespondents, drafters) => {
        const drafter = drafters?.[0];
        const of = matter(cause, { coRespondents, ...(drafter && { drafter }) });
        const found = handlingProposal(of, HANDLING_RULES, candidates);
        expect(found === undefined || candidates.includes(found.unit)).toBe(true);
        expect(found?.unit.id).not.toBe(GOVERNMENT.organisation);
        expect(handlingProposal(of, [], candidates)).toBeUndefined();
        expect(handlingProposal(of, HANDLING_RULES, candidates.toReversed())).toEqual(found);
      }),
    );
  });
});
