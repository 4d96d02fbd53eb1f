/** What is known of a judgment, event by event: papers come late, twice and in any order, and a newer word takes the place of the old one. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import {
  type AppealChoice,
  choiceOf,
  type Enforcement,
  evolveJudgment,
  type JudgmentEvent,
  type JudgmentMatter,
  type JudgmentService,
  type Performance,
  performanceOf,
  servicesOf,
} from "../../../shared/domain/judgment/judgment-matter.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const [POLICE, LAND] = ["沂南县公安局", "沂南县自然资源和规划局"];
const NOW = at("09-01", "09:00");
const matterOf = (...events: readonly JudgmentEvent[]): JudgmentMatter =>
  events.reduce<JudgmentMatter | undefined>(evolveJudgment, undefined) ?? expect.fail();

const service = (party: string, on: string, facts: Partial<JudgmentService> = {}): JudgmentService => ({
  ...{ party, form: "judgment", on: civilDate(on), source: "receipt", at: NOW },
  ...facts,
});
const served = (...given: Parameters<typeof service>): JudgmentEvent => ({
  type: "judgment-served",
  service: service(...given),
});

describe("a receipt of service (送达回证)", () => {
  const days = (matter: JudgmentMatter) => matter.services.map(({ party, on }) => `${party} ${on}`);

  it("each party has its own", () => {
    expect(days(matterOf(served(POLICE, "2026-09-02"), served(LAND, "2026-09-04")))).toEqual([
      `${POLICE} 2026-09-02`,
      `${LAND} 2026-09-04`,
    ]);
  });

  it("the same paper read again, or somebody's word for it, takes the place of what was known", () => {
    const receipt = { document: "receipt-1" };
    expect(
      days(matterOf(served(POLICE, "2026-09-02", receipt), served(POLICE, "2026-09-03", receipt))),
    ).toEqual([`${POLICE} 2026-09-03`]);
    expect(days(matterOf(served(POLICE, "2026-09-02", receipt), served(POLICE, "2026-09-03")))).toEqual([
      `${POLICE} 2026-09-03`,
    ]);
    expect(days(matterOf(served(POLICE, "2026-09-02"), served(POLICE, "2026-09-03", receipt)))).toEqual([
      `${POLICE} 2026-09-03`,
    ]);
  });

  it("two receipts of one party are of two papers, and so are those of a ruling and a judgment", () => {
    const two = matterOf(
      served(POLICE, "2026-08-02", { document: "receipt-1" }),
      served(POLICE, "2026-09-03", { document: "receipt-2" }),
    );
    expect(two.services).toHaveLength(2);
    expect(
      matterOf(served(POLICE, "2026-08-02", { form: "ruling" }), served(POLICE, "2026-09-03")).services,
    ).toHaveLength(2);
  });

  it("counts for the paper of its form that was issued before it, for each party the last day", () => {
    const matter = matterOf(
      // That of an earlier ruling of the case (管辖).
      served(POLICE, "2026-08-02", { document: "receipt-1" }),
      served(POLICE, "2026-09-07", { document: "receipt-3" }),
      served(POLICE, "2026-09-03", { document: "receipt-2" }),
      served(LAND, "2026-09-01"),
      served(LAND, "2026-09-08", { form: "ruling" }),
    );
    const of = (issuedOn: string | undefined) =>
      servicesOf(matter, {
        form: "judgment",
        ...(issuedOn !== undefined && { issuedOn: civilDate(issuedOn) }),
      })
        .map(({ party, on }) => `${party} ${on}`)
        .toSorted();
    expect(of("2026-09-01")).toEqual([`${POLICE} 2026-09-07`, `${LAND} 2026-09-01`].toSorted());
    expect(of("2026-09-02")).toEqual([`${POLICE} 2026-09-07`]);
    expect(of(undefined)).toHaveLength(2);
    expect(servicesOf(matter, { form: "mediation" })).toEqual([]);
  });
});

describe("whether to appeal", () => {
  const choice = (respondent: string, facts: Partial<AppealChoice> = {}): AppealChoice => ({
    ...{ respondent, choice: "appeal", reason: "事实认定有误", leader: "李局长" },
    ...{ at: NOW, by: "李明", revision: 1 },
    ...facts,
  });
  const chosen = (...given: Parameters<typeof choice>): JudgmentEvent => ({
    type: "appeal-chosen",
    choice: choice(...given),
  });
  const approval = { approved: true, at: NOW, by: "王芳", text: "同意" };

  it("is each agency's own choice, the newest", () => {
    const matter = matterOf(chosen(POLICE), chosen(LAND), chosen(POLICE, { revision: 2 }));
    expect(matter.choices).toHaveLength(2);
    expect(choiceOf(matter, POLICE)).toEqual(choice(POLICE, { revision: 2 }));
    expect(choiceOf(matter, LAND)).toEqual(choice(LAND));
    expect(choiceOf(matter, "沂南县人民政府")).toBeUndefined();
  });

  it("an approval is of one agency's choice", () => {
    const matter = matterOf(chosen(POLICE), chosen(LAND), {
      type: "appeal-approved",
      respondent: LAND,
      approval,
    });
    expect(choiceOf(matter, LAND)?.approval).toEqual(approval);
    expect(choiceOf(matter, POLICE)?.approval).toBeUndefined();
  });

  it("who appealed is known once, however often it is said", () => {
    const by = (...names: readonly string[]): JudgmentEvent => ({ type: "judgment-appealed", by: names });
    expect(matterOf(by("陈建"), by(POLICE, "陈建")).appellants).toEqual(["陈建", POLICE]);
  });
});

it("of one higher court's case the newest ruling counts, beside those of others", () => {
  const [second, retrial] = [caseNumber("（2026）鲁13行终5号"), caseNumber("（2026）鲁行申7号")];
  const ruled = (number: typeof second, result: "upheld" | "changed"): JudgmentEvent => ({
    type: "higher-ruled",
    ruling: { number, result },
  });
  expect(
    matterOf(ruled(second, "upheld"), ruled(retrial, "upheld"), ruled(second, "changed")).higher,
  ).toEqual([
    { number: retrial, result: "upheld" },
    { number: second, result: "changed" },
  ]);
});

describe("performance (履行)", () => {
  const performance = (item: number, respondent: string, what = "重新作出决定"): Performance => ({
    ...{ item, respondent, on: civilDate("2026-09-20"), what },
    ...{ at: NOW, by: "李明", source: "agency" },
  });
  const performed = (...given: Parameters<typeof performance>): JudgmentEvent => ({
    type: "order-performed",
    performance: performance(...given),
  });

  it("is of one act of one agency, the newest said of it", () => {
    const matter = matterOf(
      ...[performed(0, POLICE), performed(1, POLICE), performed(0, LAND), performed(0, POLICE, "已公开")],
    );
    expect(matter.performances).toHaveLength(3);
    expect(performanceOf(matter, { item: 0, respondent: POLICE })?.what).toBe("已公开");
    expect(performanceOf(matter, { item: 1, respondent: POLICE })?.what).toBe("重新作出决定");
    expect(performanceOf(matter, { item: 1, respondent: LAND })).toBeUndefined();
  });

  it("that the court refuses doesn't hold; others do", () => {
    const matter = matterOf(performed(0, POLICE), performed(1, POLICE), performed(0, LAND), {
      type: "performance-refused",
      ...{ item: 0, respondent: POLICE, by: "徐静", at: NOW, text: "未实际履行" },
    });
    expect(matter.performances).toEqual([performance(1, POLICE), performance(0, LAND)]);
  });
});

it("an enforcement notice read again takes its own place, beside others'", () => {
  const begun = (document: string, number: string): JudgmentEvent => {
    const enforcement: Enforcement = { document, number, respondents: [POLICE], at: NOW };
    return { type: "enforcement-begun", enforcement };
  };
  const matter = matterOf(begun("e-1", "1号"), begun("e-2", "2号"), begun("e-1", "3号"));
  expect(matter.enforcements.map(({ number }) => number)).toEqual(["2号", "3号"]);
});
