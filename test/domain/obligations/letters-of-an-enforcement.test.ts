/** What is told of the decision whether to appeal (上诉或服判), and of a judgment's enforcement (执行通知书)? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AppealChoice, JudgmentMatter } from "../../../shared/domain/judgment/judgment-matter.ts";
import { judgmentLadder } from "../../../shared/domain/obligations/judgment-ladder.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, POLICE, RULES, summons } from "../../support/case-builders.ts";
import { ALL, act, GIVEN, heard, heardBoth, letters, lost, TRAFFIC } from "../../support/judged-cases.ts";

describe("the decision whether to appeal (上诉或服判)", () => {
  const CHOICE: AppealChoice = {
    respondent: POLICE.name,
    choice: "appeal",
    reason: "程序合法。",
    at: at("10-14"),
    by: "李明",
    leader: "王建国，局长",
    revision: 2,
  };
  const APPROVAL = { approved: true, at: at("10-15"), by: "赵启明", text: "同意。" };
  const byBureau: Rules = {
    ...RULES,
    policy: { ...RULES.policy, judgment: { ...RULES.policy.judgment, approval: "bureau" } },
  };
  const decision = (choice: Partial<AppealChoice>, rules = byBureau, of = POLICE, file = heard) =>
    letters(lost({ services: ALL, choices: [{ ...CHOICE, ...choice }] }, file), of, rules).filter(
      ({ line }) => line.startsWith("appeal-choice"),
    );

  it("goes to the bureau for its approval where the policy says so, with the last day of the period", () => {
    expect(decision({})).toMatchObject([
      {
        line: "appeal-choice-submitted → bureau, at once",
        until: "2026-10-28",
        choice: "appeal",
        leader: "王建国，局长",
      },
    ]);
  });

  it("goes to nobody where the agency's own leader decides", () => {
    expect(decision({}, RULES)).toEqual([]);
  });

  it("comes back to the agency with the answer, whichever it is", () => {
    expect(decision({ approval: APPROVAL })).toMatchObject([
      {
        line: "appeal-choice-answered → legal-section, at once",
        approved: true,
        text: "同意。",
        by: "赵启明",
      },
    ]);
    expect(decision({ approval: { ...APPROVAL, approved: false } })).toMatchObject([{ approved: false }]);
  });

  it("of a government goes to the government itself", () => {
    const city = given(summons({ parties: { plaintiffs: ["陈建"], respondents: [CITY], thirdParties: [] } }));
    expect(decision({ respondent: CITY.name }, RULES, CITY, city)).toMatchObject([
      { line: "appeal-choice-submitted → government, at once" },
    ]);
  });
});

describe("that it is enforced (执行通知书)", () => {
  const enforced = (respondents: readonly string[], matter: Partial<JudgmentMatter> = {}, file = heardBoth) =>
    lost(
      {
        enforcements: [
          {
            document: "enforcement-of-2026",
            number: "（2026）鲁1321执9号",
            respondents,
            at: at("12-21"),
            due: civilDate("2026-12-31"),
          },
        ],
        ...matter,
      },
      file,
    );
  const told = (file: CaseFile, of = POLICE) =>
    letters(file, of).flatMap((one) => (one.kind === "enforcement-begun" ? [one] : []));

  it("is told its agency, head and bureau at once, each in its own words", () => {
    expect(
      told(enforced([POLICE.name])).map(({ line, reader, due }) => `${line}, ${reader}, ${due}`),
    ).toEqual([
      "enforcement-begun → legal-section, at once, agency, 2026-12-31",
      "enforcement-begun → head, at once, head, 2026-12-31",
      "enforcement-begun → bureau, at once, bureau, 2026-12-31",
    ]);
    expect(told(enforced([POLICE.name]), TRAFFIC)).toEqual([]);
    expect(judgmentLadder(enforced([POLICE.name]), POLICE, RULES).map(({ key }) => key)).toContain(
      `enforcement:enforcement-of-2:${POLICE.name}`,
    );
  });

  it("is told a person of the bureau alone, once, where nobody can say whom of several it is against", () => {
    expect(told(enforced([]))).toMatchObject([
      { line: "enforcement-begun → bureau, at once", reader: "bureau", among: [POLICE.name, TRAFFIC.name] },
    ]);
    expect(told(enforced([]), TRAFFIC)).toEqual([]);
  });

  it("is about those whom the judgment orders to do something, where the notice names nobody", () => {
    const file = enforced([], { given: { ...GIVEN, ordered: [act(1, TRAFFIC.name)] } });
    expect(told(file)).toEqual([]);
    expect(told(file, TRAFFIC)).toHaveLength(3);
  });
});
